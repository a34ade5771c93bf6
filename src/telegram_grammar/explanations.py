"""What there is to say about a code, from its row of the table: for a terminal, for pages and for other programs."""

from __future__ import annotations

import string
from collections.abc import Iterator
from typing import Final

from telegram_grammar.diagnostics import Code

__all__ = ["FAMILIES", "effect", "family", "fix", "markdown", "message", "plain", "profiles"]

#: The families of codes, by the first figure.
FAMILIES: Final = {
    "0": "Structure",
    "1": "Transmission and heading",
    "2": "Fields of the text head",
    "3": "Body",
    "4": "Page marks and sections",
    "5": "Agreement between fields",
    "6": "Noise undone",
}


def family(code: Code) -> str:
    """The name of the family that a code belongs to."""
    return FAMILIES[code.code[2]]


def message(code: Code) -> str:
    """The message of a code, with dots for the words that each diagnostic has of its own."""
    return "".join(
        text + ("..." if field is not None else "") for text, field, _, _ in string.Formatter().parse(code.message)
    )


def profiles(code: Code) -> str:
    """The profiles that report a code."""
    return ", ".join(code.profiles) if code.profiles else "all"


def fix(code: Code) -> str:
    """Whether what a code reports can be fixed."""
    return "a safe one is known for some or all places" if code.fixable else "none that is safe"


def effect(code: Code) -> str:
    """What canonical text does with the words under the span of a code."""
    done = [word for word, holds in (("rewrites", code.rewrites), ("drops", code.drops)) if holds]
    return f"{' or '.join(done)} the words at this place" if done else "keeps the words at this place"


def plain(code: Code) -> str:
    """All of it as plain text; lines are as long as they come."""
    facts = "\n".join(f"{label + ':':<15} {words}" for label, words in _facts(code))
    parts = [message(code), code.rationale, facts]
    parts += [f"{title}:\n\n{_indented(text)}" for title, text in _examples(code)]
    return "\n\n".join(parts) + "\n"


def markdown(code: Code) -> str:
    """All of it as Markdown, less the title."""
    facts = "\n".join(f"- {label}: {words}" for label, words in _facts(code))
    parts = [f"*{code.severity.value}*: {message(code)}", code.rationale, facts]
    # four signs: an example may hold three
    parts += [f"{title}:\n\n````text\n{text}\n````" for title, text in _examples(code)]
    return "\n\n".join(parts) + "\n"


def _facts(code: Code) -> Iterator[tuple[str, str]]:
    yield "Source", code.authority
    yield "Profiles", profiles(code)
    yield "Fix", fix(code)
    yield "Canonical text", effect(code)


def _examples(code: Code) -> Iterator[tuple[str, str]]:
    for title, text in (("Not so", code.bad), ("But so", code.good)):
        if text.strip("\n"):
            yield title, text.rstrip("\n")


def _indented(text: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in text.split("\n"))
