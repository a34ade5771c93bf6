"""Where the sections of a long message begin: at most a hundred lines each (ACP 127 section 208).

Lines are counted from format line 5 on, as the standard counts pages and as 467 sections of real cables do: heading and
text head are repeated in each section and leave so much less for its text. Where they leave less than one page, a page
of text is sent all the same. Sections are full, as in practice; of the places where one could end, the last is taken
at which both sections, and both together, read back as what they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from attrs import evolve, frozen

from telegram_grammar.measures import MOST_SECTIONS, PAGE_LINES, SECTION_LINES
from telegram_grammar.model import BodyItem, Cable, Heading, ListItem, Paragraph, Section, SectionStart
from telegram_grammar.parser import parse
from telegram_grammar.rendering import RenderError, lay_out, notice_lines
from telegram_grammar.rendering.body import goes_on, item_lines
from telegram_grammar.rendering.heading import transmission_lines
from telegram_grammar.section_parts import Place, as_section, cut, piece

__all__ = ["fits", "layout"]

#: Lines behind the end of a section that are laid out to see how the next one begins.
_PROBE: Final = 12


@frozen
class _Break:
    """A place where a section could end, and the lines of its body up to there."""

    place: Place
    lines: int


@frozen
class _Frame:
    """A section without its body: what is repeated, and the lines of text that it has room for."""

    cable: Cable
    lines: int
    room: int

    @classmethod
    def of(cls, cable: Cable, width: int) -> _Frame:
        """The frame of a section."""
        frame = evolve(cable, body=(), section_starts=(), unread=(), closing=(), signature=None)
        lines = lay_out(frame, width).count("\n")
        above = sum(len(notice_lines(notice)) for notice in cable.notices)
        if cable.transmission is not None:
            above += len(transmission_lines(cable.transmission))
        blank = 1  # before the body
        return cls(frame, lines, max(SECTION_LINES - (lines - above) - blank, PAGE_LINES))

    def holds(self, text: str) -> bool:
        """Whether a section is not too long."""
        return text.count("\n") - self.lines - 1 <= self.room


def fits(cable: Cable, width: int) -> bool:
    """Whether a cable is one section's length or less."""
    return _Frame.of(cable, width).holds(lay_out(cable, width))


def layout(cable: Cable, width: int) -> tuple[SectionStart, ...]:
    """The starts of sections 2 to n of a cable that has the class line of section 1.

    There are none where one section holds it all, and none where there would be more sections than can be counted.
    """
    starts: list[SectionStart] = []
    begin, number = Place(0, 0), 1
    frame = _Frame.of(evolve(cable, section=Section(1, MOST_SECTIONS)), width)
    end_lines = 2 * (len(cable.closing) + (cable.signature is not None))
    unread = _unread_lines(cable)
    while True:
        breaks = list(_breaks(cable.body, begin, frame.room, width, unread))
        end = breaks[-1] if breaks and breaks[-1].place.item == len(cable.body) else None
        if end is not None and (end.lines + end_lines <= frame.room or len(breaks) == 1):
            return tuple(starts)
        place = _best(frame, cable, begin, [one for one in breaks if one is not end], width)
        if place is None:
            return tuple(starts)
        number += 1
        if number > MOST_SECTIONS:
            return ()
        starts.append(SectionStart(number, place.item, place.offset))
        frame = _Frame.of(as_section(frame.cable, number, 1), width)
        begin = place


def _unread_lines(cable: Cable) -> dict[str, int]:
    """How many lines what is unread takes, by what it follows; blank lines may stand about it."""
    lines: dict[str, int] = {}
    for item in cable.unread:
        after = item.after or ""
        lines[after] = lines.get(after, 0) + item.text.count("\n") + 1
    return lines


def _breaks(
    body: Sequence[BodyItem], begin: Place, room: int, width: int, unread: dict[str, int]
) -> Iterator[_Break]:  # fmt: skip
    """The places where the section that begins at a place could end, in order: one at least, if only the body's end.

    No section ends behind a heading or inside an item that is no prose, and none begins with a paragraph that would be
    taken for the rest of the one before.
    """
    lines, found = 0, False
    before: BodyItem | None = None
    for index in range(begin.item, len(body)):
        item = body[index]
        if index == begin.item and begin.offset:
            assert isinstance(item, Paragraph | ListItem)
            item = Paragraph(_front(item.text[begin.offset :], room * width))
        elif isinstance(item, Paragraph | ListItem):
            item = evolve(item, text=_front(item.text, room * width))
        if before is not None and not isinstance(before, Heading) and not _seems_to_go_on(before, item):
            if found and lines > room:
                return
            found = True
            yield _Break(Place(index, 0), lines)
        lines += before is not None and not goes_on(before, item)
        printed = item_lines(item, index, width)
        if isinstance(item, Paragraph | ListItem):
            offset = begin.offset if index == begin.item else 0
            offset += len(item.text) - sum(map(len, printed)) - len(printed) + 1
            for number, line in enumerate(printed[:-1], 1):
                offset += len(line) + 1
                if found and lines + number > room:
                    return
                found = True
                yield _Break(Place(index, offset), lines + number)
        lines += len(printed) + unread.get(f"body[{index}]", 0)
        before = item
    if not found or lines <= room:
        yield _Break(Place(len(body), 0), lines)


def _front(text: str, size: int) -> str:
    """As much of the text as can be of use, up to a blank: time would be quadratic in a paragraph's length."""
    stop = text.find(" ", size) if len(text) > size else -1
    return text if stop < 0 else text[:stop]


def _seems_to_go_on(before: BodyItem, item: BodyItem) -> bool:
    bare = isinstance(item, Paragraph) and item.number is None and item.marking is None
    return bare and isinstance(before, Paragraph | ListItem)


def _best(frame: _Frame, cable: Cable, begin: Place, breaks: Sequence[_Break], width: int) -> Place | None:
    """The last break at which all reads back; where there is none, the last one of all."""
    for one in reversed(breaks):
        if _is_clean(frame, cable, begin, one.place, width):
            return one.place
    return breaks[-1].place if breaks else None


def _is_clean(frame: _Frame, cable: Cable, begin: Place, place: Place, width: int) -> bool:
    """Whether the section up to a place, what follows it, and both together read back as what they are."""
    assert frame.cable.section is not None
    body = piece(cable.body, begin, _behind(cable.body, place, width))
    offset = place.offset - (begin.offset if place.item == begin.item else 0)
    start = SectionStart(frame.cable.section.number + 1, place.item - begin.item, offset)
    both = evolve(frame.cable, body=body, section_starts=(start,))
    section, rest = cut(both)
    try:
        text = lay_out(section, width)
        return frame.holds(text) and parse(text).cable == section and all(
            parse(lay_out(one, width)).cable == one for one in (rest, both)
        )  # fmt: skip
    except RenderError:
        return False


def _behind(body: Sequence[BodyItem], place: Place, width: int) -> Place:
    """A place some lines behind another, at an end of a line or of an item."""
    room = _PROBE * width
    index, offset = place.item, place.offset
    while index < len(body):
        item = body[index]
        if not isinstance(item, Paragraph | ListItem):
            index, offset, room = index + 1, 0, room - width
        elif len(item.text) - offset <= room:
            room -= len(item.text) - offset
            index, offset = index + 1, 0
        else:
            stop = item.text.find(" ", offset + max(room, 1))
            return Place(index, stop + 1) if stop >= 0 else Place(index + 1, 0)
        if room <= 0 and not isinstance(item, Heading):
            break
    return Place(index, 0)
