"""Where the messages of a text begin and end (ACP 127 sections 114 and 127)."""

from __future__ import annotations

from collections.abc import Iterator

from telegram_grammar.line_patterns import literal, patterns
from telegram_grammar.words import BLANKS, content_start

__all__ = ["first_message_end", "message_bounds"]


def message_bounds(text: str) -> list[tuple[int, int]]:
    """The ranges of the messages of a text, in order; together they cover it. One range for a text without any."""
    starts = [0, *_later_starts(text)]
    return list(zip(starts, [*starts[1:], len(text)], strict=True))


def first_message_end(text: str) -> int:
    """Where the first message of a text ends."""
    later = _later_starts(text)
    return later[0] if later else len(text)


def _later_starts(text: str) -> list[int]:
    """Where messages begin behind the first: that one begins with the text, whatever stands above its heading."""
    # no message begins without the word but behind the end of another; looked for from the end, where it is seen sooner
    word = literal("needed_message")
    place = text.rfind(word)
    if (place < 0 or text.find(word, 0, place + 3) < 0) and text.rfind(literal("needed_message_end")) < 0:
        return []
    known = patterns()
    behind_another = {found.start("begin") for found in known.next_message.finditer(text)}
    starts = sorted(behind_another.union(_identifications(text)))
    return starts[1:] if starts and starts[0] not in behind_another else starts


def _identifications(text: str) -> Iterator[int]:
    """Where transmission identifications begin messages; one right below the same words is that line once more."""
    above, end = "", -1
    for found in patterns().message.finditer(text):
        words = found.group().strip(f"{BLANKS}\ufeff")
        if words != above or content_start(text, end, found.start()) < found.start():
            yield found.start()
        above, end = words, found.end()
