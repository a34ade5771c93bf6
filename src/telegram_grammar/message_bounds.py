"""Where the messages of a text begin and end (ACP 127 sections 114 and 127)."""

from __future__ import annotations

from telegram_grammar.line_patterns import patterns

__all__ = ["message_bounds"]


def message_bounds(text: str) -> list[tuple[int, int]]:
    """The ranges of the messages of a text, in order; together they cover it. One range for a text without any."""
    starts = _starts(text)
    starts[:1] = [0]
    return list(zip(starts, [*starts[1:], len(text)], strict=True))


def _starts(text: str) -> list[int]:
    """Where messages begin: the first wherever its heading stands, further ones only where the grammar says."""
    found: list[int] = []
    place = text.find("ZCZC")  # no message begins without it but behind an NNNN: a look that costs next to nothing
    if (place >= 0 and text.find("ZCZC", place + 4) >= 0) or "NNNN" in text:
        known = patterns()
        found = [match.start() for match in known.message.finditer(text)]
        found += [match.start("begin") for match in known.next_message.finditer(text)]
        found = sorted(set(found))
    return found or [0]
