"""Stage 1, the end of the text: the signature and what follows it, looked for from the last line upwards.

Only the place at the end tells a signature from a heading or from a wrapped word, so it is found before the body is
read.
"""

from __future__ import annotations

from typing import Final

from attrs import define

from telegram_grammar.line_patterns import claim, claims_field, line_matcher, patterns
from telegram_grammar.markup import without_markup
from telegram_grammar.tree import Leaf, new_leaf
from telegram_grammar.words import (
    BLANKS,
    content,
    content_end,
    content_start,
    is_longer,
    joined,
    last_line_start,
    word_start,
)

__all__ = ["CLOSERS", "LEAF_KINDS", "Tail", "glued_signature", "scan_tail"]

#: Characters after which a sentence, a list or a quotation has come to a close.
CLOSERS: Final = frozenset(".!?:;\"'”’)]*_=")

#: So many lines at most are looked at for what closes a text (practice: 10 at most).
_CLOSING_LINES: Final = 400
#: How the structure grammar calls lines that the body's scanner tells apart.
LEAF_KINDS: Final = {"REDACTED_MARK": "PAGE_MARK", "JOINT_WORD": "JOINT", "JOINT_CLASS": "JOINT"}
#: Lines that are nothing under a signature, and prose elsewhere.
_UNDER_SIGNATURES: Final = frozenset({"LONE_STOP", "DEBRIS"})
#: How a ruler ends, and a heading with its ruler.
_RULER_END: Final = "---"
#: No signature has more characters, blanks between its words included.
_LONGEST_NAME: Final = 80


@define
class Tail:
    """How a text ends: where its prose does, the signature's and the following leaves, where its last item does."""

    end: int
    leaves: tuple[Leaf, ...]
    #: Behind this place stands nothing but what closes a text or is no part of it; only before it is there a heading.
    items: int


def scan_tail(text: str, body: int, *, goes_on: bool = False) -> Tail:
    """Looks for the signature from the end of the text upwards.

    It stands under a text, but where the text goes on from another section, or from above a field, it may stand alone.
    """
    stop, closing = _closing_lines(text, body, len(text))
    start = last_line_start(text, body, stop)
    signed = True
    for first in (start, last_line_start(text, body, start)):  # a name may be broken
        if first < stop and _is_signature(text, body, first, stop):
            items, _ = _closing_lines(text, body, first)
            if items <= body and not goes_on:  # a signature is put under a text
                signed = False
                break
            return Tail(first, (new_leaf("SIGNATURE", first, stop), *closing), items)
    glued = glued_signature(text, start, stop) if signed else None  # a whole line of names is no sentence and a name
    if glued is not None and (goes_on or _closing_lines(text, body, glued)[0] > body):
        return Tail(glued, (new_leaf("SIGNATURE", glued, stop), *closing), glued)
    # without a signature the body reads these lines, and some of them are prose to it
    prose = next((leaf.end for leaf in reversed(closing) if leaf.kind in _UNDER_SIGNATURES), stop)
    return Tail(len(text), (), prose)


def _closing_lines(text: str, body: int, stop: int) -> tuple[int, list[Leaf]]:
    """The lines above `stop` that close a text or are no part of it: where they begin, and their leaves."""
    known = patterns()
    found: list[Leaf] = []
    for _ in range(_CLOSING_LINES):
        filled = content_end(text, body, stop)
        end = text.find("\n", filled, stop) + 1 if filled > body else body
        if filled > body and not end:
            end = stop
        if end < stop:
            found.append(new_leaf("BLANK", end, stop))
            stop = end
        start = last_line_start(text, body, stop)
        closing = claim(known.tail, text, start, stop) if start < stop else None
        if closing is None or closing.end() != stop:
            break
        kind = str(closing.lastgroup)
        if kind != "PAGE_MARK" and _goes_on(text, body, start, closing.start() - start):
            break  # a page mark is one inside words, too
        found.append(new_leaf(LEAF_KINDS.get(kind, kind), start, stop))
        stop = start
    return stop, found[::-1]


def _goes_on(text: str, body: int, start: int, indent: int) -> bool:
    """Whether words stand right above a line that more blanks begin: it goes on with them, whatever it claims."""
    above = last_line_start(text, body, start)
    if not indent or indent <= content_start(text, above, start) - above:
        return False
    return bool(text[above:start].strip(BLANKS)) and patterns().tail.match(text, above, start) is None


def _is_signature(text: str, body: int, start: int, stop: int) -> bool:
    begin, end = content(text, start, stop)
    if is_longer(text, begin, end, _LONGEST_NAME):
        return False
    found = line_matcher("signature_line").fullmatch(joined(without_markup(text[begin:end])))
    if found is None or patterns().tail.match(text, begin, stop):
        return False
    above = last_line_start(text, body, start)
    if not text[above:start].strip() or claim(patterns().tail, text, above, start):  # nothing that it could go on with
        return True
    end = content_end(text, above, start)
    closed = text[end - 1] in CLOSERS or text.endswith(_RULER_END, above, end)
    if "\n" in text[begin:end]:
        return False
    return closed or (found.lastgroup == "SIGNATURE_UPPER" and not text[above:start].isupper())


def glued_signature(text: str, start: int, stop: int) -> int | None:
    """Where a surname begins behind the last sentence of a line, or None."""
    end = content_end(text, start, stop)
    begin = word_start(text, start, end)
    if text[begin:end] == "JR":
        begin = word_start(text, start, content_end(text, start, begin))
    begin = content_end(text, start, begin)
    if begin <= start or line_matcher("glued_signature").fullmatch(text, begin - 1, end) is None:
        return None
    name = content_start(text, begin, end)
    if patterns().tail.match(text, name, stop) or claims_field(text[name:end]):  # a caption, a class word, a label
        return None
    bracket = text.rfind("(", start, begin)
    if bracket >= 0 and line_matcher("marking_lead").fullmatch(text, bracket, begin):
        return None
    lead = patterns().lead.match(text, start, begin + 1)
    if lead is not None and lead.end() > begin:  # a number or a marking is no sentence
        return None
    return content_start(text, begin, end)
