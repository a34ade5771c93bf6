"""Transmitted sections put together: which parts are of one message, in which order, and what is wrong with them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter
from typing import Any, Final, TypeAlias

from attrs import evolve, frozen

from telegram_grammar.codes import sections as codes
from telegram_grammar.diagnostics import Code, Diagnostic, Span
from telegram_grammar.document import Document
from telegram_grammar.model import BodyItem, Cable, DateTimeGroup, ListItem, MessageNumber, Paragraph, SectionStart
from telegram_grammar.parser import messages, parse
from telegram_grammar.section_parts import put_together, section_number, stepped

__all__ = ["JoinDiagnostic", "Joined", "join", "join_with_report"]

#: What `join` takes: a text, which may hold several messages, or what has been parsed or built.
Part: TypeAlias = str | Cable | Document

#: What a later section repeats of the first, where it has it at all.
_REPEATED: Final = (
    "transmission.precedence", "transmission.station", "transmission.filed", "transmission.security", "precedence",
    "message_instructions", "originator", "action", "info", "exempt", "readdressal", "accounting", "classification",
    "captions", "passing", "executive_order", "tags", "subject", "subject_marking", "references", "classified_by",
)  # fmt: skip
_OF_CABLE: Final = tuple(name for name in (*_REPEATED, "dtg", "message") if "." not in name)


@frozen
class JoinDiagnostic(Diagnostic):
    """What is wrong with the parts that were to be joined; `span` is a place in the text of the part."""

    #: Which of the parts, from 0, the messages of a text that holds several counted one by one; None for none of them.
    part: int | None = None
    #: The section that it is about, where it is about one.
    section: int | None = None


@frozen
class Joined:
    """What `join_with_report` hands back."""

    cable: Cable
    #: What is missing, doubled, foreign or out of step; in the order of the parts, what is missing at the end.
    diagnostics: tuple[JoinDiagnostic, ...] = ()
    #: Parts that are not in the cable: doubled, foreign, or without a number.
    left_out: tuple[Cable, ...] = ()


def join(parts: Part | Iterable[Part]) -> Cable:
    """One cable of its sections, in whatever order they come; `join(split(cable)) == sectioned(cable)`.

    A part is a text, a cable or a document; a text may hold several messages. What is there is joined, whatever is
    missing; `join_with_report` says what is wrong. Heading and text head are those of the first section that is there.
    Without any part the cable is empty. Raises TypeError for a part of another kind.
    """
    return join_with_report(parts).cable


def join_with_report(parts: Part | Iterable[Part]) -> Joined:
    """The same as `join`, with what is missing, doubled, foreign or out of step, and what has been left out."""
    given = _Parts.of((parts,) if isinstance(parts, str | Cable | Document) else parts)
    if not given.parts:
        return Joined(Cable())
    report = _Report()
    own = _of_one_message(given.parts, report)
    numbered = _in_order(own, report)
    total = _total(numbered, report)
    first = _completed([part.cable for part in numbered])
    for part in numbered[1:]:
        _compare(first, numbered[0], part, report)
    if first.section is not None and total is not None:
        first = evolve(first, section=evolve(first.section, total=total))
    cable = put_together([first, *(part.cable for part in numbered[1:])])
    covered = {number for part in numbered for number in part.covers}
    for number in range(1, (total or 0) + 1):
        if number not in covered:
            report(codes.SECTION_MISSING, None, section=number, total=str(total))
    left = sorted(report.left_out, key=attrgetter("place"))
    ordered = sorted(report.found, key=lambda one: (one.part is None, one.part or 0))
    return Joined(cable, tuple(ordered), tuple(part.cable for part in left))


# ---- parts -----------------------------------------------------------------------------------------------


@frozen
class _Part:
    """One message among the parts."""

    place: int
    cable: Cable
    #: None where it was given as a cable.
    document: Document | None = None

    @property
    def number(self) -> int | None:
        return section_number(self.cable)

    @property
    def covers(self) -> frozenset[int]:
        """The sections in it: its own, and those that have been joined to it."""
        return frozenset([self.number or 1, *(start.section for start in self.cable.section_starts)])

    @property
    def has_text_of(self) -> frozenset[int]:
        """The same without those whose mark is the end of it, or stands where it cannot."""
        own, starts, body = self.number or 1, self.cable.section_starts, self.cable.body
        later = [start for start in starts if start.section > own and start.item < len(body)]
        return frozenset([own, *(start.section for start in later if _is_inside(body[start.item], start))])

    def span(self, *paths: str) -> Span:
        """Where the first of the paths that there is stands in the part's text."""
        for path in paths if self.document is not None else ():
            try:
                return self.document.span_of(path)  # type: ignore[union-attr]  # there are no paths without it
            except KeyError:
                continue
        return Span(0, 0)


@frozen
class _Parts:
    parts: tuple[_Part, ...]

    @classmethod
    def of(cls, given: Iterable[Part]) -> _Parts:
        """All messages of the parts; what is empty is none."""
        found: list[tuple[Cable, Document | None]] = []
        for part in given:
            if isinstance(part, Cable):
                found.append((part, None))
                continue
            if not isinstance(part, str | Document):
                raise TypeError(f"a part is a str, a Cable or a Document, not {type(part).__name__}")
            texts = messages(part if isinstance(part, str) else part.source)
            whole = len(texts) == 1 and isinstance(part, Document)
            documents = [part] if whole else [parse(text) for text in texts]
            found += [(document.cable, document) for document in documents if isinstance(document, Document)]
        parts = tuple(_Part(place, cable, document) for place, (cable, document) in enumerate(found))
        return cls(tuple(part for part in parts if part.cable != Cable()))


