"""Rules of agreement: what a text says twice, it says alike."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterable, Iterator
from typing import Final

from telegram_grammar import registers
from telegram_grammar.codes import agreement as codes
from telegram_grammar.diagnostics import Code
from telegram_grammar.head_words import head_matcher
from telegram_grammar.line_patterns import line_matcher
from telegram_grammar.matchers import matcher
from telegram_grammar.measures import MARK_POST
from telegram_grammar.model import (
    Addressee,
    Cable,
    ClassificationLevel,
    DateTimeGroup,
    FilingTime,
    Precedence,
    Readdressal,
    SecurityWarning,
    Transmission,
    Unread,
)
from telegram_grammar.rules.context import Context, Finding
from telegram_grammar.rules.rule import Rule

__all__ = ["RULES"]

_HOUR: Final = dt.timedelta(hours=1)
#: LIMITED OFFICIAL USE ended, the caption SENSITIVE began (STATE 018029).
_SENSITIVE_SINCE: Final = dt.date(1995, 10, 1)
_LEVEL_OF_LETTER: Final = {
    "R": ClassificationLevel.RESTRICTED,
    "C": ClassificationLevel.CONFIDENTIAL,
    "S": ClassificationLevel.SECRET,
    "T": ClassificationLevel.TOP_SECRET,
}
#: Letters of a text that no order protects.
_OPEN_LETTERS: Final = ("U", "E")

_form = functools.cache(functools.partial(matcher, "heading"))


def _transmission(context: Context) -> Transmission:
    return context.cable.transmission or Transmission()


def _sent(context: Context) -> Cable | Readdressal:
    """What format lines 1 to 4 belong to: the heading of a readdressal, where there is one (ACP 127 section 503)."""
    return context.cable.readdressal or context.cable


def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, name)).upper()


def _redacted(name: str) -> bool:
    return line_matcher("redacted_name").search(name) is not None


# ---- precedence ----------------------------------------------------------------------------------------------------


def routing_precedence(context: Context) -> Iterator[Finding]:
    """The pair of format line 2 is the higher precedence of format line 5, doubled (ACP 127 section 152)."""
    printed, pair = _transmission(context).precedence, _sent(context).precedence
    if printed is None or pair is None:
        return
    highest = min((one for one in (pair.action, pair.info) if one is not None), key=lambda one: one.rank)
    if printed.upper() != highest.prosign * 2:
        place = context.spot(printed, "transmission.routing")
        yield context.found(
            codes.ROUTING_PRECEDENCE, place, expected=highest.prosign * 2, printed=printed, precedence=highest.prosign
        )


def action_precedence(context: Context) -> Iterator[Finding]:
    """The first precedence is the highest of the action addressees (ACP 127 sections 150 to 152)."""
    pair, highest = context.cable.precedence, _highest(context.cable.action)
    if pair is not None and highest is not None and highest is not pair.action:
        yield context.found(
            codes.ACTION_PRECEDENCE, "precedence", expected=highest.prosign, printed=pair.action.prosign,
            highest=highest.name,
        )  # fmt: skip


def info_precedence(context: Context) -> Iterator[Finding]:
    """The second precedence is the highest of the information addressees (ACP 127 sections 150 to 152)."""
    pair, highest = context.cable.precedence, _highest(context.cable.info)
    if pair is not None and pair.info is not None and highest is not None and highest is not pair.info:
        yield context.found(
            codes.INFO_PRECEDENCE, "precedence", expected=highest.prosign, printed=pair.info.prosign,
            highest=highest.name,
        )  # fmt: skip


def info_above_action(context: Context) -> Iterator[Finding]:
    """With one precedence, no information addressee has a higher one (ACP 127 sections 150 to 152)."""
    pair = context.cable.precedence
    if pair is None or pair.info is not None:
        return
    for address in context.cable.info:
        level = address.precedence_level if isinstance(address, Addressee) else None
        if level is not None and level.rank < pair.action.rank:
            yield context.found(
                codes.INFO_ABOVE_ACTION, address, expected=f"at most {pair.action.name}", highest=level.name,
                printed=pair.action.name,
            )  # fmt: skip


def _highest(addresses: Iterable[Addressee | Unread]) -> Precedence | None:
    """The highest precedence of some addressees, of which one without a word has ROUTINE; None without addressees."""
    known = [address for address in addresses if isinstance(address, Addressee)]
    levels = [address.precedence_level or Precedence.ROUTINE for address in known]
    return min(levels, key=lambda level: level.rank, default=None)


# ---- station line --------------------------------------------------------------------------------------------------


def filing_day(context: Context) -> Iterator[Finding]:
    """Filed on the day of the date, or in the hour after it (ACP 127 sections 113 and 115)."""
    filed, moment, dated = _filed(context)
    if filed is None or moment is None or dated is None:
        return
    if moment - dated > _HOUR and moment.date() != dated.date():
        yield _filing(context, codes.FILING_DAY, filed, moment, dated)


def filed_before_date(context: Context) -> Iterator[Finding]:
    """Not filed before the date (ACP 127 sections 113 and 115)."""
    filed, moment, dated = _filed(context)
    if filed is not None and moment is not None and dated is not None and moment < dated:
        yield _filing(context, codes.FILED_BEFORE_DATE, filed, moment, dated)


def _filed(context: Context) -> tuple[FilingTime | None, dt.datetime | None, dt.datetime | None]:
    """The filing time, its moment in the year in which it is nearest to the date, and the date; in UTC."""
    filed, group = _transmission(context).filed, _sent(context).dtg
    moment = group.datetime if isinstance(group, DateTimeGroup) else None
    if filed is None or moment is None or not 2 <= moment.year <= dt.MAXYEAR - 2:
        return None, None, None
    dated = moment.astimezone(dt.UTC)
    moments = (filed.datetime(dated.year + years) for years in (-1, 0, 1))
    known = [moment for moment in moments if moment is not None]
    return filed, min(known, key=lambda moment: abs(moment - dated), default=None), dated


def _filing(context: Context, code: Code, filed: FilingTime, moment: dt.datetime, dated: dt.datetime) -> Finding:
    form = "%d %b %Y, %H%MZ"
    right = f"{dated.timetuple().tm_yday:03d}{dated:%H%M}"
    place = context.spot(filed.day_of_year + filed.time, filed)
    return context.found(
        code, place, expected=f"{right} or shortly after", filed=f"{moment:{form}}", dated=f"{dated:{form}}"
    )


def serial_and_number(context: Context) -> Iterator[Finding]:
    """The serial number is the message number's last four figures (practice); each section has the next one (208)."""
    serial, message = _transmission(context).serial, context.cable.message
    before = context.cable.section.number - 1 if context.cable.section is not None else 0
    if serial is None or message is None or context.cable.readdressal is not None:  # a serial number of its own
        return
    found = _form("serial_number").fullmatch(serial)
    if found is None or not message.number.isdecimal():
        return
    wanted = (int(message.number) + before) % 10_000
    if int(found["SERIAL_FIGURES"]) % 10_000 != wanted:
        yield context.found(
            codes.SERIAL_AND_NUMBER, context.spot(f"#{serial}", "transmission.station"),
            expected=f"#{wanted:04d}", serial=serial, number=message.number,
        )  # fmt: skip


