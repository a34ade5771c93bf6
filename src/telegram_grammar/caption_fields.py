"""Captions, and passing and attention instructions: the lines under the class line (5 FAH-2 H-252 and H-440)."""

from __future__ import annotations

from telegram_grammar.codes import text_head as codes
from telegram_grammar.diagnostics import Report
from telegram_grammar.head_words import head_matcher
from telegram_grammar.words import content, joined

__all__ = ["captions", "is_caption"]


def is_caption(words: str) -> bool:
    """Whether the words begin with a known caption."""
    return head_matcher("caption").fullmatch(words) is not None


def captions(
    text: str, start: int, end: int, report: Report, after: str = "caption"
) -> list[tuple[str, str, int, int]]:
    """The captions and instructions of one physical line, each as kind, value, start and end.

    The kind is "caption" or "passing". Words that are neither by themselves go on what the line before was, `after`.
    """
    found: list[tuple[str, str, int, int]] = []
    whole, caption = head_matcher("whole_caption"), head_matcher("caption")
    start, end = content(text, start, end)
    place = start
    joints = False
    while place < end:
        read = None if whole.fullmatch(text, place, end) else caption.fullmatch(text, place, end)
        if read is None:
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


def _kind(text: str, start: int, end: int, after: str) -> str:
    if head_matcher("whole_caption").fullmatch(text, start, end):
        return "caption"
    return "passing" if head_matcher("passing").fullmatch(text, start, end) else after
