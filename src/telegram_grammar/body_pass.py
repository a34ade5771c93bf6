"""One pass over the lines of the body, telling what each is.

A claim in prose needs evidence from around it: a number at a line start may be a wrapped year, two dashes may be
punctuation, a blank line may be a page joint. The evidence is local: what stands before (a blank line, an open
sentence), which number is expected next, what follows a page mark. One pass, each character looked at a bounded number
of times.
"""

from __future__ import annotations

import re
from typing import Final

from attrs import Factory, define

from telegram_grammar.headings import LED, name_block, take_heading
from telegram_grammar.interruptions import FILLERS, OUTSIDE, bridge, is_open
from telegram_grammar.joined_lines import (
    behind_joined_line,
    ends_long,
    holds_joined_line,
    numbered_paragraph,
)
from telegram_grammar.lead_reader import GREATEST_NUMBER, LeadReader
from telegram_grammar.leads import (
    DASHES,
    ITEM_LEADS,
    LEADS,
    PROSE_LEADS,
    REGULAR_LEADS,
    has_no_words,
    is_bare,
    new_lead,
    with_half_marking,
)
from telegram_grammar.line_patterns import BodyPatterns, body_patterns
from telegram_grammar.page_marks import inline_mark
from telegram_grammar.tail_scanner import LEAF_KINDS
from telegram_grammar.tree import Leaf, new_leaf
from telegram_grammar.words import BLANKS, begins_lower, content_end, content_start, last_line_start

__all__ = ["BodyPass"]

#: Behind these prose goes on with what stands above it.
_GOES_ON: Final = frozenset({*PROSE_LEADS, *OUTSIDE})
#: A line that begins so behind its lead may have nothing for it to lead.
_NO_WORDS: Final = f"{BLANKS}<&$"


