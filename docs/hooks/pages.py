"""Pages made from what runs, so that they cannot differ from it: the table of codes, and grammars/README.md."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from telegram_grammar.codes import CODES
from telegram_grammar.diagnostics import Code

PROJECT: Final = Path(__file__).parents[2]


def on_page_markdown(markdown: str, **_: Any) -> str:
    """Fills the places that a page leaves open; called by mkdocs for each page."""
    if "<!-- codes -->" in markdown:
        markdown = markdown.replace("<!-- codes -->", "\n".join(describe(code) for code in CODES.values()))
    if "<!-- grammars/README.md -->" in markdown:
        readme = PROJECT / "grammars" / "README.md"
        markdown = markdown.replace("<!-- grammars/README.md -->", readme.read_text("utf-8"))
    return markdown


def describe(code: Code) -> str:
    """One code as a part of the page of codes."""
    effects = [word for word, holds in (("rewrites words", code.rewrites), ("drops words", code.drops)) if holds]
    return "\n".join(
        [
            f"## {code.code} {code.name}",
            "",
            f"*{code.severity.value}{''.join(f', {effect}' for effect in effects)}*: {code.message}",
            "",
            f"{code.rationale}",
            "",
            f"Source: {code.authority}.",
            "",
            *example("Not so", code.bad),
            *example("But so", code.good),
        ]
    )


def example(title: str, text: str) -> list[str]:
    """A titled block of cable text; nothing where there is none."""
    return [f"{title}:", "", "````text", text.rstrip("\n"), "````", ""] if text else []
