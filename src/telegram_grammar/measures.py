"""Measures of the wire, of the programs that feed it, and of canonical text, which keeps to them."""

from __future__ import annotations

from typing import Final

__all__ = ["LINE", "LONGEST_TOKEN", "MARK_POST", "MOST_SECTIONS", "PAGE_LINES", "SECTION_LINES"]

#: Places in a line of a page printer (ACP 127 section 138.f).
LINE: Final = 69
#: Lines of a page, and of the text of a section: five pages (ACP 127 section 208).
PAGE_LINES: Final = 20
SECTION_LINES: Final = 5 * PAGE_LINES
#: Sections are counted with two figures, on the station line and in page marks (ACP 127 section 208).
MOST_SECTIONS: Final = 99
#: A page mark has so many characters of the post's name (practice: `RIO DE JAN`, `TEGUCIGALP`).
MARK_POST: Final = 10
#: The transmission system breaks a longer word with a blank after so many characters (practice: 1,031 words of exactly
#: 45 characters, none longer).
LONGEST_TOKEN: Final = 45
