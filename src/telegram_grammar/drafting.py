"""What the builders share: the source, the parts built so far with their places, and the diagnostics."""

from __future__ import annotations

import sys
from bisect import bisect_left
from collections.abc import Sequence
from typing import Any

from attrs import define, evolve, field

from telegram_grammar.codes import heading, noise
from telegram_grammar.diagnostics import Code, Diagnostic, new_diagnostic, new_span
from telegram_grammar.line_patterns import first_web_address
from telegram_grammar.markup import has_markup
from telegram_grammar.model import BodyItem, Unread
from telegram_grammar.places import Ranges
from telegram_grammar.words import BLANKS, WordsOf, content, kept_lines, one_line, word_end, word_start, words_of

__all__ = ["Draft"]


@define
class Draft:
    """A cable in the making. `parts` become the attributes of the `Cable`."""

    source: str
    #: The words of a range, joined with single blanks.
    words: WordsOf
    #: The source on one line, where its words are read from that.
    line: str | None = None
    parts: dict[str, Any] = field(factory=dict)
    #: The range of each attribute; a list of ranges, one an item, where the items stand on lines of their own.
    ranges: Ranges = field(factory=dict)
    #: The ranges of parts within an attribute, by their paths, where they stand on a line that they share.
    inner: dict[str, tuple[int, int]] = field(factory=dict)
    diagnostics: list[Diagnostic] = field(factory=list)
    #: Where fields begin of which it was reported that they begin inside a word.
    glued: set[int] = field(factory=set)
    #: Whether the source may hold markup, so that it is worth a look.
    marked_up: bool = False
    #: Where the first web address stands, if any: before it none is looked for.
    first_address: int = sys.maxsize
    has_pilcrows: bool = False
    #: The source with its markup, where some of it is read as blanks, and the ranges of that.
    original: str = ""
    marks: Sequence[tuple[int, int]] = ()
    #: Whether lines stand in the tree beside the productions.
    has_strays: bool = True
    #: Whether something was read that canonical text has beside other neighbours: text between the fields, a field
    #: that goes on where it may not there, or addresses that shared a line.
    in_doubt: bool = False
    #: The same of an item of the body: its words, and not how they are printed, tell what it is.
    item_in_doubt: bool = False
    #: The items of the body that canonical text may print on other lines than the source has, or below other ones.
    laid_anew: list[BodyItem] = field(factory=list)
    #: The attribute set last.
    after: str = ""

    @classmethod
    def of(cls, source: str, *, marked_up: bool | None = None) -> Draft:
        """An empty draft over a source; whether it holds markup is looked for where it is not said."""
        address = first_web_address(source)
        first_address = address if address is not None else sys.maxsize
        line = one_line(source)
        return cls(
            source,
            words_of(source, line),
            line,
            marked_up=has_markup(source) if marked_up is None else marked_up,
            first_address=first_address,
            has_pilcrows="¶" in source,
        )

    def over(self, text: str) -> Draft:
        """The same draft over a text with other words at the same places; what it gathers is gathered here."""
        line = one_line(text)
        return evolve(self, source=text, words=words_of(text, line), line=line)

    def go_on(self, other: Draft) -> None:
        """Goes on behind what was read by a draft `over` another text: takes what is no list that both share."""
        self.after, self.in_doubt, self.item_in_doubt = other.after, other.in_doubt, other.item_in_doubt

    def report(
        self, code: Code, start: int, end: int, /, *, expected: str | None = None, fix: str | None = None, **words: str
    ) -> None:
        """Adds a diagnostic (see `telegram_grammar.diagnostics.Report`)."""
        message = code.message.format(**words) if words else code.message
        self.diagnostics.append(
            new_diagnostic(code.code, code.severity, message, new_span(start, end), expected, fix, code.name)
        )

    def report_glued(self, start: int, end: int) -> None:
        """Says so, once, where a field begins inside a word."""
        first = word_start(self.source, 0, start)
        if first < start and start not in self.glued:
            self.glued.add(start)
            last = word_end(self.source, start, end)
            self.report(heading.GLUED, first, last, expected="a blank", what=self.source[start:last])

    def kept_lines(self, start: int, end: int) -> str:
        """Lines as they stand, without the markup around their words: it has no width."""
        pieces, place = [], start
        for first, last in self.marks[bisect_left(self.marks, (start, 0)) : bisect_left(self.marks, (end, 0))]:
            apart = self.source[first - 1 : first] in BLANKS or self.source[last : last + 1] in BLANKS
            pieces += [self.source[place:first], "" if apart else " "]
            place = min(last, end)
        return kept_lines("".join([*pieces, self.source[place:end]]), 0, end - start)

    def report_markup(self, source: str, ranges: Sequence[tuple[int, int]]) -> None:
        """Markup that is read as blanks, by the words that it stands at; `source` is the text that has it."""
        self.original, self.marks, reported = source, ranges, 0
        for start, end in ranges:
            first, last = max(word_start(source, 0, start), reported), word_end(source, end, len(source))
            if last > reported:  # a word is told once, though markup stands on both sides of it
                fix = "" if (first, last) == (start, end) else None
                self.report(noise.MARKUP, first, last, expected="nothing", fix=fix, found=source[start:end])
                reported = last

    def put(self, name: str, value: object, start: int, end: int) -> None:
        """Sets an attribute of the cable and remembers its place."""
        self.parts[name] = value
        self.ranges[name] = (start, end)
        self.after = name

    def append(self, name: str, value: object, start: int, end: int) -> None:
        """Adds an item to an attribute that is a tuple."""
        items = self.parts.get(name)
        if items is None:
            self.parts[name] = [value]
            self.ranges[name] = [(start, end)]
        else:
            items.append(value)
            self.ranges[name].append((start, end))  # type: ignore[union-attr]  # a list wherever append made it
        self.after = name

    def last(self) -> str:
        """The path of what was read last: of an attribute that is a tuple, its last item."""
        places = self.ranges.get(self.after)
        return f"{self.after}[{len(places) - 1}]" if isinstance(places, list) else self.after

    def keep_unread(self, start: int, end: int, after: str) -> None:
        """Keeps lines that no field owns."""
        start, end = content(self.source, start, end)
        if start < end:
            before = self.after
            self.append("unread", Unread(self.kept_lines(start, end), after), start, end)
            self.after = before

    def keep_other(self, start: int, end: int, after: str) -> tuple[int, int]:
        """Keeps another message as it stands, markup and all; returns its place."""
        original, before = self.original or self.source, self.after
        start, end = content(original, start, end)
        self.append("unread", Unread(kept_lines(original, start, end), after), start, end)
        self.after = before
        return start, end

    def keep_stamp(self, start: int, end: int) -> None:
        """Keeps a stamp of an archive among the notices."""
        self.keep_notice(start, end, "a stamp", noise.STAMP)

    def keep_notice(self, start: int, end: int, what: str, code: Code = noise.NOTICE, *, joins: bool = False) -> None:
        """Keeps what a publisher or an archive added, and says so; its lines as they stand, or joined."""
        # blanks before the words tell what kind of line it is
        words = self.words(start, end) if joins else self.kept_lines(start, end)
        start, end = content(self.source, start, end)
        self.append("notices", words, start, end)
        self.report(code, start, end, what=what)
