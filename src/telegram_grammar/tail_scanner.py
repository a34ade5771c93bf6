"""Stage 1, the end of the text: the signature and what follows it, looked for from the last line upwards.

Only the place at the end tells a signature from a heading or from a wrapped word, so it is found before the body is
read.
"""

from __future__ import annotations

from typing import Final

from telegram_grammar.line_patterns import line_matcher, patterns
from telegram_grammar.scanner import last_line_start
from telegram_grammar.tree import Leaf
from telegram_grammar.words import content, content_end, content_start, joined

__all__ = ["CLOSERS", "scan_tail"]

#: Characters after which a sentence, a list or a quotation has come to a close.
CLOSERS: Final = frozenset(".!?:;\"'”’)]*_=")

#: No signature has more characters, blanks between its words included.
_LONGEST_NAME: Final = 80


def scan_tail(text: str, body: int) -> tuple[int, list[Leaf]]:
    """Where the prose ends, and the leaves of the signature and of what follows it."""
    known = patterns()
    tail: list[Leaf] = []
    stop = len(text)
    for _ in range(24):  # a bounded tail: footers, blank lines, NNNN
        start = last_line_start(text, body, stop)
        found = known.tail.match(text, start, stop) if start < stop else None
        if found is None or found.end() != stop:
            break
        kind = str(found.lastgroup)
        if kind == "BLANK" and tail and tail[-1].kind == "BLANK":
            tail[-1].start = start
        else:
            tail.append(Leaf(kind, start, stop))
        stop = start
    start = last_line_start(text, body, stop)
    for first in (start, last_line_start(text, body, start)):  # a name may be broken
        if first < stop and _is_signature(text, body, first, stop):
            tail.append(Leaf("SIGNATURE", first, stop))
            return first, tail[::-1]
    glued = _glued_signature(text, start, stop)
    if glued is not None:
        tail.append(Leaf("SIGNATURE", glued, stop))
        return glued, tail[::-1]
    return len(text), []


def _is_signature(text: str, body: int, start: int, stop: int) -> bool:
    begin, end = content(text, start, stop)
    if end - begin > _LONGEST_NAME or start == body:
        return False
    found = line_matcher("signature_line").fullmatch(joined(text[begin:end]))
    if found is None:
        return False
    above = last_line_start(text, body, start)
    if not text[above:start].strip() or patterns().tail.match(text, above, start):  # nothing that it could go on with
        return True
    closed = text[content_end(text, above, start) - 1] in CLOSERS
    if "\n" in text[begin:end]:
        return False
    return closed or (found.lastgroup == "SIGNATURE_UPPER" and not text[above:start].isupper())


def _glued_signature(text: str, start: int, stop: int) -> int | None:
    """Where a surname begins behind the last sentence of a line, or None."""
    end = content_end(text, start, stop)
    begin = text.rfind(" ", start, end)
    if text[begin + 1 : end] == "JR":
        begin = text.rfind(" ", start, begin)
    while begin > start and text[begin - 1] == " ":
        begin -= 1
    if begin <= start or line_matcher("glued_signature").fullmatch(text, begin - 1, end) is None:
        return None
    return content_start(text, begin, end)
