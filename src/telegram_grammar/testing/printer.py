"""Prints a tree of line kinds as text: each line from the grammar of its field, in an order that reads back as such.

What the grammar of kinds does not say is kept here: items of the body stand apart by blank lines, numbers and letters
follow one another, prose claims nothing.
"""

from __future__ import annotations

import string
import textwrap
from typing import Final

from attrs import define, field
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from telegram_grammar.line_patterns import patterns
from telegram_grammar.measures import LONGEST_TOKEN
from telegram_grammar.testing.body_parts import closing_lines, rulers, signatures, tables
from telegram_grammar.testing.head_parts import passing_instructions
from telegram_grammar.testing.lines import field_texts, line_of_kind, terminal_texts
from telegram_grammar.testing.values import cached, digits, headlines, people, portion_markings, prose
from telegram_grammar.tree import Leaf, Node, Part
from telegram_grammar.words import joined

__all__ = ["Printer"]

_WIDTH: Final = 65
#: With one of these a heading begins beyond doubt, so that a class word above it is a print-out's banner.
_HEADING_OPENERS: Final = frozenset({"TRANSMISSION", "ROUTING", "STATION", "DTG"})
_NOTICES: Final = {
    "NOTICE": "This record is a partial extract of the original cable. The full text is not available.",
    "DATE_LINE": "Monday, 05 March 2007, 10:29",
    "RECORD": "Document Number: 2007OSLO00123",
    "BANNER": "SECRET",
    "DISTRIBUTION": "ACTION EUR-12",
    "DEBRIS": "ID: 187536",
}
_STAMP: Final = "Jane Doe Declassified/Released US Department of State EO Systematic Review 04 MAY 2006"
#: Lines that go on with a field of the text head.
_GOING_ON: Final = {
    "executive_order": ["OF THE MISSION", "AFTER THE TALKS"],
    "tags": ["PGOV ECON", "(ROE, JOHN) NATO", "XG"],
    "subject": ["AND OTHERS WANTED VISAS", "OVER FISHERIES"],
}
#: Behind the signature only so many lines are looked at.
_TAIL: Final = 16


