"""Which items of an old sequence go on in a new one: the same in order, then one for one what stands between them."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final

__all__ = ["aligned"]

#: The product of two lengths up to which the same items are sought in any place; beyond, time would not be linear.
_SOUGHT: Final = 40_000


def aligned(old: Sequence[Hashable], new: Sequence[Hashable]) -> dict[int, int]:
    """For items of `new` the item of `old` that each is, or is put in the place of; both orders agree."""
    return {there: here for here, there in _pairs(old, new)}


def _pairs(old: Sequence[Hashable], new: Sequence[Hashable]) -> Iterator[tuple[int, int]]:
    shorter = min(len(old), len(new))
    head = next((place for place in range(shorter) if old[place] != new[place]), shorter)
    rest = shorter - head
    tail = next((place for place in range(rest) if old[-1 - place] != new[-1 - place]), rest)
    yield from ((place, place) for place in range(head))
    here, there = old[head : len(old) - tail], new[head : len(new) - tail]
    if len(here) * len(there) <= _SOUGHT:
        for _, first, last, begin, end in SequenceMatcher(None, here, there, autojunk=False).get_opcodes():
            both = min(last - first, end - begin)
            yield from ((head + first + place, head + begin + place) for place in range(both))
    else:
        yield from ((head + place, head + place) for place in range(min(len(here), len(there))))
    yield from ((len(old) - place, len(new) - place) for place in range(tail, 0, -1))
