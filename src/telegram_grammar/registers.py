"""Registers: what is known of codes, names and words, read from the tables in `data/` when first asked for.

No register is complete. An unknown code is never an error, so every look-up may find nothing.
`data/README.md` names the sources.
"""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

from attrs import frozen

__all__ = [
    "Caption",
    "ClauseWord",
    "Era",
    "Exemption",
    "OperatingSignal",
    "Order",
    "PortionControl",
    "PrecedenceWord",
    "ReasonLetter",
    "TagCode",
    "captions",
    "clause_words",
    "eras",
    "executive_orders",
    "exemptions",
    "levels",
    "months",
    "not_posts",
    "operating_signals",
    "portion_controls",
    "post",
    "posts",
    "precedences",
    "reasons",
    "routing_indicators",
    "tag_fields",
    "tags",
    "title_words",
    "zones",
]

_DATA: Final = Path(__file__).parent / "data"
#: How the tables say that something holds; an empty cell says that it does not.
_YES: Final = "yes"


@frozen
class PrecedenceWord:
    """A precedence: its prosign, the word in address lines, its rank (0 is the most urgent), and the source."""

    prosign: str
    word: str
    rank: int
    source: str


@frozen
class Order:
    """An executive order on classification. Days are None where the table has none."""

    number: str
    signed: dt.date | None
    effective: dt.date | None
    #: The last day it was in force; None while it is.
    until: dt.date | None
    #: Number of the order that it amends; E.O. lines go on naming that one.
    amends: str | None
    #: What an E.O. line may say under it, as in ("DECL", "N/A").
    instructions: tuple[str, ...]
    #: For how many years a date of declassification may lie ahead; None where it sets no such limit.
    years: int | None
    source: str


@frozen
class Exemption:
    """What an E.O. line says instead of a date, as in "X1" or "OADR", and the days on which it could be used."""

    order: str
    code: str
    effective: dt.date | None
    until: dt.date | None
    meaning: str
    source: str


@frozen
class Era:
    """A custom that came and went; `since` and `until` are its first and last day, None where it has no such end."""

    name: str
    since: dt.date | None
    until: dt.date | None
    source: str

    def covers(self, day: dt.date) -> bool:
        """Whether the day is in the era."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@frozen
class ReasonLetter:
    """A letter that a Classified By line cites as its reason, and what it means."""

    order: str
    section: str
    letter: str
    meaning: str
    effective: dt.date | None
    until: dt.date | None
    source: str


@frozen
class TagCode:
    """A TAGS code; `kind` is "subject", "program", "geographic" or "organization"; `name` is "" where unknown."""

    kind: str
    code: str
    name: str
    source: str


@frozen
class OperatingSignal:
    """An operating signal; `status` says whether its meaning is "stated", "inferred" or "unverified"."""

    signal: str
    meaning: str
    status: str
    source: str


@frozen
class Caption:
    """A caption and its kind: special handling, distribution, channel, sensitivity, control and others."""

    caption: str
    kind: str
    #: Captions of the same kind that it may stand with.
    beside: tuple[str, ...]
    meaning: str
    source: str


@frozen
class ClauseWord:
    """A word of Classified By lines, and what it says where the end of a line may have cut a word."""

    word: str
    #: Two fragments that make it are one word.
    rejoined: bool
    #: It is whole although small, and so no fragment.
    whole: bool


@frozen
class PortionControl:
    """A control behind the level of a portion marking: its rank (a smaller one stands first) and usual short form."""

    control: str
    rank: int
    same_as: str
    source: str


def _rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of a table, without the comments above it."""
    import csv

    with (_DATA / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(line for line in lines if not line.startswith("#"))


def _day(text: str) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def _pairs(name: str, key: str, value: str) -> Mapping[str, str]:
    return MappingProxyType({row[key]: row[value] for row in _rows(name)})


@functools.cache
def precedences() -> tuple[PrecedenceWord, ...]:
    """The precedences, most urgent first."""
    return tuple(
        PrecedenceWord(row["prosign"], row["word"], int(row["rank"]), row["source"]) for row in _rows("precedences")
    )


@functools.cache
def months() -> Mapping[str, int]:
    """Number of each month, 1 to 12, by its three letters in capitals."""
    return MappingProxyType({row["abbreviation"]: int(row["number"]) for row in _rows("months")})


@functools.cache
def zones() -> Mapping[str, int]:
    """Hours ahead of UTC of each time zone letter; there is no J."""
    return MappingProxyType({row["letter"]: int(row["hours"]) for row in _rows("zones")})


@functools.cache
def levels() -> Mapping[str, str]:
    """Name of the model's level for each word or letter of a portion marking, and word of a class line, in capitals."""
    return _pairs("levels", "marking", "level")


@functools.cache
def executive_orders() -> Mapping[str, Order]:
    """Executive orders on classification, by number, in order of time."""
    return MappingProxyType({
        row["number"]: Order(
            row["number"], _day(row["signed"]), _day(row["effective"]), _day(row["until"]), row["amends"] or None,
            tuple(row["instructions"].split()), int(row["years"]) if row["years"] else None, row["source"],
        )
        for row in _rows("executive_orders")
    })  # fmt: skip


@functools.cache
def exemptions() -> Mapping[str, tuple[Exemption, ...]]:
    """What an E.O. line may say instead of a date, by its code; one code may be of two orders."""
    found: dict[str, tuple[Exemption, ...]] = {}
    for row in _rows("exemptions"):
        one = Exemption(
            row["order"], row["code"], _day(row["effective"]), _day(row["until"]), row["meaning"], row["source"]
        )
        found[one.code] = (*found.get(one.code, ()), one)
    return MappingProxyType(found)


@functools.cache
def reasons() -> tuple[ReasonLetter, ...]:
    """The letters of reasons, by order and section."""
    return tuple(
        ReasonLetter(
            row["order"], row["section"], row["letter"], row["meaning"], _day(row["effective"]), _day(row["until"]),
            row["source"],
        )
        for row in _rows("reasons")
    )  # fmt: skip


@functools.cache
def tags() -> Mapping[str, tuple[TagCode, ...]]:
    """TAGS codes, by code in capitals. One code may be of two kinds: AL is a country and an organization."""
    found: dict[str, tuple[TagCode, ...]] = {}
    for row in _rows("tags"):
        key = row["code"].upper()
        found[key] = (*found.get(key, ()), TagCode(row["kind"], row["code"], row["name"], row["source"]))
    return MappingProxyType(found)


@functools.cache
def tag_fields() -> Mapping[str, str]:
    """The field that the first letter of a subject tag stands for."""
    return _pairs("tag_fields", "letter", "field")


def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, name)).upper()


