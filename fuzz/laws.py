"""The laws that hold of every text, each asked once and at the least cost: what a fuzzer calls, many times a second."""

from __future__ import annotations

import traceback
import zlib
from typing import Final

import telegram_grammar as tg
from telegram_grammar.canonical import formatted
from telegram_grammar.checking import check_document

__all__ = ["broken_law"]

#: So many characters of what a failure says tell its kind.
_SAID: Final = 160


def _tiles(document: tg.Document) -> None:
    """Law 2."""
    place = 0
    for leaf in document.leaves():
        assert leaf.start == place <= leaf.end, f"{leaf.kind} is at {leaf.start}, not at {place}"
        place = leaf.end
    assert place == len(document.source), f"the leaves end at {place}"


def _is_kept(document: tg.Document) -> None:
    """Laws 3 to 5: printing proves that the text reads back. The same cable has the same text: it is stable too."""
    made = formatted(document)
    assert not made.losses, made.losses[0]
    assert tg.render(document.cable) == made.text, "what is printed without proof is another text"


def _is_checked(document: tg.Document) -> None:
    """Law 1, of checking."""
    check_document(document)


def _is_mended(document: tg.Document) -> None:
    """What is mended once has nothing left to be mended."""
    mended, _ = tg.fix(document.source)
    assert tg.fix(mended)[0] == mended, f"mended again: {mended!r}"


def _joins(document: tg.Document) -> None:
    """Law 8."""
    parts = tg.split(document.cable)
    assert tg.join(reversed(parts)) == tg.sectioned(document.cable), f"{len(parts)} sections join to something else"


_ALWAYS: Final = (_tiles, _is_kept)
#: Laws that take many readings of a text: one text in so many is held to them.
_SELDOM: Final = ((_is_checked, 3), (_is_mended, 13), (_joins, 17))


def broken_law(text: str) -> str:
    """Which law a text breaks, and how, in a few words; "" where all hold."""
    law = "parse"
    try:
        document = tg.parse(text)
        turn = zlib.crc32(text.encode("utf-8", "surrogatepass"))
        for check in (*_ALWAYS, *(check for check, share in _SELDOM if turn % share == 0)):
            law = check.__name__
            check(document)
    except Exception as error:  # whatever is raised is a finding
        place = traceback.extract_tb(error.__traceback__)[-1]
        return f"{law.strip('_')}: {type(error).__name__} in {place.name}: {str(error)[:_SAID]}"
    return ""
