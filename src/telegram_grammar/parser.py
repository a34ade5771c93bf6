"""What users call to read: a text is read once, and where that took repairs, proved to be read so for good."""

from __future__ import annotations

from telegram_grammar.arguments import demand
from telegram_grammar.codes import noise
from telegram_grammar.diagnostics import Diagnostic, Severity, Span
from telegram_grammar.document import Document
from telegram_grammar.encodings import decode
from telegram_grammar.errors import TelegramSyntaxError
from telegram_grammar.markup import unmarked
from telegram_grammar.message_bounds import message_bounds
from telegram_grammar.model import Cable
from telegram_grammar.reading import read, scan
from telegram_grammar.vouched import vouch

__all__ = ["messages", "parse", "parse_bytes", "parse_strict", "scan"]


def parse(text: str) -> Document:
    """Reads a telegram. Never raises for a `str`, whatever it holds; takes time linear in its length.

    A text that holds several messages gives the first; the rest is kept in `Cable.unread` (see `messages`).
    Raises TypeError for what is no `str`.
    """
    demand(text, str, "parse")
    reading = read(text)
    if not reading.doubtful:
        vouch(reading.document.cable)
        return reading.document
    from telegram_grammar.settling import settled  # few texts need it, and it brings the renderer

    return settled(reading.document, item_in_doubt=reading.item_in_doubt)


def messages(text: str) -> tuple[str, ...]:
    """The messages of a text that holds several, in order; together they are the text (ACP 127 sections 114, 127).

    A message begins at a transmission identification, or at a precedence and date-time group followed by FM
    behind the end of another message (NNNN). An identification right below itself is that line twice.
    Raises TypeError for what is no `str`.
    """
    demand(text, str, "messages")
    return tuple(text[start:end] for start, end in message_bounds(unmarked(text)))


def parse_bytes(data: bytes) -> Document:
    """Reads a telegram from bytes: as UTF-8, and where they are not UTF-8 as cp1252, which is reported.

    The five bytes that cp1252 leaves undefined are read as the control characters of Latin-1. Never raises for bytes;
    TypeError for what is none.
    """
    if not isinstance(data, bytes | bytearray):
        demand(data, bytes, "parse_bytes")
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
    """Reads a telegram that must have no diagnostic of severity error; warnings and information pass.

    Raises TelegramSyntaxError, a ValueError, with all diagnostics of severity error, each with line, caret and what
    was expected.
    """
    document = parse(text)
    errors = tuple(found for found in document.diagnostics if found.severity is Severity.ERROR)
    if errors:
        raise TelegramSyntaxError(document, errors)
    return document.cable
