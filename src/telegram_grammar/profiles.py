"""Profiles: by which rules a text is measured, told from its layout and its era.

What a re-publisher lost, what an extract leaves out, and what no order yet asked for in 1974 is no fault of a cable.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from itertools import islice
from types import MappingProxyType
from typing import Final

from attrs import frozen

from telegram_grammar import registers
from telegram_grammar.arguments import demand
from telegram_grammar.codes import text_head
from telegram_grammar.document import Document
from telegram_grammar.model import DateTimeGroup, ExecutiveOrder
from telegram_grammar.tree import Node

__all__ = ["PROFILES", "Profile", "detect"]


@frozen
class Profile:
    """A set of codes, by name: `Code.profiles` says which profiles report a code."""

    name: str
    description: str
    #: First and last day of the cables of an era; None where it has no such end.
    since: dt.date | None = None
    until: dt.date | None = None


_TAGS_BEGIN: Final = dt.date(1973, 3, 1)  # E.O. line, TAGS and SUBJECT mandatory: TAGS Handbook 1974
_ORDER_12065: Final = dt.date(1978, 12, 1)
_ORDER_12958: Final = dt.date(1995, 10, 14)
_DAY: Final = dt.timedelta(days=1)

_ALL: Final = (
    Profile("wire-2000s", "Cables since October 1995 as the wire carried them: all format lines, lines up to 69.",
            since=_ORDER_12958),
    Profile("republished", "The same, set anew by a publisher: a paragraph is one line, `EO 12958 DECL:`, a date line.",
            since=_ORDER_12958),
    Profile("partial-extract", "The same, of which a publisher gives a part: no heading, no date.", since=_ORDER_12958),
    Profile("1980s", "December 1978 to October 1995: E.O. 12065 and E.O. 12356, often without the first format lines.",
            since=_ORDER_12065, until=_ORDER_12958 - _DAY),
    Profile("1970s", "March 1973 to November 1978: E.O. 11652, TAGS and SUBJECT are mandatory, archive copies.",
            since=_TAGS_BEGIN, until=_ORDER_12065 - _DAY),
    Profile("pre-1973", "Before March 1973: no TAGS, no SUBJECT and mostly no E.O. line.", until=_TAGS_BEGIN - _DAY),
    Profile("strict", "ACP 127 to the letter, for text to be sent: ITA2 characters, BT and NNNN, pages of 20 lines."),
)  # fmt: skip

#: All profiles by name.
PROFILES: Final[Mapping[str, Profile]] = MappingProxyType({profile.name: profile for profile in _ALL})

#: No line of the wire is longer; publishers set a paragraph on one line.
_LONG_LINE: Final = 120
#: A single long line may be an accident.
_LONG_LINES: Final = 2
_ORDER_LABEL: Final = text_head.ORDER_LABEL.code


def detect(document: Document) -> Profile:
    """The profile of a text: by its date or the number of its order, where these are of an earlier era; else by layout.

    `strict` is never detected. Raises TypeError for what is no `Document`.
    """
    demand(document, Document, "detect")
    return PROFILES[_era(document) or _layout(document)]


def _era(document: Document) -> str | None:
    """The era before 1995 that a cable is of, by its date, or where it has none by its executive order."""
    day = _day(document)
    if day is None or day >= _ORDER_12958:
        return None
    if day >= _ORDER_12065:
        return "1980s"
    return "1970s" if day >= _TAGS_BEGIN else "pre-1973"


def _day(document: Document) -> dt.date | None:
    """The day of the cable, or the first on which its order was in force."""
    group, line = document.cable.dtg, document.cable.executive_order
    moment = group.datetime if isinstance(group, DateTimeGroup) else None
    if moment is not None:
        return moment.date()
    order = registers.executive_orders().get(line.order or "") if isinstance(line, ExecutiveOrder) else None
    if order is None or order.effective is None:
        return None
    return max(order.effective, _TAGS_BEGIN) if order.number == "11652" else order.effective


def _layout(document: Document) -> str:
    parts = document.nodes.children
    notices = {part.children[0].kind for part in parts if isinstance(part, Node) and part.kind == "notice"}
    if "NOTICE" in notices:
        return "partial-extract"
    if "DATE_LINE" in notices or _has_plain_label(document) or _has_long_lines(document.source):
        return "republished"
    return "wire-2000s"


def _has_plain_label(document: Document) -> bool:
    """Whether the E.O. line begins as publishers print it, without points and without colon."""
    for found in document.diagnostics:
        if found.code == _ORDER_LABEL:
            label = document.source[found.span.start : found.span.end]
            return ":" not in label and "." not in label
    return False


def _has_long_lines(source: str) -> bool:
    """Whether several lines are longer than any of the wire."""
    long = (line for line in source.split("\n") if len(line) > _LONG_LINE)
    return len(list(islice(long, _LONG_LINES))) == _LONG_LINES
