"""A cable as one flat row for tables: the same columns in the same order for every cable, scalars only."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final, TypeAlias

from telegram_grammar.model import (
    Addressee,
    BodyItem,
    Cable,
    DateTimeGroup,
    ExecutiveOrder,
    ListItem,
    Paragraph,
    Readdressal,
    Reasons,
    Table,
    Unread,
)

__all__ = ["ROW_COLUMNS", "Scalar", "cable_row"]

#: What a cell holds; None where the cable has no such value.
Scalar: TypeAlias = str | int | None

#: Between the values of a cell that holds several, where the values themselves may contain blanks and commas.
_BETWEEN: Final = "; "


def cable_row(cable: Cable) -> dict[str, Scalar]:
    """The row of a cable. Its keys are always `ROW_COLUMNS`.

    Values are the printed words; enums are given by name, dates in ISO 8601, numbers of things as numbers. A cell is
    None where the value is absent or unread.
    """
    return {column: value(cable) for column, value in _COLUMNS.items()}


def _year(cable: Cable) -> int | None:
    moment = cable.dtg.datetime if isinstance(cable.dtg, DateTimeGroup) else None
    return moment.year if moment else None


def _moment(cable: Cable) -> str | None:
    moment = cable.dtg.datetime if isinstance(cable.dtg, DateTimeGroup) else None
    return moment.isoformat() if moment else None


def _order(cable: Cable) -> ExecutiveOrder:
    return cable.executive_order if isinstance(cable.executive_order, ExecutiveOrder) else _NO_ORDER


_NO_ORDER: Final = ExecutiveOrder()


def _declassified(cable: Cable) -> str | None:
    day = _order(cable).declassify_on
    return day.isoformat() if day else None


def _joined(values: Iterable[str], between: str = _BETWEEN) -> str | None:
    """The values in one cell; None where there are none."""
    return between.join(values) or None


def _names(addressees: Iterable[Addressee | Unread]) -> str | None:
    """The names of the addressees; of what could not be read, its words."""
    return _joined(item.name if isinstance(item, Addressee) else item.text for item in addressees)


def _reasons(reasons: Reasons | None) -> str | None:
    """A reason clause as it is usually printed: "1.4 (b) (d)"."""
    if reasons is None:
        return None
    return _joined([*filter(None, [reasons.section]), *(f"({letter})" for letter in reasons.letters)], " ")


def _texts(item: BodyItem) -> tuple[str, ...]:
    return item.lines if isinstance(item, Table) else (item.text,)


def _words(cable: Cable) -> int:
    return sum(len(text.split()) for item in cable.body for text in _texts(item))


def _characters(cable: Cable) -> int:
    return sum(len(text) for item in cable.body for text in _texts(item))


def _number_of(cls: type) -> Callable[[Cable], int]:
    return lambda cable: sum(isinstance(item, cls) for item in cable.body)


def _unread(cable: Cable) -> int:
    """How many pieces of the cable are kept unread, in fields and outside them."""
    fields: list[object] = [cable.executive_order, *cable.unread]
    headings: list[Cable | Readdressal] = [cable, *([cable.readdressal] if cable.readdressal else [])]
    for heading in headings:
        fields += [heading.dtg, *heading.action, *heading.info, *heading.exempt]
    if cable.transmission:
        carried = cable.transmission
        fields += [carried.identification, carried.routing, carried.station, carried.security]
    return sum(isinstance(field, Unread) for field in fields)


#: Each column and where its value comes from.
_COLUMNS: Final[Mapping[str, Callable[[Cable], Scalar]]] = {
    # which cable it is
    "mrn": lambda cable: cable.mrn,
    "year": _year,
    "post": lambda cable: cable.message.post if cable.message else None,
    "number": lambda cable: cable.message.number if cable.message else None,
    "section_number": lambda cable: cable.section.number if cable.section else None,
    "section_total": lambda cable: cable.section.total if cable.section else None,
    # when, from whom, to whom
    "dtg": _moment,
    "precedence": lambda cable: cable.precedence.action.name if cable.precedence else None,
    "info_precedence": lambda cable: cable.precedence.info.name if cable.precedence and cable.precedence.info else None,
    "originator": lambda cable: cable.originator,
    "action": lambda cable: _names(cable.action),
    "action_count": lambda cable: len(cable.action),
    "info": lambda cable: _names(cable.info),
    "info_count": lambda cable: len(cable.info),
    # how it is protected
    "classification": lambda cable: cable.classification.level.name if cable.classification else None,
    "caveats": lambda cable: _joined(cable.classification.caveats) if cable.classification else None,
    "captions": lambda cable: _joined(cable.captions),
    "executive_order": lambda cable: _order(cable).order,
    "instruction": lambda cable: _order(cable).instruction,
    "declassify_on": _declassified,
    "declassify_event": lambda cable: _order(cable).event,
    "classified_by_name": lambda cable: cable.classified_by.name if cable.classified_by else None,
    "classified_by_title": lambda cable: cable.classified_by.title if cable.classified_by else None,
    "classified_by_reasons": lambda cable: _reasons(cable.classified_by.reasons) if cable.classified_by else None,
    # what it is about
    "tags": lambda cable: _joined((tag.code for tag in cable.tags if tag.code), " "),
    "persons": lambda cable: _joined(tag.name for tag in cable.tags if tag.name),
    "subject": lambda cable: cable.subject,
    "references": lambda cable: _joined(reference.text for reference in cable.references),
    "passing": lambda cable: _joined(cable.passing),
    # how much it says
    "paragraphs": _number_of(Paragraph),
    "list_items": _number_of(ListItem),
    "tables": _number_of(Table),
    "words": _words,
    "characters": _characters,
    "signature": lambda cable: cable.signature,
    "unread": _unread,
}

#: The columns of a row, in order.
ROW_COLUMNS: Final = tuple(_COLUMNS)
