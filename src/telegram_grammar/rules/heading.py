"""Rules of the heading: format lines 1 to 11 (ACP 127). What parsing finds by itself is not looked for again."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from telegram_grammar.codes import heading_rules as codes
from telegram_grammar.matchers import matcher
from telegram_grammar.measures import LINE
from telegram_grammar.model import Addressee, Cable, DateTimeGroup, FilingTime, SecurityWarning, Transmission
from telegram_grammar.rules.context import Context, Finding
from telegram_grammar.rules.rule import Rule
from telegram_grammar.words import content

__all__ = ["RULES"]

#: Figures of a channel's serial number (ACP 127 section 112).
_CHANNEL_FIGURES: Final = 3
_FOUR_FIGURES_SINCE: Final = dt.date(2006, 1, 1)
#: The leaves of format lines 1 to 9, and the class line.
_LINES: Final = (
    "TRANSMISSION", "ROUTING", "ROUTING_CONTINUATION", "STATION", "SECURITY", "DTG", "ORIGINATOR", "ACTION",
    "INFORMATION", "EXEMPTED", "ADDRESS", "PLAIN_ADDRESS", "CLASS",
)  # fmt: skip
#: What the telegraph alphabet has: letters, figures, and these; # stands before the serial number in US messages.
_TELEGRAPH: Final = frozenset(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 -?:().,/'#\r\n\t\xa0\f\ufeff"
)

_form = functools.cache(functools.partial(matcher, "heading"))


def _transmission(cable: Cable) -> Transmission:
    return cable.transmission or Transmission()


def _addressees(cable: Cable) -> list[Addressee]:
    return [address for address in (*cable.action, *cable.info) if isinstance(address, Addressee)]


def heading_missing(context: Context) -> Iterator[Finding]:
    """A class line under no heading at all (ACP 127 section 142)."""
    cable = context.cable
    heading = (cable.transmission, cable.dtg, cable.originator, cable.action, cable.info)
    if cable.classification is not None and not any(heading):
        yield context.found(codes.HEADING_MISSING, "classification", expected="format lines 1 to 8")


def format_line_missing(context: Context) -> Iterator[Finding]:
    """The lines without which no relay carries a message (ACP 127 Annex B)."""
    cable = context.cable
    if cable.classification is None:
        return
    sent = _transmission(cable)
    lines = (
        ("1", "the transmission identification", sent.identification),
        ("2", "precedence and routing indicators", sent.routing),
        ("3", "the calling station", sent.station),
        ("4", "the security warning", sent.security),
        ("5", "precedence and date", cable.dtg),
        ("6", "the originator", cable.originator),
        ("7", "an action addressee", cable.action),
    )
    for line, what, printed in lines:
        if not printed:
            yield context.found(codes.FORMAT_LINE_MISSING, line=line, what=what)


def channel_serial(context: Context) -> Iterator[Finding]:
    """The channel's serial number has three figures (ACP 127 section 112)."""
    printed = _transmission(context.cable).identification
    found = _form("identification").fullmatch(printed) if isinstance(printed, str) else None
    if found is not None and len(found["CHANNEL_NUMBER"]) != _CHANNEL_FIGURES:
        place = context.place("transmission.identification")
        yield context.found(codes.CHANNEL_SERIAL, place, expected="three figures", number=found["CHANNEL_NUMBER"])


def routing_repeated(context: Context) -> Iterator[Finding]:
    """Each routing indicator once (ACP 127 section 204.c)."""
    routing, seen = _indicators(context.cable), set[str]()
    for indicator, place in _placed(context) if len(set(routing)) < len(routing) else ():
        if indicator in seen:
            yield context.found(codes.ROUTING_REPEATED, place, expected="each indicator once", indicator=indicator)
        seen.add(indicator)


def routing_order(context: Context) -> Iterator[Finding]:
    """Routing indicators in the order of the alphabet; the first that is not (ACP 127 section 204.b)."""
    routing = _indicators(context.cable)
    for (one, _), (other, place) in pairwise(_placed(context)) if list(routing) != sorted(routing) else ():
        if other < one:
            yield context.found(codes.ROUTING_ORDER, place, expected=f"{other} before {one}", indicator=other)
            return


def _indicators(cable: Cable) -> tuple[str, ...]:
    """The routing indicators of format line 2."""
    routing = _transmission(cable).routing
    return routing if isinstance(routing, tuple) else ()


def _placed(context: Context) -> Iterator[tuple[str, tuple[int, int]]]:
    """The routing indicators of format line 2, each with its place."""
    start, end = context.place("transmission.routing")
    for indicator in _indicators(context.cable):
        found = context.source.find(indicator, start, end)
        if found >= 0:
            start = found + len(indicator)
            yield indicator, (found, start)


def long_line(context: Context) -> Iterator[Finding]:
    """No line longer than a page printer has places (ACP 127 section 138.f)."""
    for leaf in context.leaves(*_LINES):
        if leaf.end - leaf.start <= LINE:
            continue
        place = leaf.start
        for line in context.source[leaf.start : leaf.end].split("\n"):
            start, end = content(context.source, place, place + len(line))
            if end - place > LINE:
                yield context.found(
                    codes.LONG_LINE, (start, end), expected=f"at most {LINE} characters", length=str(end - place)
                )
            place += len(line) + 1


