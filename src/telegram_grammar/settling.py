"""Readings that would not last: where lines fit nowhere, what they are taken for may hang on the lines beside them.

Canonical text puts each field into its place, and beside other neighbours a repair may go another way. A cable whose
canonical text reads back as another is therefore not kept. Then what stands above the body is kept unread as it
stands, or, where even that would not last, the whole text: what cannot be told for good is not guessed into fields.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from telegram_grammar.codes import noise
from telegram_grammar.codes import structure as codes
from telegram_grammar.diagnostics import Diagnostic, Span
from telegram_grammar.document import Document
from telegram_grammar.model import Cable, Unread
from telegram_grammar.places import Places, Ranges
from telegram_grammar.reading import read
from telegram_grammar.rendering import RenderError, laid_out
from telegram_grammar.tree import Leaf
from telegram_grammar.words import BLANKS, content, kept_lines

__all__ = ["settled"]

_TOP = "the top"
#: Parts of the cable that stand below the text head.
_BELOW = ("body", "closing", "notices", "section_starts", "unread")
#: So many items of a long body are laid out and read again.
_FIRST_ITEMS = 12
#: Repairs that could go another way; a blank line in a sentence is no such one.
_REPAIRS = frozenset(code.code for code in codes.ALL) - {codes.FALSE_BLANK.code}
#: Diagnostics of the whole text or of its bytes.
_OF_THE_TEXT = frozenset({noise.BYTE_ORDER_MARK.code, noise.ENCODING.code, codes.OTHER_MESSAGE.code})


def settled(document: Document, *, item_in_doubt: bool) -> Document:
    """The document, or another of the same text that lasts."""
    top = _top(document) if not item_in_doubt else None
    if (top is not None and _lasts(top)) or _lasts(document.cable):
        return document
    below = _without_head(document)
    if below is not None and _is_read_again(below):
        return below
    return _without_fields(document)


def _top(document: Document) -> Cable | None:
    """The cable with the first items of its body alone; None where it is as short, or where more is in doubt.

    What follows them is read by what stands before it, and that is the same where the top lasts.
    """
    cable, places = document.cable, document.places.ranges.get("body")
    if len(cable.body) <= _FIRST_ITEMS or not isinstance(places, list) or cable.unread or cable.notices:
        return None
    end = places[_FIRST_ITEMS - 1][0]
    if any(found.span.start >= end and found.code in _REPAIRS for found in document.diagnostics):
        return None
    starts = tuple(start for start in cable.section_starts if start.item < _FIRST_ITEMS - 1)
    return evolve(cable, body=cable.body[:_FIRST_ITEMS], section_starts=starts, closing=(), signature=None)


def _texts(cable: Cable) -> Iterator[str]:
    """The canonical text of a cable, in each way that it may be laid out."""
    for parted in (True, False):
        try:
            yield laid_out(cable, parted=parted).text()
        except RenderError:
            continue


def _lasts(cable: Cable) -> bool:
    """Whether a canonical text of the cable is read as that cable."""
    return any(read(text).document.cable == cable for text in _texts(cable))


def _is_read_again(document: Document) -> bool:
    """Whether the canonical text of a cable without a head is read as that cable, by the same steps."""
    for text in _texts(document.cable):
        reading = read(text)
        again = reading.document
        if again.cable == document.cable:
            return True
        if reading.doubtful and not _lasts(again.cable):  # `parse` asks no further where nothing is in doubt
            below = _without_head(again)
            if below is not None and below.cable == document.cable:
                return True
    return False


def _without_head(document: Document) -> Document | None:
    """All that stands above the body as one unread piece; None where there is no body."""
    begin = next((part.start for part in document.nodes.children if part.kind in ("body", "ending")), 0)
    if not begin or document.cable.section_starts:  # a page mark has its number from the class line
        return None
    if document.source[begin - 1] not in BLANKS or _is_inside_markup(document, begin):
        return None  # the body begins inside a word, or behind the first line of a tag
    kept: dict[str, object] = {}
    ranges: Ranges = {}
    for name, places in document.places.ranges.items():
        if name == "signature":
            kept[name], ranges[name] = document.cable.signature, places
        elif name in _BELOW and isinstance(places, list):
            values = getattr(document.cable, name)
            below = [place for place, (start, _) in enumerate(places) if start >= begin]
            kept[name], ranges[name] = tuple(values[place] for place in below), [places[place] for place in below]
        elif max(start for start, _ in ([places] if isinstance(places, tuple) else places)) >= begin:
            return None  # a field that was read out of its place
    return _with_unread(document, begin, kept, ranges)


def _is_inside_markup(document: Document, place: int) -> bool:
    """Whether markup that was read as blanks goes on over a place: cut there it is none, and its rest is lost."""
    around = (found.span for found in document.diagnostics if found.code == noise.MARKUP.code)
    return any(span.start < place < span.end for span in around)


def _without_fields(document: Document) -> Document:
    """The whole message as one unread piece."""
    last = document.nodes.children[-1] if document.nodes.children else None
    other = isinstance(last, Leaf) and last.kind == "OTHER_MESSAGE"
    end = last.start if other and last is not None else len(document.source)
    kept: dict[str, object] = {}
    ranges: Ranges = {}
    places = document.places.ranges.get("unread")
    if other and isinstance(places, list):
        kept["unread"], ranges["unread"] = document.cable.unread[-1:], places[-1:]
    return _with_unread(document, end, kept, ranges)


def _with_unread(document: Document, end: int, kept: dict[str, object], ranges: Ranges) -> Document:
    """A document with the parts that are kept, and the text up to `end` unread."""
    source = document.source
    mark = any(found.code == noise.BYTE_ORDER_MARK.code for found in document.diagnostics)
    start, stop = content(source, next(document.leaves()).end if mark else 0, end)
    while start and source[start - 1] in BLANKS and source[start - 1] != "\n":
        start -= 1  # blanks before the words of a line may tell what it is
    unread, places = kept.get("unread", ()), ranges.get("unread", [])
    assert isinstance(unread, tuple)  # as the callers made them
    assert isinstance(places, list)
    kept["unread"] = (Unread(kept_lines(source, start, stop), _TOP), *unread)
    ranges["unread"] = [(start, stop), *places]
    cable = Cable(**kept)  # type: ignore[arg-type]  # attributes of a cable, each with its own value
    code = codes.UNSETTLED
    found = Diagnostic(code.code, code.severity, code.message, Span(start, stop), None, None, code.name)
    others = (one for one in document.diagnostics if one.span.start >= end or one.code in _OF_THE_TEXT)
    diagnostics = tuple(sorted((found, *others), key=lambda one: (one.span.start, one.code)))
    return Document(source, document.nodes, cable, diagnostics, Places(source, cable, ranges, {}))
