"""Every production of the grammars has a row in grammars/README.md that names its source, and no row names another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from attrs import frozen

from telegram_grammar._lark import GRAMMARS, load_rules, parse_table
from telegram_grammar.structure import _EXTRAS, UNREAD
from telegram_grammar.text_head_scanner import STRAY_SEPARATION

README: Final = Path(__file__).parents[1] / "grammars" / "README.md"
FILES: Final = sorted(path.stem for path in GRAMMARS.glob("*.lark"))
#: The table of line kinds is one for the two files that share them.
KINDS: Final = "line kinds"
#: Rules of `lines.lark` whose terminals are given to leaves as their kinds, or decide on one.
MODES: Final = ("heading_line", "text_head_line", "body_line", "rare_body_line", "lead", "tail_line")
#: Files whose productions each stand under a comment that names the source.
COMMENTED: Final = ("lines", "structure")

#: What counts as naming a source.
SOURCE: Final = re.compile(
    r"ACP 1[12]7\b|5 FAH-[123] H-[0-9]|TAGS Handbook 1974|E\.O\. [0-9]{5}|NARA FAQ|practice\b|converted texts"
    r"|\b[0-9][0-9,]*(?: [a-z-]+)? (?:cables?|lines?|marks?)\b|\bFL[0-9]"
)
#: A cell that leaves the source to another production.
PART_OF: Final = re.compile(r"of `(\w+)`")
ROW: Final = re.compile(r"^\| `(\w+)` \| (.+?) \| (.+?) \|$")


@frozen
class Row:
    name: str
    reads: str
    source: str


def tables(text: str) -> dict[str, list[Row]]:
    """The rows of each table by the grammar file that its heading names, or by `line kinds`."""
    found: dict[str, list[Row]] = {}
    table = ""
    for line in text.split("\n"):
        if line.startswith("## "):
            named = re.search(r"`(\w+)\.lark`", line)
            table = named[1] if named else line.removeprefix("## ").lower()
        row = ROW.match(line)
        if row:
            found.setdefault(table, []).append(Row(*row.groups()))
    return found


TABLES: Final = tables(README.read_text("utf-8"))


def rules_of(grammar: str) -> set[str]:
    return set(load_rules(grammar).rules)


def names_in(tree: Any) -> Iterator[str]:
    """The names of the rules and terminals that a rule uses."""
    for value in tree.find_data("value"):
        if hasattr(value.children[0], "name"):
            yield str(value.children[0].name)


def line_kinds() -> set[str]:
    """What the structure grammar declares, what the scanner looks for, and what stands beside the productions."""
    declared = {kind for row in parse_table("structure").actions for kind in row if not kind.startswith("$")}
    rules = load_rules("lines").rules
    claimed = {name for mode in MODES for name in names_in(rules[mode]) if name.isupper()}
    return declared | claimed | _EXTRAS | {UNREAD, STRAY_SEPARATION}


def expected(table: str) -> set[str]:
    if table == KINDS:
        return line_kinds()
    if table == "atoms":
        return {name for name in load_rules("atoms").terminals if not name.startswith("__")}
    return rules_of(table)


@pytest.mark.parametrize("table", [*FILES, KINDS])
def test_every_production_has_a_row_and_every_row_its_production(table: str) -> None:
    names = [row.name for row in TABLES.get(table, [])]
    assert len(names) == len(set(names)), f"twice: {sorted({name for name in names if names.count(name) > 1})}"
    assert sorted(expected(table) - set(names)) == [], "without a row"
    assert sorted(set(names) - expected(table)) == [], "rows of what is gone"


def test_there_are_no_other_tables_of_productions() -> None:
    assert set(TABLES) == {*FILES, KINDS}


def source_of(row: Row, seen: tuple[str, ...] = ()) -> str | None:
    """The source of a row, or of the production that it is a part of; None where no source is named."""
    if SOURCE.search(row.source):
        return row.source
    part = PART_OF.fullmatch(row.source)
    if part is None or part[1] in seen:
        return None
    wholes = [other for rows in TABLES.values() for other in rows if other.name == part[1]]
    found = [source_of(whole, (*seen, row.name)) for whole in wholes]
    return next((source for source in found if source), None)


@pytest.mark.parametrize("table", sorted(TABLES))
def test_every_row_names_a_source(table: str) -> None:
    assert [row.name for row in TABLES[table] if source_of(row) is None] == []


@pytest.mark.parametrize("cell", ["", "of `nothing`", "obvious", "of `start` and more", "see above", "of `here`"])
def test_the_check_refuses_what_names_no_source(cell: str) -> None:
    assert source_of(Row("here", "something", cell)) is None


def test_a_part_has_the_source_of_the_whole() -> None:
    assert source_of(Row("here", "something", "of `start`")) is not None


# Comments in the files


def comments(source: str) -> dict[str, str]:
    """For each definition of a file the comments above it: of its group of lines, and of its section."""
    section, group, found = "", "", {}
    previous = ""
    for line in source.split("\n"):
        if line.startswith("// ----"):
            section, group = line, ""
        elif line.startswith("//"):
            # a comment goes on with the one before; after a definition a new one begins
            group = f"{group} {line}" if previous.startswith("//") else line
        elif not line:
            group = ""
        defined = re.match(r"(\w+)(?:\.-?[0-9]+)?:", line)
        if defined:
            found[defined[1]] = f"{section} {group}"
        previous = line
    return found


def uncited(grammar: str, source: str) -> list[str]:
    """The productions and line kinds of a file above which no comment names a source."""
    above = comments(source)
    wanted = rules_of(grammar) | (line_kinds() & set(above))
    return sorted(name for name in wanted if name in above and not SOURCE.search(above[name]))


@pytest.mark.parametrize("grammar", COMMENTED)
def test_every_production_stands_under_its_source(grammar: str) -> None:
    source = (GRAMMARS / f"{grammar}.lark").read_text("utf-8")
    assert rules_of(grammar) <= set(comments(source)), "the test misses definitions"
    # what is only a part of another production may leave its source to that one
    parts = {row.name for table in (grammar, KINDS) for row in TABLES[table] if PART_OF.fullmatch(row.source)}
    assert [name for name in uncited(grammar, source) if name not in parts] == []


def test_a_production_without_a_comment_is_found() -> None:
    assert uncited("structure", "// ---- parts\n\n// A source: ACP 127 142.\nstart: body\n\nbody: _item\n") == ["body"]
