"""Parts of the body as hypothesis strategies: paragraphs, headings, lists, tables, rulers, and what closes the text."""

from __future__ import annotations

from itertools import pairwise
from typing import Any, Final

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from telegram_grammar.model import (
    BodyItem,
    Heading,
    ListItem,
    Paragraph,
    PortionMarking,
    Ruler,
    Section,
    SectionStart,
    Table,
)
from telegram_grammar.testing.values import cached, digits, headlines, portion_markings, prose, surnames

__all__ = [
    "bodies",
    "body_parts",
    "closing_lines",
    "headings",
    "list_items",
    "paragraphs",
    "rulers",
    "section_starts",
    "signatures",
    "tables",
]

_RULERS: Final = ["-------", "=====", "*****", "_____", "- - - -"]


@cached
def _markings() -> SearchStrategy[PortionMarking | None]:
    return st.one_of(st.none(), portion_markings())


@cached
def paragraphs(number: int | None = None, *, hazards: bool = False) -> SearchStrategy[Paragraph]:
    """A paragraph with this number, or without one."""
    return st.builds(Paragraph, prose(hazards=hazards), st.just(number), _markings())


@cached
def headings() -> SearchStrategy[Heading]:
    """A heading, with or without a portion marking."""
    return st.builds(Heading, headlines(), _markings())


@cached
def list_items(*, hazards: bool = False) -> SearchStrategy[ListItem]:
    """An item of a list: dashes, letters, numbers. With a marking, a number would be a paragraph's."""
    dashes = st.builds(ListItem, st.sampled_from(["--", "-", "*"]), prose(hazards=hazards, most=2), _markings())
    letters = st.builds(ListItem, st.sampled_from(["A.", "a)", "(a)", "b."]), prose(most=2), _markings())
    numbers = st.builds(ListItem, st.sampled_from(["(1)", "1)", "(ii)"]), prose(most=2))
    return st.one_of(dashes, letters, numbers)


@cached
def tables() -> SearchStrategy[Table]:
    """Rows in columns that are three blanks or more apart; words in small letters, or they would make a heading."""
    rows = st.tuples(st.sampled_from(["OSLO", "LISBON", "  of which"]), digits(2), digits(4))
    return st.lists(rows, min_size=1, max_size=4).map(
        lambda found: Table(("Port         ships   tons", *(f"{a:<13}{b:<8}{c}" for a, b, c in found)))
    )


@cached
def rulers() -> SearchStrategy[Ruler]:
    """A ruler that underlines nothing."""
    return st.sampled_from(_RULERS).map(Ruler)


@cached
def signatures() -> SearchStrategy[str]:
    """The signature: a surname in capitals; in small letters, or taken out by a publisher."""
    return st.one_of(surnames(), st.sampled_from(["Castleton", "XXXXXXXXXXXX"]))


@cached
def closing_lines() -> SearchStrategy[str]:
    """A line that closes the text beside the signature."""
    return st.sampled_from(
        [
            "Visit Oslo's Classified Website:", "Minimize considered",
            "End Cable Text", "http://www.example.sgov.gov/p/eur/oslo/index.cfm",
        ]
    )  # fmt: skip


@cached
@st.composite
def bodies(draw: DrawFn, *, size: int = 6, hazards: bool = True) -> tuple[BodyItem, ...]:
    """The items of a body; the first is a paragraph. Numbers rise, mostly by one."""
    items: list[BodyItem] = []
    number = 0
    kinds = st.sampled_from(["paragraph", "unnumbered", "heading", "list item", "table", "ruler"])
    for _ in range(draw(st.integers(0, size))):
        kind = draw(kinds) if items else draw(st.sampled_from(["paragraph", "unnumbered"]))
        match kind:
            case "paragraph":
                number += draw(st.sampled_from([1, 1, 1, 2])) if items else 1
                items.append(draw(paragraphs(number, hazards=hazards)))
            case "unnumbered":  # above the first number, lines are read as the text head's
                items.append(draw(paragraphs(hazards=hazards and number > 0)))
            case "heading":
                items.append(draw(headings()))
            case "list item":
                items.append(draw(list_items(hazards=hazards)))
            case "table":
                items.append(draw(tables()))
            case _:
                items.append(draw(rulers()))
    if items and isinstance(items[-1], Table):  # a block at the very end is prose, however it is laid out
        items.append(draw(paragraphs(number + 1)))
    return tuple(items)


@st.composite
def section_starts(draw: DrawFn, body: tuple[BodyItem, ...], section: Section) -> tuple[SectionStart, ...]:
    """Where sections 2 to n begin: before a numbered paragraph, or before a word of one; one in a paragraph."""
    places = [found for item in range(len(body)) if (found := _places(item, body[item]))]
    chosen = [draw(st.sampled_from(found)) for found in places if draw(st.booleans())][: section.total - 1]
    page = draw(st.one_of(st.none(), st.just("2")))
    return tuple(SectionStart(number, item, offset, page) for number, (item, offset) in enumerate(chosen, 2))


def _places(index: int, item: BodyItem) -> list[tuple[int, int]]:
    if not isinstance(item, Paragraph) or item.number is None:
        return []  # between marks, a few words by themselves would be a heading
    found = [(index, 0)] if index else []
    words = item.text.split(" ")
    offset = 0
    for before, word in pairwise(words):
        offset += len(before) + 1
        # not where a hyphen would read as a word that the mark has cut, nor before a word that would claim its line
        if before.isalpha() and word.isalpha() and word.islower():
            found.append((index, offset))
    return found


@cached
@st.composite
def body_parts(draw: DrawFn, *, size: int = 6, section: Section | None = None, hazards: bool = True) -> dict[str, Any]:
    """The attributes that the body fills."""
    body = draw(bodies(size=size, hazards=hazards))
    found: dict[str, Any] = {"body": body}
    if draw(st.booleans()) and body:
        found["signature"] = draw(signatures())
        found["closing"] = tuple(draw(st.lists(closing_lines(), max_size=2)))
    if section is not None:
        found["section_starts"] = draw(section_starts(body, section))
    return found
