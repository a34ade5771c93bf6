"""Captions, and passing and attention instructions: the lines under the class line (5 FAH-2 H-252 and H-440)."""

from __future__ import annotations

import functools
from typing import Final

from telegram_grammar.codes import text_head as codes
from telegram_grammar.diagnostics import Report
from telegram_grammar.head_words import head_matcher
from telegram_grammar.line_patterns import line_matcher, patterns
from telegram_grammar.words import content, joined

__all__ = ["SHORT", "captions", "is_caption", "is_one_caption"]

#: The length of the longest caption of one word ("NOCONTRACT" and its like).
SHORT: Final = 10


def is_caption(words: str) -> bool:
    """Whether the words begin with a known caption."""
    return head_matcher("caption").fullmatch(words) is not None


@functools.lru_cache(maxsize=64)
def is_one_caption(line: str) -> bool:
    """Whether a line is one caption of one word and nothing else: the same few make most caption lines."""
    if not line.isalpha() or head_matcher("whole_caption").fullmatch(line):
        return False
    found = head_matcher("caption").fullmatch(line)
    return found is not None and found["CAPTION"] == line


def captions(
    text: str, start: int, end: int, report: Report, after: str = "caption"
) -> list[tuple[str, str, int, int]]:
    """The captions and instructions of one physical line, each as kind, value, start and end.

    The kind is "caption" or "passing". Words that are neither by themselves go on what the line before was, `after`.
    """
    start, end = content(text, start, end)
    if end - start <= SHORT and is_one_caption(text[start:end]):
        return [("caption", text[start:end], start, end)]
    found: list[tuple[str, str, int, int]] = []
    whole, caption = head_matcher("whole_caption"), head_matcher("caption")
    if line_matcher("caption_start").match(text, start, end) is None:  # an instruction, or the rest of one
        passing = head_matcher("passing").fullmatch(text, start, end) is not None
        return [("passing" if passing else after, joined(text[start:end]), start, end)]
    place = start
    joints = False
    while place < end:
        read = None if whole.fullmatch(text, place, end) else caption.fullmatch(text, place, end)
        if read is None or (read["REST"] and _claims(text, read.start("REST"), end)):
            found.append((_kind(text, place, end, after), joined(text[place:end]), place, end))
            break
        stop = read.end("CAPTION_REMARK") if read["CAPTION_REMARK"] else read.end("CAPTION")
        found.append(("caption", joined(text[place:stop]), place, stop))
        after = "caption"
        following = read.start("REST") if read["REST"] else end
        joints = joints or stop < end
        place = following
    if joints:
        report(codes.CAPTIONS_JOINED, start, end, expected="each on a line of its own")
    return found


def _claims(text: str, start: int, end: int) -> bool:
    """Whether words would be no instruction on a line of their own, where canonical text would put them."""
    found = patterns().text_head.match(text, start, end)
    if found is None:
        found = patterns().lead.match(text, start, end)
    return found is not None and found.lastgroup != "CAPTION"


def _kind(text: str, start: int, end: int, after: str) -> str:
    if head_matcher("whole_caption").fullmatch(text, start, end):
        return "caption"
    return "passing" if head_matcher("passing").fullmatch(text, start, end) else after