def _is_inside(item: BodyItem, start: SectionStart) -> bool:
    """Whether words of an item stand behind the place where a section begins."""
    return not isinstance(item, Paragraph | ListItem) or start.offset < len(item.text)


class _Report:
    """What is found, and what is left out because of it."""

    def __init__(self) -> None:
        self.found: list[JoinDiagnostic] = []
        self.left_out: list[_Part] = []

    def __call__(
        self, code: Code, part: _Part | None, *paths: str, section: int | None = None, expected: str | None = None,
        **words: str,
    ) -> None:  # fmt: skip
        message = code.message.format(section=section, **words)
        place = part.place if part is not None else None
        span = part.span(*paths) if part is not None else Span(0, 0)
        self.found.append(
            JoinDiagnostic(
                code.code, code.severity, message, span, expected, None, code.name, part=place, section=section
            )
        )


# ---- which parts -----------------------------------------------------------------------------------------


def _of_one_message(parts: Sequence[_Part], report: _Report) -> list[_Part]:
    """The parts of the message that most of them are of; of as many each, the first."""
    names = [_names(part.cable) for part in parts]
    sizes = {name: sum(_agree(name, other) for other in names) for name in dict.fromkeys(names)}
    chosen = max(sizes, key=lambda name: sizes[name])
    own = []
    for part, name in zip(parts, names, strict=True):
        if _agree(chosen, name):
            own.append(part)
        else:
            found, message = (_shown(one) for one in (name, chosen))
            report(
                codes.SECTION_FOREIGN, part, "message", "dtg", section=part.number, expected=message, found=found,
                message=message,
            )  # fmt: skip
            report.left_out.append(part)
    return own


#: What tells a message from others: its post and number, its date-time group; None where it is not there.
_Names: TypeAlias = tuple[str | None, str | None]


def _names(cable: Cable) -> _Names:
    message, dtg = cable.message, cable.dtg
    named = f"{message.post.upper()} {message.number.lstrip('0')}" if isinstance(message, MessageNumber) else None
    if dtg is None:
        return named, None
    if not isinstance(dtg, DateTimeGroup):
        return named, dtg.text
    return named, f"{dtg.day}{dtg.time}{dtg.zone} {dtg.month} {dtg.year or ''}".upper().rstrip()


def _agree(one: _Names, other: _Names) -> bool:
    """Whether two parts could be of one message: nothing that both have differs."""
    return all(mine is None or its is None or mine == its for mine, its in zip(one, other, strict=True))


def _shown(names: _Names) -> str:
    return " of ".join(name for name in names if name) or "without a number"


def _in_order(parts: Sequence[_Part], report: _Report) -> list[_Part]:
    """One part for each section, in the order of their numbers; a message without any is whole."""
    taken: dict[int, _Part] = {}
    if all(part.number is None for part in parts):
        taken[1], *parts = parts
    for part in parts:
        number = part.number
        if number is None:
            report(codes.SECTION_UNNUMBERED, part, "classification")
        elif number in taken:
            same = taken[number].cable == part.cable
            difference = "it is the same" if same else "it is not the same"
            report(codes.SECTION_DOUBLED, part, "section", section=number, difference=difference)
        else:
            taken.update(dict.fromkeys(part.has_text_of, part))
            continue
        report.left_out.append(part)
    return sorted(dict.fromkeys(taken.values()), key=lambda part: part.number or 1)


def _total(parts: Sequence[_Part], report: _Report) -> int | None:
    """How many sections there are, as most parts say; None where none says it."""
    said = Counter(part.cable.section.total for part in parts if part.cable.section is not None)
    if not said:
        numbers = [part.number for part in parts if part.number is not None]
        return max(numbers) if len(numbers) > 1 else None
    total = max(said, key=lambda one: (said[one], one))
    for part in parts:
        section = part.cable.section
        if section is not None and section.total != total:
            report(
                codes.SECTION_TOTAL, part, "section", section=section.number, expected=str(total),
                total=str(section.total),
            )  # fmt: skip
    return total


# ---- what the first section says for all -----------------------------------------------------------------


def _completed(cables: Sequence[Cable]) -> Cable:
    """The first section; what it lacks in heading and text head is taken of the first that has it."""
    lacking = [name for name in _OF_CABLE if getattr(cables[0], name) in (None, ())]
    found: dict[str, Any] = {}
    for name in lacking:
        value = next((getattr(cable, name) for cable in cables[1:] if getattr(cable, name) not in (None, ())), None)
        if value is not None:
            found[name] = value
    return evolve(cables[0], **found) if found else cables[0]


def _compare(first: Cable, begin: _Part, part: _Part, report: _Report) -> None:
    """What a later section repeats otherwise than the first has it, and its serial number."""
    number = part.number or 1
    mine, its = first.transmission, part.cable.transmission
    if mine is not None and its is not None and None not in (mine.serial, its.serial):
        expected = stepped(mine, number - (begin.number or 1)).serial
        if its.serial != expected:
            report(
                codes.SECTION_SERIAL, part, "transmission", section=number, expected=expected, serial=str(its.serial)
            )  # fmt: skip
    for path in _REPEATED:
        value = _value(part.cable, path)
        if value not in (None, ()) and value != _value(first, path):
            report(
                codes.SECTION_HEAD, part, path.partition(".")[0], section=number, attribute=path,
                first=str(begin.number or 1),
            )  # fmt: skip


def _value(cable: Cable, path: str) -> object:
    get: Callable[[Any], object] = attrgetter(path)
    return None if path.startswith("transmission.") and cable.transmission is None else get(cable)
