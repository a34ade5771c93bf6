"""Stage 2: leaves -> tree, by the strict LALR(1) grammar, repaired where the lines do not follow it.

There is one grammar and no tolerant one beside it. Where a line cannot stand, the cheapest sequence of repairs wins
that lets the parser go on for a few lines; costs are data (`COSTS`), look-ahead is bounded, and every repair is
recorded.

What a line kind does to the parser's stack is worked out once (`parser_stack`): a step is one dictionary look-up, and
a trial is free.
"""

from __future__ import annotations

import enum
import functools
import heapq
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import define, frozen

from telegram_grammar.parser_stack import END, Closing, Configuration, empty_stack
from telegram_grammar.tree import Leaf, Node, Part, insert, new_leaf, new_node

__all__ = ["COSTS", "UNREAD", "Repair", "RepairKind", "Structure", "structure"]


class RepairKind(enum.Enum):
    """What a repair does to the stream of lines."""

    SKIP_BLANK = "skip blank"
    READ_AS_TEXT = "read as text"
    INSERT = "insert"
    SET_ASIDE = "set aside"


#: What a repair costs; the cheapest sequence wins. A run of lines set aside is one repair: further lines cost little.
COSTS: Final = {
    RepairKind.SKIP_BLANK: 1.0,
    RepairKind.READ_AS_TEXT: 2.0,
    RepairKind.INSERT: 3.0,
    RepairKind.SET_ASIDE: 4.0,
}
_FURTHER_LINE: Final = 0.5
#: A line put in behind one of its kind that was set aside is that one moved: one repair. Only the first one is,
#: else to set lines aside and to put them in again would be cheaper than any repair of those that follow them.
_MOVED_LINE: Final = 0.5
#: What it costs more to put in a line of a kind that follows further down: that one then stands out of its place.
_LATER_LINE: Final = 1.5

#: The blank lines at the very end of a message, which say nothing: so they are called once a repair was made.
_FINAL_BLANK: Final = "FINAL_BLANK"
#: Kinds that may stand anywhere and belong to no production: they go into the tree beside them.
_EXTRAS: Final = frozenset(
    {"PAGE_MARK", "PAGE_HEAD", "MARGIN_STAMP", "LONE_PILCROW", "MARK_GAP", "BOM", "OTHER_MESSAGE", _FINAL_BLANK}
)
#: Lines that the grammar demands, so that their absence can be a repair.
_MANDATORY: Final = (
    "ROUTING", "STATION", "SECURITY", "DTG", "ORIGINATOR", "ACTION", "CLASS", "EXECUTIVE_ORDER", "TAGS", "SUBJECT",
)  # fmt: skip
#: The same, to look for one of them among repairs.
_INSERTED: Final[frozenset[RepairKind | str]] = frozenset(_MANDATORY)
#: Claims of the text head that are plain text where they cannot stand.
_AS_TEXT: Final = frozenset({"REASON", "NOTICE", "REFERENCE_ITEM"})
#: A repair must let so many lines pass.
_LINES_TO_PASS: Final = 3
#: So many trials at most for one repair, and so many lines ahead.
_TRIALS: Final = 600
_AHEAD: Final = 12
#: A line of a kind that was put in is looked for within so many lines.
_SAME_PART: Final = 60
#: The kind of a line that was set aside.
UNREAD: Final = "UNREAD"
#: The text ends inside a production and nothing can complete it: its last part is set aside.
_STOP: Final = "$STOP"


@frozen
class Repair:
    """One repair: what was done, at which leaf. For an insertion, `leaf` is the missing line, of zero width."""

    kind: RepairKind
    leaf: Leaf
    #: The kind of the line after which it happened.
    after: str
    #: What the line claimed to be, of one that was set aside: its leaf is then `UNREAD`.
    claim: str = ""


@define
class Structure:
    """The tree of a text, and the repairs it took."""

    root: Node
    repairs: tuple[Repair, ...]
    #: Whether lines stand in it beside the productions: page marks and the like, or what was set aside.
    has_strays: bool


