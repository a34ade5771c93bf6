"""A cable cut into its transmitted sections, and sections put together: one is the other's inverse.

No text is read or printed here. Where a section begins inside a paragraph, the section's own body begins with the words
left over, as a paragraph without number and marking; such a paragraph is taken for the rest of the one before it when
sections are put together. A page mark above the text of a section says the contrary of what would be taken.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from attrs import evolve, frozen

from telegram_grammar.model import BodyItem, Cable, ListItem, Paragraph, Section, SectionStart, Transmission, Unread
from telegram_grammar.page_marks import is_cut
from telegram_grammar.tail_scanner import CLOSERS

__all__ = ["Place", "as_section", "cut", "piece", "put_together", "section_number", "stepped"]

#: Station serial numbers are counted round (ACP 127 section 129).
_SERIALS: Final = 10_000
#: Attributes whose items are counted anew in each section.
_COUNTED: Final = ("body", "section_starts")
#: What stands behind the body, as `Unread.after` names it.
_ENDS: Final = ("closing", "signature", "the end of the message")


@frozen(order=True)
class Place:
    """A place in a body: character `offset` of the text of item number `item`."""

    item: int
    offset: int


def section_number(cable: Cable) -> int | None:
    """Which section a cable is, by its class line, else by its station line; None where neither says it."""
    if cable.section is not None:
        return cable.section.number
    printed = cable.transmission.section if cable.transmission is not None else None
    return int(printed) if printed and printed.isdecimal() and printed.isascii() else None


def stepped(transmission: Transmission, sections: int) -> Transmission:
    """Format lines 1 to 4 of the section that comes so many later: serial and section number are counted on."""
    serial, section = transmission.serial, transmission.section
    if serial is not None:
        serial = _counted(serial, sections)
    if section is not None:
        section = str(int(section) + sections).zfill(len(section)) if _is_number(section) else section
    return evolve(transmission, serial=serial, section=section)


def _counted(serial: str, sections: int) -> str:
    """A station serial number counted on; the letter that may follow it stays (ACP 127 section 129)."""
    figures = serial if _is_number(serial) else serial[:-1]
    if not _is_number(figures):
        return serial
    return str((int(figures) + sections) % _SERIALS).zfill(len(figures)) + serial[len(figures) :]


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal()


# ---- cutting ---------------------------------------------------------------------------------------------


def cut(cable: Cable) -> tuple[Cable, ...]:
    """The sections of a cable whose `section_starts` say where they begin; the cable itself where there are none.

    The places of the starts must be in order.
    """
    first = section_number(cable) or 1
    bounds = _bounds(cable.section_starts, first)
    if not bounds:
        return (cable,)
    starts = cable.section_starts
    end = Place(len(cable.body), 0)
    places = [Place(0, 0), *(Place(starts[bound].item, starts[bound].offset) for bound in bounds), end]
    unread = _unread_of_sections(cable, places, [0, *bounds])
    parts: list[Cable] = []
    for part, (begin, stop) in enumerate(pairwise(places)):
        last = part == len(bounds)
        own = starts[bounds[part - 1] if part else 0 : None if last else bounds[part]]
        marks: Sequence[SectionStart] = own
        body = piece(cable.body, begin, stop)
        if part:
            last_item = next((item for done in reversed(parts) for item in reversed(done.body)), None)
            taken = _would_go_on(last_item, body[0] if body else None, _follows(parts[-1], own[0].section))
            marks = _marks_above(own, opposite=bool(body) and taken != (begin.offset > 0))
        made = evolve(
            cable,
            body=body,
            section_starts=tuple(_moved(start, begin, back=True) for start in marks),
            unread=unread[part],
            notices=() if part else cable.notices,
            closing=cable.closing if last else (),
            signature=cable.signature if last else None,
        )
        parts.append(as_section(made, own[0].section, own[0].section - first) if part else made)
    return tuple(parts)


def as_section(cable: Cable, number: int, later: int) -> Cable:
    """What differs in the heading of a later section; references and Classified By are in the first one alone."""
    assert cable.section is not None  # sections are cut of a cable that has one
    return evolve(
        cable,
        transmission=stepped(cable.transmission, later) if cable.transmission is not None else None,
        section=Section(number, cable.section.total),
        references=(),
        classified_by=None,
    )


def _bounds(starts: Sequence[SectionStart], first: int) -> list[int]:
    """Which of the starts begin a section; the others are marks of pages, or are repeated, and stay where they are."""
    found, current = [], first
    for place, start in enumerate(starts):
        if start.section > current and not _is_repeated(start, starts[place + 1 : place + 2]):
            found.append(place)
            current = start.section
    return found


def _is_repeated(start: SectionStart, following: Sequence[SectionStart]) -> bool:
    """Whether another mark of the same section stands at the same place: of the two the last one counts."""
    return any(
        (other.section, other.item, other.offset) == (start.section, start.item, start.offset)
        and (start.page is None or other.page is None)
        for other in following
    )


def piece(body: Sequence[BodyItem], begin: Place, stop: Place) -> tuple[BodyItem, ...]:
    """The items from one place to another."""
    if begin == stop:
        return ()
    items = list(body[begin.item : stop.item + (stop.offset > 0)])
    if stop.offset:
        last = items[-1]
        assert isinstance(last, Paragraph | ListItem)  # sections begin inside of nothing else
        items[-1] = evolve(last, text=last.text[: stop.offset].rstrip(" "))
    if begin.offset:
        whole, rest = body[begin.item], items[0]
        assert isinstance(whole, Paragraph | ListItem)
        assert isinstance(rest, Paragraph | ListItem)
        items[0] = Paragraph(rest.text[begin.offset :])
    return tuple(items)


def _marks_above(own: Sequence[SectionStart], *, opposite: bool) -> list[SectionStart]:
    """The marks of a section, which begin with its own: that is printed above the text where it says something."""
    bound, *others = own
    marks = [evolve(bound, page=None)] if opposite else []
    return [*marks, *([bound] if bound.page is not None else ()), *others]


def _moved(start: SectionStart, begin: Place, *, back: bool) -> SectionStart:
    """A start as the section that begins at a place counts it, or back in the whole."""
    sign = -1 if back else 1
    inside = start.item == (begin.item if back else 0)
    return evolve(start, item=start.item + sign * begin.item, offset=start.offset + sign * begin.offset * inside)


def _unread_of_sections(cable: Cable, places: Sequence[Place], starts: Sequence[int]) -> list[tuple[Unread, ...]]:
    """What is unread, by section; the paths of body items and starts as each section counts them."""
    found: list[list[Unread]] = [[] for _ in starts]
    for item in cable.unread:
        after = item.after or ""
        name, index = _path(after)
        if index is None:
            found[-1 if after.startswith(_ENDS) else 0].append(item)
            continue
        firsts = [place.item for place in places[:-1]] if name == "body" else starts
        part = max(part for part, first in enumerate(firsts) if not part or first <= index)
        found[part].append(evolve(item, after=f"{name}[{index - firsts[part]}]"))
    return [tuple(items) for items in found]


def _path(after: str) -> tuple[str, int | None]:
    """The name and the index in the path of a body item or a start; no index for anything else."""
    name, _, rest = after.partition("[")
    counted = name in _COUNTED and _is_number(rest[:-1])
    return name, int(rest[:-1]) if counted else None


# ---- putting together ------------------------------------------------------------------------------------


@frozen
class _Beginning:
    """How a section begins, as its marks and its first item say."""

    #: The start that it adds to the whole.
    start: SectionStart
    #: Whether its first item is the rest of the last one before it.
    goes_on: bool
    #: The marks within it.
    marks: tuple[SectionStart, ...]


def put_together(parts: Sequence[Cable]) -> Cable:
    """One cable of sections in their order; the heading and the text head are those of the first."""
    whole = parts[0]
    if len(parts) == 1:
        return whole
    body = list(whole.body)
    starts = list(whole.section_starts)
    unread, notices, closing = list(whole.unread), list(whole.notices), list(whole.closing)
    signature = whole.signature
    empty: list[int] = []  # starts of sections without text: they begin where the next one does
    for before, part in pairwise(parts):
        beginning = _beginning(body, before, part)
        place = _joint(body, part, beginning.goes_on)
        empty.append(len(starts))
        unread += [_unread_of_whole(item, place, len(starts), len(body)) for item in part.unread]
        starts += [beginning.start, *(_moved(mark, place, back=False) for mark in beginning.marks)]
        if part.body:
            for index in empty:
                starts[index] = evolve(starts[index], item=place.item, offset=place.offset)
            empty = []
        if signature is not None:  # only the last section is signed: elsewhere it is a line that nobody owns
            unread.append(Unread(signature, f"body[{len(body) - 1}]" if body else "subject"))
        _extend(body, part, beginning.goes_on, place)
        notices += part.notices
        closing += part.closing
        signature = part.signature
    for index in empty:
        starts[index] = evolve(starts[index], item=len(body), offset=0)
    return evolve(
        whole, body=tuple(body), section_starts=tuple(starts), unread=tuple(unread), notices=tuple(notices),
        closing=tuple(closing), signature=signature,
    )  # fmt: skip


def _beginning(body: Sequence[BodyItem], before: Cable, part: Cable) -> _Beginning:
    number = section_number(part) or 1
    marks = list(part.section_starts)
    opposite = bool(marks) and _is_own(marks[0], number) and marks[0].page is None
    if opposite:
        marks.pop(0)
    start = marks.pop(0) if marks and _is_own(marks[0], number) else SectionStart(number, 0)
    last, item = (next(iter(items), None) for items in (body[-1:], part.body))
    goes_on = opposite != _would_go_on(last, item, _follows(before, number))
    return _Beginning(start, goes_on and bool(part.body), tuple(marks))


def _is_own(mark: SectionStart, number: int) -> bool:
    """Whether a mark stands above the text of the section that it names."""
    return (mark.section, mark.item, mark.offset) == (number, 0, 0)


def _follows(before: Cable, number: int) -> bool:
    """Whether a section is the next one behind another, which may hold marks of sections behind its own."""
    last = max([section_number(before) or 1, *(start.section for start in before.section_starts)])
    return number == last + 1


def _would_go_on(before: BodyItem | None, item: BodyItem | None, follows: bool) -> bool:
    """Whether an item that a section begins with is taken for the rest of the one before it.

    It is where the section follows the one before; where one is missing between them, it is where the text is open: a
    page mark does not part what words hold together.
    """
    bare = isinstance(item, Paragraph) and item.number is None and item.marking is None
    if not bare or not isinstance(before, Paragraph | ListItem):
        return False
    return follows or before.text[-1:] not in CLOSERS


def _joint(body: Sequence[BodyItem], part: Cable, goes_on: bool) -> Place:
    """Where a section begins in the whole."""
    if not goes_on:
        return Place(len(body), 0)
    last, rest = body[-1], part.body[0]
    assert isinstance(last, Paragraph | ListItem)
    assert isinstance(rest, Paragraph)
    return Place(len(body) - 1, len(last.text) + (not is_cut(last.text, rest.text)))


def _extend(body: list[BodyItem], part: Cable, goes_on: bool, place: Place) -> None:
    """Adds the items of a section."""
    items = part.body
    if goes_on:
        last, rest = body[-1], items[0]
        assert isinstance(last, Paragraph | ListItem)
        assert isinstance(rest, Paragraph)
        body[-1] = evolve(last, text=last.text.ljust(place.offset) + rest.text)
        items = items[1:]
    body.extend(items)


def _unread_of_whole(item: Unread, place: Place, first: int, count: int) -> Unread:
    """What is unread in a later section; what stands in its heading follows the text before it."""
    name, index = _path(item.after or "")
    if index is not None:
        return evolve(item, after=f"{name}[{index + (place.item if name == 'body' else first)}]")
    if name.startswith(_ENDS) or not count:
        return item
    return evolve(item, after=f"body[{count - 1}]")
