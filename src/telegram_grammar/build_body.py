"""Stage 3, third part: the body's nodes -> paragraphs, headings, items, and where sections begin."""

from __future__ import annotations

from attrs import Factory, define, evolve

from telegram_grammar.codes import body as codes
from telegram_grammar.codes import heading, noise, pages, structure
from telegram_grammar.diagnostics import new_diagnostic, new_span
from telegram_grammar.drafting import Draft
from telegram_grammar.headings import part_rulers, stays
from telegram_grammar.lead_reports import report_marker, report_number, report_worded
from telegram_grammar.leads import DASHES, Lead, worded_marking
from telegram_grammar.line_patterns import line_matcher, patterns
from telegram_grammar.markup import content_of_words
from telegram_grammar.measures import LONGEST_TOKEN
from telegram_grammar.model import (
    BodyItem,
    Heading,
    ListItem,
    MessageNumber,
    PortionMarking,
    Ruler,
    Section,
    Table,
    new_heading,
    new_list_item,
    new_paragraph,
    new_portion_marking,
    new_section_start,
)
from telegram_grammar.page_marks import SECOND_SECTION, is_cut, page_mark
from telegram_grammar.prose_words import ProseWords
from telegram_grammar.ruled_headings import ruled_heading, ruler_of_one_line
from telegram_grammar.tree import Leaf, Node, Part
from telegram_grammar.worded_items import is_read_as_item, numbered_words, worded_item
from telegram_grammar.words import BLANKS, content, word_end, word_start

__all__ = ["BodyBuilder"]