def structure(leaves: Sequence[Leaf], size: int) -> Structure:
    """The tree over the leaves of a text of `size` characters. Total: whatever the kinds are, a tree comes back."""
    here = top = empty_stack()
    # the parts of all productions that are open, one behind another, and where each symbol of the stack begins in them
    parts: list[Part] = []
    begins: list[int] = []
    repairs: list[Repair] = []
    aside: list[Leaf] = []
    place, after = 0, "the top"
    count = len(leaves)
    elsewhere: list[int] = []  # where lines stand that were put in above
    if leaves and leaves[-1].kind == "OTHER_MESSAGE":
        size = leaves[-1].start  # what this message lacks is missing at its own end
    final = _final_blank(leaves)
    # behind the last line of the message, so that a missing one never stands behind what follows the message
    last = len(leaves) - 1
    while last >= 0 and leaves[last].kind in _EXTRAS:
        last -= 1
    end = leaves[last].end if last >= 0 else size
    stream = [*leaves, new_leaf(END, end, end)]
    while True:
        first = place
        elsewhere = [index for index in elsewhere if index >= place]
        place, here = _follow(stream, place, elsewhere[0] if elsewhere else count + 1, here, parts, begins)
        if place > count:
            break
        after = stream[place - 1].kind if place > first else after
        leaf = stream[place]
        if place in elsewhere:
            aside.append(leaf)
            repairs.append(_set_aside(leaf, after))
            place += 1
            continue
        if not _is_parted(here, leaf.kind, leaves, place) and here.step(leaf.kind) is not None:
            here, after = _shift(here, leaf, parts, begins), leaf.kind
            place += 1
            continue
        if leaf.kind in _EXTRAS:
            aside.append(leaf)
            place += 1
            continue
        if final is not None:  # it lets no repair pass
            final.kind = _FINAL_BLANK
        if here is not top and all(part.kind == "BLANK" for part in parts):
            # at the very top blank lines say nothing either: the repair is the one that it is without them
            aside += [part for part in parts if isinstance(part, Leaf)]
            here = top
            parts.clear()
            begins.clear()
        for repair in _repairs(here, leaves, place, size):
            while place < count and leaves[place].kind in _EXTRAS:
                aside.append(leaves[place])
                place += 1
            if repair is RepairKind.SKIP_BLANK:
                aside.append(leaves[place])
                repairs.append(Repair(repair, leaves[place], after))
                place += 1
            elif repair is RepairKind.SET_ASIDE:
                aside.append(leaves[place])
                repairs.append(_set_aside(leaves[place], after))
                place += 1
            elif repair is RepairKind.READ_AS_TEXT:
                repairs.append(Repair(repair, leaves[place], after))
                leaf = new_leaf("TEXT", leaves[place].start, leaves[place].end)
                here = _shift(here, leaf, parts, begins)
                place += 1
            elif repair == _STOP:
                assert here.below is not None  # the empty text needs no repair
                here = here.below
                begin = begins.pop()
                part, parts[begin:] = new_node("", parts[begin:]), []
                for leaf in reversed([*part.leaves()]):
                    aside.append(leaf)
                    repairs.append(_set_aside(leaf, after))
            else:
                at = leaves[place].start if place < count else size
                leaf = new_leaf(str(repair), at, at)
                repairs.append(Repair(RepairKind.INSERT, leaf, after))
                here = _shift(here, leaf, parts, begins)
                elsewhere = sorted({*elsewhere, *_further_down(leaves, place, leaf.kind)})
    root = parts[0] if parts and isinstance(parts[0], Node) else new_node("start", [])
    if aside:
        insert(root, aside)
    if final is not None:
        final.kind = "BLANK"
    return Structure(root, tuple(repairs), bool(aside))


def _final_blank(leaves: Sequence[Leaf]) -> Leaf | None:
    """The blank lines with which a message ends."""
    last = len(leaves) - 1
    if last >= 0 and leaves[last].kind == "OTHER_MESSAGE":
        last -= 1
    return leaves[last] if last >= 0 and leaves[last].kind == "BLANK" else None


def _further_down(leaves: Sequence[Leaf], place: int, kind: str) -> Iterator[int]:
    """Where the next line of a kind stands, if it is soon."""
    for index in range(place, min(place + _SAME_PART, len(leaves))):
        if leaves[index].kind == kind:
            yield index
            return


def _set_aside(leaf: Leaf, after: str) -> Repair:
    """Takes a line out of its kind, so that no stage takes it for what it claims to be."""
    repair = Repair(RepairKind.SET_ASIDE, leaf, after, leaf.kind)
    leaf.kind = UNREAD
    return repair


def _follow(
    stream: list[Leaf], place: int, stop: int, here: Configuration, parts: list[Part], begins: list[int]
) -> tuple[int, Configuration]:  # fmt: skip
    """Takes the lines up to `stop`; returns where one cannot stand or must be looked at first, or `stop`."""
    for at in range(place, stop):
        leaf = stream[at]
        try:
            plan, target = here.planned[leaf.kind]
        except KeyError:
            return at, here
        if plan is not None:
            rule, joined, joins, closings, unparted = plan
            if unparted and _next_kind(stream, at + 1) in unparted:
                return at, here
            if rule:  # what `_close` does, without detours
                if joined:
                    begins.pop()
                begin = begins[-1]
                node = Node()
                node.kind = rule
                node.children = parts[begin:]
                if joins:  # the next symbol begins where the one begins that is put to that below it
                    parts[begin:] = node, leaf
                    begins[-1] = begin + 1
                    here = target
                    continue
                parts[begin:] = [node]
            elif joins:
                begins[-1] = len(parts)
                parts.append(leaf)
                here = target
                continue
            elif closings:
                _close(closings, parts, begins)
        here = target
        begins.append(len(parts))
        parts.append(leaf)
    return stop, here


