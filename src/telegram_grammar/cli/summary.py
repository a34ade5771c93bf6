"""A cable for a reader: its fields, how each item of the body begins, its diagnostics."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table as Grid
from rich.text import Text

from telegram_grammar.cli import diagnostics
from telegram_grammar.cli.output import Layout
from telegram_grammar.cli.visible import one_line, shortened, visible
from telegram_grammar.model import (
    Addressee,
    BodyItem,
    Cable,
    DateTimeGroup,
    ExecutiveOrder,
    Heading,
    ListItem,
    Paragraph,
    PortionMarking,
    PrecedencePair,
    Ruler,
    Table,
    Transmission,
    Unread,
)

if TYPE_CHECKING:
    from telegram_grammar.document import Document

__all__ = ["show"]

#: Most characters of a field that are shown; a second message in a text is kept unread whole.
_LONGEST: Final = 2000
#: Columns before the words of an item; "12. (SBU)" fits.
_LABEL: Final = 10
#: Characters of an item that are looked at; more than a line can show.
_LOOKED_AT: Final = 600


def show(console: Console, name: str, document: Document) -> None:
    """Prints the summary of one text."""
    cable = document.cable
    console.print(Text(visible(name), "bold"))
    grid = Grid.grid(padding=(0, 2, 0, 0))
    grid.add_column(style="cyan", no_wrap=True)
    grid.add_column(overflow="fold")
    for label, value in _fields(cable):
        grid.add_row(label, Text(one_line(shortened(value, _LONGEST))))
    console.print(grid)
    if cable.body:
        console.print()
    for item in cable.body:
        _show_item(console, item)
    console.print()
    layout = Layout(console.width, None if console.no_color else console.color_system)
    console.file.write(diagnostics.show(layout, name, document, document.diagnostics))
    console.file.write(f"{diagnostics.counted(layout, diagnostics.severities(document.diagnostics))}\n")


def _fields(cable: Cable) -> Iterator[tuple[str, str]]:
    """Label and words of each field that the cable has."""
    for label, value in _all_fields(cable):
        if isinstance(value, Unread):
            yield label, f"(unread) {value.text}"
        elif value:
            yield label, value


def _all_fields(cable: Cable) -> Iterator[tuple[str, str | Unread | None]]:
    yield "MRN", cable.mrn
    if cable.transmission:
        yield "Transmission", _transmission(cable.transmission)
    if cable.precedence:
        yield "Precedence", _precedence(cable.precedence)
    yield "Date", _date(cable.dtg) if isinstance(cable.dtg, DateTimeGroup) else cable.dtg
    yield "From", cable.originator
    yield "Action", _addressees(cable.action)
    yield "Info", _addressees(cable.info)
    yield "Exempt", _addressees(cable.exempt)
    if cable.readdressal:
        yield "Readdressed by", cable.readdressal.originator
        yield "Readdressed to", _addressees([*cable.readdressal.action, *cable.readdressal.info])
    if cable.classification:
        yield "Classification", " ".join([cable.classification.level.value, *cable.classification.caveats])
    if cable.section:
        yield "Section", f"{cable.section.number} of {cable.section.total}"
    yield "Captions", ", ".join(cable.captions)
    yield "Passing", "; ".join(cable.passing)
    order = cable.executive_order
    yield "E.O.", _order(order) if isinstance(order, ExecutiveOrder) else order
    yield "TAGS", " ".join(tag.code or f"({tag.name})" for tag in cable.tags)
    yield "Subject", _marked(cable.subject_marking, cable.subject)
    yield "References", "; ".join(_marked_letter(item.letter, item.text) for item in cable.references)
    if cable.classified_by:
        yield "Derived from" if cable.classified_by.derived else "Classified by", cable.classified_by.text
    yield "Signature", cable.signature
    yield "Closing", "; ".join(cable.closing)
    yield "Notices", "; ".join(cable.notices)
    for unread in cable.unread:
        yield "Unread", f"after {unread.after}: {unread.text}" if unread.after else unread.text


def _transmission(part: Transmission) -> str:
    """Format lines 1 and 3 in short."""
    words = [part.identification, part.station, part.serial and f"#{part.serial}", part.section and f"/{part.section}"]
    return " ".join(word.text if isinstance(word, Unread) else word for word in words if word).replace(" /", "/")


def _precedence(pair: PrecedencePair) -> str:
    return f"{pair.action.name}, for information {pair.info.name}" if pair.info else pair.action.name


def _date(group: DateTimeGroup) -> str:
    """As printed, and in ISO 8601 where the calendar has it."""
    printed = " ".join(filter(None, [f"{group.day}{group.time}{group.zone}", group.month, group.year]))
    moment = group.datetime
    return f"{printed} ({moment.isoformat(timespec='minutes')})" if moment else printed


def _addressees(addressees: Iterable[Addressee | Unread]) -> str:
    return "; ".join(
        " ".join(filter(None, [item.name, item.precedence])) if isinstance(item, Addressee) else f"(unread) {item.text}"
        for item in addressees
    )


def _order(order: ExecutiveOrder) -> str:
    authority = order.authority and f"({order.authority})"
    parts = [order.order, order.instruction, order.downgrade, order.date, authority, order.event, order.suffix]
    return " ".join(filter(None, parts))


def _marked(marking: PortionMarking | None, text: str | None) -> str | None:
    return f"({marking.text}) {text}" if marking is not None and text is not None else text


def _marked_letter(letter: str | None, text: str) -> str:
    return f"{letter}. {text}" if letter is not None else text


def _show_item(console: Console, item: BodyItem) -> None:
    """One item on one line, cut to the width of the console."""
    match item:
        case Heading():
            line = Text(_marked(item.marking, _beginning(item.text)) or "", "bold")
        case Paragraph():
            number = "" if item.number is None else f"{item.number}."
            line = _numbered(number, item.marking, item.text)
        case ListItem():
            line = _numbered(f"  {item.marker}", item.marking, item.text)
        case Table():
            first = _beginning(item.lines[0]) if item.lines else ""
            line = Text.assemble((f"{'':{_LABEL}}[table, {len(item.lines)} lines] ", "dim"), first)
        case Ruler():
            line = Text(f"{'':{_LABEL}}{_beginning(item.text)}", "dim")
    line.truncate(console.width, overflow="ellipsis")
    console.print(line, no_wrap=True, overflow="ignore", crop=False)


def _numbered(number: str, marking: PortionMarking | None, text: str) -> Text:
    label = f"{number} ({marking.text})" if marking is not None else number
    return Text.assemble((visible(label) + " " * max(_LABEL - cell_len(label), 1), "cyan"), _beginning(text))


def _beginning(text: str) -> str:
    return one_line(text[:_LOOKED_AT])
