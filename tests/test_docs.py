"""The documentation holds: its examples run and print what they say, and its pages are all in the navigation."""

from __future__ import annotations

import doctest
import importlib.util
import inspect
import re
from pathlib import Path
from types import ModuleType
from typing import Any, Final

import pytest

import telegram_grammar as tg
from telegram_grammar import explanations
from telegram_grammar.codes import CODES
from telegram_grammar.profiles import PROFILES

PROJECT: Final = Path(__file__).parents[1]
PAGES: Final = sorted((PROJECT / "docs").rglob("*.md"))
EXAMPLES: Final = [
    path for path in (PROJECT / "README.md", *PAGES) if re.search(r"^>>> ", path.read_text("utf-8"), re.MULTILINE)
]


def page_name(path: Path) -> str:
    return path.relative_to(PROJECT).as_posix()


def examples_of(page: str) -> str:
    """The page with nothing left but the interactive sessions of its fenced blocks, on the lines where they stand."""
    kept: list[str] = []
    fenced = False
    for line in page.split("\n"):
        fence = line.startswith("```")
        kept.append(line if fenced and not fence else "")
        fenced ^= fence
    return "\n".join(kept)


def test_readme_has_an_example() -> None:
    assert PROJECT / "README.md" in EXAMPLES


@pytest.mark.parametrize("path", EXAMPLES, ids=page_name)
def test_examples_print_what_the_page_says(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(PROJECT)
    session = doctest.DocTestParser().get_doctest(
        examples_of(path.read_text("utf-8")), {}, page_name(path), str(path), 0
    )
    printed: list[str] = []
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS, verbose=False)
    runner.run(session, out=printed.append)
    assert runner.summarize(verbose=False).attempted
    assert not printed, "".join(printed)


@pytest.mark.parametrize("path", PAGES, ids=page_name)
def test_page_is_in_the_navigation(path: Path) -> None:
    navigation = (PROJECT / "mkdocs.yml").read_text("utf-8").partition("\nnav:\n")[2]
    assert f" {path.relative_to(PROJECT / 'docs').as_posix()}\n" in navigation


def test_every_public_function_is_in_the_reference() -> None:
    page = (PROJECT / "docs" / "reference" / "functions.md").read_text("utf-8")
    functions = {name for name in tg.__all__ if inspect.isfunction(getattr(tg, name))}
    assert functions
    assert not functions - set(re.findall(r"^ +- (\w+)$", page, re.MULTILINE))


# Codes


def hook() -> ModuleType:
    """The module that makes pages out of the tables."""
    specification = importlib.util.spec_from_file_location("pages", PROJECT / "docs" / "hooks" / "pages.py")
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


def test_every_code_has_a_page_with_all_there_is_to_say() -> None:
    pages = hook()
    for code in CODES.values():
        page = pages.rule_page(code)
        assert page.startswith(f"# {code.code} {code.name}\n")
        for words in (code.rationale, code.authority, code.bad.rstrip("\n"), code.good.rstrip("\n"), *code.profiles):
            assert words in page


def test_index_has_every_code_once_under_its_family() -> None:
    index = hook().index()
    assert sorted(re.findall(r"^\| \[(TG\d{3})\]\(rules/\1\.md\)", index, re.MULTILINE)) == sorted(CODES)
    assert re.findall("^## (.*)", index, re.MULTILINE) == list(explanations.FAMILIES.values())


def test_every_profile_is_described() -> None:
    assert re.findall("^### (.*)", hook().profiles(), re.MULTILINE) == list(PROFILES)


@pytest.mark.parametrize("path", [PROJECT / "README.md", PROJECT / "CHANGELOG.md", *PAGES], ids=page_name)
def test_every_code_in_the_docs_exists(path: Path) -> None:
    page = path.read_text("utf-8")
    assert not set(re.findall(r"\bTG\d{3}\b", page)) - set(CODES)
    beginnings = re.findall(r"\bTG(\d)(?:xx)?\b", page)
    assert not set(beginnings) - set(explanations.FAMILIES)


def test_canonical_form_names_every_code_that_rewrites_or_drops_words() -> None:
    page = (PROJECT / "docs" / "canonical-form.md").read_text("utf-8")
    rewritten, dropped = page.partition("## What is not printed as it stood")[2].split("| **Dropped** | |")
    named = {"rewrites": set(re.findall(r"TG\d{3}", rewritten)), "drops": set(re.findall(r"TG\d{3}", dropped))}
    assert named["drops"] == {code.code for code in CODES.values() if code.drops}
    assert named["rewrites"] == {code.code for code in CODES.values() if code.rewrites and not code.drops}


# Canonical text


@pytest.mark.parametrize(("name", "built_as"), [("tutorial.md", "made"), ("how-to/build-and-edit.md", "cable")])
def test_a_cable_built_as_a_page_says_is_well_formed(name: str, built_as: str) -> None:
    examples = doctest.DocTestParser().get_examples(examples_of((PROJECT / "docs" / name).read_text("utf-8")))
    [statement] = [one.source for one in examples if one.source.startswith(f"{built_as} = tg.Cable(")]
    built: dict[str, Any] = {"tg": tg}
    exec(statement, built)  # our own page
    document = tg.parse(tg.render(built[built_as]))
    assert document.cable == built[built_as]
    assert document.diagnostics == ()