@define
class BodyBuilder:
    """Builds the body's items in order; keeps the section starts that page marks give."""

    draft: Draft
    source: str
    words: ProseWords
    #: The draft's items of the body and their ranges, once it has some.
    items: list[BodyItem] | None = None
    ranges: list[tuple[int, int]] = Factory(list)
    #: The regular markings of the text: they are few, and each is one object.
    markings: dict[str, PortionMarking] = Factory(dict)

    @classmethod
    def of(cls, draft: Draft) -> BodyBuilder:
        """A builder for the draft's source."""
        return cls(draft, draft.source, ProseWords.of(draft))

    def build(self, node: Node) -> None:
        """Builds every item of the body's node."""
        for part in node.children:
            if isinstance(part, Leaf):  # asked for the kind of one class only, a line costs the interpreter less
                if part.kind != "BLANK":
                    self.leaf(part)
                continue
            kind = part.kind
            if kind == "paragraph":
                self.paragraph(part)
            elif kind == "list_item":
                self.list_item(part)
            elif kind == "heading_line":
                self.heading(part)
            elif kind == "closing_line":
                self.closing(part)
            elif kind == "joint":
                self.joint(part.children[0])
            elif kind == "format_line":
                self.format_line(part)

    # ---- items ---------------------------------------------------------------------------------------

    def add(self, item: BodyItem, first: Part, last: Part) -> None:
        """Adds an item of these parts; its range is trimmed when somebody asks for it."""
        draft = self.draft
        if self.items is None:
            draft.append("body", item, first.start, last.end)
            self.items, self.ranges = draft.parts["body"], draft.ranges["body"]  # type: ignore[assignment]  # a list, as append made it
        else:  # of every item: the same without the look-ups
            self.items.append(item)
            self.ranges.append((first.start, last.end))
            draft.after = "body"

    def add_anew(self, item: BodyItem, first: Part, last: Part) -> None:
        """Adds an item that canonical text may print on other lines, or below other ones."""
        self.draft.laid_anew.append(item)
        self.add(item, first, last)

    def count(self) -> int:
        """How many items the body has so far."""
        return len(self.draft.parts.get("body", ()))

    def paragraph(self, node: Node) -> None:
        """A paragraph, with its number and marking where a lead stands before it."""
        leaves = node.children
        lead = leaves[0]
        read: Lead | None = lead.value if isinstance(lead, Leaf) else None
        if read is not None and read.regular and len(leaves) == 2:  # as most are
            self.regular_paragraph(lead, read, leaves[1])
            return
        if read is None:
            marking, text = self.marked(None, self.prose(leaves), leaves)
            item = worded_item(text) if marking is None else None
            if item is not None and (isinstance(item, ListItem) or self.is_whole()):
                self.worded(item, text, leaves)
            elif text or marking is not None:  # of markup alone nothing is left
                number, text = self.numbered(marking, text, leaves)
                self.add_anew(new_paragraph(text, number, marking), lead, leaves[-1])
            return
        if read.number is not None:
            report_number(self.draft, lead, read, read.number)
        marking, text = self.marked(self.marking(read, lead), self.prose(leaves[1:]), leaves[1:])
        number = read.number
        if number is None:
            number, text = self.numbered(marking, text, leaves)
        self.add_anew(new_paragraph(text, number, marking), lead, leaves[-1])

    def is_whole(self) -> bool:
        """Whether no section begins inside the item in the making."""
        starts = self.draft.parts.get("section_starts")
        return not starts or starts[-1].item != self.count() or not starts[-1].offset

    def worded(self, item: Heading | ListItem, text: str, leaves: list[Part]) -> None:
        """Prose that is a heading or an item of a list by its words."""
        self.draft.item_in_doubt = True  # as what it is read hangs on what stands around it too
        if isinstance(item, ListItem):
            self.move_starts(len(text) - len(item.text))
        else:
            start, end = content(self.source, leaves[0].start, leaves[-1].end)
            self.draft.report(codes.RULED_HEADING, start, end, expected="the ruler on the next line")
        self.add_anew(item, leaves[0], leaves[-1])

    def numbered(self, marking: PortionMarking | None, text: str, leaves: list[Part]) -> tuple[int | None, str]:
        """The number with which the words of a paragraph begin behind its marking, and the words behind the number."""
        found = numbered_words(marking.text, text) if marking is not None else None
        if found is None or marking is None:
            return None, text
        number, rest = found
        start, end = content(self.source, leaves[0].start, leaves[-1].end)
        place = self.source.find(f"{number}.", start, end)
        if place < 0 or self.draft.words(start, place).replace(" ", "") != f"({marking.text})".replace(" ", ""):
            return None, text  # other signs stand between them
        self.draft.item_in_doubt = True
        last = word_end(self.source, place, end)
        printed = self.draft.words(start, last)
        self.draft.report(codes.NUMBER_FORM, start, last, expected=f"{number}.", found=printed.removesuffix("."))
        self.move_starts(len(text) - len(rest))
        return number, rest

    def regular_paragraph(self, lead: Part, read: Lead, prose: Part) -> None:
        """A paragraph with number and marking in the regular form: the usual case of `paragraph`, without detours."""
        assert read.numeral is not None  # a regular lead has both
        assert read.marking is not None
        source, (start, end), (first, last) = self.source, read.numeral, read.marking
        if start and source[start - 1] != "\n":
            report_number(self.draft, lead, read, int(read.number or 0))
        elif source[start] == "¶":  # in every paragraph of most texts
            code, number = noise.PILCROW, source[start + 1 : end]
            found = new_diagnostic(
                code.code, code.severity, code.message, new_span(start, end), number, number, code.name
            )
            self.draft.diagnostics.append(found)
        words = source[first:last]
        marking = self.markings.get(words)
        if marking is None:
            marking = self.markings[words] = new_portion_marking(words)
        self.add(new_paragraph(self.words.read(prose.start, prose.end), read.number, marking), lead, prose)

    def list_item(self, node: Node) -> None:
        """An item of a list: marker, portion marking and text."""
        lead = node.children[0]
        assert isinstance(lead, Leaf)  # by the grammar
        read: Lead = lead.value
        leaves, marker = node.children, read.marker or ""
        behind = lead.start + len(marker)
        if not self.source.startswith(marker, lead.start) or self.source[behind : behind + 1] not in BLANKS:
            report_marker(self.draft, lead, marker)
        text = self.words.read(leaves[1].start, leaves[1].end) if len(leaves) == 2 else self.prose(leaves[1:])
        marking: PortionMarking | None = None
        if read.marking is not None or text[:1] == "(":
            marking, text = self.marked(self.marking(read, lead), text, leaves[1:])
        if marker != DASHES and not is_read_as_item(marker, text, marking):
            self.draft.item_in_doubt = True
        self.add(new_list_item(marker, text, marking), lead, leaves[-1])

    def heading(self, node: Node) -> None:
        """A heading; the rulers around it are its form and not kept."""
        draft = self.draft
        marking: PortionMarking | None = None
        text, rulers = "", []
        for leaf in node.children:
            if leaf.kind == "HEADLINE_MARKING" and isinstance(leaf, Leaf):
                marking = self.marking(leaf.value, leaf)
            elif leaf.kind in ("HEADLINE", "PLAIN_HEADING"):
                text = self.words.read(leaf.start, leaf.end)
            elif leaf.kind in ("OVERLINE", "UNDERLINE"):
                rulers.append(leaf)
            elif leaf.kind == "RULED_HEADING":
                start, end = content(draft.source, leaf.start, leaf.end)
                headline, fix = part_rulers(draft.source, start, end)
                draft.report(codes.RULED_HEADING, start, end, expected="the ruler on the next line", fix=fix)
                text = self.words.read(*headline)
        found = worded_marking(text) if marking is None and text[:1] == "(" else None
        if found is not None:
            if text != f"({found[0]}) {found[1]}":
                report_worded(self.draft, found[0], node.children)
            marking, text = new_portion_marking(found[0]), found[1]
        if rulers:
            self.report_rulers(rulers, f"({marking.text}) " if marking else "", text)
        item = new_heading(text, marking)
        if stays(self.source, node, text):
            self.add(item, node.children[0], node.children[-1])
        else:
            self.add_anew(item, node.children[0], node.children[-1])

    def report_rulers(self, rulers: list[Part], lead: str, text: str) -> None:
        """The rulers of a heading that canonical text prints otherwise."""
        usual = ruler_of_one_line(lead, text) if len(rulers) == 1 else None
        if usual is not None:  # as most are
            start, end = content(self.source, rulers[0].start, rulers[0].end)
            printed = self.source[start:end]
            if printed != usual:
                words = self.ruler(start, end)
                if words != usual:
                    self.report_ruler(start, end, words, usual)
            return
        places = [content(self.source, leaf.start, leaf.end) for leaf in rulers]
        signs = [self.ruler(start, end) for start, end in places]
        lines = ruled_heading(lead, text)
        outer = [line for line in (lines[0], lines[-1]) if not line.strip("-")] if len(lines) > 1 else []
        for (start, end), words in zip(places, signs, strict=True):
            if len(signs) != len(outer) or words != outer[0]:
                self.report_ruler(start, end, words, outer[-1])

    def report_ruler(self, start: int, end: int, words: str, usual: str) -> None:
        """A ruler of other signs, or of more or fewer."""
        self.draft.report(codes.RULER_FORM, start, end, expected=usual, found=words[:1], count=str(len(words)))

    def ruler(self, start: int, end: int) -> str:
        """A ruler's signs, joined where the transmission system broke it after 45 characters."""
        words = self.draft.words(start, end)
        if words.find(" ") != LONGEST_TOKEN:
            return words
        self.words.report_broken(start, end)
        return words.replace(" ", "")

    def leaf(self, leaf: Leaf) -> None:
        """A line that is an item by itself, or that is no part of the text and only reported."""
        source = self.draft.source
        start, end = content(source, leaf.start, leaf.end)
        match leaf.kind:
            case "RULER":
                self.add(Ruler(self.ruler(start, end)), leaf, leaf)
            case "TABLE":
                self.add(Table(tuple(self.draft.kept_lines(leaf.start, leaf.end).split("\n"))), leaf, leaf)
            case "PAGE_MARK" | "PAGE_HEAD":
                self.mark(leaf, 0)
            case "STAMP" | "MARGIN_STAMP":
                self.stamp(leaf)
            case "LONE_STOP":
                self.draft.report(codes.LONE_STOP, start, end)
            case "DEBRIS":
                self.draft.keep_notice(start, end, "a line that an extraction left")
            case "LONE_PILCROW":
                self.draft.report(noise.LONE_PILCROW, start, end, fix="")

    def closing(self, node: Node) -> None:
        """A line that closes the text; a web address behind other words is one by itself, wherever lines end."""
        start, end = content(self.draft.source, node.start, node.end)
        address = line_matcher("inner_web_address").search(self.draft.source, start, end)
        cut = address.start("WEB_ADDRESS") if address else end
        if cut < end and patterns().tail.fullmatch(self.source, cut, end) is None:
            cut = end  # with other words behind it the address is no line by itself
        for first, last in ((start, cut), (cut, end)):
            if first < last:
                self.draft.append("closing", self.words.read(first, last), *content(self.draft.source, first, last))

    def format_line(self, node: Part) -> None:
        """A line that frames the text on the wire: reported, not kept."""
        start, end = content(self.draft.source, node.start, node.end)
        self.draft.report(heading.FRAME_LINE, start, end, found=self.draft.source[start:end])

    def stamp(self, leaf: Part) -> None:
        """A stamp of an archive, kept as a notice."""
        self.draft.keep_stamp(leaf.start, leaf.end)

    def joint(self, leaf: Part) -> None:
        """A head of the text repeated where two sections were put together: reported, not kept."""
        start, end = content(self.draft.source, leaf.start, leaf.end)
        self.draft.report(pages.SECTION_JOINT, start, end, found=self.draft.words(start, end))

    # ---- leads ---------------------------------------------------------------------------------------

    def marking(self, read: Lead, leaf: Part) -> PortionMarking | None:
        """The portion marking of a lead, None where it has none; an unusual form is reported."""
        if read.marking is None:
            return None
        draft, (start, end) = self.draft, read.marking
        source = draft.source
        if read.regular:
            return new_portion_marking(source[start:end])
        if source[start - 1] != "(" or source[end : end + 1] != ")":
            first = source.rfind("(", leaf.start, start)
            first = start if first < 0 else first
            last = source.find(")", end, leaf.end) + 1 or end
            text, whole = draft.words(start, end), word_end(source, last, len(source))
            fix = f"({text})" if whole == last else None
            draft.report(codes.PORTION_FORM, first, whole, expected=f"({text})", fix=fix, found=source[first:whole])
        elif source[end + 1 : end + 2] not in BLANKS:
            last = word_end(source, end, len(source))
            found = source[start - 1 : last]
            draft.report(codes.PORTION_FORM, start - 1, last, expected="a blank behind the marking", found=found)
        return new_portion_marking(draft.words(start, end))

    def marked(self, marking: PortionMarking | None, text: str, prose: list[Part]) -> tuple[PortionMarking | None, str]:
        """The marking of a lead and the words of its prose: where it has none, these may begin with one."""
        found = worded_marking(text) if marking is None and text[:1] == "(" else None
        if found is None:
            return marking, text
        if not found[1]:
            self.draft.item_in_doubt = True  # a marking with nothing to mark, which print kept from being read
            return marking, text
        report_worded(self.draft, found[0], prose)
        self.move_starts(len(text) - len(found[1]))
        return new_portion_marking(found[0]), found[1]

    def move_starts(self, fewer: int) -> None:
        """Sections that begin inside the item in the making begin so many characters earlier; in its lead, with it."""
        starts = self.draft.parts.get("section_starts", [])
        for place in range(len(starts) - 1, -1, -1):
            if starts[place].item != self.count():
                break
            starts[place] = evolve(starts[place], offset=max(starts[place].offset - fewer, 0))

    # ---- prose ---------------------------------------------------------------------------------------

    def prose(self, leaves: list[Part]) -> str:
        """The logical text of prose: lines joined, page marks and false blank lines taken out."""
        if len(leaves) == 1:
            return self.words.read(leaves[0].start, leaves[0].end)
        pieces: list[str] = []
        length = 0
        before, cut = leaves[0], False
        for leaf in leaves:
            if leaf.kind == "PROSE":
                piece = self.words.read(leaf.start, leaf.end)
                if cut and pieces and piece and is_cut(pieces[-1], piece):
                    self.report_cut(before, leaf, pieces[-1].rsplit(" ", 1)[-1] + piece.split(" ", 1)[0])
                elif pieces and piece:
                    piece = f" {piece}"
                if piece:
                    pieces.append(piece)
                    length += len(piece)
                    before, cut = leaf, False
            elif leaf.kind in ("MARK_WITHIN", "HEAD_WITHIN", "PAGE_MARK", "PAGE_HEAD"):
                self.mark(leaf, length)
                cut = True
            elif leaf.kind == "JOINT_WITHIN":
                self.joint(leaf)
            elif leaf.kind == "STAMP_WITHIN":
                self.stamp(leaf)
            elif leaf.kind == "closing_within" and isinstance(leaf, Node):
                self.closing(leaf)
            elif leaf.kind == "format_line_within":
                self.format_line(leaf)
            elif leaf.kind in ("LONE_PILCROW", "PILCROW_WITHIN"):
                self.draft.report(noise.LONE_PILCROW, *content(self.draft.source, leaf.start, leaf.end), fix="")
        self.report_false_blanks(leaves)
        return "".join(pieces)

    def report_false_blanks(self, parts: list[Part]) -> None:
        """Blank lines that stand inside a sentence, with prose on both sides."""
        for place, leaf in enumerate(parts):
            if leaf.kind == "BLANK_WITHIN":
                around = (parts[place - 1].kind, parts[place + 1].kind if place + 1 < len(parts) else "PROSE")
                if around == ("PROSE", "PROSE"):
                    self.draft.report(structure.FALSE_BLANK, leaf.start, leaf.end, expected="no blank line", fix="")

    def report_cut(self, before: Part, behind: Part, word: str) -> None:
        """A word cut by what stands inside it; a section that began there begins inside the word."""
        source = self.draft.source
        first = word_start(source, before.start, content_of_words(source, before.start, before.end)[1])
        last = word_end(source, content_of_words(source, behind.start, behind.end)[0], behind.end)
        self.draft.report(noise.CUT_WORD, first, last, expected=word, word=word)
        starts, place = self.draft.parts.get("section_starts", []), -1
        offset = starts[-1].offset if starts else 0
        # no blank stands between the halves: all sections that begin there begin one character earlier
        while offset and len(starts) >= -place and (starts[place].item, starts[place].offset) == (self.count(), offset):
            starts[place] = evolve(starts[place], offset=offset - 1)
            place -= 1

    # ---- page marks ----------------------------------------------------------------------------------

    def mark(self, leaf: Part, offset: int) -> None:
        """A page mark: a section begins behind it. It is reported unless it has the wire's own form."""
        draft, source = self.draft, self.draft.source
        start, end = content(source, leaf.start, leaf.end)
        if leaf.kind in ("PAGE_HEAD", "HEAD_WITHIN"):
            draft.report(pages.PAGE_HEAD, start, end)
            return
        found = line_matcher("page_mark").fullmatch(source, start, end)
        if found is None:
            return
        section, page = int(found["MARK_SECTION"]), found["MARK_PAGE"]
        item = self.count()
        if section < SECOND_SECTION and not item and not offset:  # a page of the first section, before anything is said
            draft.report(pages.MARK_IN_HEAD, start, end)
            return
        before = draft.after
        draft.append("section_starts", new_section_start(section, item, offset + 1 if offset else 0, page), start, end)
        draft.after = before  # what follows a mark follows the part around it
        if source[start - 1 : start] not in ("", "\n") or source[leaf.end - 1 : leaf.end] not in ("", "\n"):
            first, last = word_start(source, 0, start), word_end(source, end, len(source))  # it may be glued to words
            draft.report(pages.MARK_INSIDE_LINE, first, last, expected="a line of its own")
        else:
            printed = source[start:end]
            usual = self.usual_mark(section, page, printed)
            if usual is not None and printed == usual.replace("  ", " "):
                draft.report(pages.MARK, start, end, expected="two blanks", fix=usual, section=str(section))
            elif printed != usual:
                same = usual is not None and usual.split() == printed.upper().split()
                fix = usual if same else None
                draft.report(pages.MARK_FORM, start, end, expected=usual, fix=fix, found=draft.words(start, end))

    def usual_mark(self, section: int, page: str | None, printed: str) -> str | None:
        """The mark as the wire prints it for this message, or None where the class line gives too little."""
        message: MessageNumber | None = self.draft.parts.get("message")
        whole: Section | None = self.draft.parts.get("section")
        return page_mark(message, section, page, whole.total, printed=printed) if message and whole else None