def section_sent(context: Context) -> Iterator[Finding]:
    """The station line names the section of the class line (ACP 127 section 208)."""
    section, sent = context.cable.section, _transmission(context).section
    if section is None or _transmission(context).serial is None:
        return
    if sent is None or int(sent) != section.number:
        place = context.spot(f"/{sent}" if sent else "", "transmission.station")
        yield context.found(
            codes.SECTION_SENT, place, expected=f"/{section.number:02d}", section=str(section.number),
            sent=sent or "none",
        )  # fmt: skip


def station_and_originator(context: Context) -> Iterator[Finding]:
    """The station is the originator's, as far as the register knows it (ACP 117)."""
    station, originator = _transmission(context).station, _sent(context).originator
    if not isinstance(station, str) or originator is None or _redacted(originator):
        return
    names = registers.routing_indicators().get(station.upper(), ())
    place = set(_place_words(originator))
    if names and place and not any(place.intersection(_place_words(name)) for name in names):
        yield context.found(
            codes.STATION_AND_ORIGINATOR, context.spot(station, "transmission.station"), station=station,
            known=" or ".join(names), originator=originator,
        )  # fmt: skip


def _place_words(name: str) -> list[str]:
    """The words of a name that say where it is: all but the first, which says what it is; Washington is one word."""
    words = name.upper().replace("WASHDC", "WASHINGTON").split()
    return [_letters(word) for word in words[1:]]


def channel_and_routing(context: Context) -> Iterator[Finding]:
    """Channel XYZ and the sole indicator RUEHWEB go together (practice)."""
    printed, routing = _transmission(context).identification, _transmission(context).routing
    if not isinstance(printed, str) or not isinstance(routing, tuple) or not routing:
        return
    found = _form("identification").fullmatch(printed)
    channel = found["CHANNEL"].upper() if found is not None else ""
    if channel in ("XYZ", "XRO") and (channel == "XYZ") != (routing == ("RUEHWEB",)):
        shown = " ".join(routing[:3]) + (" ..." if len(routing) > 3 else "")
        place = context.spot(printed, "transmission.identification")
        yield context.found(codes.CHANNEL_AND_ROUTING, place, channel=channel, routing=shown)