def filing_time(context: Context) -> Iterator[Finding]:
    """Day of the year and time are such as there are (ACP 127 section 115)."""
    filed = _transmission(context.cable).filed
    if filed is None:
        return
    year = context.moment.year if context.moment else 2000  # a leap year, which has all days
    if all(filed.datetime(one) is None for one in (year, year + 1)):
        yield context.found(
            codes.FILING_TIME, context.spot(filed.day_of_year + filed.time, filed),
            expected="day 001 to 366, hours 00 to 23, minutes 00 to 59", filed=_printed(filed),
        )  # fmt: skip


def _printed(filed: FilingTime) -> str:
    return f"{filed.day_of_year}, {filed.time}"


def security_signal(context: Context) -> Iterator[Finding]:
    """ZNR with UUUUU, ZNY with any other letter (ACP 127 sections 124 and 203)."""
    warning = _transmission(context.cable).security
    if not isinstance(warning, SecurityWarning):
        return
    open_text = warning.designator.upper().startswith("UUU")
    if open_text != (warning.signal.upper() == "ZNR"):
        right = "UUUUU" if warning.signal.upper() == "ZNR" else "the letter of a classification"
        place = context.spot(f"{warning.signal} {warning.designator}", warning)
        yield context.found(
            codes.SECURITY_SIGNAL, place, expected=f"{warning.signal} {right}", signal=warning.signal, right=right,
            designator=warning.designator,
        )  # fmt: skip


def operating_signal(context: Context) -> Iterator[Finding]:
    """What follows the security designator, or the date, begins with an operating signal or a service note."""
    signals = _transmission(context.cable).operating_signals
    first = ((context.cable.message_instructions or "").split() or [""])[0]
    candidates = ((signals[0] if signals else "", "transmission.security"), (first, "message_instructions"))
    for word, where in candidates:
        if word and word[0] != "(" and _form("signal_form").fullmatch(word) is None:
            expected = "a signal such as ZZH or ZDK, or a note in parentheses"
            yield context.found(codes.OPERATING_SIGNAL, _last(context, word, where), expected=expected, word=word)


def _last(context: Context, word: str, where: str) -> tuple[int, int]:
    """The place of a word that stands behind the group of its line."""
    start, end = context.place(where)
    found = context.source.find(f" {word}", start, end)
    return (found + 1, found + 1 + len(word)) if found >= 0 else (start, end)


def precedence_order(context: Context) -> Iterator[Finding]:
    """Of two precedences the first is the higher (ACP 127 sections 150 to 152)."""
    pair = context.cable.precedence
    if pair is not None and pair.info is not None and pair.info.rank <= pair.action.rank:
        place = context.spot(f"{pair.action.prosign} {pair.info.prosign}", "precedence")
        yield context.found(
            codes.PRECEDENCE_ORDER, place, expected="the higher precedence first", action=pair.action.prosign,
            info=pair.info.prosign,
        )  # fmt: skip


def impossible_date(context: Context) -> Iterator[Finding]:
    """Day, time and zone are such as there are (ACP 127 section 113)."""
    group = context.cable.dtg
    if not isinstance(group, DateTimeGroup) or context.moment is not None:
        return
    # without a year any leap year serves: it has all days
    whole = DateTimeGroup(group.day, group.time, group.zone, group.month, group.year or "2000")
    if whole.datetime is not None:
        return
    if not DateTimeGroup("01", "0000", group.zone, "JAN", "2000").datetime:
        what, printed = "time zone", group.zone
    elif not DateTimeGroup("01", group.time, "Z", "JAN", "2000").datetime:
        what, printed = "time of day", group.time
    else:
        what, printed = "day", f"{group.day} {group.month} {group.year or ''}".strip()
    place = context.spot(group.day + group.time + group.zone, "dtg")
    yield context.found(
        codes.IMPOSSIBLE_DATE, place, expected="day, time, zone letter (not J) and month of the calendar", what=what,
        group=printed,
    )  # fmt: skip


def date_without_year(context: Context) -> Iterator[Finding]:
    """A year ends the group (ACP 127 section 113)."""
    group = context.cable.dtg
    if isinstance(group, DateTimeGroup) and group.year is None:
        yield context.found(codes.DATE_WITHOUT_YEAR, "dtg", expected="a year behind the month")


def year_figures(context: Context) -> Iterator[Finding]:
    """Four figures since 2006 (ACP 127 section 113)."""
    group = context.cable.dtg
    recent = context.date is not None and context.date >= _FOUR_FIGURES_SINCE
    if recent and isinstance(group, DateTimeGroup) and group.year is not None and len(group.year) == 2:
        place = context.spot(f"{group.month} {group.year}", "dtg")
        yield context.found(codes.YEAR_FIGURES, place, expected=f"20{group.year}", year=group.year)


