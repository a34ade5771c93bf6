"""The tree: what no production took is put back where it stands, and as deep."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from telegram_grammar.tree import Leaf, Node, Part, insert, new_leaf, new_node


@given(st.lists(st.lists(st.booleans(), min_size=1, max_size=4), max_size=5))
def test_strays_stand_inside_the_node_around_them_and_else_beside_it(groups: list[list[bool]]) -> None:
    """Each list is a node, each true a leaf of it, each false a stray; a node without leaves is none."""
    children: list[Part] = []
    expected: list[list[int] | int] = []
    strays: list[Leaf] = []
    place = 0
    for group in groups:
        leaves: list[Part] = []
        starts: list[int] = []
        outside: list[int] = []  # strays before the node's first leaf, or behind its last one
        for taken in group:
            leaf = new_leaf("LEAF" if taken else "STRAY", place, place + 1)
            place += 1
            if taken:
                starts += [*outside, leaf.start] if starts else [leaf.start]
                if len(leaves) == 0:
                    expected += outside
                outside = []
                leaves.append(leaf)
            else:
                strays.append(leaf)
                outside.append(leaf.start)
        if leaves:
            children.append(new_node("node", leaves))
            expected.append(starts)
        expected += outside
    root = new_node("root", children)
    insert(root, strays[::-1])
    assert [_starts(part) for part in root.children] == expected


def _starts(part: Part) -> list[int] | int:
    return [child.start for child in part.children] if isinstance(part, Node) else part.start


def test_a_line_that_is_missing_stands_before_the_stray_at_its_place() -> None:
    root = new_node("root", [new_leaf("A", 0, 2), new_node("node", [new_leaf("MISSING", 2, 2)])])
    insert(root, [new_leaf("STRAY", 2, 4)])
    assert [(part.kind, part.start) for part in root.children] == [("A", 0), ("node", 2), ("STRAY", 2)]
