"""What the beginning of a line of the body leads: evidence from around it decides.

A number at a line start may be a wrapped year, a letter in parentheses a portion marking. What stands before (a blank
line, an open sentence, an item of a list) and which number is expected next tell which it is.
"""

from __future__ import annotations

from typing import Final

from attrs import define, field

from telegram_grammar.interruptions import OUTSIDE, is_open
from telegram_grammar.joined_lines import ends_long
from telegram_grammar.leads import PROSE_LEADS, Lead, follows, inner_marking, new_lead, worded_marking
from telegram_grammar.line_patterns import line_matcher, patterns
from telegram_grammar.tree import Leaf
from telegram_grammar.words import BLANKS, content_start, joined

__all__ = ["GREATEST_NUMBER", "LeadReader"]

_INSIDE: Final = frozenset({"PROSE", *OUTSIDE})
#: No paragraph has a greater number (the greatest of 1,295 cables is 77).
GREATEST_NUMBER: Final = 150


@define
class LeadReader:
    """The state of a pass over the body that leads are read by; it changes nothing of it but `agree`."""

    text: str
    size: int
    leaves: list[Leaf] = field(factory=list, kw_only=True)
    #: Whether a digit 1 stands for a pilcrow, and whether all numbers have agreed with that.
    digit_pilcrow: bool = field(kw_only=True)
    agree: bool = True
    last_number: int = 0
    last_marker: str = ""
    inside_item: bool = False
    #: Whether nothing but an item of a list, and what interrupts it, stands right before.
    listing: bool = False
    #: Whether a line was seen that a publisher may have joined.
    long_lines: bool = False

    # ---- leads ---------------------------------------------------------------------------------------

    def read_lead(self, kind: str, position: int, end: int) -> Lead | None:
        """The parts of a paragraph's lead, or None where it is prose."""
        if kind != "MARKING":
            return self.read_number(kind, position, end)
        found = line_matcher("marking_lead").fullmatch(self.text, position, end)
        marking = inner_marking(found, "marking") if found is not None else None
        if marking is None:
            return None
        marker = f"({self.text[slice(*marking)]})"
        listed = self.listing and self.continues_list(marker) and self.text[position:end].strip(BLANKS) == marker
        if not (listed or self.at_block_start() or self.closed()):
            return None
        return new_lead(marker=marker) if listed else new_lead(marking=marking)

    def read_item(self, kind: str, position: int, end: int) -> tuple[Lead | None, int]:
        """The lead of a list item with its portion marking and its end; None where it is prose."""
        found = line_matcher("item_lead").match(self.text, position, self.size)
        if found is None or found.end() < end:
            return None, end
        marking = inner_marking(found, "marking")
        marker = found["MARKER"]
        starts = (
            self.at_block_start() or "¶" in found.group() or (self.inside_item and follows(marker, self.last_marker))
        )
        if not starts and not (kind == "BULLET" and self.closed()):
            return None, end
        return new_lead(None, marking, marker), found.end() if marking else end

    def read_number(self, kind: str, position: int, end: int) -> Lead | None:
        """A number at a line start (census 5.2): paragraph, item of a list, or a wrapped number in prose."""
        found = line_matcher("paragraph_lead").fullmatch(self.text, position, end)
        if found is None:
            return None
        numeral, second, pilcrow, punctuation = found.group("NUMERAL", "NUMERAL_2", "PILCROW", "PUNCTUATION")
        place = found.span("NUMERAL" if numeral else "NUMERAL_2")
        numeral = numeral or second
        marking = inner_marking(found, "marking" if kind == "MARKED_NUMBER" else "marking_2")
        if kind == "NUMBER" and not self.at_block_start() and not self.closed():  # a wrapped number, or a list's
            led = len(self.leaves) > 1 and self.leaves[-2].kind in PROSE_LEADS  # or it might be a heading
            listed = led and self.continues_list(numeral + ".")
            return self.as_item(numeral, ".", marking) if listed else None
        number, undone = self.without_pilcrow(numeral, pilcrow=pilcrow is not None)
        expected = number == self.last_number + 1
        span = (content_start(self.text, position, place[0]), max(place[1], found.end("PUNCTUATION")))
        lead = new_lead(number, marking, None, span, undone)
        if punctuation in (")", ").") and not (expected and self.text[span[0]] == "("):
            return self.as_item(numeral, ")", marking)
        if kind != "NUMBER":
            return lead
        if number > GREATEST_NUMBER:
            return None
        if self.is_marked_below(end):
            return lead
        if expected and (self.at_block_start() or self.closed()):
            return lead
        if not self.at_block_start():
            return self.as_item(numeral, ".", marking) if self.continues_list(numeral + ".") else None
        return lead if number > self.last_number else self.as_item(numeral, ".", marking)

    def is_marked_below(self, end: int) -> bool:
        """Whether behind a number a portion marking stands that a line end inside it kept from being read with it."""
        text = self.text
        if text[end : end + 1] != "(":
            # as mostly; a whole marking on the next line leads what stands behind it there
            whole = patterns().lead.match(text, end + 1, self.size) if text[end : end + 1] == "\n" else None
            if text[end : end + 1] != "\n" or (whole is not None and whole.lastgroup == "MARKING"):
                return False
        line = text.find("\n", end, self.size)
        stop = text.find("\n", line + 1, self.size) if line >= 0 else -1
        return worded_marking(joined(text[end : stop if stop >= 0 else self.size])) is not None

    def as_item(self, numeral: str, punctuation: str, marking: tuple[int, int] | None) -> Lead | None:
        """The number as the marker of a list item."""
        marker = numeral + punctuation
        if self.at_block_start() or self.closed() or self.continues_list(marker):
            return new_lead(marker=marker, marking=marking)
        return None

    def continues_list(self, marker: str) -> bool:
        """Whether a marker is the next of the list that is being read."""
        return self.inside_item and follows(marker, self.last_marker)

    def without_pilcrow(self, numeral: str, *, pilcrow: bool) -> tuple[int, bool]:
        """The number, less a first digit 1 where it is read for a pilcrow."""
        if self.digit_pilcrow:
            if not pilcrow and len(numeral) > 1 and numeral[0] == "1" and numeral[1] != "0":
                number = int(numeral[1:])
                self.agree = self.agree and number == self.last_number + 1
                return number, True
            self.agree = False
        return int(numeral), False

    # ---- evidence ------------------------------------------------------------------------------------

    def at_block_start(self) -> bool:
        """Whether a blank line, a ruler, a joined paragraph or nothing stands before."""
        if not self.leaves or self.leaves[-1].kind not in _INSIDE:
            return True
        last = self.leaves[-1]
        return self.long_lines and last.kind == "PROSE" and ends_long(self.text, last) and self.closed()

    def closed(self) -> bool:
        """Whether the prose right before has come to a close."""
        return not is_open(self.text, self.leaves[-1])

    def open_prose(self) -> bool:
        """Whether prose stands right before that has not come to a close."""
        return bool(self.leaves) and self.leaves[-1].kind == "PROSE" and is_open(self.text, self.leaves[-1])