def midnight(context: Context) -> Iterator[Finding]:
    """Neither 0000 nor 2400 (JANAP 128)."""
    group = context.cable.dtg
    if isinstance(group, DateTimeGroup) and group.time in ("0000", "2400"):
        place = context.spot(group.day + group.time + group.zone, "dtg")
        yield context.found(codes.MIDNIGHT, place, expected="0001 or 2359", time=group.time)


def no_routing_indicator(context: Context) -> Iterator[Finding]:
    """Each of several addresses has its routing indicator, or ZEN (ACP 127 section 206)."""
    addresses = _addressees(context.cable)
    for address in addresses if len(addresses) > 1 else ():
        if address.routing_indicator is None and not address.delivered:
            yield context.found(codes.NO_ROUTING_INDICATOR, address, expected="RI/NAME or ZEN/NAME", name=address.name)


def exempt_without_list(context: Context) -> Iterator[Finding]:
    """XMT exempts members of a collective (ACP 127 section 205)."""
    exempt = [address for address in context.cable.exempt if isinstance(address, Addressee)]
    if exempt and not any(_form("list_of_posts").search(one.name.upper()) for one in _addressees(context.cable)):
        yield context.found(
            codes.EXEMPT_WITHOUT_LIST, exempt[0], expected="a collective among the addresses", name=exempt[0].name
        )


def continuity_range(context: Context) -> Iterator[Finding]:
    """A range of continuity numbers rises (5 FAH-2 H-321.8)."""
    for numbers, first, last, place in _ranges(context):
        if last <= first:
            yield context.found(codes.CONTINUITY_RANGE, place, expected="the lower number first", numbers=numbers)


def continuity_sizes(context: Context) -> Iterator[Finding]:
    """All ranges of a message have the same size (5 FAH-2 H-321.8)."""
    rising = [(numbers, last - first + 1, place) for numbers, first, last, place in _ranges(context) if first < last]
    for numbers, size, place in rising:
        if size != rising[0][1]:
            yield context.found(codes.CONTINUITY_SIZES, place, numbers=numbers, size=str(size), first=str(rising[0][1]))


def _ranges(context: Context) -> Iterator[tuple[str, int, int, tuple[int, int]]]:
    """The ranges of continuity numbers: as printed, their ends, their places."""
    for address in _addressees(context.cable):
        first, _, last = (address.numbers or "").partition("-")
        if last:
            yield f"{first}-{last}", int(first), int(last), context.spot(f"{first}-{last}", address)


def telegraph_characters(context: Context) -> Iterator[Finding]:
    """Only what the telegraph alphabet has; one finding a line (ACP 127 sections 134 and 140)."""
    if _TELEGRAPH.issuperset(context.source):
        return
    place = 0
    for line in context.source.split("\n"):
        strange = [offset for offset, char in enumerate(line) if char not in _TELEGRAPH]
        if strange:
            found = "".join(dict.fromkeys(line[offset] for offset in strange))
            yield context.found(
                codes.TELEGRAPH_CHARACTERS, (place + strange[0], place + strange[-1] + 1),
                expected="letters, figures and - ? : ( ) . , / '", found=ascii(found)[1:-1],
            )  # fmt: skip
        place += len(line) + 1


def small_letters(context: Context) -> Iterator[Finding]:
    """No small letters; one finding for the text (ACP 127 section 134)."""
    if context.source == context.source.upper():
        return
    place, lines, first = 0, 0, (0, 0)
    for line in context.source.split("\n"):
        small = [offset for offset, char in enumerate(line) if char.islower()]
        if small:
            first = first if lines else (place + small[0], place + small[-1] + 1)
            lines += 1
        place += len(line) + 1
    if lines:
        yield context.found(codes.SMALL_LETTERS, first, expected="capitals", lines=str(lines))


RULES: Final = (
    Rule(codes.HEADING_MISSING, heading_missing),
    Rule(codes.FORMAT_LINE_MISSING, format_line_missing),
    Rule(codes.CHANNEL_SERIAL, channel_serial),
    Rule(codes.ROUTING_REPEATED, routing_repeated),
    Rule(codes.ROUTING_ORDER, routing_order),
    Rule(codes.LONG_LINE, long_line),
    Rule(codes.FILING_TIME, filing_time),
    Rule(codes.SECURITY_SIGNAL, security_signal),
    Rule(codes.OPERATING_SIGNAL, operating_signal),
    Rule(codes.PRECEDENCE_ORDER, precedence_order),
    Rule(codes.IMPOSSIBLE_DATE, impossible_date),
    Rule(codes.DATE_WITHOUT_YEAR, date_without_year),
    Rule(codes.YEAR_FIGURES, year_figures),
    Rule(codes.MIDNIGHT, midnight),
    Rule(codes.NO_ROUTING_INDICATOR, no_routing_indicator),
    Rule(codes.EXEMPT_WITHOUT_LIST, exempt_without_list),
    Rule(codes.CONTINUITY_RANGE, continuity_range),
    Rule(codes.CONTINUITY_SIZES, continuity_sizes),
    Rule(codes.TELEGRAPH_CHARACTERS, telegraph_characters),
    Rule(codes.SMALL_LETTERS, small_letters),
)
