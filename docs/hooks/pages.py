"""Pages made from what runs, so that they cannot differ from it: codes, profiles, and grammars/README.md."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from telegram_grammar import explanations
from telegram_grammar.codes import CODES
from telegram_grammar.diagnostics import Code
from telegram_grammar.profiles import PROFILES, Profile

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

PROJECT: Final = Path(__file__).parents[2]
#: The folder of the pages of codes, in `docs`.
RULES: Final = "reference/rules"


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds a page for each code; called by mkdocs when it has found its files."""
    from mkdocs.structure.files import File  # the tests read this module without mkdocs

    for code in CODES.values():
        files.append(File.generated(config, f"{RULES}/{code.code}.md", content=rule_page(code)))
    return files


def on_page_markdown(markdown: str, **_: Any) -> str:
    """Fills the places that a page leaves open; called by mkdocs for each page."""
    if "<!-- codes -->" in markdown:
        markdown = markdown.replace("<!-- codes -->", index())
    if "<!-- profiles -->" in markdown:
        markdown = markdown.replace("<!-- profiles -->", profiles())
    if "<!-- grammars/README.md -->" in markdown:
        readme = PROJECT / "grammars" / "README.md"
        markdown = markdown.replace("<!-- grammars/README.md -->", readme.read_text("utf-8"))
    return markdown


def rule_page(code: Code) -> str:
    """The page of one code."""
    return (
        f"# {code.code} {code.name}\n\n{explanations.markdown(code)}\n"
        f"[{explanations.family(code)}](../codes.md#{_anchor(code)}): all codes of the family.\n"
    )


def index() -> str:
    """All codes by family, each with a link to its page."""
    parts: list[str] = []
    for family, codes in groupby(CODES.values(), explanations.family):
        rows = [
            f"| [{code.code}](rules/{code.code}.md) | {code.name} | {code.severity.value} "
            f"| {_cell(explanations.message(code))} | {'yes' if code.fixable else ''} |"
            for code in sorted(codes, key=lambda code: code.code)
        ]
        head = ["| code | name | severity | reports | safe fix |", "|---|---|---|---|---|"]
        parts += [f"## {family}", "", *head, *rows, ""]
    return "\n".join(parts)


def profiles() -> str:
    """All profiles, each with the codes that it alone or with some others reports."""
    parts: list[str] = []
    for profile in PROFILES.values():
        own = sorted(code.code for code in CODES.values() if profile.name in code.profiles)
        links = ", ".join(f"[{code}](rules/{code}.md)" for code in own) or "none"
        parts += [f"### {profile.name}", "", profile.description + _days(profile), ""]
        parts += [f"Codes that not every profile reports: {links}.", ""]
    return "\n".join(parts)


def _days(profile: Profile) -> str:
    days = [f"{word} {day.isoformat()}" for word, day in (("from", profile.since), ("to", profile.until)) if day]
    return f" Dates {' '.join(days)}." if days else ""


def _anchor(code: Code) -> str:
    """What the heading of a family is called in a link."""
    return explanations.family(code).lower().replace(" ", "-")


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
