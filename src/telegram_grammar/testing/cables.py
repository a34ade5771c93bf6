"""Cables as hypothesis strategies: any that canonical text can carry.

A part is absent where it can be, so that an example shrinks to the least cable that shows its point.
"""

from __future__ import annotations

import enum
from typing import Any, Final

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from telegram_grammar.arguments import demand
from telegram_grammar.model import Cable, Unread
from telegram_grammar.testing.arguments import demand_member, demand_size
from telegram_grammar.testing.body_parts import body_parts
from telegram_grammar.testing.head_parts import text_head_parts
from telegram_grammar.testing.heading_parts import accounting_symbols, heading_parts, readdressals, transmissions
from telegram_grammar.testing.values import Era, cached, date_time_groups

__all__ = ["Layout", "cables"]


class Layout(enum.Enum):
    """How much of the heading a text has (counts of 1,295 cables)."""

    #: No heading: the text alone (82).
    TEXT = "text"
    #: The date-time group without precedence and addresses (10 extracts).
    DATE = "date"
    #: Format lines 5 to 9 (83).
    SHORT = "short"
    #: Format lines 1 to 9 (1,120).
    FULL = "full"
    #: A heading that a readdressing station has put its own before (ACP 127 section 503).
    READDRESSED = "readdressed"


#: What publishers put around a text, each with the layouts it stands over.
_NOTICES: Final = [
    "This record is a partial extract of the original cable. The full text of the original cable is not available.",
    "Monday, 05 March 2007, 10:29",
]


def cables(
    *, layout: Layout | None = None, era: Era | None = None, size: int = 6, hazards: bool = True
) -> SearchStrategy[Cable]:
    """Any cable that canonical text can carry.

    `layout` and `era` are any where None; without an era, values need not agree and some fields are unread. `size` is
    the greatest number of body items. With `hazards`, prose holds words that would claim a line which began with them.
    Raises ValueError for a layout, an era or a size that cannot be, TypeError for a value of another type.
    """
    demand_member(layout, Layout, "layout", "cables")
    demand_member(era, Era, "era", "cables")
    demand_size(size, 0, "cables")
    demand(hazards, bool, "cables(hazards=)")
    return _cables(layout, era, size, hazards)


@cached
@st.composite
def _cables(draw: DrawFn, layout: Layout | None, era: Era | None, size: int, hazards: bool) -> Cable:
    if layout is None:
        layout = draw(st.sampled_from(Layout))
    parts: dict[str, Any] = draw(_headings(layout, era))
    if draw(st.booleans()):
        parts.update(draw(text_head_parts(era=era)))
        parts.update(draw(body_parts(size=size, section=parts.get("section"), hazards=hazards)))
    if era is None and draw(st.booleans()):
        parts.update(draw(_strays(layout)))
    return Cable(**parts)


@cached
@st.composite
def _headings(draw: DrawFn, layout: Layout, era: Era | None) -> dict[str, Any]:
    if layout is Layout.TEXT:
        return {}
    if layout is Layout.DATE:
        return {"dtg": draw(date_time_groups(era))}
    parts: dict[str, Any] = draw(heading_parts(era=era))
    if layout is not Layout.SHORT:
        parts["transmission"] = draw(transmissions())
    if layout is Layout.READDRESSED:
        parts["readdressal"] = draw(readdressals(era))
    if draw(st.booleans()):
        parts["accounting"] = draw(accounting_symbols())
    return parts


@cached
@st.composite
def _strays(draw: DrawFn, layout: Layout) -> dict[str, Any]:
    """Notices, and lines that no field owns."""
    found: dict[str, Any] = {}
    if draw(st.booleans()):
        found["notices"] = tuple(draw(st.lists(st.sampled_from(_NOTICES), max_size=2)))
    if layout in (Layout.SHORT, Layout.FULL) and draw(st.booleans()):
        found["unread"] = (Unread("circuit note 12, see log", "dtg"),)
    return found
