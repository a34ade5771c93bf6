"""The structure stage: well-formed lines make a tree, others the cheapest repair, and none is lost."""

from __future__ import annotations

import itertools

import pytest
from lark import Lark
from lark.lexer import Lexer

from telegram_grammar._lark import GRAMMARS, parse_table
from telegram_grammar.structure import _EXTRAS, COSTS, Repair, RepairKind, Structure, structure
from telegram_grammar.tree import Node, new_leaf

TRANSMISSION = "TRANSMISSION ROUTING STATION SECURITY"
MESSAGE = "DTG ORIGINATOR ACTION"
FIELDS = "EXECUTIVE_ORDER TAGS SUBJECT"
HEAD = f"CLASS BLANK CAPTION BLANK {FIELDS} BLANK"
BODY = "PARAGRAPH_NUMBER PROSE BLANK PARAGRAPH_NUMBER PROSE"
WHOLE = f"{TRANSMISSION} {MESSAGE} {HEAD} CLASSIFIED_BY BLANK {BODY} SIGNATURE"


def parse(kinds: str) -> Structure:
    """The structure of leaves of these kinds, two characters each."""
    names = kinds.split()
    found = structure([new_leaf(kind, 2 * place, 2 * place + 2) for place, kind in enumerate(names)], 2 * len(names))
    real = [leaf for leaf in found.root.leaves() if leaf.start < leaf.end]
    assert [leaf.start for leaf in real] == [2 * place for place in range(len(names))]
    return found


def repairs(kinds: str) -> list[tuple[str, str, str]]:
    """What was repaired: the kind of repair, the leaf's kind, after which line."""
    return [(one.kind.value, one.claim or one.leaf.kind, one.after) for one in parse(kinds).repairs]


def node(found: Structure, *path: str) -> Node:
    """The first node on a path of kinds."""
    here = found.root
    for kind in path:
        here = next(part for part in here.children if isinstance(part, Node) and part.kind == kind)
    return here


def kinds_of(here: Node) -> list[str]:
    return [part.kind for part in here.children]


# Well-formed


@pytest.mark.parametrize(
    "kinds",
    [
        "",
        WHOLE,
        f"{MESSAGE} {HEAD} {BODY}",
        f"{HEAD} {BODY} SIGNATURE",
        f"NOTICE BLANK BARE_DTG BLANK {HEAD} {BODY}",
        f"BANNER BLANK RECORD {MESSAGE} RECORD RECORD {HEAD} {BODY}",
        f"{TRANSMISSION} {MESSAGE} {MESSAGE} INFORMATION SEPARATION {HEAD} {BODY}",
        (
            f"{TRANSMISSION} DTG ORIGINATOR ACTION ADDRESS INFORMATION PLAIN_ADDRESS EXEMPTED ADDRESS "
            "ACCOUNTING SEPARATION"
        ),
        "TRANSMISSION ROUTING ROUTING_CONTINUATION BLANK STATION SECURITY DTG ORIGINATOR ACTION",
        (
            f"CLASS BLANK CAPTION CAPTION BLANK TEXT BLANK {FIELDS} BLANK CLASSIFIED_BY TEXT REASON BLANK "
            "REFERENCE REFERENCE_ITEM"
        ),
        "CLASS BLANK SUBJECT TEXT BLANK PARAGRAPH_NUMBER PROSE",
        "PROSE BLANK HEADLINE UNDERLINE BLANK ITEM PROSE TABLE RULER FOOTER SIGNATURE BLANK DEBRIS",
        (
            "PARAGRAPH_NUMBER PROSE BLANK_WITHIN MARK_WITHIN BLANK_WITHIN PROSE SIGNATURE "
            "END_OF_TEXT VALIDATION END_OF_MESSAGE"
        ),
    ],
)
def test_well_formed_lines_take_no_repair(kinds: str) -> None:
    assert repairs(kinds) == []


def test_each_line_stands_in_the_production_that_owns_it() -> None:
    found = parse(WHOLE)
    assert kinds_of(found.root) == ["heading", "text_head", "body", "ending"]
    assert kinds_of(node(found, "heading")) == ["transmission", "message"]
    assert kinds_of(node(found, "heading", "transmission")) == ["TRANSMISSION", "routing", "STATION", "SECURITY"]
    assert kinds_of(node(found, "heading", "message", "action")) == ["ACTION"]
    assert kinds_of(node(found, "body")) == ["paragraph", "BLANK", "paragraph"]
    assert kinds_of(node(found, "ending")) == ["SIGNATURE"]


def test_prose_goes_on_over_what_interrupts_it() -> None:
    found = parse("PARAGRAPH_NUMBER PROSE BLANK_WITHIN PROSE BLANK PROSE")
    assert kinds_of(node(found, "body")) == ["paragraph", "BLANK", "paragraph"]
    assert len(node(found, "body", "paragraph").children) == 4


