"""The heading's classes: format lines 1 to 11 of ACP 127. `telegram_grammar.model` says how the model is meant."""

from __future__ import annotations

import datetime as dt

from attrs import frozen

from telegram_grammar import interpret
from telegram_grammar.making import maker
from telegram_grammar.vocabulary import Precedence

__all__ = [
    "Addressee",
    "DateTimeGroup",
    "FilingTime",
    "PrecedencePair",
    "Readdressal",
    "SecurityWarning",
    "Transmission",
    "Unread",
]


@frozen(weakref_slot=False)
class Unread:
    """Words that no field could read, kept as they stand.

    As the value of a field: the line has the field's keyword but not its shape. In `Cable.unread`: lines
    that belong to no field; `after` then names the part they follow (`"dtg"`, `"subject"`, `"body[3]"`).
    """

    text: str
    after: str | None = None


@frozen(weakref_slot=False)
class FilingTime:
    """When the message was handed in for transmission, format line 3 (ACP 127 section 115).

    `day_of_year` is the three-digit day (001-366), `time` is hours and minutes, UTC, as printed.
    """

    day_of_year: str
    time: str

    def datetime(self, year: int) -> dt.datetime | None:
        """The moment, aware (UTC), in the given year; None where no such moment exists."""
        return interpret.filing_moment(self.day_of_year, self.time, year)


@frozen(weakref_slot=False)
class SecurityWarning:
    """Format line 4: `signal` ZNR or ZNY and `designator`, five letters of the class (ACP 127 sections 124, 203)."""

    signal: str
    designator: str


@frozen(weakref_slot=False)
class Transmission:
    """Format lines 1 to 4: how the relay carried this copy of the message (ACP 127 sections 124-129, 202-204)."""

    #: Format line 1: "VZCZC", channel trigraph and channel serial, as in "VZCZCXRO0457".
    identification: str | Unread | None = None
    #: Format line 2: the doubled prosign of the higher precedence, as in "OO".
    precedence: str | None = None
    #: Format line 2: routing indicators of this delivery, in order. Not the addressees (5 FAH-2 H-321).
    routing: tuple[str, ...] | Unread = ()
    #: Format line 3: routing indicator of the calling station, as in "RUEHFR".
    station: str | Unread | None = None
    #: Format line 3: station serial number, digits as printed ("2652"); a letter may follow (section 129).
    serial: str | None = None
    #: Format line 3: which section of a long message this is ("01"), or None.
    section: str | None = None
    #: Format line 3: filing time.
    filed: FilingTime | None = None
    #: Format line 4: the security warning signal.
    security: SecurityWarning | Unread | None = None
    #: Format line 4: operating signals and service notes in order, as printed ("ZZH", "(TAO)").
    operating_signals: tuple[str, ...] = ()


@frozen(weakref_slot=False)
class PrecedencePair:
    """Format line 5: precedence for the action addressees, and another for information where it differs."""

    action: Precedence
    info: Precedence | None = None


@frozen(weakref_slot=False)
class DateTimeGroup:
    """Format line 5: day, time, zone, month, year as printed: `201029Z JUN 07` (ACP 127 section 113)."""

    day: str
    time: str
    zone: str
    month: str
    year: str | None = None

    @property
    def datetime(self) -> dt.datetime | None:
        """The moment, aware, in its own zone; None where the calendar has no such moment or the year is absent.

        Two-digit years 50-99 are 19xx, 00-49 are 20xx; Z is UTC, A to M (no J) are east, N to Y west of it.
        """
        return interpret.date_time_group(self.day, self.time, self.zone, self.month, self.year)


@frozen(weakref_slot=False)
class Addressee:
    """One address of format lines 7 to 9 (ACP 127 sections 205-206; 5 FAH-2 H-321)."""

    #: Plain language address designator, as in "AMEMBASSY BELGRADE".
    name: str
    #: Routing indicator before the "/", as in "RUEHBW"; None where none is printed.
    routing_indicator: str | None = None
    #: Office symbols: what stands between "//" and "//", one for each pair; ("",) for an empty pair.
    offices: tuple[str, ...] = ()
    #: Precedence word as printed, as in "IMMEDIATE" or "NIACT IMMEDIATE".
    precedence: str | None = None
    #: Message continuity number or range as printed, as in "0800" or "2276-2279".
    numbers: str | None = None
    #: True for "ZEN/": delivered by other means.
    delivered: bool = False

    @property
    def precedence_level(self) -> Precedence | None:
        """The precedence word as a `Precedence`; None where no word is printed or it is unknown."""
        return Precedence.of_word(self.precedence) if self.precedence else None


@frozen(weakref_slot=False)
class Readdressal:
    """The supplementary heading that a readdressing station puts before the original one (ACP 127 section 503)."""

    #: Format line 5: precedence for action and, where it is another, for information.
    precedence: PrecedencePair | None = None
    #: Format line 5: date-time group.
    dtg: DateTimeGroup | Unread | None = None
    #: Format line 5, after the date: operating signals and service text as printed.
    message_instructions: str | None = None
    #: Format line 6: who readdressed the message.
    originator: str | None = None
    #: Format line 7 (TO): action addressees, in order.
    action: tuple[Addressee | Unread, ...] = ()
    #: Format line 8 (INFO): information addressees, in order.
    info: tuple[Addressee | Unread, ...] = ()
    #: Format line 9 (XMT): addressees of a collective to whom the message is not sent.
    exempt: tuple[Addressee | Unread, ...] = ()


# What the stages call in place of the classes (see `making`).
new_addressee = maker(Addressee)
new_date_time_group = maker(DateTimeGroup)
new_filing_time = maker(FilingTime)
new_precedence_pair = maker(PrecedencePair)
new_security_warning = maker(SecurityWarning)
new_transmission = maker(Transmission)
