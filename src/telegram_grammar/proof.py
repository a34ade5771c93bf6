"""The short proof that a text reads back as the cable that it was laid out from (see `printing`).

The scanner reads the whole text, for only what stands around a line tells what it is. What structure and builder make
of the body, however, is known where its leaves are, one by one, those of the items that were printed, word for word.
Then these two stages read all the rest with the first and the last item in the body's place: what may stand before and
behind a body hangs on nothing else. Of whatever is out of the ordinary nothing is told here.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from attrs import Factory, define, frozen

from telegram_grammar.builder import build, finish
from telegram_grammar.doubts import is_doubtful
from telegram_grammar.drafting import Draft
from telegram_grammar.leads import PROSE_LEADS, Lead, worded_marking
from telegram_grammar.line_patterns import line_matcher, literal
from telegram_grammar.measures import LONGEST_TOKEN
from telegram_grammar.model import (
    BodyItem,
    Cable,
    Heading,
    ListItem,
    Paragraph,
    PortionMarking,
    Ruler,
    SectionStart,
    Table,
)
from telegram_grammar.page_marks import SECOND_SECTION, is_cut
from telegram_grammar.prose_words import ProseWords
from telegram_grammar.reading import scan
from telegram_grammar.structure import structure
from telegram_grammar.tree import Leaf, new_leaf
from telegram_grammar.words import content, kept_lines

__all__ = ["reads_back"]

#: The leaves with which an item of the body begins; no other part of a text has leaves of these kinds.
_FIRST: Final = frozenset(
    {"PARAGRAPH_NUMBER", "MARKING", "PROSE", "ITEM", "OVERLINE", "HEADLINE_MARKING", "HEADLINE", "TABLE"}
)
_LEADS: Final = frozenset({"PARAGRAPH_NUMBER", "ITEM", "MARKING"})
#: What interrupts prose in canonical text.
_WITHIN: Final = frozenset({"MARK_WITHIN", "BLANK_WITHIN"})
#: What may stand behind the last item and belongs to none.
_BEHIND: Final = frozenset(
    {"BLANK", "SIGNATURE", "FOOTER", "MINIMIZE", "TRAILER", "END_OF_TEXT", "VALIDATION", "END_OF_MESSAGE"}
)
#: Signs of words that are not read as they stand: markup, false pilcrows. Broken addresses have theirs in the grammar.
_SIGNS: Final = ("<", "$", "&", "¶")


def reads_back(cable: Cable, text: str) -> bool:
    """Whether it is plain that `parse(text).cable == cable`; that may hold where it is not plain.

    The words of the cable's prose have single blanks between them: what has others is refused before it is printed.
    """
    draft = Draft.of(text)
    known = _known(scan(text), ProseWords.of(draft), cable.body)
    if known is None:
        return False
    tree = structure(known.rest, len(text))
    if tree.repairs:  # they may hang on leaves that are left out
        return False
    build(tree, text, draft)
    if len(draft.parts.get("body", ())) != known.standing:
        return False
    draft.parts["body"] = cable.body
    draft.parts["section_starts"] = [*draft.parts.get("section_starts", ()), *known.starts]
    draft.laid_anew = [*cable.body]  # of what was not built too it is asked how it would be read
    return finish(draft) == cable and not is_doubtful(tree, draft, cable)


@frozen
class _Known:
    """A body that says its items."""

    #: All leaves but those of the body; some of them stand for it.
    rest: list[Leaf]
    #: How many items stand for the body.
    standing: int
    #: The sections that begin in the body or right behind it.
    starts: list[SectionStart]


def _known(leaves: list[Leaf], words: ProseWords, body: Sequence[BodyItem]) -> _Known | None:
    """What is known of a text whose leaves say all items of the body; None where they do not."""
    first = next((place for place, leaf in enumerate(leaves) if leaf.kind in _FIRST), None)
    if first is None or not body:
        return None
    text = words.source
    end = new_leaf("", len(text), len(text))
    walk = _Walk([*leaves, end, end, end], text, text.replace("\n", " "), words, words.all_plain, first)
    if not walk.pass_blanks(0) or not walk.says(body[0], 0):
        return None
    last, standing = walk.place, walk.standing
    for number in range(1, len(body)):
        last = walk.place
        if walk.says_at_once(body[number]):
            continue
        if not walk.pass_blanks(number):
            return None
        last = walk.place
        if not walk.says(body[number], number):
            return None
    if not walk.pass_blanks(len(body)) or words.draft.diagnostics:
        return None
    if any(leaf.kind not in _BEHIND for leaf in leaves[walk.place :]):
        return None
    rest = leaves[:standing]
    if len(body) > 1:
        rest += leaves[last : walk.standing]
    return _Known(rest + leaves[walk.place :], min(len(body), 2), walk.starts)


@define
class _Walk:
    """A walk over the leaves of a body beside its items."""

    #: The leaves of the text, and one that ends them.
    leaves: list[Leaf]
    text: str
    #: The text as one line.
    line: str
    words: ProseWords
    #: Whether the text has no sign of words that are not read as they stand.
    plain: bool
    place: int
    #: Behind the leaves that can stand for the item passed last: without what interrupts it.
    standing: int = 0
    starts: list[SectionStart] = Factory(list)

    def pass_blanks(self, number: int) -> bool:
        """Passes what may stand before item `number`: blank lines and page marks, if each says what a mark says."""
        leaf = self.leaves[self.place]
        while leaf.kind in ("BLANK", "PAGE_MARK"):
            if leaf.kind == "PAGE_MARK" and not self.begins_section(leaf, number, 0):
                return False
            self.place += 1
            leaf = self.leaves[self.place]
        return True

    def begins_section(self, leaf: Leaf, number: int, offset: int) -> bool:
        """Whether a page mark says that a section begins, behind so many characters of an item."""
        found = line_matcher("page_mark").fullmatch(self.text, *content(self.text, leaf.start, leaf.end))
        if found is None or int(found["MARK_SECTION"]) < SECOND_SECTION:
            return False
        begin = offset + 1 if offset else 0
        self.starts.append(SectionStart(int(found["MARK_SECTION"]), number, begin, found["MARK_PAGE"]))
        return True

    def says_at_once(self, item: BodyItem) -> bool:
        """Whether the leaves right here are plainly those of a paragraph or an item in the usual form, as most are.

        Passes them; of whatever is not plain nothing is told.
        """
        leaves, place = self.leaves, self.place
        lead = leaves[place]
        if lead.kind == "BLANK":
            place += 1
            lead = leaves[place]
        prose = leaves[place + 1]
        if prose.kind != "PARTED_PROSE" and (prose.kind != "PROSE" or leaves[place + 2].kind in _WITHIN):
            return False
        if isinstance(item, Paragraph):
            said = lead.kind == "PARAGRAPH_NUMBER" and self.is_regular(lead.value, item)
        else:
            said = isinstance(item, ListItem) and lead.kind == "ITEM" and _is_unmarked(lead.value, item)
        if not said or not self.says_words(prose, item.text):  # type: ignore[union-attr]  # only prose is said so
            return False
        self.place = self.standing = place + 2
        return True

    def is_regular(self, read: Lead, item: Paragraph) -> bool:
        """Whether a lead in the regular form is that of a paragraph."""
        if not read.regular or read.number != item.number or read.marking is None or item.marking is None:
            return False
        start, end = read.marking
        return self.text[start:end] == item.marking.text

    def says(self, item: BodyItem, number: int) -> bool:
        """Whether the leaves from here on are those of an item; passes them."""
        if isinstance(item, Paragraph | ListItem) and item.marking is None and worded_marking(item.text):
            return False
        if isinstance(item, Paragraph):
            led = item.number is not None or item.marking is not None
            return (not led or self.is_led(item.number, None, item.marking)) and self.says_prose(item.text, number)
        if isinstance(item, ListItem):
            return self.is_led(None, item.marker, item.marking) and self.says_prose(item.text, number)
        return self.says_heading(item) if isinstance(item, Heading) else self.says_as_it_stands(item)

    def is_led(self, number: int | None, marker: str | None, marking: PortionMarking | None) -> bool:
        """Whether the leaf here is the lead of an item with this number or marker; passes it."""
        leaf = self.leaves[self.place]
        if leaf.kind not in _LEADS:
            return False
        self.place += 1
        read: Lead = leaf.value
        return read.number == number and read.marker == marker and self.is_marked(read, marking)

    def is_marked(self, read: Lead, marking: PortionMarking | None) -> bool:
        """Whether a lead has this marking."""
        if read.marking is None or marking is None:
            return read.marking is None and marking is None
        start, end = read.marking
        return (self.text[start:end] if read.regular else self.words.draft.words(start, end)) == marking.text

    def says_prose(self, text: str, number: int) -> bool:
        """Whether the leaves from here on are prose with this text; passes them."""
        leaf, before = self.leaves[self.place], self.leaves[self.place - 1]
        self.place = self.standing = self.place + 1
        if leaf.kind == "PARTED_PROSE":
            return before.kind in PROSE_LEADS and self.says_words(leaf, text)
        if leaf.kind != "PROSE":
            return False
        if self.leaves[self.place].kind in _WITHIN:
            return self.says_interrupted(self.words.read(leaf.start, leaf.end), text, number)
        return self.says_words(leaf, text)

    def says_words(self, leaf: Leaf, text: str) -> bool:
        """Whether the words of a leaf are read as this text."""
        stop = leaf.start + len(text)
        if self.line.startswith(text, leaf.start) and stop <= leaf.end and not self.line[stop : leaf.end].strip(" "):
            if self.plain:
                return True
            for sign in (*_SIGNS, literal("address_sign")):
                if sign in text:
                    break
            else:
                return True
        return self.words.read(leaf.start, leaf.end) == text

    def says_interrupted(self, read: str, text: str, number: int) -> bool:
        """The same of prose with page marks and blank lines in it, of which the first piece is read."""
        while self.leaves[self.place].kind in _WITHIN:
            marked = False
            while self.leaves[self.place].kind in _WITHIN:
                leaf = self.leaves[self.place]
                self.place += 1
                if leaf.kind == "MARK_WITHIN":
                    marked = True
                    if not self.begins_section(leaf, number, len(read)):
                        return False
            leaf = self.leaves[self.place]
            self.place += 1
            piece = self.words.read(leaf.start, leaf.end)
            if leaf.kind != "PROSE" or not read or not piece or (marked and is_cut(read, piece)):
                return False
            read = f"{read} {piece}"
        return read == text

    def says_heading(self, item: Heading) -> bool:
        """Whether the leaves from here on are a heading over its ruler, or between two; passes them."""
        self.place += self.leaves[self.place].kind == "OVERLINE"
        leaf = self.leaves[self.place]
        if item.marking is not None:
            if leaf.kind != "HEADLINE_MARKING" or not self.is_marked(leaf.value, item.marking):
                return False
            self.place += 1
            leaf = self.leaves[self.place]
        if leaf.kind != "HEADLINE" or self.leaves[self.place + 1].kind != "UNDERLINE":
            return False
        self.place = self.standing = self.place + 2
        return self.says_words(leaf, item.text)

    def says_as_it_stands(self, item: Table | Ruler) -> bool:
        """Whether the leaf here is a table or a ruler; passes it."""
        leaf, text = self.leaves[self.place], self.text
        self.place = self.standing = self.place + 1
        if isinstance(item, Table):
            return leaf.kind == "TABLE" and kept_lines(text, leaf.start, leaf.end) == "\n".join(item.lines)
        words = self.words.draft.words(*content(text, leaf.start, leaf.end))
        return leaf.kind == "RULER" and words == item.text and words.find(" ") != LONGEST_TOKEN


def _is_unmarked(read: Lead, item: ListItem) -> bool:
    """Whether a lead without a marking is that of an item."""
    unmarked = read.marking is None and item.marking is None and not worded_marking(item.text)
    return unmarked and read.marker == item.marker