# Each repair, and its guard


def test_blank_line_inside_the_heading_is_skipped() -> None:
    assert repairs(f"DTG BLANK ORIGINATOR BLANK ACTION {HEAD} {BODY}") == [
        ("skip blank", "BLANK", "DTG"),
        ("skip blank", "BLANK", "ORIGINATOR"),
    ]


def test_blank_lines_between_the_fields_are_skipped() -> None:
    assert repairs(f"CLASS BLANK EXECUTIVE_ORDER BLANK TAGS BLANK SUBJECT BLANK {BODY}") == [
        ("skip blank", "BLANK", "EXECUTIVE_ORDER"),
        ("skip blank", "BLANK", "TAGS"),
    ]


@pytest.mark.parametrize(
    ("kinds", "missing", "after"),
    [
        (f"{TRANSMISSION} DTG ACTION {HEAD} {BODY}", "ORIGINATOR", "DTG"),
        (f"{TRANSMISSION} DTG ORIGINATOR {HEAD} {BODY}", "ACTION", "ORIGINATOR"),
        (f"TRANSMISSION ROUTING SECURITY {MESSAGE} {HEAD} {BODY}", "STATION", "ROUTING"),
        (f"{MESSAGE} CAPTION BLANK {FIELDS} BLANK {BODY}", "CLASS", "ACTION"),
        (f"CLASS BLANK EXECUTIVE_ORDER SUBJECT BLANK {BODY}", "TAGS", "EXECUTIVE_ORDER"),
        (f"CLASS BLANK EXECUTIVE_ORDER TAGS BLANK {BODY}", "SUBJECT", "TAGS"),
        (f"CLASS BLANK TAGS SUBJECT BLANK {BODY}", "EXECUTIVE_ORDER", "BLANK"),
    ],
)
def test_mandatory_line_that_is_missing_is_put_in_with_no_width(kinds: str, missing: str, after: str) -> None:
    assert repairs(kinds) == [("insert", missing, after)]
    [repair] = parse(kinds).repairs
    assert repair.leaf.start == repair.leaf.end


def test_line_that_follows_in_the_same_part_is_not_put_in_before() -> None:
    # ORIGINATOR comes later: it is not missing; ACTION was set aside, so that nothing stands for it
    assert repairs(f"DTG ACTION ORIGINATOR {HEAD} {BODY}") == [
        ("set aside", "ACTION", "DTG"),
        ("insert", "ACTION", "ORIGINATOR"),
    ]


def test_line_that_no_production_takes_is_set_aside() -> None:
    assert repairs(f"{MESSAGE} TEXT {HEAD} {BODY}") == [("set aside", "TEXT", "ACTION")]


def test_lines_set_aside_are_no_reason_to_lose_those_behind_them() -> None:
    found = parse(f"{MESSAGE} TEXT NO_SUCH_KIND TEXT {HEAD} {BODY} SIGNATURE")
    assert {one.kind for one in found.repairs} == {RepairKind.SET_ASIDE}
    assert [one.claim for one in found.repairs] == ["TEXT", "NO_SUCH_KIND", "TEXT"]
    assert kinds_of(found.root)[-1] == "ending"


def test_claim_of_the_text_head_that_cannot_stand_is_read_as_text() -> None:
    # a line such as `1.4 (B) ...` that goes on with the subject
    lines = f"CLASS BLANK EXECUTIVE_ORDER TAGS SUBJECT REASON BLANK {BODY}"
    assert repairs(lines) == [("read as text", "REASON", "SUBJECT")]
    found = parse(lines)
    assert kinds_of(node(found, "text_head", "subject")) == ["SUBJECT", "TEXT"]


def test_full_field_out_of_its_place_is_never_read_as_text() -> None:
    for kind in ("SUBJECT", "TAGS", "ACTION", "DTG", "CLASS"):
        assert ("read as text", kind, "SUBJECT") not in repairs(f"CLASS BLANK {FIELDS} {kind} BLANK {BODY}")


def test_repairs_cost_what_they_do_to_a_text() -> None:
    order = [RepairKind.SKIP_BLANK, RepairKind.READ_AS_TEXT, RepairKind.INSERT, RepairKind.SET_ASIDE]
    assert list(COSTS) == order
    assert [COSTS[kind] for kind in order] == sorted(set(COSTS.values()))


