"""Page marks and page heads of a text, read in parts for the rules that compare them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from telegram_grammar.document import Document
from telegram_grammar.line_patterns import line_matcher
from telegram_grammar.tree import Leaf
from telegram_grammar.words import content

__all__ = ["Mark", "PageHead", "page_heads", "page_marks"]


@frozen
class Mark:
    """A page mark: `PARIS 00002652  002 OF 002` (ACP 127 section 208; its form is State practice)."""

    #: Post, cut to ten characters, and number; None where they are redacted.
    post: str | None
    number: str | None
    section: int
    #: Page within the section, where the mark is dotted.
    page: int | None
    total: int
    place: tuple[int, int]


@frozen
class PageHead:
    """The head of a printed page: `PAGE 02 RUEHFR2652 SECRET`, `PAGE 02 PARIS 02652` (ACP 127 section 208)."""

    page: int
    #: Routing indicator of the station, or post.
    name: str
    serial: str
    rest: str
    place: tuple[int, int]


def page_marks(document: Document, leaves: Iterator[Leaf]) -> Iterator[Mark]:
    """The page marks among some leaves, in the order of the text."""
    for found in _read(document, leaves, "page_mark"):
        post, page = found["MARK_POST"], found["MARK_PAGE"]
        yield Mark(
            post.strip() if post else None, found["MARK_NUMBER"], int(found["MARK_SECTION"]),
            int(page) if page else None, int(found["MARK_TOTAL"]), found.span(),
        )  # fmt: skip


def page_heads(document: Document, leaves: Iterator[Leaf]) -> Iterator[PageHead]:
    """The page heads among some leaves, in the order of the text."""
    for found in _read(document, leaves, "page_head"):
        rest = (found["HEAD_REST"] or "").strip()
        yield PageHead(int(found["HEAD_PAGE"]), found["HEAD_NAME"], found["HEAD_SERIAL"], rest, found.span())


def _read(document: Document, leaves: Iterator[Leaf], rule: str) -> Iterator[re.Match[str]]:
    """The leaves that a rule reads, in the order of the text."""
    source, matches = document.source, line_matcher(rule).fullmatch
    for leaf in sorted(leaves, key=lambda leaf: leaf.start):
        found = matches(source, *content(source, leaf.start, leaf.end))
        if found is not None:
            yield found
