"""What a fixture's expectation says, compared with what parsing found.

`NAME.expect.json` is written by hand from the text alone; its keys are explained in `fixtures/README.md`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from telegram_grammar import (
    Addressee,
    Cable,
    DateTimeGroup,
    Document,
    ExecutiveOrder,
    Heading,
    ListItem,
    Paragraph,
    Table,
)
from telegram_grammar.model import BodyItem

__all__ = ["differences"]


def differences(document: Document, expected: dict[str, Any]) -> list[str]:
    """One line for each fact that the document does not bear out."""
    found = []
    for key, wanted in expected.items():
        actual = _FACTS[key](document, wanted)
        if actual != wanted:
            found.append(f"{key}: expected {wanted!r}, found {actual!r}")
    return found


def _names(addressees: tuple[object, ...]) -> list[str]:
    return [one.name if isinstance(one, Addressee) else str(one) for one in addressees]


def _body(cable: Cable, wanted: list[Any]) -> list[Any]:
    return [_item(item) for item in cable.body]


def _item(item: BodyItem) -> list[Any]:
    lead: str | int | None = None
    marking = None
    text = ""
    if isinstance(item, Paragraph):
        lead, marking, text = item.number, item.marking, item.text
    elif isinstance(item, ListItem):
        lead, marking, text = item.marker, item.marking, item.text
    elif isinstance(item, Heading):
        marking, text = item.marking, item.text
    elif isinstance(item, Table):
        text = " ".join(item.lines)
    else:
        text = item.text
    words = text.split()
    kind = {"ListItem": "list_item"}.get(type(item).__name__, type(item).__name__.lower())
    return [kind, lead, marking.text if marking else None, " ".join(words[:4]), " ".join(words[-3:])]


def _order(cable: Cable, name: str) -> Any:
    order = cable.executive_order
    return getattr(order, name) if isinstance(order, ExecutiveOrder) else None


def _named(cable: Cable, wanted: dict[str, Any], attribute: str) -> dict[str, Any]:
    everyone = [one for one in (*cable.action, *cable.info, *cable.exempt) if isinstance(one, Addressee)]
    values = {one.name: getattr(one, attribute) for one in everyone if one.name in wanted}
    return {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}


def _dtg(cable: Cable, wanted: str) -> str | None:
    dtg = cable.dtg
    if not isinstance(dtg, DateTimeGroup):
        return None
    moment = dtg.datetime
    if moment and moment.isoformat().replace("+00:00", "Z") in (wanted, wanted.replace("Z", ":00Z")):
        return wanted
    return str(dtg)


def _reasons(cable: Cable) -> list[str | None] | None:
    reasons = cable.classified_by.reasons if cable.classified_by else None
    return [reasons.section, *reasons.letters] if reasons else None


def _declassify_on(cable: Cable) -> str | None:
    day = _order(cable, "declassify_on")
    return day.isoformat() if day else None


_FACTS: Final[dict[str, Callable[[Document, Any], Any]]] = {
    "originator": lambda d, _: d.cable.originator,
    "accounting": lambda d, _: d.cable.accounting,
    "dtg": lambda d, w: _dtg(d.cable, w),
    "precedence": lambda d, _: (
        d.cable.precedence
        and [d.cable.precedence.action.name, d.cable.precedence.info.name if d.cable.precedence.info else None]
    ),
    "message_instructions": lambda d, _: d.cable.message_instructions,
    "routing": lambda d, _: list(d.cable.transmission.routing) if d.cable.transmission else None,  # type: ignore[arg-type]
    "operating_signals": lambda d, _: list(d.cable.transmission.operating_signals) if d.cable.transmission else None,
    "classification": lambda d, _: d.cable.classification and d.cable.classification.level.name.replace("_", " "),
    "section": lambda d, _: d.cable.section and [d.cable.section.number, d.cable.section.total],
    "message": lambda d, _: d.cable.message and [d.cable.message.post, d.cable.message.number],
    "captions": lambda d, _: list(d.cable.captions),
    "passing": lambda d, _: list(d.cable.passing),
    "order": lambda d, _: _order(d.cable, "order"),
    "instruction": lambda d, _: _order(d.cable, "instruction"),
    "event": lambda d, _: _order(d.cable, "event"),
    "downgrade": lambda d, _: _order(d.cable, "downgrade"),
    "authority": lambda d, _: _order(d.cable, "authority"),
    "suffix": lambda d, _: _order(d.cable, "suffix"),
    "declassify_on": lambda d, _: _declassify_on(d.cable),
    "tags": lambda d, _: [tag.code or f"({tag.name})" for tag in d.cable.tags],
    "subject": lambda d, _: d.cable.subject,
    "subject_marking": lambda d, _: d.cable.subject_marking and d.cable.subject_marking.text,
    "references": lambda d, _: [[one.letter, one.text] for one in d.cable.references],
    "classifier": lambda d, _: d.cable.classified_by and d.cable.classified_by.name,
    "reasons": lambda d, _: _reasons(d.cable),
    "action": lambda d, _: _names(d.cable.action),
    "info": lambda d, _: _names(d.cable.info),
    "exempt": lambda d, _: _names(d.cable.exempt),
    "offices": lambda d, w: _named(d.cable, w, "offices"),
    "numbers": lambda d, w: _named(d.cable, w, "numbers"),
    "delivered": lambda d, w: [name for name, given in _named(d.cable, dict.fromkeys(w), "delivered").items() if given],
    "body": lambda d, w: _body(d.cable, w),
    "signature": lambda d, _: d.cable.signature,
    "closing": lambda d, _: list(d.cable.closing),
    "notices_count": lambda d, _: len(d.cable.notices),
    "unread_count": lambda d, _: len(d.cable.unread),
    "families": lambda d, _: sorted({found.code[:3] for found in d.diagnostics}),
    "section_starts": lambda d, _: [[start.section, start.item] for start in d.cable.section_starts],
    "redactions": lambda d, _: [d.source[span.start : span.end] for span in d.redactions],
    "cut_off": lambda d, _: d.source[d.cut_off.start : d.cut_off.end] if d.cut_off else None,
}
