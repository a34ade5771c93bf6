"""Format lines 1 to 10: from the words of one heading line to its part of the model.

Each builder takes `text[start:end]`, one line without its end and without trailing blanks, and never raises. A line
that has its keyword but not its shape comes back whole as `Unread` and is reported as broken. The shapes are rules
of `grammars/heading.lark`; here their groups are only put into place.
"""

from __future__ import annotations

import re
from typing import Final

from attrs import frozen

from telegram_grammar.address_fields import addressee, cut_points, regular_addressee
from telegram_grammar.codes import heading
from telegram_grammar.diagnostics import Report
from telegram_grammar.heading_checks import check_blanks, check_keyword, rule, unread
from telegram_grammar.heading_model import (
    new_date_time_group,
    new_filing_time,
    new_precedence_pair,
    new_security_warning,
    new_transmission,
)
from telegram_grammar.model import (
    DateTimeGroup,
    FilingTime,
    Precedence,
    PrecedencePair,
    SecurityWarning,
    Transmission,
    Unread,
)
from telegram_grammar.words import joined, words

__all__ = [
    "WEB",
    "DtgLine",
    "SecurityLine",
    "StationLine",
    "accounting",
    "addressee",
    "cut_points",
    "has_full_shape",
    "identification",
    "joined",
    "originator",
    "precedence_and_dtg",
    "regular_addressee",
    "regular_date",
    "regular_transmission",
    "routing",
    "routing_continuation",
    "security",
    "station",
]


@frozen
class StationLine:
    """Format line 3: calling station, station serial number, section, filing time (ACP 127 sections 115, 129, 208)."""

    station: str
    serial: str
    section: str | None
    filed: FilingTime


@frozen
class SecurityLine:
    """Format line 4: security warning, then operating signals and service notes (ACP 127 sections 124, 203)."""

    warning: SecurityWarning
    #: A note in parentheses is one item.
    signals: tuple[str, ...] = ()


@frozen
class DtgLine:
    """Format line 5: precedence, date and time, message instructions (ACP 127 sections 113, 150-152)."""

    precedence: PrecedencePair | None
    dtg: DateTimeGroup
    instructions: str | None = None


#: The routing indicator behind which, where it is alone, a blank line stands.
WEB: Final = "RUEHWEB"
_PROSIGNS: Final = {member.prosign: member for member in Precedence}
_SHAPES: Final = {
    "TRANSMISSION": "identification",
    "ROUTING": "routing",
    "STATION": "station",
    "SECURITY": "security",
    "DTG": "precedence_and_dtg",
}


def identification(text: str, start: int, end: int, report: Report) -> str | Unread:
    """Format line 1, "VZCZCXRO0457", as printed (ACP 127 sections 112, 127, 202)."""
    if rule("identification").fullmatch(text, start, end):
        return text[start:end]
    return unread(
        text, start, end, report, "the transmission identification",
        "VZCZC, three letters and three or four figures, as in VZCZCXRO0457",
    )  # fmt: skip


def routing(text: str, start: int, end: int, report: Report) -> tuple[str, tuple[str, ...]] | Unread:
    """Format line 2: the doubled prosign and the routing indicators, in order (ACP 127 sections 151, 204)."""
    found = rule("routing").fullmatch(text, start, end)
    if found is None:
        return unread(
            text, start, end, report, "the routing line",
            "a doubled prosign and routing indicators, as in OO RUEHC RUEHFR",
        )  # fmt: skip
    check_blanks(text, start, end, report)
    return found["DIGRAPH"], tuple(words(found["indicators"]))


def routing_continuation(text: str, start: int, end: int, report: Report) -> tuple[str, ...] | Unread:
    """A further line of format line 2: routing indicators (ACP 127 section 204)."""
    if rule("routing_continuation").fullmatch(text, start, end) is None:
        return unread(text, start, end, report, "the routing line", "routing indicators, as in RUEHC RUEHFR")
    check_blanks(text, start, end, report)
    return tuple(words(text[start:end]))


