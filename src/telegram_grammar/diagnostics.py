"""Diagnostics: what parsing had to repair or undo, and what departs from the rules; each with code and place."""

from __future__ import annotations

import enum
from typing import Protocol

from attrs import frozen

from telegram_grammar.making import maker

__all__ = ["Code", "Diagnostic", "Report", "Severity", "Span", "silent"]


@frozen(order=True, weakref_slot=False)
class Span:
    """A half-open range of character offsets in the source."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start


class Severity(enum.Enum):
    """How much a departure matters."""

    ERROR = "error"
    WARNING = "warning"
    INFORMATION = "information"


@frozen
class Code:
    """One row of the table of codes: everything that is the same for all diagnostics of a kind.

    `message` is a format template; the words a report gives fill its fields. A code that `rewrites` or `drops`
    says that canonical text prints the words under its span otherwise, or not at all.
    """

    code: str
    name: str
    severity: Severity
    message: str
    rationale: str
    authority: str
    bad: str
    good: str
    rewrites: bool = False
    drops: bool = False
    #: Names of the profiles in which `check` reports it; () for all.
    profiles: tuple[str, ...] = ()
    #: Whether its diagnostics may carry a safe fix.
    fixable: bool = False
    #: Attributes of `Cable` that a safe fix may change; any other stays equal.
    changes: tuple[str, ...] = ()


@frozen(weakref_slot=False)
class Diagnostic:
    """One departure, at one place."""

    #: Stable code, as in "TG601"; never used again for anything else.
    code: str
    severity: Severity
    #: What was found, in words.
    message: str
    #: Where it is in the source.
    span: Span
    #: What would have been right at this place, in words; None where nothing definite.
    expected: str | None = None
    #: Text that may safely replace the span; None where no safe fix is known.
    fix: str | None = None
    #: Short name of the code, as in "pilcrow".
    rule: str = ""


class Report(Protocol):
    """How a stage reports: the code, the place, what was expected, a safe replacement, the message's words."""

    def __call__(
        self, code: Code, start: int, end: int, /, *, expected: str | None = None, fix: str | None = None, **words: str
    ) -> None:
        """Records one diagnostic."""


def silent(*_: object, **__: object) -> None:
    """A `Report` that records nothing: for words that are read a second time, whose places are none in the text."""


# Dozens of these are made of a cable (see `making`).
new_span = maker(Span)
new_diagnostic = maker(Diagnostic)
