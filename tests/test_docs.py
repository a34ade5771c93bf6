"""The documentation holds: its examples run and print what they say, and its pages are all in the navigation."""

from __future__ import annotations

import doctest
import inspect
import re
from pathlib import Path
from typing import Final

import pytest

import telegram_grammar as tg

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