def station(text: str, start: int, end: int, report: Report) -> StationLine | Unread:
    """Format line 3, "DE RUEHFR #2652/01 1711029" (ACP 127 sections 115, 129, 208)."""
    found = rule("station").fullmatch(text, start, end)
    if found is None:
        return unread(
            text, start, end, report, "the station line",
            "DE, routing indicator, # and serial number, day of the year and time, as in DE RUEHFR #2652/01 1711029",
        )  # fmt: skip
    check_keyword(text, start, "DE", report)
    check_blanks(text, start, end, report)
    indicator, serial, section, day, time = found.group("ROUTING_INDICATOR", "SERIAL", "SECTION", "DAY_OF_YEAR", "TIME")
    return StationLine(indicator, serial, section, new_filing_time(day, time))


def security(text: str, start: int, end: int, report: Report) -> SecurityLine | Unread:
    """Format line 4, "ZNY CCCCC ZZH" (ACP 127 sections 124, 203)."""
    found = rule("security").fullmatch(text, start, end)
    if found is None:
        return unread(
            text, start, end, report, "the security warning",
            "ZNR or ZNY, five letters, operating signals, as in ZNY CCCCC ZZH",
        )  # fmt: skip
    signal, designator, irregular = found.group("WARNING_SIGNAL", "DESIGNATOR", "IRREGULAR_DESIGNATOR")
    if irregular:
        expected = "the first letter of the classification five times"
        report(heading.IRREGULAR_DESIGNATOR, *found.span("IRREGULAR_DESIGNATOR"), expected=expected, word=irregular)
    check_blanks(text, start, end, report)
    signals = _signals(text, *found.span("operating_signals"), report) if found["operating_signals"] else ()
    return SecurityLine(new_security_warning(signal, designator or irregular), signals)


def _signals(text: str, start: int, end: int, report: Report) -> tuple[str, ...]:
    """Operating signals and notes; the note is told from the signal that it is glued to."""
    if text.find("(", start, end) < 0:
        return tuple(words(text[start:end]))
    found = list(rule("operating_signal").finditer(text, start, end))
    items = tuple(joined(item.group()) for item in found)
    glued = [place for place in range(1, len(found)) if found[place - 1].end() == found[place].start()]
    if glued:
        # one report for all, from the first item that something is glued to; so the span takes in whole words
        first, last = glued[0] - 1, glued[-1]
        fix = " ".join(items[first : last + 1])
        report(
            heading.GLUED, found[first].start(), found[last].end(), expected="a blank", fix=fix, what=items[glued[0]]
        )  # fmt: skip
    return items


def regular_transmission(
    text: str, start: int, end: int, report: Report
) -> tuple[Transmission, dict[str, tuple[int, int]]] | None:
    """Format lines 1 to 4 in the regular form, else None: what their builders find in such lines, in one step.

    Nearly every heading has them so (see `regular_transmission` in the grammar). With them comes the place of each.
    """
    found = rule("regular_transmission").fullmatch(text, start, end)
    if found is None:
        return None
    printed, digraph, indicators, station, serial, section, day, time, signal, designator, signals = found.group(
        "regular_identification", "DIGRAPH", "REGULAR_INDICATORS", "ROUTING_INDICATOR", "SERIAL", "SECTION",
        "DAY_OF_YEAR", "TIME", "WARNING_SIGNAL", "DESIGNATOR", "REGULAR_SIGNALS",
    )  # fmt: skip
    first, last = found.span("ROUTING_END")
    if last - first > 1:
        if indicators != WEB:
            return None
        report(heading.BLANK_AFTER_ROUTING, first + 1, last)
    places = {
        "transmission.identification": found.span("regular_identification"),
        "transmission.routing": found.span("regular_routing"),
        "transmission.station": found.span("regular_station"),
        "transmission.security": found.span("regular_security"),
    }
    transmission = new_transmission(
        printed,
        digraph,
        tuple(indicators.split(" ")),
        station,
        serial,
        section,
        new_filing_time(day, time),
        new_security_warning(signal, designator),
        tuple(signals.split(" ")) if signals else (),
    )
    return transmission, places


