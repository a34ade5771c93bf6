"""Rules of captions: which may stand together, and in which order (5 FAH-2 H-252 and H-440)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from attrs import frozen

from telegram_grammar import registers
from telegram_grammar.codes import text_head_rules as codes
from telegram_grammar.head_words import head_matcher
from telegram_grammar.rules.context import Context, Finding
from telegram_grammar.rules.facts import is_classified, level
from telegram_grammar.rules.rule import Rule

__all__ = ["RULES", "has_caption"]

_SPECIAL_HANDLING: Final = "special handling"
_CHANNEL: Final = "channel"
_SENSITIVITY: Final = "sensitivity"
_AGREMENT: Final = ("AGREMENT CHANNEL", "AGRÉMENT CHANNEL")
_INFORMAL: Final = "OFFICIAL INFORMAL"


@frozen
class _Caption:
    """A caption that is known: its words without remarks, its row in the register, and its path in the cable."""

    words: str
    row: registers.Caption
    path: str

    @property
    def kind(self) -> str:
        return self.row.kind


def _known(context: Context) -> list[_Caption]:
    """The captions that the register knows, in order."""
    found = []
    for place, printed in enumerate(context.cable.captions):
        read = head_matcher("caption").fullmatch(printed)
        words = " ".join((read["CAPTION"] if read else printed).upper().split())
        row = registers.captions().get(words)
        if row is not None:
            found.append(_Caption(words, row, f"captions[{place}]"))
    return found


def has_caption(context: Context, word: str) -> bool:
    """Whether the word stands among the captions, or on the class line, by itself or in a banner."""
    classification = context.cable.classification
    captions = (*context.cable.captions, *(classification.caveats if classification else ()))
    return any(word in caption.upper() for caption in captions)


def _special_handling(context: Context) -> Iterator[Finding]:
    before: dict[str, _Caption] = {}
    for caption in context.once(_known):
        if caption.kind == _SPECIAL_HANDLING and caption.words not in before:
            for other in before.values():
                if caption.words not in other.row.beside and other.words not in caption.row.beside:
                    yield context.found(codes.SPECIAL_HANDLING, caption.path, expected="one of the two",
                                        found=caption.words, other=other.words)  # fmt: skip
                    break
            before[caption.words] = caption


def _special_handling_first(context: Context) -> Iterator[Finding]:
    before: _Caption | None = None
    for caption in context.once(_known):
        if caption.kind != _SPECIAL_HANDLING:
            before = before or caption
        elif before is not None:
            yield context.found(codes.SPECIAL_HANDLING_FIRST, caption.path, expected=f"{caption.words} first",
                                found=caption.words, other=before.words)  # fmt: skip


def _caption_order(context: Context) -> Iterator[Finding]:
    before: _Caption | None = None
    for caption in context.once(_known):
        if caption.kind == "distribution":
            before = before or caption
        elif caption.kind == "control" and before is not None:
            yield context.found(codes.CAPTION_ORDER, caption.path, expected=f"{caption.words} before {before.words}",
                                found=caption.words, other=before.words)  # fmt: skip


def _two_channels(context: Context) -> Iterator[Finding]:
    channels = [caption for caption in context.once(_known) if caption.kind == _CHANNEL]
    for first, second in pairwise(channels):
        if first.words != second.words:
            yield context.found(codes.TWO_CHANNELS, second.path, expected="one channel", found=second.words,
                                other=first.words)  # fmt: skip


def _agrement(context: Context) -> Iterator[Finding]:
    captions = context.once(_known)
    words = {caption.words for caption in captions}
    controlled = is_classified(context) or level(context) is None or any(
        caption.kind == _SENSITIVITY for caption in captions
    )  # fmt: skip
    for caption in captions:
        if caption.words in _AGREMENT:
            if beside := words & {"NODIS", "EXDIS"}:
                yield context.found(codes.AGREMENT, caption.path, where=f"beside {min(beside)}")
            elif not controlled:
                yield context.found(codes.AGREMENT, caption.path, where="on a text that is not controlled")


def _sensitive_classified(context: Context) -> Iterator[Finding]:
    found = level(context)
    if found is not None and found.classified:
        for caption in context.once(_known):
            if caption.kind == _SENSITIVITY:
                yield context.found(codes.SENSITIVE_CLASSIFIED, caption.path, expected="no such caption",
                                    level=found.value)  # fmt: skip


def _sensitive_last(context: Context) -> Iterator[Finding]:
    captions = context.once(_known)
    for place, caption in enumerate(captions[:-1]):
        if caption.kind == _SENSITIVITY:
            other = next((one for one in captions[place + 1 :] if one.kind != _SENSITIVITY), None)
            if other is not None:
                yield context.found(codes.SENSITIVE_LAST, caption.path, expected=f"{other.words} first",
                                    other=other.words)  # fmt: skip
                return


def _official_informal(context: Context) -> Iterator[Finding]:
    subject = context.cable.subject
    if subject is None:
        return
    captions = [caption for caption in context.once(_known) if caption.words == _INFORMAL]
    said = _INFORMAL in subject.upper().replace("-", " ")
    if captions and not said:
        yield context.found(codes.OFFICIAL_INFORMAL, captions[0].path, expected="the words in the subject too",
                            where="caption")  # fmt: skip
    elif said and not captions:
        yield context.found(codes.OFFICIAL_INFORMAL, "subject", expected="the caption too", where="subject")


def _sipdis(context: Context) -> list[_Caption]:
    return [caption for caption in context.once(_known) if caption.words == "SIPDIS"]


def _sipdis_doubled(context: Context) -> Iterator[Finding]:
    day, found = context.date, _sipdis(context)
    if len(found) > 1 and day is not None and not registers.eras()["sipdis-doubled"].covers(day):
        yield context.found(codes.SIPDIS_DOUBLED, found[1].path, expected="SIPDIS once")


def _sipdis_single(context: Context) -> Iterator[Finding]:
    day, found = context.date, _sipdis(context)
    if len(found) == 1 and day is not None and registers.eras()["sipdis-surely-doubled"].covers(day):
        yield context.found(codes.SIPDIS_SINGLE, found[0].path, expected="SIPDIS on two lines")


RULES: Final = (
    Rule(codes.SPECIAL_HANDLING, _special_handling),
    Rule(codes.SPECIAL_HANDLING_FIRST, _special_handling_first),
    Rule(codes.CAPTION_ORDER, _caption_order),
    Rule(codes.TWO_CHANNELS, _two_channels),
    Rule(codes.AGREMENT, _agrement),
    Rule(codes.SENSITIVE_CLASSIFIED, _sensitive_classified),
    Rule(codes.SENSITIVE_LAST, _sensitive_last),
    Rule(codes.OFFICIAL_INFORMAL, _official_informal),
    Rule(codes.SIPDIS_DOUBLED, _sipdis_doubled),
    Rule(codes.SIPDIS_SINGLE, _sipdis_single),
)