@functools.cache
def posts() -> Mapping[str, str]:
    """Readable names of posts ("ABU DHABI"), by the name without blanks, as in cable ids ("ABUDHABI")."""
    return _pairs("posts", "id", "name")


def post(name: str) -> str | None:
    """The readable name of a post however its name is spaced or hyphenated, as in "LAPAZ"; None where it is unknown."""
    return posts().get(_letters(name))


@functools.cache
def not_posts() -> Mapping[str, str]:
    """Words that never stand in a post's name, and what a reference with such a word cites."""
    return _pairs("not_posts", "word", "cites")


@functools.cache
def routing_indicators() -> Mapping[str, tuple[str, ...]]:
    """Names of the addresses that a routing indicator decodes to; some have several."""
    found: dict[str, tuple[str, ...]] = {}
    for row in _rows("routing_indicators"):
        for indicator in _series(row["routing_indicator"]):
            found[indicator] = (*found.get(indicator, ()), row["name"])
    return MappingProxyType(found)


def _series(printed: str) -> Iterator[str]:
    """The indicators of a row: one, or those of a series that runs by its last letter, "RUCBACA THRU RUCBACZ"."""
    first, _, last = printed.partition(" THRU ")
    for letter in range(ord(first[-1]), ord((last or first)[-1]) + 1):
        yield first[:-1] + chr(letter)


@functools.cache
def operating_signals() -> Mapping[str, OperatingSignal]:
    """Operating signals, without the figure that may follow them."""
    return MappingProxyType({row["signal"]: OperatingSignal(**row) for row in _rows("operating_signals")})


@functools.cache
def captions() -> Mapping[str, Caption]:
    """Captions, by their words in capitals."""
    return MappingProxyType({
        row["caption"]: Caption(
            row["caption"], row["kind"], tuple(row["beside"].split()), row["meaning"], row["source"]
        )
        for row in _rows("captions")
    })  # fmt: skip


@functools.cache
def portion_controls() -> Mapping[str, PortionControl]:
    """Controls of portion markings, by their words in capitals."""
    return MappingProxyType({
        row["control"]: PortionControl(row["control"], int(row["rank"]), row["same_as"], row["source"])
        for row in _rows("portion_controls")
    })  # fmt: skip


@functools.cache
def eras() -> Mapping[str, Era]:
    """Customs that came and went, by name."""
    return MappingProxyType({
        row["name"]: Era(row["name"], _day(row["since"]), _day(row["until"]), row["source"]) for row in _rows("eras")
    })  # fmt: skip


@functools.cache
def clause_words() -> Mapping[str, ClauseWord]:
    """Words of Classified By lines that the end of a line may have cut, or not, in capitals."""
    return MappingProxyType({
        row["word"]: ClauseWord(row["word"], row["rejoined"] == _YES, row["whole"] == _YES)
        for row in _rows("clause_words")
    })  # fmt: skip


@functools.cache
def title_words() -> Mapping[str, str]:
    """Words of classifiers' titles, in capitals without full stops, and the kind of each."""
    return _pairs("title_words", "word", "kind")
