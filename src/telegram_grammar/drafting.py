"""What the builders share: the source, the parts built so far with their places, and the diagnostics."""

from __future__ import annotations

from typing import Any

from attrs import define, field

from telegram_grammar.codes import noise
from telegram_grammar.diagnostics import Code, Diagnostic, Severity, Span
from telegram_grammar.model import Unread
from telegram_grammar.words import Joiner, content, joiner, kept_lines

__all__ = ["Draft"]


@define
class Draft:
    """A cable in the making. `parts` become the attributes of the `Cable`."""

    source: str
    join: Joiner
    parts: dict[str, Any] = field(factory=dict)
    diagnostics: list[Diagnostic] = field(factory=list)
    #: Place of each model object, by identity; the cable keeps the objects alive.
    places: dict[int, tuple[int, int]] = field(factory=dict)
    #: Place of each plain value, by its path in the cable: "subject", "captions[0]".
    named: dict[str, tuple[int, int]] = field(factory=dict)
    #: Path of the part built last: what an unread line follows.
    after: str = "the top"

    @classmethod
    def of(cls, source: str) -> Draft:
        """An empty draft over a source."""
        return cls(source, joiner(source))

    def report(
        self, code: Code, start: int, end: int, /, *, expected: str | None = None, fix: str | None = None, **words: str
    ) -> None:
        """Adds a diagnostic (see `telegram_grammar.diagnostics.Report`)."""
        self.diagnostics.append(
            Diagnostic(
                code.code, code.severity, code.message.format(**words) if words else code.message,
                Span(start, end), expected, fix, code.name,
            )
        )  # fmt: skip

    def words(self, start: int, end: int) -> str:
        """The words of a range, joined with single blanks."""
        return self.join(self.source[start:end])

    def place(self, part: object, start: int, end: int) -> None:
        """Remembers where a model object stands."""
        self.places[id(part)] = (start, end)

    def put(self, name: str, value: object, start: int, end: int) -> None:
        """Sets an attribute of the cable, once, and remembers its place."""
        self.parts[name] = value
        self.after = name
        self.named[name] = (start, end)
        if not isinstance(value, (str, tuple)):
            self.places[id(value)] = (start, end)

    def append(self, name: str, value: object, start: int, end: int) -> None:
        """Adds to an attribute that is a tuple."""
        items: list[object] = self.parts.setdefault(name, [])
        self.after = path = f"{name}[{len(items)}]"
        items.append(value)
        self.named[path] = (start, end)
        if not isinstance(value, str):
            self.places[id(value)] = (start, end)

    def keep_unread(self, start: int, end: int, after: str) -> None:
        """Keeps lines that no field owns."""
        start, end = content(self.source, start, end)
        if start == end:
            return
        items: list[object] = self.parts.setdefault("unread", [])
        kept = Unread(kept_lines(self.source, start, end), after)
        items.append(kept)
        self.places[id(kept)] = (start, end)

    def keep_notice(self, start: int, end: int, what: str, code: Code = noise.NOTICE) -> None:
        """Keeps what a publisher or an archive added, and says so."""
        start, end = content(self.source, start, end)
        items: list[object] = self.parts.setdefault("notices", [])
        self.named[f"notices[{len(items)}]"] = (start, end)
        items.append(kept_lines(self.source, start, end))
        self.report(code, start, end, what=what)

    def has_errors(self) -> bool:
        """Whether anything of severity error was reported."""
        return any(found.severity is Severity.ERROR for found in self.diagnostics)