@define(kw_only=True)
class BodyPass(LeadReader):
    """One pass over the body, from `run` to its end, which fills `leaves`."""

    #: Behind this place stands no item: a block that ends there is no heading.
    items: int
    #: The number of the class line as page marks print it.
    mark: str | None
    known: BodyPatterns = Factory(body_patterns)
    #: Whether the text is of section 2 or beyond: it may begin with the rest of a paragraph, which is no heading.
    later_section: bool = False
    numbers: int = 0
    #: No page mark of this message stands before this offset but those already looked at.
    next_mark: int = 0
    #: Up to here goes a joined line in which a paragraph was found.
    joined_until: int = 0

    def numbers_agree(self) -> bool:
        """Whether reading a digit 1 as pilcrow was borne out by every number."""
        return self.agree and self.numbers > 1

    def run(self, position: int) -> None:
        """Reads from `position` to the end of the prose."""
        match = self.known.line.match
        text, size = self.text, self.size
        if self.mark is None:
            self.next_mark = size
        while position < size:
            if self.digit_pilcrow and not self.agree:
                return
            found = match(text, position, size)
            if found is None:
                position = self.indented(position) if text[position] in BLANKS else self.prose(position)
                continue
            kind = found.lastgroup or ""
            if kind == "REGULAR_NUMBER":
                position = self.regular_number(found, position)
            elif kind == "REGULAR_ITEM":
                position = self.regular_item(found, position)
            elif kind == "PLAIN":
                position = self.add_prose(found, position)
            elif kind == "BLANK":
                position = self.blank(position, found.end())
            elif kind in LEADS:
                position = self.lead(kind, position, found.end())
            elif kind in ("RULER", "RULED_HEADING"):
                position = self.ruler(kind, position, found.end())
            else:
                position = self.other(kind, position, found.end())
        self.close_block(size)

    def indented(self, position: int) -> int:
        """A line that blanks begin: its words may claim something even so."""
        found = self.known.line.match(self.text, content_start(self.text, position, self.size), self.size)
        if found is None:
            return self.prose(position)
        kind = found.lastgroup or ""
        if kind == "PLAIN":
            return self.add_prose(found, position)
        if kind in REGULAR_LEADS:
            return self.lead(REGULAR_LEADS[kind], position, found.start("RUN"))
        if kind in LEADS:
            return self.lead(kind, position, found.end())
        if kind in ("RULER", "RULED_HEADING"):
            return self.ruler(kind, position, found.end())
        return self.other(kind, position, found.end())

    def other(self, kind: str, position: int, end: int) -> int:
        """A line that is no part of the prose."""
        if kind == "FOOTER" and self.open_prose():
            return self.prose(position)  # right under words that go on with it
        self.close_block(position)
        kind = LEAF_KINDS.get(kind, kind)
        self.leaves.append(new_leaf(kind, position, end))
        self.inside_item = self.inside_item and kind in FILLERS
        return end

    # ---- prose ---------------------------------------------------------------------------------------

    def prose(self, start: int) -> int:
        """A run of plain lines from `start`; joins the prose before it where nothing stands between."""
        found = self.known.run.match(self.text, start, self.size)
        assert found is not None  # any line is one
        return self.add_prose(found, start)

    def add_prose(self, found: re.Match[str], start: int) -> int:
        """A run of plain lines, and the blank lines behind it."""
        leaves, end, behind = self.leaves, found.end("RUN"), found.end()
        previous = leaves[-1] if leaves else None
        if previous is not None and previous.kind == "PROSE" and not self.ends_joined(previous, start):
            previous.end = end
            self.long_lines = self.long_lines or found.start("LONG") >= 0 or found.start("LONG_FIRST") >= 0
            cut = self.cut_inside(previous, start)
            return self.blank(end, behind) if cut == end and behind > end else cut
        filled = previous is not None and previous.kind in FILLERS and len(leaves) > 1
        if filled and (leaves[-1].kind != "BLANK" or leaves[-2].kind in FILLERS):
            bridge(self.text, leaves, start)
        self.listing = self.listing and previous is not None and previous.kind in _GOES_ON
        return self.new_prose(found, start, previous is not None and previous.kind in PROSE_LEADS)

    def new_prose(self, found: re.Match[str], start: int, led: bool) -> int:
        """A run that joins nothing before it. One that is `led` takes the blank lines behind it with it."""
        leaves, end, behind = self.leaves, found.end("RUN"), found.end()
        if not self.long_lines:
            self.long_lines = found.start("LONG") >= 0 or found.start("LONG_FIRST") >= 0
        leaf = Leaf()  # what `new_leaf` does: a text has dozens of them
        leaf.kind = "PROSE"
        leaf.start = start
        leaf.end = end
        leaf.value = None
        leaves.append(leaf)
        is_joined = self.long_lines and self.is_joined(start, end)
        if is_joined or self.next_mark < end:
            cut = self.cut_inside(leaf, start) if self.next_mark < end else self.cut_joined(leaf, start)
            if cut != end:
                return cut
            led = led and leaves[-1] is leaf
        if behind == end:
            return end
        # at the very end blank lines say nothing
        if led and behind < self.size:
            first = self.text[behind]
            if not (first.islower() or (first in BLANKS and begins_lower(self.text, behind))):
                leaf.kind, leaf.end = "PARTED_PROSE", behind
                return behind
        return self.blank(end, behind)

    def is_joined(self, start: int, end: int) -> bool:
        """Whether a run holds a joined line, or belongs to such a one."""
        return start < self.joined_until or holds_joined_line(self.text, start, end)

    def ends_joined(self, leaf: Leaf, behind: int) -> bool:
        """Whether a run ends in a joined line, behind which another paragraph begins."""
        long = self.long_lines and ends_long(self.text, leaf)
        return long and not begins_lower(self.text, behind) and not is_open(self.text, leaf)

    def cut_inside(self, leaf: Leaf, start: int) -> int:
        """Looks inside a run for a page mark or the next paragraph of a joined text; returns where reading goes on.

        What stands before `start` has been looked at when the run ended there.
        """
        while self.mark is not None and self.next_mark < leaf.end:
            leaf = self.cut_at_next_mark(self.mark, leaf)
        start = max(start, leaf.start)
        return self.cut_joined(leaf, start) if self.long_lines and self.is_joined(start, leaf.end) else leaf.end

    def cut_at_next_mark(self, mark: str, leaf: Leaf) -> Leaf:
        """Cuts a run where the message's number stands in it as a page mark.

        Returns the run, or what is left behind the mark. The search never goes back.
        """
        place = self.next_mark = self.text.find(mark, max(self.next_mark, leaf.start))
        if place < 0:
            self.mark, self.next_mark = None, self.size
        elif place < leaf.end:
            self.next_mark += len(mark)
            return self.cut_at_mark(leaf, place)
        return leaf

    def cut_at_mark(self, leaf: Leaf, place: int) -> Leaf:
        """A page mark inside a line: the run ends before it and goes on behind it."""
        found = inline_mark(self.text, place, leaf.start, leaf.end)
        if found is None:
            return leaf
        (start, end), rest = found, leaf.end
        if content_start(self.text, end, rest) == rest:
            end = rest  # the line's end goes with the mark
        led = len(self.leaves) > 1 and self.leaves[-2].kind in (*PROSE_LEADS, "MARKING")
        if start == leaf.start and led:
            return leaf  # right behind a lead nothing is interrupted
        leaf.end = start
        if leaf.end == leaf.start and not led:
            self.leaves.pop()
        within = (leaf.end > leaf.start or led) and end < rest
        self.leaves.append(new_leaf("MARK_WITHIN" if within else "PAGE_MARK", start, end))
        follower = new_leaf("PROSE", end, rest)
        if end < rest:
            self.leaves.append(follower)
        return follower

    def cut_joined(self, leaf: Leaf, line: int) -> int:
        """In a re-published text: from `line` on, the next paragraph begins inside a joined line, or behind it."""
        if 0 < self.last_number < GREATEST_NUMBER:
            begin = numbered_paragraph(self.text, line, leaf.end, self.last_number + 1)
            if begin is not None:
                self.joined_until, leaf.end = leaf.end, begin
                if self.part_ruler(leaf):
                    return begin
        behind = behind_joined_line(self.text, line, leaf.end)
        if behind is not None:
            leaf.end = behind
        return leaf.end

    def part_ruler(self, leaf: Leaf) -> bool:
        """Parts a ruler from a run, where the paragraph that was joined follows it on its line."""
        place, end = last_line_start(self.text, leaf.start, leaf.end), leaf.end
        if content_end(self.text, leaf.start, place) == leaf.start or self.leaves[-1] is not leaf:
            return False  # without words above it, it may be those of a lead
        found = self.known.line.match(self.text, place, end)
        if found is None or found.lastgroup != "RULER" or found.end() < end:
            return False
        leaf.end = place
        self.ruler("RULER", place, end)
        return True

    # ---- leads ---------------------------------------------------------------------------------------

    def lead(self, kind: str, position: int, end: int) -> int:
        """A number, a marking, a letter or a dash at a line start: a lead, or prose that looks like one."""
        if kind in ITEM_LEADS:
            lead, end = self.read_item(kind, position, end)
        else:
            lead = self.read_lead(kind, position, end)
        if lead is not None and is_bare(self.text, end, self.size, self.items):
            return self.bare_lead(position, end)
        found = self.known.run.match(self.text, end, self.size)
        assert found is not None  # any line is one
        stop = found.end("RUN")
        if lead is None or (lead.marker is not None and has_no_words(self.text, end, stop)):
            return self.prose(position)  # a marker without words marks nothing
        if lead.number is not None and lead.marking is None:
            end = with_half_marking(self.text, lead, end, stop)
            if is_bare(self.text, end, self.size, self.items):
                return self.prose(position)
        self.close_block(position)
        self.inside_item = self.listing = lead.marker is not None
        if lead.marker is not None:
            kind, self.last_marker = "ITEM", lead.marker
        elif lead.number is not None:
            kind, self.last_number, self.numbers = "PARAGRAPH_NUMBER", lead.number, self.numbers + 1
        else:
            kind = "MARKING"
        self.leaves.append(new_leaf(kind, position, end, lead))
        return self.new_prose(found, end, kind != "MARKING")

    def bare_lead(self, position: int, end: int) -> int:
        """A lead with nothing behind it leads nothing: its words are prose, or a paragraph led by the first of them."""
        stop = content_end(self.text, position, end)
        found = self.known.line.match(self.text, position, stop)
        kind = found.lastgroup if found is not None else None
        if found is not None and kind == "REGULAR_ITEM":
            return self.lead(REGULAR_LEADS[kind], position, found.start("RUN"))
        if found is not None and kind in LEADS - ITEM_LEADS and found.end() < stop:
            return self.lead(kind, position, found.end())
        return self.prose(position)

    def regular_number(self, found: re.Match[str], position: int) -> int:
        """A paragraph that begins in the regular form; its parts and its prose were read with the line."""
        begin = found.start("RUN")
        if self.digit_pilcrow or begin >= self.size or self.text[begin] in _NO_WORDS:
            return self.lead("MARKED_NUMBER", position, begin)
        leaves = self.leaves
        if leaves and leaves[-1].kind == "PROSE":
            self.close_block(position)
        first, last = found.span("REGULAR_NUMERAL")
        number = int(self.text[first:last])
        self.inside_item = False
        self.last_number, self.numbers = number, self.numbers + 1
        leaf = Leaf()  # as in `new_prose`
        leaf.kind = "PARAGRAPH_NUMBER"
        leaf.start = position
        leaf.end = begin
        leaf.value = new_lead(number, found.span("REGULAR_MARKING"), None, (position, last + 1), False, True)
        leaves.append(leaf)
        return self.new_prose(found, begin, True)

    def regular_item(self, found: re.Match[str], position: int) -> int:
        """An item of a list that begins in the regular form; its prose was read with the line."""
        begin = found.start("RUN")
        if begin >= self.items:
            return self.lead("BULLET", position, begin)
        if not (self.at_block_start() or (self.inside_item and self.last_marker == DASHES) or self.closed()):
            return self.prose(position)
        self.close_block(position)
        self.inside_item, self.last_marker = True, DASHES
        self.leaves.append(new_leaf("ITEM", position, begin, new_lead(marker=DASHES)))
        return self.new_prose(found, begin, True)

    # ---- rulers and headings ---------------------------------------------------------------------------

    def ruler(self, kind: str, position: int, end: int) -> int:
        """A ruler: under its heading, over it, or alone; or on its line, unless a page mark stands there too."""
        if kind == "RULED_HEADING" and self.mark is not None and self.text.find(self.mark, position, end) >= 0:
            return self.prose(position)
        self.inside_item = False
        if kind == "RULED_HEADING":
            self.close_block(position)
            self.leaves.append(new_leaf(kind, position, end))
            return end
        leaf = new_leaf("RULER", position, end)
        take_heading(self.text, self.leaves, leaf)
        self.leaves.append(leaf)
        return end

    # ---- blank lines, page marks, joints ---------------------------------------------------------------

    def blank(self, position: int, end: int) -> int:
        """A blank line ends a block, unless it stands inside a sentence."""
        text, leaves = self.text, self.leaves
        within = False
        if leaves and leaves[-1].kind == "PROSE":
            self.close_block(end)
            within = end < self.size and begins_lower(text, end) and self.open_prose() and self.plain(end)
        leaves.append(new_leaf("BLANK_WITHIN" if within else "BLANK", position, end))
        return end

    def close_block(self, position: int) -> None:
        """At the end of a block of plain lines: is it a heading without a ruler, or a table?"""
        leaves = self.leaves
        if leaves and leaves[-1].kind == "PROSE":
            before = leaves[-2] if len(leaves) > 1 else None
            if before is None or before.kind not in LED:
                no_heading = position >= self.items or (self.later_section and before is None)
                name_block(self.text, before, leaves[-1], goes_on=no_heading)

    def plain(self, position: int) -> bool:
        """Whether prose stands at `position`."""
        found = self.known.line.match(self.text, position, self.size)
        return position < self.size and (found is None or found.lastgroup == "PLAIN")