def regular_date(text: str, start: int, end: int) -> tuple[PrecedencePair, DateTimeGroup] | None:
    """Format line 5 in the regular form, else None: what `precedence_and_dtg` finds in such a line, in one step."""
    found = rule("regular_date").fullmatch(text, start, end)
    if found is None:
        return None
    prosign, day, time, zone, month, year = found.groups()
    return new_precedence_pair(_PROSIGNS[prosign]), new_date_time_group(day, time, zone, month, year)


def precedence_and_dtg(text: str, start: int, end: int, report: Report) -> DtgLine | Unread:
    """Format line 5, "O 201029Z JUN 07" (ACP 127 sections 113, 150-152)."""
    found = rule("precedence_and_dtg").fullmatch(text, start, end)
    if found is None:
        return unread(
            text, start, end, report, "the date-time group",
            "prosigns, day, time and zone, month, year, as in O 201029Z JUN 07",
        )  # fmt: skip
    action, info, day, time, zone, month, year, glued, instructions = found.groups()
    check_blanks(text, start, end, report)
    if not month.isupper():
        report(heading.SMALL_MONTH, *found.span("MONTH"), expected="capitals", fix=month.upper(), word=month)
    if glued:
        instructions = text[found.start("GLUED_WORD") : end]
        report(
            heading.GLUED, found.start("YEAR"), found.end("GLUED_WORD"), expected="a blank", fix=f"{year} {glued}",
            what=glued,
        )  # fmt: skip
    return DtgLine(
        _precedence(found, action, info, report),
        new_date_time_group(day, time, zone, month, year),
        joined(instructions) if instructions else None,
    )


def _precedence(found: re.Match[str], action: str | None, info: str | None, report: Report) -> PrecedencePair | None:
    """The prosigns as levels; None where none is printed."""
    if action is None:
        return None
    for group, letter in (("PROSIGN", action), ("PROSIGN_2", info)):
        if letter and letter.islower():
            place = found.start(group)
            report(heading.SMALL_KEYWORD, place, place + 1, expected=letter.upper(), fix=letter.upper(), word=letter)
    return new_precedence_pair(_PROSIGNS[action.upper()], _PROSIGNS[info.upper()] if info else None)


def originator(text: str, start: int, end: int, report: Report) -> str | Unread:
    """Format line 6, "FM AMEMBASSY PARIS": the name (ACP 127 section 205, 5 FAH-2 H-232)."""
    regular = rule("regular_originator").fullmatch(text, start, end)
    if regular is not None:
        return regular[1]
    found = rule("originator").fullmatch(text, start, end)
    if found is None:
        return unread(text, start, end, report, "the originator", "FM and a name, as in FM AMEMBASSY PARIS")
    check_keyword(text, start, "FM", report)
    check_blanks(text, start, end, report)
    return joined(found["plain_name"])


def accounting(text: str, start: int, end: int, report: Report) -> str | Unread:
    """Format line 10, "STATE GRNC": accounting symbol and group count, all its words (5 FAH-2 H-320)."""
    if rule("accounting").fullmatch(text, start, end) is None:
        return unread(
            text, start, end, report, "the accounting line", "accounting symbol, then GRNC or GR and a number"
        )
    check_blanks(text, start, end, report)
    return joined(text[start:end])


def has_full_shape(kind: str, text: str, start: int, end: int) -> bool:
    """Whether a line is a heading line beyond doubt, by more than its keyword.

    `kind` is TRANSMISSION, ROUTING, STATION, SECURITY, DTG, ORIGINATOR or ADDRESS; of any other, False. An originator
    and an address without routing indicator need a name that begins as the names of addressees do.
    """
    if kind == "ADDRESS":
        return _has_address_shape(text, start, end)
    if kind == "ORIGINATOR":
        return rule("originator_evidence").match(text, start, end) is not None
    shape = _SHAPES.get(kind)
    return shape is not None and rule(shape).fullmatch(text, start, end) is not None


def _has_address_shape(text: str, start: int, end: int) -> bool:
    """Whether it is one address whose parts are in order, with evidence at its head."""
    if rule("address_evidence").match(text, start, end) is None and rule("collective").search(text, start, end) is None:
        return False
    keyword = rule("address_keyword").match(text, start, end)
    return rule("address").fullmatch(text, keyword.end() if keyword else start, end) is not None