@define
class Printer:
    """Prints one tree. What it draws comes from `draw`; with `noise`, lines may be those that a field reports."""

    draw: DrawFn
    noise: bool
    lines: list[str] = field(factory=list)
    #: The last paragraph number.
    number: int = 0
    has_references: bool = False

    def text(self) -> str:
        """What has been printed."""
        return "".join(f"{line}\n" for line in self.lines)

    def put(self, line: str) -> None:
        """One line."""
        self.lines.append(line)

    def blank(self) -> None:
        """One blank line, where something stands above and it is none."""
        if self.lines and self.lines[-1]:
            self.put("")

    def line(self, kind: str) -> None:
        """A line of a kind whose field has a grammar."""
        line = self.draw(line_of_kind(kind, noise=self.noise))
        self.put("TAGS: PREL" if line.rstrip() == "TAGS:" and not self.noise else line)  # a label alone is reported

    def one(self, *lines: str) -> str:
        """One of the lines."""
        return self.draw(st.sampled_from(lines))

    # ---- parts -----------------------------------------------------------------------------------------

    def print(self, root: Node) -> None:
        """Prints the tree of a whole text."""
        kinds = {part.kind for part in root.children}
        for place, part in enumerate(root.children):
            if isinstance(part, Leaf):
                self.put("")  # a blank line above everything
            elif part.kind == "notice":
                following = root.children[place + 1 : place + 2]
                opener = following[0].kind == "heading" and _leaves(following[0])[0].kind if following else ""
                self.notice(part.children[0].kind, banner=opener in _HEADING_OPENERS)
            elif part.kind == "heading":
                self.heading(part)
            elif part.kind == "text_head":
                self.text_head(part)
            elif part.kind == "body":
                self.body(part, alone="text_head" not in kinds)
            elif "body" in kinds:  # a signature signs a text
                self.ending(part)

    def notice(self, kind: str, *, banner: bool) -> None:
        """What publishers and archives put above the heading; a class word is a banner right over a heading only."""
        self.put(_NOTICES[kind if kind != "BANNER" or banner else "RECORD"])

    def heading(self, node: Node) -> None:
        """Format lines 1 to 11."""
        routing = 0
        for leaf in node.leaves():
            match leaf.kind:
                case "BLANK" if node.children[0].kind == "bare_date":
                    self.put("")
                case "BLANK":  # real texts have it behind this sole indicator
                    self.lines[routing:] = ["RR RUEHWEB", ""]
                case "SEPARATION":
                    self.put("BT")
                case kind:
                    routing = len(self.lines) if kind == "ROUTING" else routing
                    self.line(kind)

    # ---- text head -------------------------------------------------------------------------------------

    def text_head(self, node: Node) -> None:
        """Format line 12 up to the first paragraph."""
        kinds = [part.kind for part in node.children]
        classified = False
        for part in node.children:
            match part.kind:
                case "class_line":
                    self.line("CLASS")
                case "caption":
                    self.line("CAPTION")
                case "passing" if "subject" in kinds:  # without fields below it would be the body's first line
                    self.put(self.draw(_passing()))
                case "executive_order" | "tags" | "subject":
                    self.field_lines(part)
                case "references" if self.noise or not self.has_references:
                    self.reference_list(part)
                case "classified_by" if not classified:
                    classified = True
                    self.classifier(part)
                case "remark":
                    self.blank()
                    self.put(self.draw(prose(most=1)))
                case "BLANK":
                    self.blank()

    def field_lines(self, node: Part) -> None:
        """E.O., TAGS or SUBJECT, with the line that goes on with it."""
        for leaf in _leaves(node):
            if leaf.kind == "TEXT":
                if self.lines[-1][-1].isalnum() and (node.kind != "executive_order" or "DECL: " in self.lines[-1]):
                    self.put(self.one(*_GOING_ON[node.kind]))
            elif leaf.kind != "BLANK_WITHIN":
                self.line(leaf.kind)

    def reference_list(self, node: Part) -> None:
        """A REF field; its letters follow one another."""
        leaves = list(_leaves(node))
        lettered = any(leaf.kind == "REFERENCE_ITEM" for leaf in leaves) or self.draw(st.booleans())
        self.has_references = True
        letters = iter(string.ascii_uppercase)
        for leaf in leaves:
            if leaf.kind == "REFERENCE":
                self.put(f"REF: {next(letters) + '. ' if lettered else ''}{self.draw(_citations())}")
            elif leaf.kind == "REFERENCE_ITEM":
                letter = next(letters, None)
                if letter is not None:
                    marks = (f"{letter}) ", f"({letter}) ", f"¶{letter}. ", f"     {letter}. ", f"{letter}. {letter}) ")
                    mark = self.one(f"{letter}. ", *marks) if self.noise else f"{letter}. "
                    self.put(f"{mark}{self.draw(_citations())}")
            else:
                self.put(self.one("ON FISHERIES", "AND PREVIOUS", "(NOTAL)"))

    def classifier(self, node: Part) -> None:
        """Classified By: the label from the grammar, the words our own."""
        for leaf in _leaves(node):
            if leaf.kind == "CLASSIFIED_BY":
                label = self.draw(field_texts("text_head", "classified_label", noise=True)) if self.noise else ""
                line = f"{label} DCM {self.draw(people())},"
                found = patterns().text_head.match(line)
                regular = found is None or found.lastgroup != "CLASSIFIED_BY"
                self.put(f"Classified By: DCM {self.draw(people())}," if regular else line)
            elif leaf.kind == "REASON":
                self.put(self.one("REASONS: 1.4 (B), (D)", "1.4 (b) and (d)", "REASON: 1.5 (C)"))
            else:
                self.put(self.one("for reasons 1.4 (b) and (d).", "of the embassy,"))

    # ---- body ------------------------------------------------------------------------------------------

    def body(self, node: Node, *, alone: bool) -> None:
        """The items; without a text head above, the first is a numbered paragraph with its marking."""
        first = node.children[0]
        if alone and not (isinstance(first, Node) and first.children[0].kind == "PARAGRAPH_NUMBER"):
            self.put(f"{self.next_number()}. (C) {self.draw(prose(most=1))}")
            alone = False
        for part in node.children:
            if part.kind == "BLANK":
                continue
            opens = alone and part is first
            if not opens:
                self.blank()
            self.item(part, marked=opens)

    def item(self, part: Part, *, marked: bool = False) -> None:
        """One item of the body."""
        leaves = list(_leaves(part))
        match part.kind:
            case "paragraph" | "list_item":
                self.prose_of(leaves, self.lead(leaves[0].kind, marked=marked))
            case "heading_line":
                for leaf in leaves:
                    self.heading_leaf(leaf.kind)
            case "TABLE":
                self.lines += self.draw(tables()).lines
            case "RULER":
                self.put(self.draw(rulers()).text)
            case "STAMP":
                self.put(_STAMP)
            case "joint" if not self.number:  # above the first paragraph it is the head itself
                self.put(self.draw(prose(most=1)))
            case "joint":
                self.put(self.one("SIPDIS", "S E C R E T", "S E C R E T SECTION 02 OF 03 OSLO 001234"))
            case _:
                self.tail_line(leaves[0].kind)

    def next_number(self) -> int:
        """The number of the next paragraph."""
        self.number += 1
        return self.number

    def lead(self, kind: str, *, marked: bool) -> str:
        """What stands before the prose of a paragraph or an item."""
        if kind == "PARAGRAPH_NUMBER":
            number = self.next_number()
            if self.noise and not marked and self.draw(st.booleans()):
                forms = "¶{}. (C) |{}.(C) |{}.. (C) |{} (SBU) |({}. (C) |- {}. (U) |q{}. (S) |{}, (U) |¶{}. |(C) {}. "
                return self.one(*forms.split("|")).format(number)
            marking = f"({self.draw(portion_markings()).text}) " if marked or self.draw(st.booleans()) else ""
            return f"{number}. {marking}"
        if kind == "MARKING":
            return f"({self.draw(portion_markings()).text}) "
        if kind == "ITEM":  # behind a list of references a letter would go on with it
            letters = () if self.has_references and not self.number else ("A. ", "a) ", "(a) ", "(1) ", "2) ", "(ii) ")
            return self.one("-- ", "- ", "* ", *letters)
        return ""

    def prose_of(self, leaves: list[Leaf], lead: str) -> None:
        """Prose behind its lead; what interrupts it stands inside a sentence."""
        places = [place for place, leaf in enumerate(leaves) if leaf.kind in ("PROSE", "PARTED_PROSE")]
        for place in range(places[0], len(leaves)):
            kind = leaves[place].kind
            if kind in ("PROSE", "PARTED_PROSE"):
                whole = f"{lead}{self.draw(prose())}" if place == places[0] else self.draw(prose())
                whole = whole if place == places[0] else whole[0].lower() + whole[1:]
                self.lines += textwrap.wrap(whole if place == places[-1] else whole.rstrip(".") + " the", _WIDTH,
                                            break_long_words=False, break_on_hyphens=False)  # fmt: skip
                lead = ""
            elif kind == "MARK_WITHIN":
                self.put(f"OSLO 00{self.draw(digits(6))}  00{self.one('2', '3', '2.2')} OF 003")
            elif kind == "HEAD_WITHIN":
                self.put("PAGE 02        RUEHNY  0001  010001Z")
            elif kind == "PILCROW_WITHIN":
                self.put("¶")
            elif kind in ("FOOTER_WITHIN", "MINIMIZE_WITHIN", "TRAILER_WITHIN"):
                self.put(self.draw(closing_lines()))
            elif kind == "JOINT_WITHIN":
                self.put(self.one("SIPDIS", "S E C R E T SECTION 02 OF 03 OSLO 001234"))

    def heading_leaf(self, kind: str) -> None:
        """A part of a heading."""
        words = self.draw(headlines())
        match kind:
            case "HEADLINE_MARKING":
                self.put(f"({self.draw(portion_markings()).text}) ")
            case "RULED_HEADING":
                self.put(self.draw(_ruled_headings()))
            case "UNDERLINE" if not self.noise:
                self.put("-" * min(len(self.lines[-1]), LONGEST_TOKEN))
            case "OVERLINE" | "UNDERLINE":
                self.put(self.draw(rulers()).text)
            case _ if self.lines and self.lines[-1].endswith(") "):
                self.lines[-1] += words
            case _:
                self.put(words)

    # ---- ending ----------------------------------------------------------------------------------------

    def ending(self, node: Node) -> None:
        """The signature and what may stand under it."""
        if not self.lines[-1].endswith(".") or self.draw(st.booleans()):
            self.blank()
        self.put(self.draw(_signatures()))
        for leaf in list(node.leaves())[1:_TAIL]:
            if leaf.kind == "BLANK":
                self.blank()
            elif leaf.kind == "STAMP":
                self.put(_STAMP)
            else:
                self.tail_line(leaf.kind)

    def tail_line(self, kind: str) -> None:
        """A line that closes the text or the message."""
        match kind:
            case "END_OF_TEXT":
                self.put("BT")
            case "VALIDATION":
                self.put(f"#{self.draw(digits(4))}")
            case "END_OF_MESSAGE":
                self.put(self.draw(terminal_texts("END_OF_MESSAGE")))
            case "LONE_STOP":
                self.put(".")
            case "DEBRIS":
                self.put(self.draw(terminal_texts("DEBRIS")).strip())
            case _:
                self.put(self.draw(closing_lines()))


def _leaves(part: Part) -> list[Leaf]:
    return list(part.leaves()) if isinstance(part, Node) else [part]


@cached
def _passing() -> SearchStrategy[str]:
    drawn = field_texts("text_head", "passing").map(joined)
    return st.one_of(passing_instructions(), drawn.map(lambda line: line if _claims_nothing(line) else "NSC FOR DOE"))


def _claims_nothing(line: str) -> bool:
    return patterns().text_head.match(line) is None and patterns().lead.match(line) is None


@cached
def _citations() -> SearchStrategy[str]:
    return field_texts("text_head", "citation").map(joined)


@cached
def _ruled_headings() -> SearchStrategy[str]:
    return st.tuples(headlines(), st.sampled_from([" ----", " ---- -- ", " ---------"])).map("".join)


@cached
def _signatures() -> SearchStrategy[str]:
    drawn = terminal_texts("SIGNATURE_UPPER", noise=False)
    return st.one_of(signatures(), drawn.map(lambda name: name if len(name) > 2 else "DOE"))
