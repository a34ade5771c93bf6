"""What the builders of the text head share: their matchers, and reports on labels and leftovers."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable

from telegram_grammar.codes import noise
from telegram_grammar.codes import text_head as codes
from telegram_grammar.diagnostics import Code, Report
from telegram_grammar.matchers import matcher
from telegram_grammar.words import BLANKS, content_end, joined, word_end, word_start

__all__ = ["head_matcher", "report_label", "without_leftovers"]


#: The matcher of a rule of `text_head.lark`, built when first asked for.
head_matcher: Callable[[str], re.Pattern[str]] = functools.cache(functools.partial(matcher, "text_head"))


def report_label(code: Code, found: re.Match[str], group: str, usual: str, report: Report) -> None:
    """Reports a label that is not in its canonical form: printed twice, mistyped, or otherwise spelt."""
    text, start = found.string, found.start(group)
    printed = found[group].rstrip(BLANKS)
    stop = start + len(printed)
    whole = word_end(text, stop, found.endpos)
    bare = printed.rstrip(":.; ").upper()
    if printed.upper().count(bare[:3]) > 1:
        report(codes.LABEL_DOUBLED, start, whole, expected=usual, fix=usual if whole == stop else None, label=usual)
        return
    mistyped = bare == "TAG"
    report(codes.LABEL_MISTYPED if mistyped else code, start, whole, expected=usual,
           fix=usual if whole == stop else None, printed=joined(printed), label=usual)  # fmt: skip


def without_leftovers(text: str, start: int, end: int, report: Report) -> int:
    """Where a value ends when what a conversion left behind is cut off; a run of such marks is reported as one."""
    stop = first = end
    while end > start and text[end - 1] in "$>":
        place = _leftover_at_end(text, start, end)
        if place is None:
            break
        first = place
        end = content_end(text, start, place)
    if first < stop:
        begin = word_start(text, 0, first)
        report(noise.MARKUP, begin, stop, expected="nothing", found=joined(text[first:stop]))
    return end


def _leftover_at_end(text: str, start: int, end: int) -> int | None:
    """Where the leftover begins that ends the range, if one does."""
    opening = "$" if text[end - 1] == "$" else "<"
    place = text.rfind(opening, max(start, end - 42), end - 1)
    if place < 0 or head_matcher("leftover").fullmatch(text, place, end) is None:
        return None
    return place