def test_cheapest_repair_wins() -> None:
    # skipping the blank line (1) beats putting a line in (3) and setting lines aside (4)
    assert repairs(f"DTG ORIGINATOR BLANK ACTION {HEAD} {BODY}") == [("skip blank", "BLANK", "ORIGINATOR")]
    # putting FM in (3) beats setting TO aside (4), which would lose it
    assert repairs(f"DTG ACTION {HEAD} {BODY}") == [("insert", "ORIGINATOR", "DTG")]
    # reading as text (2) beats setting aside (4)
    assert repairs(f"CLASS BLANK {FIELDS} NOTICE BLANK {BODY}") == [("read as text", "NOTICE", "SUBJECT")]


def test_text_that_ends_inside_a_production_is_completed() -> None:
    assert repairs("DTG ORIGINATOR") == [("insert", "ACTION", "ORIGINATOR")]
    assert repairs("DTG") == [("insert", "ORIGINATOR", "DTG"), ("insert", "ACTION", "DTG")]


def test_text_that_nothing_can_complete_is_set_aside() -> None:
    assert [kind for kind, _, _ in repairs("PARAGRAPH_NUMBER")] == ["set aside"]


# Total


EXTRAS = ["BOM", "LONE_PILCROW", "MARGIN_STAMP", "MARK_GAP", "OTHER_MESSAGE", "PAGE_HEAD", "PAGE_MARK"]


@pytest.mark.parametrize("extra", EXTRAS)
def test_kinds_that_may_stand_anywhere_take_no_repair(extra: str) -> None:
    names = WHOLE.split()
    for place in range(len(names) + 1):
        assert repairs(" ".join([*names[:place], extra, *names[place:]])) == []


def test_no_other_kind_may_stand_anywhere() -> None:
    # blank lines at the very end are called otherwise while repairs are made, and are blank lines again behind them
    assert sorted(_EXTRAS - {"FINAL_BLANK"}) == EXTRAS


@pytest.mark.parametrize("end", ["", "OTHER_MESSAGE"])
def test_blank_lines_at_the_end_let_no_repair_pass(end: str) -> None:
    wrong = "ROUTING CAPTION TEXT MARKING PROSE BLANK_WITHIN PROSE PARAGRAPH_NUMBER PROSE MARK_WITHIN PROSE"
    found = repairs(f"{wrong} {end}")
    assert found
    assert found == repairs(f"{wrong} BLANK {end}")


def test_any_two_kinds_give_a_tree() -> None:
    kinds = sorted({kind for row in parse_table("structure").actions for kind in row if not kind.startswith("$")})
    for pair in itertools.product([*kinds, "NO_SUCH_KIND"], repeat=2):
        parse(" ".join(pair))


def test_line_left_out_anywhere_loses_no_other() -> None:
    names = WHOLE.split()
    for place in (place for place, name in enumerate(names) if name != "PROSE"):  # every number has its prose
        found = parse(" ".join(names[:place] + names[place + 1 :]))
        aside = [one.claim for one in found.repairs if one.kind is RepairKind.SET_ASIDE]
        assert "PARAGRAPH_NUMBER" not in aside


def test_many_lines_of_no_kind_are_read_in_linear_time() -> None:
    leaves = [new_leaf("NO_SUCH_KIND", place, place + 1) for place in range(50_000)]
    found = structure(leaves, len(leaves))
    assert len(found.repairs) == len(leaves)


def test_same_kinds_give_the_same_repairs() -> None:
    kinds = f"DTG BLANK TEXT ACTION {HEAD} REASON {BODY}"
    first: tuple[Repair, ...] = parse(kinds).repairs
    again = parse(kinds).repairs
    assert [(one.kind, one.leaf.kind) for one in first] == [(one.kind, one.leaf.kind) for one in again]


# The grammar


def test_structure_grammar_has_no_conflict() -> None:
    class Nothing(Lexer):
        __future_interface__ = 2

        def __init__(self, lexer_conf: object) -> None: ...

        def lex(self, lexer_state: object, parser_state: object):  # type: ignore[no-untyped-def]  # never called
            raise AssertionError

    source = (GRAMMARS / "structure.lark").read_text("utf-8")
    Lark(source, parser="lalr", lexer=Nothing, strict=True)  # raises where a state has two actions for one kind


def test_parse_table_numbers_states_from_the_start() -> None:
    table = parse_table("structure")
    assert 0 <= table.start < len(table.actions)
    assert 0 <= table.end < len(table.actions)
    shifts = {state for row in table.actions for state in row.values() if isinstance(state, int)}
    assert shifts <= set(range(len(table.actions)))


@pytest.mark.parametrize(
    "kinds",
    [
        "ROUTING PARAGRAPH_NUMBER BANNER",  # the blank line is the only one
        "DTG LONE_STOP",  # what is repaired is the last line but the blank one
    ],
)
def test_blank_line_at_the_end_changes_no_repair(kinds: str) -> None:
    without = repairs(kinds)
    assert without
    assert [one for one in repairs(f"{kinds} BLANK") if one[1] != "BLANK"] == without
