"""Format lines 1 to 10: from the words of one heading line to its part of the model.

Each builder takes `text[start:end]`, one line without its end and without trailing blanks, and never raises. A line that
has its keyword but not its shape comes back whole as `Unread` and is reported as broken. The shapes are rules of
`grammars/heading.lark`; here their groups are only put into place.
"""

from __future__ import annotations

import enum
import functools
import re
from typing import Final

from attrs import frozen

from telegram_grammar.codes import heading, structure
from telegram_grammar.diagnostics import Report
from telegram_grammar.matchers import matcher
from telegram_grammar.model import (
    Addressee,
    DateTimeGroup,
    FilingTime,
    Precedence,
    PrecedencePair,
    SecurityWarning,
    Unread,
)

__all__ = [
    "DtgLine",
    "HeadingKind",
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


class HeadingKind(str, enum.Enum):
    """Kinds of heading lines whose full shape can be asked for."""

    TRANSMISSION = "TRANSMISSION"
    ROUTING = "ROUTING"
    STATION = "STATION"
    SECURITY = "SECURITY"
    DTG = "DTG"
    ORIGINATOR = "ORIGINATOR"
    ADDRESS = "ADDRESS"


_rule = functools.cache(functools.partial(matcher, "heading"))

_BLANKS: Final = " \t\xa0\f\r\n"
_TO_SPACE: Final = str.maketrans(dict.fromkeys(_BLANKS, " "))
_PROSIGNS: Final = {member.prosign: member for member in Precedence}
#: First letter of an address keyword in either case: the rule of its line and the keyword itself.
_ADDRESS_LINES: Final = {
    letter: (rule, keyword)
    for keyword, rule in (("TO", "action_address"), ("INFO", "information_address"), ("XMT", "exempted_address"))
    for letter in (keyword[0], keyword[0].lower())
}
_SHAPES: Final = {
    "TRANSMISSION": "identification",
    "ROUTING": "routing",
    "STATION": "station",
    "SECURITY": "security",
    "DTG": "precedence_and_dtg",
}


def _words(text: str) -> list[str]:
    """The words of a text. (`str.split()` also splits at characters that are no blanks here.)"""
    return [word for word in text.translate(_TO_SPACE).split(" ") if word]


def joined(text: str) -> str:
    """The words of a text with one space between them."""
    # what is printable holds no blank but the space: this spares nearly all lines the translation
    if text.isprintable() and "  " not in text:
        return text.strip(" ")
    return " ".join(_words(text))


def _check_blanks(text: str, start: int, end: int, report: Report) -> None:
    """Report blanks that are not single spaces; one report, from the first to the last of them."""
    line = text[start:end]
    if line.isprintable() and "  " not in line:
        return
    wide = [found.span() for found in _rule("wide_blank").finditer(text, start, end)]
    if wide:
        first, last = wide[0][0], wide[-1][1]
        inside = joined(text[first:last])
        fix = f" {inside} " if inside else " "
        report(heading.WIDE_BLANK, first, last, expected="one space", fix=fix)


def _check_keyword(text: str, start: int, keyword: str, report: Report) -> None:
    """Report a keyword that is not in capitals."""
    if not text.startswith(keyword, start):
        end = start + len(keyword)
        report(heading.SMALL_KEYWORD, start, end, expected=keyword, fix=keyword, word=text[start:end])


def _unread(text: str, start: int, end: int, report: Report, field: str, expected: str) -> Unread:
    """The line whole, reported as broken."""
    report(structure.BROKEN, start, end, expected=expected, field=field)
    return Unread(joined(text[start:end]))


def _word_end(text: str, position: int, end: int) -> int:
    """Where the word at `position` ends."""
    found = _rule("word").match(text, position, end)
    return found.end() if found else position


def identification(text: str, start: int, end: int, report: Report) -> str | Unread:
    """Format line 1, "VZCZCXRO0457", as printed (ACP 127 sections 112, 127, 202)."""
    if _rule("identification").fullmatch(text, start, end):
        return text[start:end]
    return _unread(
        text, start, end, report, "the transmission identification",
        "VZCZC, three letters and three or four figures, as in VZCZCXRO0457",
    )  # fmt: skip


def routing(text: str, start: int, end: int, report: Report) -> tuple[str, tuple[str, ...]] | Unread:
    """Format line 2: the doubled prosign and the routing indicators, in order (ACP 127 sections 151, 204)."""
    found = _rule("routing").fullmatch(text, start, end)
    if found is None:
        return _unread(
            text, start, end, report, "the routing line", "a doubled prosign and routing indicators, as in OO RUEHC RUEHFR"
        )
    _check_blanks(text, start, end, report)
    return found["DIGRAPH"], tuple(_words(found["indicators"]))


def routing_continuation(text: str, start: int, end: int, report: Report) -> tuple[str, ...] | Unread:
    """A further line of format line 2: routing indicators (ACP 127 section 204)."""
    if _rule("routing_continuation").fullmatch(text, start, end) is None:
        return _unread(text, start, end, report, "the routing line", "routing indicators, as in RUEHC RUEHFR")
    _check_blanks(text, start, end, report)
    return tuple(_words(text[start:end]))


def station(text: str, start: int, end: int, report: Report) -> StationLine | Unread:
    """Format line 3, "DE RUEHFR #2652/01 1711029" (ACP 127 sections 115, 129, 208)."""
    found = _rule("station").fullmatch(text, start, end)
    if found is None:
        return _unread(
            text, start, end, report, "the station line",
            "DE, routing indicator, # and serial number, day of the year and time, as in DE RUEHFR #2652/01 1711029",
        )  # fmt: skip
    _check_keyword(text, start, "DE", report)
    _check_blanks(text, start, end, report)
    indicator, serial, section, day, time = found.group(
        "ROUTING_INDICATOR", "SERIAL", "SECTION", "DAY_OF_YEAR", "TIME"
    )
    return StationLine(indicator, serial, section, FilingTime(day, time))


def security(text: str, start: int, end: int, report: Report) -> SecurityLine | Unread:
    """Format line 4, "ZNY CCCCC ZZH" (ACP 127 sections 124, 203)."""
    found = _rule("security").fullmatch(text, start, end)
    if found is None:
        return _unread(
            text, start, end, report, "the security warning",
            "ZNR or ZNY, five letters, operating signals, as in ZNY CCCCC ZZH",
        )  # fmt: skip
    signal, designator, irregular = found.group("WARNING_SIGNAL", "DESIGNATOR", "IRREGULAR_DESIGNATOR")
    if irregular:
        expected = "the first letter of the classification five times"
        report(heading.IRREGULAR_DESIGNATOR, *found.span("IRREGULAR_DESIGNATOR"), expected=expected, word=irregular)
    _check_blanks(text, start, end, report)
    signals = _signals(text, *found.span("operating_signals"), report) if found["operating_signals"] else ()
    return SecurityLine(SecurityWarning(signal, designator or irregular), signals)


def _signals(text: str, start: int, end: int, report: Report) -> tuple[str, ...]:
    """Operating signals and notes; the note is told from the signal that it is glued to."""
    if text.find("(", start, end) < 0:
        return tuple(_words(text[start:end]))
    found = list(_rule("operating_signal").finditer(text, start, end))
    items = tuple(joined(item.group()) for item in found)
    glued = [place for place in range(1, len(found)) if found[place - 1].end() == found[place].start()]
    if glued:
        # one report for all: each word of the line may be glued, and each span takes in whole words
        first = _first_of_word(found, glued[0])
        last = glued[-1]
        while last + 1 < len(found) and found[last].end() == found[last + 1].start():
            last += 1
        begin, finish = found[first].start(), found[last].end()
        fix = " ".join(items[first : last + 1])
        report(heading.GLUED, begin, finish, expected="a blank", fix=fix, what=items[glued[0]])
    return items


def _first_of_word(found: list[re.Match[str]], place: int) -> int:
    """The first of the items that are glued together with the one at `place`."""
    while place and found[place - 1].end() == found[place].start():
        place -= 1
    return place


def precedence_and_dtg(text: str, start: int, end: int, report: Report) -> DtgLine | Unread:
    """Format line 5, "O 201029Z JUN 07" (ACP 127 sections 113, 150-152)."""
    found = _rule("precedence_and_dtg").fullmatch(text, start, end)
    if found is None:
        return _unread(
            text, start, end, report, "the date-time group",
            "prosigns, day, time and zone, month, year, as in O 201029Z JUN 07",
        )  # fmt: skip
    action, info, day, time, zone, month, year, glued, instructions = found.groups()
    _check_blanks(text, start, end, report)
    if not month.isupper():
        report(heading.SMALL_MONTH, *found.span("MONTH"), expected="capitals", fix=month.upper(), word=month)
    if glued:
        instructions = text[found.start("GLUED_INSTRUCTION") : end]
        report(
            heading.GLUED, *_whole(text, found, "YEAR", "GLUED_INSTRUCTION"), expected="a blank", fix=f"{year} {glued}",
            what=glued,
        )  # fmt: skip
    return DtgLine(
        _precedence(found, action, info, report),
        DateTimeGroup(day, time, zone, month, year),
        joined(instructions) if instructions else None,
    )


def _whole(text: str, found: re.Match[str], first: str, last: str) -> tuple[int, int]:
    """From the start of one group to the end of another."""
    return found.start(first), found.end(last)


def _precedence(
    found: re.Match[str], action: str | None, info: str | None, report: Report
) -> PrecedencePair | None:
    """The prosigns as levels; None where none is printed."""
    if action is None:
        return None
    for group, letter in (("PROSIGN", action), ("PROSIGN_2", info)):
        if letter and letter.islower():
            place = found.start(group)
            report(heading.SMALL_KEYWORD, place, place + 1, expected=letter.upper(), fix=letter.upper(), word=letter)
    return PrecedencePair(_PROSIGNS[action.upper()], _PROSIGNS[info.upper()] if info else None)


def originator(text: str, start: int, end: int, report: Report) -> str | Unread:
    """Format line 6, "FM AMEMBASSY PARIS": the name (ACP 127 section 205, 5 FAH-2 H-232)."""
    found = _rule("originator").fullmatch(text, start, end)
    if found is None:
        return _unread(text, start, end, report, "the originator", "FM and a name, as in FM AMEMBASSY PARIS")
    _check_keyword(text, start, "FM", report)
    _check_blanks(text, start, end, report)
    return joined(found["plain_name"])


def accounting(text: str, start: int, end: int, report: Report) -> str | Unread:
    """Format line 10, "STATE GRNC": accounting symbol and group count, all its words (5 FAH-2 H-320)."""
    if _rule("accounting").fullmatch(text, start, end) is None:
        return _unread(text, start, end, report, "the accounting line", "accounting symbol, then GRNC or GR and a number")
    _check_blanks(text, start, end, report)
    return joined(text[start:end])


def addressee(text: str, start: int, end: int, report: Report, keyword: bool) -> Addressee | Unread:
    """One address of format lines 7 to 9, after TO, INFO or XMT where `keyword` (5 FAH-2 H-321).

    Words that do not stand in the order of an address are taken for its name, and reported. Unread only where nothing is
    left for a name, or where a further address begins on the line (see `cut_points`).
    """
    rule, label = _ADDRESS_LINES.get(text[start : start + 1], ("address", "")) if keyword else ("address", "")
    found = _rule(rule).fullmatch(text, start, end)
    if found is None:
        return _odd_addressee(text, start, end, report, label)
    line = text[start:end]
    if label:
        _check_address_keyword(text, start, found, label, report)
    indicated, delivered, name, offices, _, _, _, precedence, numbers = found.groups()
    if not (line.isprintable() and "  " not in line):
        _check_address_blanks(text, start, end, found, report)
        name = joined(name)
        precedence = joined(precedence) if precedence else None
    if delivered or indicated:
        _check_prefix(text, end, found, "name", report)
    return Addressee(
        name,
        indicated[:-1].rstrip(_BLANKS) if indicated else None,
        _offices(text, found, report) if offices else (),
        precedence,
        numbers,
        delivered is not None,
    )


def _odd_addressee(text: str, start: int, end: int, report: Report, label: str) -> Addressee | Unread:
    """An address whose parts are not in order, by its name and prefix alone."""
    found = _rule("odd_keyed_address" if label else "odd_address").fullmatch(text, start, end)
    if found is None:
        return _unread(text, start, end, report, "the address", "routing indicator, / and a name, as in RUEHC/SECSTATE WASHDC")
    if label:
        _check_address_keyword(text, start, found, label, report)
    _check_blanks(text, start, end, report)
    if found["INDICATED"] or found["DELIVERED"]:
        _check_prefix(text, end, found, "odd_name", report)
    report(heading.ODD_ADDRESS, *found.span("odd_name"), expected="name, office symbols, precedence, number")
    indicated = found["INDICATED"]
    return Addressee(
        joined(found["odd_name"]),
        indicated[:-1].rstrip(_BLANKS) if indicated else None,
        delivered=found["DELIVERED"] is not None,
    )


def _check_address_keyword(text: str, start: int, found: re.Match[str], label: str, report: Report) -> None:
    """Report a keyword in small letters and the stroke after XMT."""
    after = start + len(label)
    if text.startswith(label, start) and text[after] != "/":
        return
    if text[after] == "/":
        finish = _word_end(text, start, found.end())
        fix = f"{label} {text[after + 1 : finish]}"
        report(heading.EXEMPT_STROKE, start, finish, expected="XMT and a blank", fix=fix)
    else:
        _check_keyword(text, start, label, report)


def _check_address_blanks(text: str, start: int, end: int, found: re.Match[str], report: Report) -> None:
    """Report wide blanks; before the precedence two of them mean more than elsewhere."""
    place = found.start("PRECEDENCE")
    gap = len(text[:place].rstrip(" ")) if place >= 0 else place
    if gap + 1 < place:
        report(heading.LOST_WORD, gap, place, expected="one blank, or the word that fell out")
        _check_blanks(text, start, gap, report)
        _check_blanks(text, place, end, report)
    else:
        _check_blanks(text, start, end, report)


def _check_prefix(text: str, end: int, found: re.Match[str], name: str, report: Report) -> None:
    """Report blanks beside the stroke of the prefix, and ZEN in small letters."""
    group = "INDICATED" if found["INDICATED"] else "DELIVERED"
    prefix = found[group]
    sign = prefix[:-1].rstrip(_BLANKS)
    begin, after = found.span(group)
    finish = found.start(name)
    if len(sign) + 1 != len(prefix) or after != finish:
        word_end = _word_end(text, finish, end)
        fix = f"{sign}/{text[finish:word_end]}"
        report(heading.PREFIX_BLANK, begin, word_end, expected=f"{sign}/ next to the name", fix=fix, prefix=sign)
    if group == "DELIVERED" and sign != "ZEN":
        word_end = _word_end(text, begin, end)
        fix = f"ZEN{text[begin + 3 : word_end]}"
        report(heading.SMALL_KEYWORD, begin, word_end, expected="ZEN/", fix=fix, word=sign)


def _offices(text: str, found: re.Match[str], report: Report) -> tuple[str, ...]:
    """Office symbols, one for each pair of strokes; reports what canonical text prints otherwise."""
    closed, open_office = found["CLOSED_OFFICES"], found["OPEN_OFFICE"]
    printed = closed[2:-2].split("//") if closed else []
    if open_office:
        printed.append(open_office)
    symbols = tuple(joined(symbol) for symbol in printed) or ("",)
    start, end = found.span("offices")
    name_end = found.end("name")
    if open_office or start != name_end:
        what = "are not closed" if open_office else "stand apart from the name"
        _report_offices(text, found, symbols, what, report)
    if found.start("PRECEDENCE") == end:
        precedence = found["PRECEDENCE"]
        begin = _word_start(text, start, end)
        finish = found.end("PRECEDENCE")
        report(
            heading.GLUED, begin, finish, expected="a blank", fix=f"{text[begin:end]} {joined(precedence)}", what=precedence
        )
    return symbols
