"""Rules of portion markings: on each paragraph, none above the whole, the captions as they say (5 FAH-1 H-246.2)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, pairwise
from typing import Final

from telegram_grammar import registers
from telegram_grammar.codes import body_rules as codes
from telegram_grammar.line_patterns import line_matcher
from telegram_grammar.model import ClassificationLevel, Paragraph
from telegram_grammar.rules.captions import has_caption
from telegram_grammar.rules.context import Context, Finding
from telegram_grammar.rules.facts import (
    Portion,
    is_classified,
    is_whole,
    level,
    place_of_number,
    place_of_portion,
    portions,
)
from telegram_grammar.rules.rule import Rule

__all__ = ["RULES"]

_NOFORN: Final = "NF"
#: One marking for all: (C - ENTIRE TEXT), SECRET - ENTIRE TEXT (practice: 1979-90).
_ENTIRE: Final = "ENTIRE TEXT"
_FIRST_ITEMS: Final = 2
#: It stands among so many characters of a paragraph.
_LEADING: Final = 60
#: Captions that keep unclassified text from being spread.
_SENSITIVE: Final = ("SENSITIVE", "SBU", "NOT FOR INTERNET")


def _numbered(context: Context) -> list[Paragraph]:
    return [item for item in context.cable.body if isinstance(item, Paragraph) and item.number is not None]


def _missing(context: Context) -> Iterator[Finding]:
    if not is_classified(context):
        return
    paragraphs = _numbered(context)
    bare = [item for item in paragraphs if item.marking is None and not line_matcher("redaction").match(item.text)]
    if not bare or _marked_as_a_whole(context):
        return
    if len(bare) == len(paragraphs) and len(bare) > 1:
        yield context.found(codes.PORTION_MISSING, place_of_number(context, bare[0]),
                            expected="a marking on each paragraph", what="no numbered paragraph", known="")  # fmt: skip
        return
    for item in bare:
        yield context.found(codes.PORTION_MISSING, place_of_number(context, item), expected="a marking as (C)",
                            what=f"paragraph {item.number}",
                            known=_other_marking(item.text))  # fmt: skip


def _other_marking(text: str) -> str:
    """What a paragraph has instead of a marking: one that is not known, or one behind a word, as `Summary: (C)`."""
    unknown = line_matcher("unknown_portion").match(text)
    if unknown is not None:
        return f" that is known, but {unknown[0]}"
    later = line_matcher("marking").search(text, 0, _LEADING)
    return f" before its first word, but {later[0]} behind it" if later is not None else ""


def _marked_as_a_whole(context: Context) -> bool:
    texts = [item.text[:_LEADING] for item in islice(context.cable.body, _FIRST_ITEMS) if isinstance(item, Paragraph)]
    markings = [portion.text for portion in portions(context)]
    return any(_ENTIRE in words.upper() for words in (*markings, *texts))


def _without_level(context: Context) -> Iterator[Finding]:
    for portion in portions(context):
        if portion.level is None:
            yield context.found(codes.PORTION_LEVEL, place_of_portion(context, portion), expected="a level first",
                                found=portion.text)  # fmt: skip


def _controls(portion: Portion) -> list[tuple[str, registers.PortionControl]]:
    """The controls of a marking that are known, each with its row."""
    found = []
    for control in portion.controls:
        row = registers.portion_controls().get(control.upper().split()[0]) if control.split() else None
        if row is not None:
            found.append((control, row))
    return found


def _controls_order(context: Context) -> Iterator[Finding]:
    for portion in portions(context):
        for (before, first), (behind, second) in pairwise(_controls(portion)):
            if second.rank < first.rank:
                yield context.found(codes.CONTROLS_ORDER, place_of_portion(context, portion),
                                    expected=f"{behind} before {before}", found=behind, other=before)  # fmt: skip
                break


def _above(context: Context) -> Iterator[Finding]:
    whole = level(context)
    for portion in portions(context) if whole is not None else ():
        part = portion.level if portion.certain else None
        if whole is not None and part is not None and part.classified and part.rank > whole.rank:
            yield context.found(codes.PORTION_ABOVE, place_of_portion(context, portion), expected=whole.value,
                                found=part.value, level=whole.value)  # fmt: skip


def _classification_above(context: Context) -> Iterator[Finding]:
    whole = level(context)
    if whole is None or not whole.classified or not is_whole(context):
        return
    paragraphs = _numbered(context)
    if not paragraphs or any(item.marking is None or item.marking.level is None for item in paragraphs):
        return  # what has no marking may be what the class line is for
    levels = [portion.level for portion in portions(context)]
    highest = max((found for found in levels if found is not None), key=lambda found: found.rank)
    if highest.rank < whole.rank:
        yield context.found(codes.CLASSIFICATION_ABOVE, "classification", expected=highest.value, level=whole.value,
                            found=highest.value)  # fmt: skip


def _is_noforn(portion: Portion) -> bool:
    return any(row.same_as == _NOFORN for _, row in _controls(portion))


def _noforn_caption(context: Context) -> Iterator[Finding]:
    if has_caption(context, "NOFORN"):
        return
    for portion in portions(context):
        if _is_noforn(portion):
            yield context.found(codes.NOFORN_CAPTION, place_of_portion(context, portion), expected="the caption NOFORN")
            return


def _noforn_portion(context: Context) -> Iterator[Finding]:
    captions = context.cable.captions
    place = next((place for place, caption in enumerate(captions) if "NOFORN" in caption.upper()), None)
    if place is None or not is_whole(context):
        return
    found = portions(context)
    if found and not any(_is_noforn(portion) for portion in found):
        yield context.found(codes.NOFORN_PORTION, f"captions[{place}]", expected="a portion with NF")


def _sensitive_caption(context: Context) -> Iterator[Finding]:
    if level(context) is not ClassificationLevel.UNCLASSIFIED or any(has_caption(context, word) for word in _SENSITIVE):
        return
    for portion in portions(context):
        if portion.level is ClassificationLevel.SENSITIVE_BUT_UNCLASSIFIED:
            yield context.found(
                codes.SENSITIVE_CAPTION, place_of_portion(context, portion), expected="the caption SENSITIVE"
            )
            return


RULES: Final = (
    Rule(codes.PORTION_MISSING, _missing),
    Rule(codes.PORTION_LEVEL, _without_level),
    Rule(codes.CONTROLS_ORDER, _controls_order),
    Rule(codes.PORTION_ABOVE, _above),
    Rule(codes.CLASSIFICATION_ABOVE, _classification_above),
    Rule(codes.NOFORN_CAPTION, _noforn_caption),
    Rule(codes.NOFORN_PORTION, _noforn_portion),
    Rule(codes.SENSITIVE_CAPTION, _sensitive_caption),
)
