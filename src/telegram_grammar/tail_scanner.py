"""Stage 1, the end of the text: the signature and what follows it, looked for from the last line upwards.

Only the place at the end tells a signature from a heading or from a wrapped word, so it is found before the body is
read.
"""

from __future__ import annotations

from typing import Final

from telegram_grammar.line_patterns import line_matcher, patterns
from telegram_grammar.scanner import last_line_start
from telegram_grammar.tree import Leaf
from telegram_grammar.words import content_end, content_start

__all__ = ["CLOSERS", "scan_tail"]

#: Characters after which a sentence, a list or a quotation has come to a close.
CLOSERS: Final = frozenset(".!?:;\"'”’)]*_=")


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
    if start < stop and _is_signature(text, body, start, stop):
        tail.append(Leaf("SIGNATURE", start, stop))
        return start, tail[::-1]
    glued = _glued_signature(text, start, stop)
    if glued is not None:
        tail.append(Leaf("SIGNATURE", glued, stop))
        return glued, tail[::-1]
    return len(text), []


def _is_signature(text: str, body: int, start: int, stop: int) -> bool:
    end = content_end(text, start, stop)
    found = line_matcher("signature_line").fullmatch(text, content_start(text, start, end), end)
    if found is None or start == body:
        return False
    before = text[max(body, start - 400) : start].rstrip(" \t\xa0\f\r")
    lines = before.split("\n")
    if len(lines) < 2 or not lines[-2].strip():  # a blank line above
        return True
    closed = lines[-2].rstrip()[-1] in CLOSERS
    return closed or (found.lastgroup == "SIGNATURE_UPPER" and not lines[-2].isupper())


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
