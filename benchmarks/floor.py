"""The floor: what it costs to cut telegrams into lines, tell their kinds and take their groups, and no more.

No tree, no model, no repair, no diagnostics: one alternation finds each line's kind, one expression a field line takes
its parts. A parser cannot cost less; the benchmark says how many times as much it costs.
"""

from __future__ import annotations

import re
from typing import Final

__all__ = ["floor"]

_INDICATOR: Final = "R[UHE][A-Z0-9]{3,6}"
_CLASS: Final = (
    "(?:C O N F I D E N T I A L|S E C R E T|U N C L A S(?: S I F I E D)?|CONFIDENTIAL|SECRET|UNCLAS(?:SIFIED)?)"
)
_MONTH: Final = "(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)"

#: Kind, where it may stand ("heading": before the first paragraph, "body": behind it, "": anywhere), whole line.
_KINDS: Final = [
    ("BLANK", "", r"[ \t]*"),
    ("IDENTIFICATION", "heading", r"V?ZCZC[A-Z]+[0-9]+ *"),
    ("ROUTING", "heading", rf"(?:ZZ|OO|PP|RR|YY)(?: {_INDICATOR})+ *"),
    ("INDICATORS", "heading", rf"{_INDICATOR}(?: {_INDICATOR})* *"),
    ("STATION", "heading", rf"DE {_INDICATOR} #[0-9]{{4}}(?:/[0-9]{{2}})? [0-9]{{7}} *"),
    ("SECURITY", "heading", r"ZN[YR] [A-Z]{5}(?: [^\n]*)?"),
    ("DTG", "heading", rf"[ZOPRY](?: [ZOPRY])? [0-9]{{6}}Z {_MONTH} [0-9]{{2}}[^\n]*"),
    ("ORIGINATOR", "heading", r"FM [^\n]+"),
    ("ACTION", "heading", r"TO [^\n]+"),
    ("INFORMATION", "heading", r"INFO [^\n]+"),
    ("ADDRESS", "heading", rf"{_INDICATOR} ?/[^\n]+"),
    ("CLASS", "heading", rf"{_CLASS}(?: [^\n]*)?"),
    ("CAPTION", "", r"(?:NO)?SIPDIS *"),
    ("ORDER", "heading", r"E\.?O\.? ?[0-9]{5}[^\n]*"),
    ("TAGS", "heading", r"TAGS:? [^\n]*"),
    ("SUBJECT", "heading", r"SUBJ(?:ECT)?:? [^\n]*"),
    ("REFERENCE", "heading", r"REF(?:TEL|S)?(?:\([A-Z]\))?[:.]? [^\n]*"),
    ("REFERENCE_ITEM", "heading", r"¶[A-Z]\. [^\n]*"),
    ("CLASSIFIED_BY", "heading", r"(?:Classified|CLASSIFIED) (?:By|BY|by)[: ][^\n]*"),
    ("PARAGRAPH", "", r"¶?[0-9]+\. [^\n]*"),
    ("PAGE_MARK", "body", r"[A-Z][A-Z .]{2,24} [0-9]{8} {1,2}[0-9]{3}(?:\.[0-9])? OF [0-9]{3} *"),
    ("RULER", "", r"[-=_*][-=_* ]{3,}"),
    ("TEXT", "", r"[^\n]+"),
]
_ADDRESS: Final = re.compile(
    rf"(?:TO |INFO )?(?:(?P<indicator>{_INDICATOR}) ?/)?(?P<name>.+?)"
    r"(?: (?P<precedence>NIACT IMMEDIATE|IMMEDIATE|PRIORITY|ROUTINE|FLASH))?(?: (?P<number>[0-9]{1,4}))?\s*$"
)
_FIELDS: Final = {
    "IDENTIFICATION": re.compile(r"V?ZCZC(?P<channel>[A-Z]+)(?P<number>[0-9]+)"),
    "ROUTING": re.compile(r"(?P<precedence>[A-Z]{2}) (?P<indicators>[A-Z0-9 ]+)"),
    "STATION": re.compile(
        rf"DE (?P<station>{_INDICATOR}) #(?P<serial>[0-9]{{4}})(?:/(?P<section>[0-9]{{2}}))? "
        r"(?P<day>[0-9]{3})(?P<time>[0-9]{4})"
    ),
    "SECURITY": re.compile(r"(?P<signal>ZN[YR]) (?P<designator>[A-Z]{5})(?: (?P<operating>[A-Z]{3}))?"),
    "DTG": re.compile(
        r"(?P<precedence>[ZOPRY](?: [ZOPRY])?) "
        r"(?P<day>[0-9]{2})(?P<time>[0-9]{4})Z (?P<month>[A-Z]{3}) (?P<year>[0-9]{2})"
    ),
    "ORIGINATOR": re.compile(r"FM (?P<name>.+?)\s*$"),
    "ACTION": _ADDRESS,
    "INFORMATION": _ADDRESS,
    "ADDRESS": _ADDRESS,
    "CLASS": re.compile(
        rf"(?P<level>{_CLASS})(?: SECTION (?P<number>[0-9]{{2}}) OF (?P<total>[0-9]{{2}}))?(?: (?P<rest>.*?))?\s*$"
    ),
    "ORDER": re.compile(r"E\.?O\.? ?(?P<order>[0-9]{5}):?\s*(?:DECL:?\s*(?P<date>\S+)|(?P<none>N/A))?"),
    "PARAGRAPH": re.compile(r"¶?(?P<number>[0-9]+)\.\s*(?:\((?P<marking>[A-Z/ ]+)\))?\s*(?P<text>.*)"),
    "PAGE_MARK": re.compile(
        r"(?P<post>[A-Z .]+?) (?P<number>[0-9]{8}) +(?P<section>[0-9]{3})(?:\.[0-9])? OF (?P<of>[0-9]{3})"
    ),
}


def _scanner(place: str) -> re.Pattern[str]:
    kinds = "|".join(rf"(?P<{kind}>{line}(?:\n|\Z))" for kind, where, line in _KINDS if where in ("", place))
    return re.compile(rf"(?!\Z)(?:{kinds})")


_HEADING: Final = _scanner("heading")
_BODY: Final = _scanner("body")


def floor(text: str) -> list[tuple[str, int, int, dict[str, str] | None]]:
    """Kind, begin, end and parts of each line."""
    found = []
    place, size = 0, len(text)
    match, fields = _HEADING.match, _FIELDS.get
    while place < size:
        line = match(text, place)
        assert line is not None  # TEXT takes any line
        kind, end = str(line.lastgroup), line.end()
        if kind == "PARAGRAPH":
            match = _BODY.match
        field = fields(kind)
        parts = field.match(text, place, end) if field is not None else None
        found.append((kind, place, end, parts.groupdict() if parts else None))
        place = end
    return found
