"""Makes `st.from_type` draw the model's classes by the strategies of this package."""

from __future__ import annotations

from typing import Any, Final

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from telegram_grammar import model
from telegram_grammar.testing import body_parts, head_parts, heading_parts, values
from telegram_grammar.testing.cables import cables

__all__ = ["register"]

_STRATEGIES: Final[dict[type, SearchStrategy[Any]]] = {
    model.Cable: cables(),
    model.Transmission: heading_parts.transmissions(),
    model.SecurityWarning: heading_parts.security_warnings(),
    model.FilingTime: values.filing_times(),
    model.PrecedencePair: values.precedence_pairs(),
    model.DateTimeGroup: values.date_time_groups(),
    model.Addressee: heading_parts.addressees(),
    model.Readdressal: heading_parts.readdressals(),
    model.Classification: head_parts.classifications(),
    model.Section: head_parts.sections(),
    model.MessageNumber: head_parts.message_references(),
    model.ExecutiveOrder: head_parts.executive_orders(),
    model.Tag: values.tags(),
    model.Reference: head_parts.references(),
    model.ClassifiedBy: head_parts.classified_by(),
    model.PortionMarking: values.portion_markings(),
    model.Paragraph: st.one_of(body_parts.paragraphs(), body_parts.paragraphs(1)),
    model.Heading: body_parts.headings(),
    model.ListItem: body_parts.list_items(),
    model.Table: body_parts.tables(),
    model.Ruler: body_parts.rulers(),
}


def register() -> None:
    """Registers a strategy for each class of the model that can stand in a cable by itself."""
    for kind, strategy in _STRATEGIES.items():
        st.register_type_strategy(kind, strategy)
