"""Wrapping at words so that reading joins the lines again: an invertible break outranks the width.

A break is permitted where the line behind it can be nothing but a further line of the same text. Where the line is full
and no break before its end is permitted, it goes on to the next permitted one; a text without any stays one long line.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

__all__ = ["Permits", "greedy", "rewrap", "wrap"]

#: Whether a break is permitted between a line and what would be the next one; the flag says that it would be the last.
Permits: TypeAlias = Callable[[str, str, bool], bool]


def greedy(text: str, first: str, width: int) -> list[str]:
    """The text behind `first`, broken at the last blank that the width allows, wherever that is."""
    whole = first + text
    last = len(whole) - width
    if last <= 0:
        return [whole]
    lines: list[str] = []
    place, begin = 0, len(first)  # the first word stays with what leads the line
    while place < last:
        stop = whole.rfind(" ", begin, place + width + 1)
        if stop <= begin:
            stop = whole.find(" ", max(place + width, begin))
            if stop < 0:
                break
        lines.append(whole[place:stop])
        place = begin = stop + 1
    lines.append(whole[place:])
    return lines


def rewrap(lines: Sequence[str], kept: int, first: str, width: int, permits: Permits) -> list[str]:
    """Lines of `greedy`, broken anew: the first `kept` of them stand behind permitted breaks, the next one does not.

    All but the last of those that are kept would be the same in `wrap`.
    """
    done, rest = list(lines[: kept - 1]), " ".join(lines[kept - 1 :])
    if not done:
        return wrap(rest[len(first) :], first, width, permits)
    behind = wrap(rest, "", width, permits, above=done[-2] if len(done) > 1 else "", before=done[-1])
    # where nothing parts the rest, its line is another than the one that the break before it was permitted for
    if len(behind[0]) > width and not permits(done[-1], behind[0], len(behind) == 1):
        return wrap(" ".join(lines)[len(first) :], first, width, permits)
    return done + behind


def wrap(
    text: str, first: str, width: int, permits: Permits, *, above: str = "", before: str = ""
) -> list[str]:  # fmt: skip
    """The text behind `first`, broken at permitted blanks alone.

    `before` is the line above it, and `above` the one above that; "" where there is none.
    """
    words = text.split(" ")
    count = len(words)
    lines: list[str] = []
    place, lead = 0, first
    while True:
        end = _filled(words, place, width - len(lead))
        stop = _break(words, place, end, (above, before), lead, width, permits) if end < count else count
        above, before = before, lead + " ".join(words[place:stop])
        # a line that goes on is another than the one that the break before it was permitted for
        if stop > end and lines and not permits(above, before, stop == count):
            return [first + text]
        lines.append(before)
        if stop == count:
            return lines
        place, lead = stop, ""


def _filled(words: Sequence[str], place: int, width: int) -> int:
    """How far words from `place` on fill a line; one at least."""
    length, end = len(words[place]), place + 1
    while end < len(words) and length + 1 + len(words[end]) <= width:
        length += 1 + len(words[end])
        end += 1
    return end


def _break(
    words: Sequence[str], place: int, end: int, lines: tuple[str, str], lead: str, width: int, permits: Permits
) -> int:  # fmt: skip
    """Where the line from `place` on ends: at the last permitted blank up to `end`, else at the next one behind it.

    `lines` are the two above it.
    """
    for stop in range(end, place, -1):
        # a line that ends early is another than the one that the break before it was permitted for
        shortened = stop == end or _may_end(lead + " ".join(words[place:stop]), *lines, permits)
        if shortened and _permitted(words, place, stop, lead, width, permits):
            return stop
    for stop in range(end + 1, len(words)):
        if _permitted(words, place, stop, lead, width, permits):
            return stop
    return len(words)


def _may_end(line: str, above: str, before: str, permits: Permits) -> bool:
    """Whether a line may end early: it, or the line before it with it, may be what neither is with more words."""
    if not before:
        return True
    return permits(before, line, False) and (not above or permits(above, f"{before}\n{line}", False))


def _permitted(words: Sequence[str], place: int, stop: int, lead: str, width: int, permits: Permits) -> bool:
    following = _filled(words, stop, width)
    # of a long line only its end matters, and a look at all of it for every word would make time quadratic
    line = lead + " ".join(words[place:stop]) if stop - place <= width else words[stop - 1].rjust(width * 2)
    return permits(line, " ".join(words[stop:following]), following == len(words))
