"""Any text in canonical form, and what of it would be lost: nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from attrs import frozen

from telegram_grammar.codes import CODES
from telegram_grammar.document import Document
from telegram_grammar.parser import parse
from telegram_grammar.printing import proved
from telegram_grammar.rendering import DEFAULT_WIDTH, RenderError
from telegram_grammar.words import word_end, word_start, words

__all__ = ["Formatted", "canonicalize", "formatted", "losses"]

#: Codes whose words canonical text prints otherwise, or not at all.
_MAY_CHANGE: Final = frozenset(code.code for code in CODES.values() if code.rewrites or code.drops)


def canonicalize(text: str, *, width: int = DEFAULT_WIDTH) -> str:
    """The canonical text of what `parse` reads in a text. Stable, and the meaning is kept.

    What no field owns stays, in place. What is re-made or dropped is under a diagnostic of `parse` whose code says so.
    Raises RenderError where the cable cannot be printed so that it reads back: no real text is known of which that is
    so, but a few damaged ones are, and texts made of keywords in hostile order. ValueError for a width below 20.
    """
    return proved(parse(text).cable, width)


@frozen
class Formatted:
    """A text in canonical form, with the proof that nothing was lost."""

    #: The canonical text; of a text whose cable cannot be printed, that text itself.
    text: str
    #: What would be lost, each in words; () as a rule.
    losses: tuple[str, ...] = ()


def losses(text: str, *, width: int = DEFAULT_WIDTH) -> list[str]:
    """What would be lost of a text if its canonical form took its place, each in words; [] as a rule.

    Its cable must read back as it is, and each of its words, counted, must be in the canonical text or at the place of
    a diagnostic whose code rewrites or drops words. Whoever overwrites a text should ask first.
    """
    return list(formatted(parse(text), width=width).losses)


def formatted(document: Document, *, width: int = DEFAULT_WIDTH) -> Formatted:
    """The canonical text of a parsed text, and what would be lost."""
    try:
        text = proved(document.cable, width)
    except RenderError as error:
        return Formatted(document.source, (f"its meaning would change: {error}",))
    missing = Counter(words(document.source))
    missing.subtract(words(text))
    missing.subtract(_may_change(document))
    return Formatted(text, tuple(f"the word {word!r} would be lost" for word, count in missing.items() if count > 0))


def _may_change(document: Document) -> Iterator[str]:
    """The words at the places of diagnostics that say that canonical text does not print them as they stand."""
    source, place = document.source, 0
    for one in document.diagnostics:  # in the order of the text
        if one.code in _MAY_CHANGE and one.span.end > place:
            start = max(word_start(source, 0, one.span.start), place)
            place = word_end(source, one.span.end, len(source)) if one.span.end > one.span.start else one.span.end
            yield from words(source[start:place])