# ---- class line ----------------------------------------------------------------------------------------------------


def security_and_class(context: Context) -> Iterator[Finding]:
    """The letter of the security warning is that of the classification (ACP 127 section 124)."""
    warning, classification = _transmission(context).security, context.cable.classification
    if not isinstance(warning, SecurityWarning) or classification is None:
        return
    letter, level = warning.designator[0].upper(), classification.level
    damaged = len(set(warning.designator[:3].upper())) > 1  # reported by parsing
    right = _LEVEL_OF_LETTER.get(letter) is level if level.classified else letter in _OPEN_LETTERS
    if not right and not damaged:
        letters = [one for one, of in _LEVEL_OF_LETTER.items() if of is level] or ["U"]
        place = context.spot(warning.designator, warning)
        yield context.found(
            codes.SECURITY_AND_CLASS, place, expected=letters[0] * 5, designator=warning.designator, level=level.value
        )


def originator_and_post(context: Context) -> Iterator[Finding]:
    """The originator is the post of the class line (5 FAH-2 H-232)."""
    originator, message = context.cable.originator, context.cable.message
    if originator is None or message is None or not message.post or _redacted(message.post + originator):
        return
    post, name = _letters(message.post), _letters(originator)
    if post not in name and not (post == "STATE" and name.startswith("SECSTATE")):
        place = context.spot(message.post, message)
        yield context.found(
            codes.ORIGINATOR_AND_POST, place, expected="the post of FM", originator=originator, post=message.post
        )


def era_of_class(context: Context) -> Iterator[Finding]:
    """LIMITED OFFICIAL USE until September 1995, SENSITIVE from then on (STATE 018029)."""
    cable, date = context.cable, context.date
    if date is None:
        return
    level = cable.classification.level if cable.classification else None
    if level is ClassificationLevel.LIMITED_OFFICIAL_USE and date >= _SENSITIVE_SINCE:
        yield context.found(
            codes.ERA_OF_CLASS, "classification", expected="UNCLAS, and the caption SENSITIVE", word=level.value,
            dated=f"{date:%B %Y}",
        )  # fmt: skip
    for number, caption in enumerate(cable.captions):
        if caption.upper() == "SENSITIVE" and date < _SENSITIVE_SINCE:
            yield context.found(
                codes.ERA_OF_CLASS, f"captions[{number}]", expected="LIMITED OFFICIAL USE", word=caption,
                dated=f"{date:%B %Y}",
            )  # fmt: skip


def corrected_copy(context: Context) -> Iterator[Finding]:
    """A signal or a note of a corrected copy has its caption (ACP 127 section 420)."""
    if any(map(head_matcher("corrected_copy").search, context.cable.captions)):
        return
    behind_date = (context.cable.message_instructions or "").split()
    behind_class = _transmission(context).operating_signals
    for words, where in ((behind_date, "message_instructions"), (behind_class, "transmission.security")):
        for word in words:
            if _form("correction").match(word):
                yield context.found(
                    codes.CORRECTED_COPY, context.spot(word, where), expected="a caption CORRECTED COPY", signal=word
                )
                return


# ---- marks, pages, the end -----------------------------------------------------------------------------------------


def mark_number(context: Context) -> Iterator[Finding]:
    """A page mark has the number of the message (ACP 127 section 208)."""
    message = context.cable.message
    for mark in context.marks if message is not None and message.number else ():
        if message is not None and mark.number is not None and mark.number != message.number.zfill(8):
            yield context.found(
                codes.MARK_NUMBER, mark.place, expected=message.number.zfill(8), mark=mark.number,
                number=message.number,
            )  # fmt: skip


def mark_total(context: Context) -> Iterator[Finding]:
    """A page mark of the message counts as many sections as the class line (ACP 127 section 208)."""
    section, message = context.cable.section, context.cable.message
    number = message.number.zfill(8) if message is not None else None
    for mark in context.marks if section is not None else ():
        if section is not None and mark.number == number and mark.total != section.total:
            yield context.found(
                codes.MARK_TOTAL, mark.place, expected=f"OF {section.total:03d}", mark=str(mark.total),
                total=str(section.total),
            )  # fmt: skip


