"""What a rule looks at, and what it hands back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Any, Final, TypeVar

from attrs import define, field, frozen

from telegram_grammar.diagnostics import Code, Span
from telegram_grammar.document import Document
from telegram_grammar.model import Cable, DateTimeGroup
from telegram_grammar.profiles import Profile
from telegram_grammar.rules.marks import Mark, PageHead, page_heads, page_marks
from telegram_grammar.tree import Leaf
from telegram_grammar.words import content

__all__ = ["Context", "Finding"]

_T = TypeVar("_T")
_NO_WORDS: Final[Mapping[str, str]] = MappingProxyType({})


@frozen
class Finding:
    """One departure that a rule has found: the code, the place, and what `Diagnostic` and its message want to know."""

    code: Code
    start: int
    end: int
    #: What would have been right, in words; an unsafe suggestion belongs here.
    expected: str | None = None
    #: Text that may safely replace the span.
    fix: str | None = None
    #: The words that fill the code's message.
    words: Mapping[str, str] = _NO_WORDS


@define(eq=False, slots=False)  # no slots, for its values are cached
class Context:
    """A parsed text under a profile; what several rules want to know is worked out once."""

    document: Document
    profile: Profile
    _leaves: dict[str, list[Leaf]] | None = field(default=None, init=False, repr=False)
    _found: dict[Callable[[Context], Any], Any] = field(factory=dict, init=False, repr=False)

    @property
    def cable(self) -> Cable:
        """The cable."""
        return self.document.cable

    @property
    def source(self) -> str:
        """The text."""
        return self.document.source

    @cached_property
    def moment(self) -> dt.datetime | None:
        """The moment of the date-time group, in its own zone; None where there is none."""
        group = self.cable.dtg
        return group.datetime if isinstance(group, DateTimeGroup) else None

    @cached_property
    def date(self) -> dt.date | None:
        """The day of the date-time group; None where there is none."""
        return self.moment.date() if self.moment else None

    @cached_property
    def marks(self) -> tuple[Mark, ...]:
        """The page marks of the text, in order."""
        return tuple(page_marks(self.document, self.leaves("PAGE_MARK", "MARK_WITHIN")))

    @cached_property
    def page_heads(self) -> tuple[PageHead, ...]:
        """The heads of printed pages, in order."""
        return tuple(page_heads(self.document, self.leaves("PAGE_HEAD", "HEAD_WITHIN")))

    def once(self, find: Callable[[Context], _T]) -> _T:
        """What the function finds in this context: it is asked once, however many rules want to know."""
        if find not in self._found:
            self._found[find] = find(self)
        found: _T = self._found[find]
        return found

    def leaves(self, *kinds: str) -> Iterator[Leaf]:
        """The leaves of the tree of these kinds, kind by kind, each in the order of the text; without kinds, all."""
        if not kinds:
            yield from self.document.leaves()
            return
        if self._leaves is None:
            self._leaves = {}
            for leaf in self.document.leaves():
                self._leaves.setdefault(leaf.kind, []).append(leaf)
        for kind in kinds:
            yield from self._leaves.get(kind, ())

    def place(self, *parts: object) -> tuple[int, int]:
        """Where the first of these stands that has a place in the text.

        A part is a model object of this cable, a path ("dtg", "captions[0]", "transmission.routing"), a `Span`, a
        `Leaf`, or a pair of offsets. A path without a place of its own stands where the attribute does that it is of.
        Where none has a place, it is the first line of the text that has words.
        """
        for part in parts:
            found = self._place(part)
            if found is not None:
                return found
        start, end = content(self.source, 0, len(self.source))
        line = self.source.find("\n", start, end)
        return content(self.source, start, line if line >= 0 else end)

    def is_read(self, path: str) -> bool:
        """Whether the text has something that was read as this part, be it empty."""
        try:
            self.document.span_of(path)
        except KeyError:
            return False
        return True

    def spot(self, words: str, *parts: object, last: bool = False) -> tuple[int, int]:
        """Where these words stand first, or last, within a part (see `place`); the part whole where they do not."""
        start, end = self.place(*parts)
        find = self.source.rfind if last else self.source.find
        found = find(words, start, end) if words else -1
        return (start, end) if found < 0 else (found, found + len(words))

    def _place(self, part: object) -> tuple[int, int] | None:
        if isinstance(part, Span):
            return part.start, part.end
        if isinstance(part, Leaf):
            return content(self.source, part.start, part.end)
        if isinstance(part, tuple) and len(part) == 2 and isinstance(part[0], int) and isinstance(part[1], int):
            return part
        while part is not None:
            try:
                span = self.document.span_of(part)
            except KeyError:
                part = part.rpartition(".")[0] or None if isinstance(part, str) else None
            else:
                return span.start, span.end
        return None

    def found(
        self, code: Code, *parts: object, expected: str | None = None, fix: str | None = None, **words: str
    ) -> Finding:
        """A finding at the place of the first of the parts that has one (see `place`)."""
        start, end = self.place(*parts)
        return Finding(code, start, end, expected, fix, words or _NO_WORDS)
