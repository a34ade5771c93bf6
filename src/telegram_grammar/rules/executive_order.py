"""Rules of the E.O. line: the order and its time, the instruction, the date (the orders; TAGS Handbook 1974)."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterator
from typing import Final

from telegram_grammar import registers
from telegram_grammar.codes import text_head_rules as codes
from telegram_grammar.head_words import head_matcher
from telegram_grammar.interpret import has_full_year
from telegram_grammar.matchers import matcher
from telegram_grammar.model import ExecutiveOrder
from telegram_grammar.rules.context import Context, Finding
from telegram_grammar.rules.facts import level, place_of_words
from telegram_grammar.rules.rule import Rule

__all__ = ["RULES"]

#: Posts go on naming an order for some time after another has taken its place.
_GRACE: Final = dt.timedelta(days=183)
_NOT_APPLICABLE: Final = "N/A"
_DECLASSIFY: Final = "DECL"
_DATED: Final = frozenset({_DECLASSIFY, "DNG"})

_form = functools.cache(functools.partial(matcher, "interpret"))


def _order(context: Context) -> ExecutiveOrder | None:
    found = context.cable.executive_order
    return found if isinstance(found, ExecutiveOrder) else None


def _place(context: Context, *groups: str) -> tuple[int, int]:
    """Where a part of the line stands, by the names that the grammar gives it; the line where it cannot be told."""
    start, end = context.place("executive_order")
    found = head_matcher("executive_order").fullmatch(context.source, start, end)
    for group in groups:
        if found is not None and found[group]:
            return found.span(group)
    return start, end


def _instruction_place(context: Context) -> tuple[int, int]:
    return _place(context, "INSTRUCTION", "SCHEME", "NOT_APPLICABLE", "DOWNGRADE", "MISTYPED_DECL")


def _scheme(instruction: str | None) -> str:
    """The instruction without its figure and further words: XGDS-3 DECLAS is XGDS, Declassify on is DECL."""
    found = _form("instruction").fullmatch(instruction or "")
    if found is None:
        return ""
    return _DECLASSIFY if found["DECLASSIFY"] else (found["NOT_APPLICABLE"] or found["SCHEME"]).upper()


def _missing(context: Context) -> Iterator[Finding]:
    """Where only one of E.O. and TAGS is missing, parsing reports it; a subject alone is the form of before 1973."""
    fields = (*context.leaves("EXECUTIVE_ORDER"), *context.leaves("TAGS"))
    if context.cable.subject is not None and not fields and _order(context) is None:
        yield context.found(codes.ORDER_MISSING, "subject", expected="E.O. and TAGS before the subject")


def _time(context: Context) -> Iterator[Finding]:
    order = _order(context)
    if order is None or order.order is None:
        return
    known = registers.executive_orders().get(order.order)
    printed = f"E.O. {order.order}"
    if known is None:
        yield context.found(codes.ORDER_TIME, _place(context, "ORDER"), found=printed,
                            why="there is no such order on classification")  # fmt: skip
        return
    day, since = context.date, known.signed or known.effective
    if day is None:
        return
    if since is not None and day < since:
        why = f"signed on {since:%d %b %Y}, after the telegram was sent"
        yield context.found(codes.ORDER_TIME, _place(context, "ORDER"), found=printed, why=why)
    elif known.until is not None and day > known.until + _GRACE:
        why = f"in force until {known.until:%d %b %Y}"
        yield context.found(codes.ORDER_TIME, _place(context, "ORDER"), found=printed, why=why)


def _classified_not_applicable(context: Context) -> Iterator[Finding]:
    order, found = _order(context), level(context)
    if order is not None and found is not None and found.classified and _scheme(order.instruction) == _NOT_APPLICABLE:
        yield context.found(codes.CLASSIFIED_NOT_APPLICABLE, _instruction_place(context),
                            expected="an instruction and a date", level=found.value)  # fmt: skip


def _unclassified_instruction(context: Context) -> Iterator[Finding]:
    order, found = _order(context), level(context)
    if order is None or found is None or found.classified:
        return
    if order.instruction and _scheme(order.instruction) != _NOT_APPLICABLE:
        yield context.found(codes.UNCLASSIFIED_INSTRUCTION, _instruction_place(context), expected=_NOT_APPLICABLE,
                            level=found.value, found=order.instruction)  # fmt: skip


def _instruction_of_order(context: Context) -> Iterator[Finding]:
    order = _order(context)
    known = registers.executive_orders().get(order.order or "") if order else None
    if order is None or known is None or not known.instructions or not order.instruction:
        return
    schemes = {row.number: _schemes(row) for row in registers.executive_orders().values()}
    found, own = _scheme(order.instruction), schemes[known.number]
    if found not in own and found in frozenset().union(*schemes.values()):
        yield context.found(codes.INSTRUCTION_OF_ORDER, _instruction_place(context),
                            expected=", ".join(sorted(own)), found=order.instruction, order=known.number)  # fmt: skip


def _schemes(order: registers.Order) -> frozenset[str]:
    return frozenset(map(_scheme, order.instructions))


def _incomplete(context: Context) -> Iterator[Finding]:
    order = _order(context)
    what = _lacking(order, _scheme(order.instruction)) if order else None
    if order is not None and what is not None:
        yield context.found(codes.INSTRUCTION_INCOMPLETE, _instruction_place(context), expected=what,
                            found=order.instruction or "", what=what)  # fmt: skip


def _lacking(order: ExecutiveOrder, scheme: str) -> str | None:
    """What an instruction needs and has not."""
    end = order.date or order.event
    if scheme in _DATED:
        return None if end else "a date or an event"
    if scheme == "ADS":
        words = f"{order.instruction} {order.event or ''}"
        return None if _form("declassification").search(words) and end else "DECLAS and a date"
    if order.order == "12065" and scheme in ("GDS", "RDS"):
        if not end:
            return "a date"
        if scheme == "RDS" and not order.suffix and not _form("authority").search(order.event or ""):
            return "the authority (OR-M, OR-P)"
    return None


def _exemption(context: Context) -> Iterator[Finding]:
    order, day = _order(context), context.date
    if order is None or order.event is None or day is None:
        return
    for word in dict.fromkeys(_form("event_word").findall(order.event.upper())):
        rows = registers.exemptions().get(word)
        if rows and not any(_in_force(row, day) for row in rows):
            place = place_of_words(context, word, _place(context, "REST"))
            yield context.found(codes.EXEMPTION_TIME, place, expected="a date or an event", found=word)


def _in_force(row: registers.Exemption, day: dt.date) -> bool:
    return (row.effective is None or row.effective <= day) and (row.until is None or day <= row.until)


def _day(order: ExecutiveOrder | None) -> dt.date | None:
    """The day of declassification or of a downgrade."""
    return (order.declassify_on or order.downgrade_on) if order is not None else None


def _before(context: Context) -> Iterator[Finding]:
    order, day = _order(context), context.date
    end = _day(order)
    if order is None or order.date is None or end is None or day is None:
        return
    # a year of two figures may be of another century than it seems
    if end < day and has_full_year(order.date):
        yield context.found(codes.DECLASSIFIED_BEFORE, _place(context, "DATE"), expected=f"{day:%m/%d/%Y} or later",
                            found=order.date)  # fmt: skip


def _late(context: Context) -> Iterator[Finding]:
    order, day = _order(context), context.date
    end = _day(order)
    known = registers.executive_orders().get(order.order or "") if order else None
    if order is None or order.date is None or end is None or day is None or known is None or known.years is None:
        return
    if (end.year - known.years, end.month, end.day) > (day.year, day.month, day.day):
        yield context.found(codes.DECLASSIFIED_LATE, _place(context, "DATE"), expected=f"at most {known.years} years",
                            found=order.date, years=str(known.years))  # fmt: skip


def _date_form(context: Context) -> Iterator[Finding]:
    order = _order(context)
    end = _day(order)
    if order is None or order.date is None or end is None:
        return
    usual = f"{end:%m/%d/}{end.year:04d}"
    if order.date == usual or _is_year_first(context, order.date, end):
        return
    yield context.found(codes.DATE_FORM, _place(context, "DATE"), expected=usual, found=order.date)


def _is_year_first(context: Context, printed: str, end: dt.date) -> bool:
    """Whether the date is in the form of the message system that came in 2009 and gave out odd numbers alone."""
    day, message = context.date, context.cable.message
    era = registers.eras()["year-first-dates"]
    odd = message is None or message.number[-1:] in tuple("13579")
    return printed == f"{end.year:04d}/{end:%m/%d}" and odd and (day is None or era.covers(day))


def _impossible(context: Context) -> Iterator[Finding]:
    order = _order(context)
    if order is None or order.instruction is None:
        return
    printed = order.date
    if printed is not None and _day(order) is None:
        yield context.found(
            codes.IMPOSSIBLE_DATE, _place(context, "DATE"), expected="a day as MM/DD/YYYY", found=printed
        )
    elif printed is None and order.event and not any(map(str.isalpha, order.event)):
        yield context.found(codes.IMPOSSIBLE_DATE, _place(context, "REST"), expected="a day as MM/DD/YYYY",
                            found=order.event)  # fmt: skip


RULES: Final = (
    Rule(codes.ORDER_MISSING, _missing),
    Rule(codes.ORDER_TIME, _time),
    Rule(codes.CLASSIFIED_NOT_APPLICABLE, _classified_not_applicable),
    Rule(codes.UNCLASSIFIED_INSTRUCTION, _unclassified_instruction),
    Rule(codes.INSTRUCTION_OF_ORDER, _instruction_of_order),
    Rule(codes.INSTRUCTION_INCOMPLETE, _incomplete),
    Rule(codes.EXEMPTION_TIME, _exemption),
    Rule(codes.DECLASSIFIED_BEFORE, _before),
    Rule(codes.DECLASSIFIED_LATE, _late),
    Rule(codes.DATE_FORM, _date_form),
    Rule(codes.IMPOSSIBLE_DATE, _impossible),
)