def mark_post(context: Context) -> Iterator[Finding]:
    """A page mark has the post of the message, cut to ten characters (ACP 127 section 208)."""
    message = context.cable.message
    if message is None or not message.post or _redacted(message.post):
        return
    known = {_letters(message.post[:MARK_POST])}
    kind = _form("address_evidence").match(message.post)
    if kind is not None:  # RPO DUBAI: its marks may have the place alone
        known.add(_letters(message.post[kind.end() :].strip()[:MARK_POST]))
    for mark in context.marks:
        if mark.post is None or mark.number != message.number.zfill(8):
            continue
        if _letters(mark.post) not in known:
            yield context.found(
                codes.MARK_POST, context.spot(mark.post, mark.place), expected=message.post[:MARK_POST],
                mark=mark.post, post=message.post,
            )  # fmt: skip


def page_number(context: Context) -> Iterator[Finding]:
    """A page head has station and serial number of the message, or its post and number (ACP 127 section 208)."""
    cable, sent = context.cable, _transmission(context)
    names = {"station": (_letters(sent.station), sent.serial)} if isinstance(sent.station, str) and sent.serial else {}
    if cable.message is not None:
        names["message"] = (_letters(cable.message.post), cable.message.number)
    for head in context.page_heads if names else ():
        if not any(_same(head.name, head.serial, name, number or "") for name, number in names.values()):
            name, number = next(iter(names.values()))
            yield context.found(
                codes.PAGE_NUMBER, context.spot(f"{head.name}", head.place), expected=f"{name} {number}",
                head=f"{head.name} {head.serial}", message=f"{name} {number}",
            )  # fmt: skip


def _same(head: str, serial: str, name: str, number: str) -> bool:
    """Whether a page head names a station or a post, which may be cut, and its number, whatever its zeros."""
    return name.startswith(_letters(head)) and serial.lstrip("0") == number.lstrip("0")


def page_class(context: Context) -> Iterator[Finding]:
    """A page head has the classification of the class line (ACP 127 section 208)."""
    classification = context.cable.classification
    known = {_letters(level.value): level for level in ClassificationLevel}
    for head in context.page_heads if classification is not None else ():
        level = known.get(_letters(head.rest))
        if classification is not None and level is not None and level is not classification.level:
            yield context.found(
                codes.PAGE_CLASS, context.spot(head.rest, head.place), expected=classification.level.value,
                head=level.value, level=classification.level.value,
            )  # fmt: skip


def validation_and_serial(context: Context) -> Iterator[Finding]:
    """The number at the end is the serial number of the station line (JANAP 128, format line 15)."""
    serial = _transmission(context).serial
    for leaf in context.leaves("VALIDATION") if serial else ():
        start, end = context.place(leaf)
        printed = context.source[start:end]
        if serial is not None and printed != f"#{serial}":
            yield context.found(
                codes.VALIDATION_AND_SERIAL, leaf, expected=f"#{serial}", printed=printed, serial=serial
            )


def distribution_sum(context: Context) -> Iterator[Finding]:
    """The copies of all offices add up to the total of the distribution block (practice)."""
    copies = 0
    for leaf in context.leaves("DISTRIBUTION"):
        for found in line_matcher("distribution_count").finditer(context.source, leaf.start, leaf.end):
            if found["COPIES"]:
                copies += int(found["COPIES"])
                continue
            total = int(found["TOTAL"])
            if total != copies:
                yield context.found(
                    codes.DISTRIBUTION_SUM, found.span(), expected=f"/{copies:03d}", sum=str(copies), total=str(total)
                )
            copies = 0


RULES: Final = (
    Rule(codes.ROUTING_PRECEDENCE, routing_precedence),
    Rule(codes.FILING_DAY, filing_day),
    Rule(codes.FILED_BEFORE_DATE, filed_before_date),
    Rule(codes.SERIAL_AND_NUMBER, serial_and_number),
    Rule(codes.SECTION_SENT, section_sent),
    Rule(codes.SECURITY_AND_CLASS, security_and_class),
    Rule(codes.VALIDATION_AND_SERIAL, validation_and_serial),
    Rule(codes.ERA_OF_CLASS, era_of_class),
    Rule(codes.ORIGINATOR_AND_POST, originator_and_post),
    Rule(codes.MARK_NUMBER, mark_number),
    Rule(codes.MARK_TOTAL, mark_total),
    Rule(codes.MARK_POST, mark_post),
    Rule(codes.ACTION_PRECEDENCE, action_precedence),
    Rule(codes.INFO_PRECEDENCE, info_precedence),
    Rule(codes.INFO_ABOVE_ACTION, info_above_action),
    Rule(codes.CHANNEL_AND_ROUTING, channel_and_routing),
    Rule(codes.CORRECTED_COPY, corrected_copy),
    Rule(codes.STATION_AND_ORIGINATOR, station_and_originator),
    Rule(codes.DISTRIBUTION_SUM, distribution_sum),
    Rule(codes.PAGE_NUMBER, page_number),
    Rule(codes.PAGE_CLASS, page_class),
)
