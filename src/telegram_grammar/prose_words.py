"""The words of prose: markup and false pilcrows taken out, words that the transmission system broke joined again."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import define

from telegram_grammar.codes import body as codes
from telegram_grammar.codes import noise
from telegram_grammar.drafting import Draft
from telegram_grammar.line_patterns import line_matcher, literal
from telegram_grammar.markup import kept_of, markup
from telegram_grammar.measures import LONGEST_TOKEN
from telegram_grammar.words import WordsOf, begins_line, joined, single, word_end, word_start, words

__all__ = ["ProseWords"]


@define
class ProseWords:
    """Reads the words of ranges of one source, and reports what it undoes in them."""

    draft: Draft
    source: str
    words: WordsOf
    #: The source on one line, where its words are read from that.
    line: str | None
    #: What the whole text holds at all: words broken after 45 characters, from a place on; markup, pilcrows.
    first_address: int
    has_markup: bool
    has_pilcrows: bool

    @classmethod
    def of(cls, draft: Draft) -> ProseWords:
        """A reader for the draft's source."""
        return cls(
            draft, draft.source, draft.words, draft.line, draft.first_address, draft.marked_up, draft.has_pilcrows
        )

    def read(self, start: int, end: int) -> str:
        """The words of a range, markup removed and broken words joined."""
        line = self.line
        if line is None:
            text = self.words(start, end)
        else:  # the same without a call, for nearly all words of a text are read here
            text = line[start:end].strip(" ")
            if "  " in text:
                text = single(text)
        if (self.has_markup and ("<" in text or "$" in text or "&" in text)) or (self.has_pilcrows and "¶" in text):
            text = self.without_additions(start, end)
        if end > self.first_address and literal("address_sign") in text:
            text = self.join_broken(text, start, end)
        return text

    def broken_place(self, word: str, start: int, end: int) -> int:
        """Where a word stands that nothing goes on with; -1 where it does not."""
        place = self.source.find(word, start, end)
        while place >= 0:
            stop = word_end(self.source, place, end)
            if stop == place + len(word):
                break
            place = self.source.find(word, stop, end)  # a long word is looked through once, however often it is in it
        return place

    def report_broken(self, start: int, end: int) -> None:
        """A word that the transmission system broke; on one line it can be joined again."""
        whole = self.source[start:end]
        self.draft.report(noise.BROKEN_TOKEN, start, end, fix="".join(words(whole)) if "\n" not in whole else None)

    def without_additions(self, start: int, end: int) -> str:
        """The words of a range without markup and without the pilcrows before numbers that are none, each reported."""
        source, pieces, place = self.source, [], start
        additions = sorted([*self.markup(start, end), *self.false_numbers(start, end)])
        if not additions:
            return self.words(start, end)
        for first, last, instead in additions:
            if first >= place:
                pieces += [source[place:first], instead]
                place = last
        kept = "".join([*pieces, source[place:end]])
        return joined(kept)

    def markup(self, start: int, end: int) -> Iterator[tuple[int, int, str]]:
        """HTML tags, entities and LaTeX leftovers: where each stands, and what is kept of it."""
        source = self.source
        reported = start
        for found in markup(source, start, end) if self.has_markup else ():
            kept = kept_of(found)
            if found.start() >= reported:  # one report for a word, however much of it is markup
                first, reported = word_start(source, start, found.start()), word_end(source, found.end(), end)
                fix = kept if (first, reported) == found.span() else None
                self.draft.report(noise.MARKUP, first, reported, fix=fix, found=found.group())
            yield found.start(), found.end(), kept

    def false_numbers(self, start: int, end: int) -> Iterator[tuple[int, int, str]]:
        """The pilcrows that a publisher set before a number or a letter which wrapping put at a line's beginning."""
        source = self.source
        place = source.find("¶", start, end)
        while place >= 0:
            found = line_matcher("false_number").match(source, place, end)
            if found is not None and begins_line(source, place):
                number = found.start("FALSE_NUMERAL")
                last = word_end(source, number, end)
                kept = source[number:last]
                self.draft.report(codes.FALSE_NUMBER, place, last, expected=kept, fix=kept, found=source[place:last])
                yield place, number, ""
            place = source.find("¶", place + 1, end)

    def join_broken(self, text: str, start: int, end: int) -> str:
        """Joins an address that the transmission system broke after 45 characters."""
        pieces: list[str] = []
        sign = literal("address_sign")
        place, before, address = start, "", False
        for word in text.split(" "):
            broken = address and len(before) == LONGEST_TOKEN
            if broken and place < end:
                first = self.broken_place(before, place, end)
                place = self.source.find(word, first + LONGEST_TOKEN, end) if first >= 0 else -1
                if place >= 0:
                    self.report_broken(first, place + len(word))
                else:  # markup was taken out of it: the whole is reported, once
                    self.draft.report(noise.BROKEN_TOKEN, start, end)
                    place = end
            if pieces and not broken:
                pieces.append(" ")
            pieces.append(word)
            address = broken or sign in word
            before = word
        return "".join(pieces)
