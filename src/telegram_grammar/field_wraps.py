"""Where a field of the text head goes on behind what stands between its lines: the end of a page, or a blank line.

Its words tell: a comma, or a word that another must follow, leaves a field open.
"""

from __future__ import annotations

from typing import Final

from telegram_grammar.interruptions import BLANKS_OF_A_MARK
from telegram_grammar.line_patterns import line_matcher
from telegram_grammar.tree import Leaf
from telegram_grammar.words import content, word_start

__all__ = [
    "BETWEEN_PAGES",
    "FIELDS",
    "FURTHER_LINES",
    "OF_PAGES",
    "PAGES",
    "behind_page",
    "bridge_pages",
    "ends_open",
    "join_subject",
]

#: Fields of the text head: what stands between two of them belongs to the text head.
FIELDS: Final = frozenset({"EXECUTIVE_ORDER", "TAGS", "SUBJECT", "REFERENCE", "CLASSIFIED_BY", "REASON"})
#: What tells where a page begins.
PAGES: Final = frozenset({"PAGE_MARK", "PAGE_HEAD"})
#: What a page ends and begins with: its marks and heads, and the stamp of an archive.
OF_PAGES: Final = PAGES | {"MARGIN_STAMP"}
#: The same with the blank lines about it.
BETWEEN_PAGES: Final = OF_PAGES | {"BLANK"}
#: How fields stand where all of them are parted by blank lines.
_SPACED: Final = ["EXECUTIVE_ORDER", "BLANK", "TAGS", "BLANK", "SUBJECT"]
#: What goes on with a field above it.
FURTHER_LINES: Final = frozenset({"TEXT", "REFERENCE_ITEM", "REASON"})
#: What may go on behind a page mark.
_WRAPPED: Final = frozenset({*FIELDS, "REFERENCE_ITEM", "TEXT"})


def behind_page(text: str, leaves: list[Leaf], place: int) -> int:
    """Where the last field goes on behind the end of a page that stands at `place`, 0 where it does not.

    Behind blank lines about the mark the body may begin, unless the words above leave the field open.
    """
    behind = _page_end(leaves, place)
    return behind if _is_bridged(text, leaves, place, behind, fits=False) else 0


def _page_end(leaves: list[Leaf], place: int) -> int:
    """Where the marks, stamps and blank lines end that begin at `place`."""
    while place < len(leaves) and leaves[place].kind in BETWEEN_PAGES:
        place += 1
    return place


def _is_bridged(text: str, leaves: list[Leaf], place: int, behind: int, *, fits: bool) -> bool:
    """Whether a field goes on behind the end of a page, from `place` up to `behind`.

    `fits` says that a line without a sentence does so in any case.
    """
    kinds = {leaf.kind for leaf in leaves[place:behind]}
    if behind >= len(leaves) or OF_PAGES.isdisjoint(kinds):
        return False
    blanks = [text.count("\n", leaf.start, leaf.end) for leaf in leaves[place:behind] if leaf.kind == "BLANK"]
    if sum(blanks) > BLANKS_OF_A_MARK:
        return False
    above, below = leaves[place - 1], leaves[behind]
    if below.kind not in FURTHER_LINES or above.kind not in _WRAPPED:
        return False
    if "BLANK" not in kinds or below.kind != "TEXT":
        return True
    if fits and line_matcher("subject_wrap").fullmatch(text, *content(text, below.start, below.end)):
        return True
    return ends_open(text, *content(text, above.start, above.end))


def join_subject(text: str, leaves: list[Leaf], first: int) -> None:
    """A subject goes on behind a blank line where its last word leaves it open, or where all fields stand apart so."""
    for place in range(first, len(leaves) - 1):
        if leaves[place].kind != "SUBJECT":
            continue
        last = place + (leaves[place + 1].kind == "TEXT")
        kinds = [leaf.kind for leaf in leaves[last + 1 : last + 5]]
        if kinds[:2] != ["BLANK", "TEXT"]:
            continue
        spaced = [leaf.kind for leaf in leaves[max(place - 4, 0) : place + 1]] == _SPACED
        start, end = content(text, leaves[last + 2].start, leaves[last + 2].end)
        behind = [kind for kind in kinds[2:] if kind != "BLANK"]
        before = content(text, leaves[place].start, leaves[last].end)[1]
        is_open = ends_open(text, leaves[place].start, before)
        fits = line_matcher("subject_wrap").fullmatch(text, start, end) is not None
        if fits and (is_open or (spaced and behind[:1] and behind[0] in FIELDS)):
            leaves[last + 1].kind = "BLANK_WITHIN"


def ends_open(text: str, start: int, end: int) -> bool:
    """Whether the words end in a comma or in a word that another must follow."""
    begin = word_start(text, start, end)
    places = (begin - 1, end - 1) if begin > start else (end - 1,)
    return any(line_matcher("open_end").fullmatch(text, place, end) for place in places)


def bridge_pages(text: str, leaves: list[Leaf], first: int) -> None:
    """The end of a page inside a wrapped field: the blank lines about it part nothing."""
    place = first + 1
    while place < len(leaves):
        behind = _page_end(leaves, place)
        if behind > place and _is_bridged(text, leaves, place, behind, fits=True):
            for blank in leaves[place:behind]:
                if blank.kind == "BLANK":
                    blank.kind = "MARK_GAP"
        place = behind + 1
