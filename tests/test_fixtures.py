"""Each fixture bears out what a reader of its text expects, and parsing gives the whole model that was reviewed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

import pytest

import telegram_grammar as tg
from expectations import differences
from write_fixtures import FIXTURES, as_text, snapshot, texts

TEXTS: Final = texts()
EACH: Final = pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)


def read(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))


@EACH
def test_fixture_is_read_as_its_reader_expects(path: Path) -> None:
    document = tg.parse_bytes(path.read_bytes())
    assert not differences(document, read(path.with_suffix(".expect.json")))


@EACH
def test_fixture_gives_the_model_and_the_diagnostics_that_were_reviewed(path: Path) -> None:
    # after a change that is meant: `python tests/write_fixtures.py`, then read the difference
    assert snapshot(path) == read(path.with_suffix(".json"))


@EACH
def test_json_of_a_fixture_reads_back_to_its_cable(path: Path) -> None:
    kept = read(path.with_suffix(".json"))
    cable = tg.parse_bytes(path.read_bytes()).cable
    assert tg.from_dict({name: kept[name] for name in ("schema", "cable")}) == cable


@EACH
def test_leaves_of_a_fixture_tile_it(path: Path) -> None:
    document = tg.parse_bytes(path.read_bytes())
    assert "".join(document.source[leaf.start : leaf.end] for leaf in document.leaves()) == document.source


@pytest.mark.parametrize(
    "path", [path for path in TEXTS if path.parent.name == "conformant"], ids=lambda path: path.stem
)
def test_a_conformant_fixture_gives_neither_error_nor_warning(path: Path) -> None:
    found = tg.check(tg.parse_bytes(path.read_bytes()).source)
    assert [one for one in found if one.severity is not tg.Severity.INFORMATION] == []


def test_there_are_fixtures_of_each_kind() -> None:
    assert {path.parent.name for path in TEXTS} == {"conformant", "malformed", "historic"}
    assert len(TEXTS) > 200


def test_each_file_of_the_fixtures_belongs_to_a_text() -> None:
    wanted = {path.with_suffix(suffix) for path in TEXTS for suffix in (".txt", ".json", ".expect.json")}
    assert {path for path in FIXTURES.rglob("*") if path.is_file()} == wanted | {FIXTURES / "README.md"}


def test_readme_of_the_fixtures_says_once_what_each_guards() -> None:
    _, *sections = (FIXTURES / "README.md").read_text("utf-8").split("\n## ")
    named = [
        f"{section.splitlines()[0]}/{line.split('`')[1]}.txt"
        for section in sections
        for line in section.splitlines()
        if line.startswith("| `")
    ]
    assert sorted(named) == [path.relative_to(FIXTURES).as_posix() for path in TEXTS]


def test_an_expectation_that_is_not_borne_out_is_a_difference() -> None:
    document = tg.parse("SUBJECT: TALKS IN PARIS\n")
    assert differences(document, {"subject": "TALKS IN ROME"}) == [
        "subject: expected 'TALKS IN ROME', found 'TALKS IN PARIS'"
    ]
    assert not differences(document, {"subject": "TALKS IN PARIS"})


def test_json_of_a_fixture_stands_in_lines_that_can_be_read() -> None:
    value = {"short": [1, 2], "long": ["x" * 70, "y" * 70], "nothing": {}}
    text = as_text(value)
    assert json.loads(text) == value
    assert len(text.splitlines()) == 8