def _shift(here: Configuration, leaf: Leaf, parts: list[Part], begins: list[int]) -> Configuration:
    step = here.step(leaf.kind)
    assert step is not None  # it was tried
    _close(step.closings, parts, begins)
    begins.append(len(parts))
    parts.append(leaf)
    return step.target


def _close(closings: tuple[Closing, ...], parts: list[Part], begins: list[int]) -> None:
    """Closes productions.

    What goes straight into the rule above leaves its parts where they are, so that a long repetition costs nothing.
    """
    for fewer, rule in closings:
        if fewer < 0:
            begins.append(len(parts))
        elif fewer:
            del begins[-fewer:]
        if rule:
            begin = begins[-1]
            parts[begin:] = [new_node(rule, parts[begin:])]


def _is_parted(here: Configuration, kind: str, leaves: Sequence[Leaf], place: int) -> bool:
    """Whether a line is a blank one that would keep the line behind it from standing."""
    step = here.step(kind) if kind == "BLANK" else None
    if step is None:
        return False
    unparted = here.parted_by(step) if step.unparted is None else step.unparted
    return bool(unparted) and _next_kind(leaves, place + 1) in unparted


def _next_kind(leaves: Sequence[Leaf], place: int) -> str:
    while place < len(leaves) and leaves[place].kind in _EXTRAS:
        place += 1
    return leaves[place].kind if place < len(leaves) else END


def _repairs(here: Configuration, leaves: Sequence[Leaf], place: int, size: int) -> tuple[RepairKind | str, ...]:
    """The cheapest repairs at `place`: each is what to do with the line there, or the kind of a line to insert."""
    ahead: list[str] = []
    index = place
    while index < len(leaves) and len(ahead) < _AHEAD:
        if leaves[index].kind not in _EXTRAS:
            ahead.append(leaves[index].kind)
        index += 1
    if len(ahead) < _AHEAD:
        ahead.append(END)
    beyond = frozenset(leaf.kind for leaf in leaves[index : place + _SAME_PART])
    return _search(here, tuple(ahead), _INSERTED - beyond)


@functools.lru_cache(maxsize=8192)
def _search(
    here: Configuration, ahead: tuple[str, ...], insertable: frozenset[RepairKind | str]
) -> tuple[RepairKind | str, ...]:
    """Uniform-cost search over (configuration, line); the first line decides what is done now, the rest is evidence."""
    queue: list[tuple[float, int, int, int, Configuration, tuple[RepairKind | str, ...]]] = [(0.0, 0, 0, 0, here, ())]
    seen: set[tuple[int, int, int]] = set()
    order = 0
    for _ in range(_TRIALS):
        if not queue:
            break
        cost, _, line, passed, top, done = heapq.heappop(queue)
        key = (id(top), line, passed)
        if key in seen:
            continue
        seen.add(key)
        if done and (passed >= _LINES_TO_PASS or line >= len(ahead)):
            return _first_repairs(done)
        if line >= len(ahead):
            continue
        kind = ahead[line]
        options: list[tuple[float, int, int, Configuration, RepairKind | str]] = []
        step = top.step(kind)
        if step is not None and (line or done):
            options.append((0.0, line + 1, passed + 1, step.target, "shift"))
        if kind != END:
            last = done[-1] if done else None
            if kind == "BLANK":
                options.append((COSTS[RepairKind.SKIP_BLANK], line + 1, 0, top, RepairKind.SKIP_BLANK))
            else:
                aside = _FURTHER_LINE if last is RepairKind.SET_ASIDE else COSTS[RepairKind.SET_ASIDE]
                options.append((aside, line + 1, 0, top, RepairKind.SET_ASIDE))
            as_text = top.step("TEXT") if kind in _AS_TEXT else None
            if as_text is not None:
                options.append((COSTS[RepairKind.READ_AS_TEXT], line + 1, 0, as_text.target, RepairKind.READ_AS_TEXT))
        following = ahead[line:]  # a line that was set aside is behind: another of its kind may be put in
        for missing in _MANDATORY:
            inserted = top.step(missing) if missing not in done else None
            if inserted is not None:
                moved = RepairKind.SET_ASIDE in done and missing in ahead[:line] and _INSERTED.isdisjoint(done)
                price = _MOVED_LINE if moved else COSTS[RepairKind.INSERT]
                if missing not in insertable or missing in following:
                    price += _LATER_LINE
                options.append((price, line, 0, inserted.target, missing))
        for extra, next_line, next_passed, target, what in options:
            order += 1
            heapq.heappush(queue, (cost + extra, order, next_line, next_passed, target, (*done, what)))
    if ahead[0] == END:
        return (_STOP,)
    return (RepairKind.SKIP_BLANK if ahead[0] == "BLANK" else RepairKind.SET_ASIDE,)


def _first_repairs(done: tuple[RepairKind | str, ...]) -> tuple[RepairKind | str, ...]:
    """The repairs up to the first line that passes."""
    first = done.index("shift") if "shift" in done else len(done)
    return done[:first]
