"""Lines of some parts put into a source in the place of others; every other character stays as it is."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from attrs import define, field, frozen

from telegram_grammar.markup import without_markup
from telegram_grammar.words import BLANKS

__all__ = ["Placed", "Printed", "Reach", "Splice"]

_BYTE_ORDER_MARK: Final = "\ufeff"
#: The blanks inside a line; a CR that is no part of its end is one.
_INNER_BLANKS: Final = " \t\xa0\f\r"


@frozen
class Placed:
    """A part where it stands in the source: its attribute, its words in canonical text, its range."""

    attribute: str
    words: str
    start: int
    end: int


@frozen
class Printed:
    """A part as it is to be printed: its lines, and how many blank lines stand before them in canonical text."""

    attribute: str
    lines: Sequence[str]
    blanks: int


class Reach(enum.Enum):
    """How much of the text about a change is laid out anew. The least that reads back right is taken."""

    #: The range of a part itself.
    PART = enum.auto()
    #: Whole lines, with all parts that stand on them; blank lines are added where canonical text has them.
    LINES = enum.auto()
    #: The items before and behind in the same attribute as well; blank lines as in canonical text.
    NEIGHBOURS = enum.auto()
    #: All of the attribute.
    ATTRIBUTE = enum.auto()


@define
class _Region:
    """Lines that are laid out anew: the range, the old parts there, and the new ones in order."""

    start: int
    end: int
    olds: list[int]
    news: list[int] = field(factory=list)


@define
class Splice:
    """A change of a source: what stands there, what is to be printed, and which new part takes an old one's place."""

    source: str
    olds: Sequence[Placed]
    news: Sequence[Printed]
    #: New parts by old ones, both by number; what is in neither goes out or comes in.
    follows: Mapping[int, int]
    #: The old parts that are printed otherwise, or no longer.
    changed: frozenset[int]
    _line_end: str = field(default="\n", init=False)

    def __attrs_post_init__(self) -> None:
        """Takes over how the first line of the source ends."""
        first = self.source.find("\n")
        if first >= 0:
            self._line_end = self.source[len(self.source[:first].rstrip("\r")) : first + 1]

    def text(self, reach: Reach) -> str | None:
        """The source with the change; None where two of its edits would meet."""
        edits = self._parts() if reach is Reach.PART else self._lines(reach)
        pieces: list[str] = []
        place = 0
        for start, end, words in sorted(edits):
            if start < place:
                return None
            pieces += [self.source[place:start], words]
            place = end
        return "".join([*pieces, self.source[place:]])

    # ---- parts by themselves -----------------------------------------------------------------------------

    def _parts(self) -> Iterator[tuple[int, int, str]]:
        after = {old: new for new, old in self.follows.items()}
        gone: list[_Region] = []
        for number in sorted(self.changed, key=lambda number: self.olds[number].start):
            old = self.olds[number]
            start, end = self._with_blanks(old.start, old.end)
            if number in after:
                yield start, end, self._line_end.join(self.news[after[number]].lines)
            elif gone and not self.source[gone[-1].end : start].strip(BLANKS):
                gone[-1].end = max(end, gone[-1].end)
            else:
                gone.append(_Region(start, end, []))
        for region in gone:
            yield (*self._without(region.start, region.end), "")
        for run in self._runs(set(self.follows)):
            yield self._inserted(run, behind=True)

    def _without(self, start: int, end: int) -> tuple[int, int]:
        """What to take out with a range: its lines, if but markup is left of them, or the blanks beside it."""
        source, first, last = self.source, self._begin(start), self._end(end)
        if not without_markup(source[first:start]).strip(BLANKS) and not without_markup(source[end:last]).strip(BLANKS):
            return self._without_lines(first, last)
        if self._begins(start):
            while source[end] in _INNER_BLANKS:
                end += 1
        else:
            while source[start - 1] in _INNER_BLANKS:
                start -= 1
        return start, end

    def _without_lines(self, start: int, end: int) -> tuple[int, int]:
        """Lines to take out, with the blank lines on one side where there are some on both, or nothing beyond."""
        before, behind = self._blanks_before(start), self._blanks_behind(end)
        if (behind[-1] if behind else end) == len(self.source):
            return (before[-1] if before else start), end
        if (before[-1] if before else start) == self._top():
            return start, (behind[-1] if behind else end)
        both = min(len(before), len(behind))
        return start, (behind[both - 1] if both else end)

    def _runs(self, placed: set[int]) -> Iterator[list[int]]:
        """The new parts without a place, those together that follow one another."""
        run: list[int] = []
        for number in range(len(self.news) + 1):
            if number < len(self.news) and number not in placed:
                run.append(number)
            elif run:
                yield run
                run = []

    def _inserted(self, run: Sequence[int], *, behind: bool) -> tuple[int, int, str]:
        """New parts on lines of their own behind the part before them, or before the one that follows."""
        before = next((self.follows[new] for new in range(run[0] - 1, -1, -1) if new in self.follows), None)
        following = next((self.follows[new] for new in range(run[-1], len(self.news)) if new in self.follows), None)
        wanted = self.news[run[0]].blanks
        wanted_behind = self.news[run[-1] + 1].blanks if run[-1] + 1 < len(self.news) else 0
        lines = self._laid_out(run)
        if before is None or (following is not None and not behind):
            place = self._top() if following is None else self._begin(self.olds[following].start)
            blanks_before = self._blanks_before(place)
            if before is not None:
                lines = [""] * (wanted - len(blanks_before)) + lines
            return place, place, self._whole([*lines, *[""] * wanted_behind])
        place = self._end(self.olds[before].end)
        if place and self.source[place - 1] != "\n":
            words = "".join(f"{self._line_end}{line}" for line in [*[""] * wanted, *lines])
            ended = len(self.source) - len(self.source.rstrip("\r"))  # a line end that lost its LF
            return place, place, words[min(ended, self._line_end.count("\r")) :]
        blanks = self._blanks_behind(place)
        if wanted and not wanted_behind and following is not None:
            lines = [""] * (wanted - len(blanks)) + lines
            place = blanks[-1] if blanks else place
        else:
            lines = [""] * wanted + lines + ([""] * (wanted_behind - len(blanks)) if place < len(self.source) else [])
        return place, place, self._whole(lines)

    # ---- whole lines -------------------------------------------------------------------------------------

    def _lines(self, reach: Reach) -> Iterator[tuple[int, int, str]]:
        touched = self._touched(reach)
        regions = self._regions(touched)
        owner = {old: region for region in regions for old in region.olds}
        home: dict[int, _Region] = {}
        for number in range(len(self.news)):
            old = self.follows.get(number)
            if old is not None:
                region = owner.get(old)
            else:  # a new part comes to the one before it, or else to the one behind it
                region = home.get(number - 1)
                if region is None and number - 1 not in self.follows and number + 1 in self.follows:
                    region = owner.get(self.follows[number + 1])
            if region is not None:
                region.news.append(number)
                home[number] = region
        for region in regions:
            if region.news:
                yield self._region_edit(region, exact=reach is not Reach.LINES)
            else:
                yield (*self._without_lines(region.start, region.end), "")
        for run in self._runs({*home, *self.follows}):
            yield self._inserted(run, behind=reach is not Reach.LINES)

    def _touched(self, reach: Reach) -> set[int]:
        """The old parts that are laid out anew."""
        touched = set(self.changed)
        coming = [number for number in range(len(self.news)) if number not in self.follows]
        if reach in (Reach.LINES, Reach.PART):
            return touched
        attributes = {self.olds[old].attribute for old in touched} | {self.news[new].attribute for new in coming}
        if reach is Reach.ATTRIBUTE:
            return touched | {number for number, old in enumerate(self.olds) if old.attribute in attributes}
        near = {number + step for number in touched for step in (-1, 1)}
        near |= {self.follows[new + step] for new in coming for step in (-1, 1) if new + step in self.follows}
        return touched | {
            number for number in near if 0 <= number < len(self.olds) and self.olds[number].attribute in attributes
        }

    def _regions(self, touched: set[int]) -> list[_Region]:
        """The lines of the touched parts, with all parts that share one; regions that blanks alone part are one."""
        shared: list[_Region] = []
        for number in sorted(range(len(self.olds)), key=lambda number: self.olds[number].start):
            old = self.olds[number]
            if shared and old.start < shared[-1].end:
                shared[-1].olds.append(number)
                if old.end > shared[-1].end:
                    shared[-1].end = self._end(old.end)
            else:
                shared.append(_Region(self._begin(old.start), self._end(old.end), [number]))
        regions: list[_Region] = []
        for region in shared:
            if touched.isdisjoint(region.olds):
                continue
            if regions and not self.source[regions[-1].end : region.start].strip(BLANKS):
                regions[-1].end = region.end
                regions[-1].olds += region.olds
            else:
                regions.append(region)
        return regions

    def _region_edit(self, region: _Region, *, exact: bool) -> tuple[int, int, str]:
        """New lines for a region, with the blank lines of canonical text before and behind them."""
        lines = self._laid_out(region.news)
        start, end = region.start, region.end
        before, behind = self._blanks_before(start), self._blanks_behind(end)
        first, last = region.news[0], region.news[-1]
        if first and (before[-1] if before else start) > self._top():
            wanted = self.news[first].blanks
            lines = [""] * (wanted - len(before)) + lines
            if exact and len(before) > wanted:
                start = before[len(before) - wanted - 1]
        if last + 1 < len(self.news) and (behind[-1] if behind else end) < len(self.source):
            wanted = self.news[last + 1].blanks
            lines = lines + [""] * (wanted - len(behind))
            if exact and len(behind) > wanted:
                end = behind[len(behind) - wanted - 1]
        words = self._whole(lines)
        if end == len(self.source) and not self.source.endswith("\n"):
            words = words.removesuffix(self._line_end)
        return start, end, words

    # ---- lines -------------------------------------------------------------------------------------------

    def _laid_out(self, numbers: Iterable[int]) -> list[str]:
        """The lines of new parts with the blank lines between them."""
        lines: list[str] = []
        for number in numbers:
            if lines:
                lines += [""] * self.news[number].blanks
            lines += self.news[number].lines
        return lines

    def _whole(self, lines: Iterable[str]) -> str:
        return "".join(f"{line}{self._line_end}" for line in lines)

    def _top(self) -> int:
        return len(_BYTE_ORDER_MARK) if self.source.startswith(_BYTE_ORDER_MARK) else 0

    def _begin(self, place: int) -> int:
        """Where the line of a place begins."""
        return max(self.source.rfind("\n", 0, place) + 1, self._top())

    def _end(self, place: int) -> int:
        """Where the line of a place ends, line end and all."""
        end = self.source.find("\n", place)
        return len(self.source) if end < 0 else end + 1

    def _begins(self, place: int) -> bool:
        """Whether a line begins at a place."""
        return place == self._top() or self.source[place - 1 : place] == "\n"

    def _stops(self, place: int) -> bool:
        """Whether nothing but the line end stands behind a place on its line."""
        while self.source[place : place + 1] == "\r":
            place += 1
        return self.source[place : place + 1] in ("", "\n")

    def _with_blanks(self, start: int, end: int) -> tuple[int, int]:
        """A range with the blanks around it as far as they reach to the ends of its line."""
        begin, stop = start, end
        while begin > self._top() and self.source[begin - 1] in _INNER_BLANKS:
            begin -= 1
        while not self._stops(stop) and self.source[stop] in _INNER_BLANKS:
            stop += 1
        return begin if self._begins(begin) else start, stop if self._stops(stop) else end

    def _blanks_before(self, place: int) -> list[int]:
        """Where the blank lines right before a line begin, the nearest first."""
        found: list[int] = []
        while place > self._top():
            begin = self._begin(place - 1)
            if self.source[begin:place].strip(BLANKS):
                break
            found.append(begin)
            place = begin
        return found

    def _blanks_behind(self, place: int) -> list[int]:
        """Where the blank lines right behind a line end, the nearest first."""
        found: list[int] = []
        while place < len(self.source):
            end = self._end(place)
            if self.source[place:end].strip(BLANKS):
                break
            found.append(end)
            place = end
        return found
