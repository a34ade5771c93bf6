"""The pipeline: text -> leaves -> tree -> cable. Each stage is a module; here they follow one another."""

from __future__ import annotations

from typing import Final

from telegram_grammar.body_scanner import scan_body
from telegram_grammar.builder import build, finish
from telegram_grammar.codes import noise
from telegram_grammar.diagnostics import Diagnostic, Severity, Span
from telegram_grammar.document import Document
from telegram_grammar.encodings import decode
from telegram_grammar.errors import TelegramSyntaxError
from telegram_grammar.message_bounds import message_bounds
from telegram_grammar.model import Cable
from telegram_grammar.places import Places
from telegram_grammar.scanner import scan_heading, scan_text_head
from telegram_grammar.section_hints import section_hints
from telegram_grammar.structure import structure
from telegram_grammar.tree import Leaf

__all__ = ["messages", "parse", "parse_bytes", "parse_strict"]

_BYTE_ORDER_MARK: Final = "\ufeff"


def parse(text: str) -> Document:
    """Reads a telegram. Never raises for a `str`, whatever it holds; takes time linear in its length.

    A text that holds several messages gives the first; the rest is kept in `Cable.unread` (see `messages`).
    """
    leaves = scan(text)
    tree = structure(leaves, len(text))
    draft = build(tree, text)
    cable = finish(draft)
    return Document(text, tree.root, cable, tuple(draft.diagnostics), Places(text, cable, draft.ranges, draft.inner))


def scan(text: str) -> list[Leaf]:
    """Stage 1: the leaves of a text; they tile it."""
    leaves: list[Leaf] = []
    position = 0
    if text.startswith(_BYTE_ORDER_MARK):
        leaves.append(Leaf("BOM", 0, 1))
        position = 1
    end = message_bounds(text)[0][1]
    message = text if end == len(text) else text[:end]
    position = scan_heading(message, position, leaves)
    position = scan_text_head(message, position, leaves)
    hints = section_hints(message, leaves)
    scan_body(message, position, leaves, hints.mark, later_section=hints.later)
    if end < len(text):
        leaves.append(Leaf("OTHER_MESSAGE", end, len(text)))
    return leaves


def messages(text: str) -> tuple[str, ...]:
    """The messages of a text that holds several, in order; together they are the text (ACP 127 sections 114, 127).

    A message begins at a transmission identification, or at a precedence and date-time group followed by FM
    behind the end of another message (NNNN).
    """
    return tuple(text[start:end] for start, end in message_bounds(text))


def parse_bytes(data: bytes) -> Document:
    """Reads a telegram from bytes: as UTF-8, and where they are not UTF-8 as cp1252, which is reported.

    The five bytes that cp1252 leaves undefined are read as the control characters of Latin-1. Never raises.
    """
    decoded = decode(data)
    document = parse(decoded.text)
    if decoded.failed_at is not None:
        place = min(decoded.failed_at, max(len(document.source) - 1, 0))
        code = noise.ENCODING
        found = Diagnostic(
            code.code, code.severity, code.message.format(encoding=decoded.encoding), Span(place, place + 1),
            expected="UTF-8", rule=code.name,
        )  # fmt: skip
        diagnostics = sorted((*document.diagnostics, found), key=lambda one: (one.span.start, one.code))
        document.diagnostics = tuple(diagnostics)
    return document


def parse_strict(text: str) -> Cable:
    """Reads a telegram that must be well-formed.

    Raises TelegramSyntaxError, a ValueError, with all diagnostics of severity error, each with line, caret and what
    was expected.
    """
    document = parse(text)
    errors = tuple(found for found in document.diagnostics if found.severity is Severity.ERROR)
    if errors:
        raise TelegramSyntaxError(document, errors)
    return document.cable
