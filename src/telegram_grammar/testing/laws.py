"""The laws that hold of every text, as one assertion for downstream tests."""

from __future__ import annotations

from collections import Counter
from typing import Final, NoReturn

import attrs

import telegram_grammar as tg
from telegram_grammar.codes import CODES
from telegram_grammar.line_patterns import claims_field
from telegram_grammar.words import words

__all__ = ["assert_laws"]

#: Words of prose that claim nothing, by their length.
_NEUTRAL: Final = {3: "our", 4: "them", 5: "early", 6: "summer", 7: "quietly", 8: "orchards"}


def assert_laws(text: str) -> None:
    """Asserts of one text what holds of every text; an AssertionError names the law and the place.

    Law 1: nothing raises. Law 2: the leaves tile the text. Law 3: the cable is not refused, and printed alike whether
    the text is read back or not. Law 4: canonical text is stable. Law 5: canonical text means the same, and every word
    is in it or under a diagnostic whose code says that it rewrites or drops. Law 7: another word inside a line of a
    paragraph, if the line claims to be nothing else, changes nothing else. Law 8: its sections join to the whole.
    Law 9: the same text gives the same result.
    """
    document = tg.parse(text)
    _assert_lossless(document)
    _assert_same(document, tg.parse(text))
    canonical = tg.canonicalize(text)
    if tg.render(document.cable) != canonical:  # which is read back; canonical text is so each time
        _broken("law 3, exact", text, f"without proof its cable is printed otherwise than {canonical!r}")
    _assert_kept(document, canonical)
    _assert_local(document)
    _assert_joins(document)
    tg.check(text)


def _broken(law: str, text: str, what: str) -> NoReturn:
    shown = text if len(text) <= 400 else f"{text[:300]} ... ({len(text)} characters)"
    raise AssertionError(f"{law}: {what}\nin {shown!r}")


def _assert_lossless(document: tg.Document) -> None:
    text, place = document.source, 0
    for leaf in document.leaves():
        if leaf.start != place or leaf.end < leaf.start:
            _broken("law 2, lossless", text, f"{leaf.kind} is at {leaf.start} to {leaf.end}, not at {place}")
        place = leaf.end
    if place != len(text):
        _broken("law 2, lossless", text, f"the leaves end at {place} of {len(text)}")


def _assert_same(document: tg.Document, again: tg.Document) -> None:
    if (document.cable, document.diagnostics) != (again.cable, again.diagnostics):
        _broken("law 9, deterministic", document.source, "a second parse gives another result")


def _assert_kept(document: tg.Document, canonical: str) -> None:
    text = document.source
    if tg.canonicalize(canonical) != canonical:
        _broken("law 4, stable", text, f"canonical text is made anew: {canonical!r}")
    if tg.parse(canonical).cable != document.cable:
        _broken("law 5, meaning kept", text, f"canonical text means something else: {canonical!r}")
    reported = Counter(
        word
        for one in document.diagnostics
        if CODES[one.code].rewrites or CODES[one.code].drops
        for word in words(text[one.span.start : one.span.end])
    )
    lost = Counter(words(text)) - Counter(words(canonical)) - reported
    if lost:
        _broken("law 5, nothing lost", text, f"neither printed nor reported: {sorted(lost)}")


def _assert_joins(document: tg.Document) -> None:
    parts = tg.split(document.cable)
    if tg.join(reversed(parts)) != tg.sectioned(document.cable):
        _broken("law 8, join", document.source, f"its {len(parts)} sections join to something else")


def _assert_local(document: tg.Document) -> None:
    """One word inside a line, between words in small letters, gives way to another of its length."""
    place = _neutral_word(document)
    if place is None:
        return
    start, end, number = place
    text, cable = document.source, document.cable
    changed = tg.parse(text[:start] + _NEUTRAL[end - start] + text[end:]).cable
    if len(changed.body) != len(cable.body):
        _broken("law 7, local", text, f"another word at {start} makes {len(changed.body)} items")
    restored = (*changed.body[:number], cable.body[number], *changed.body[number + 1 :])
    if attrs.evolve(changed, body=restored) != cable:
        _broken("law 7, local", text, f"another word at {start} changes more than its paragraph")


def _neutral_word(document: tg.Document) -> tuple[int, int, int] | None:
    """Start, end and item of the first word that a neutral one can stand for."""
    source = document.source
    for number, item in enumerate(document.cable.body):
        if not isinstance(item, tg.Paragraph):
            continue
        span = document.span_of(item)
        # a word of a portion marking is none of the text: with another word it is no marking
        first = source.find(")", span.start, span.end) if item.marking is not None else span.start
        place = span.start
        for line in source[span.start : span.end].split("\n"):
            # a line with the words of a publisher's notice, say, is told from its neighbours by these words
            parts = line.split(" ") if not claims_field(line) else []
            offset = place
            for before, word, behind in zip(parts, parts[1:], parts[2:], strict=False):
                offset += len(before) + 1
                plain = all(part.isascii() and part.isalpha() and part.islower() for part in (before, word, behind))
                if plain and len(word) in _NEUTRAL and offset > first >= 0:
                    return offset, offset + len(word), number
            place += len(line) + 1
    return None
