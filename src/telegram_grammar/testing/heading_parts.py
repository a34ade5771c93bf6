"""Parts of the heading, format lines 1 to 10, as hypothesis strategies."""

from __future__ import annotations

from typing import Any, Final

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from telegram_grammar.model import Addressee, Readdressal, SecurityWarning, Transmission, Unread
from telegram_grammar.testing.values import (
    Era,
    agencies,
    cached,
    date_time_groups,
    digits,
    filing_times,
    posts,
    precedence_pairs,
    routing_indicators,
)

__all__ = [
    "accounting_symbols",
    "addressees",
    "heading_parts",
    "identifications",
    "message_instructions",
    "operating_signals",
    "originators",
    "readdressals",
    "routings",
    "security_warnings",
    "transmissions",
]

_CHANNELS: Final = ["XRO", "XYZ", "DOI"]
_OFFICES: Final = ["J-3", "J5 DIRECTORATE (MC)", "USDP:PDUSDP/ISA:EUR", "CC", "POLAD"]
_PRECEDENCE_WORDS: Final = ["PRIORITY", "IMMEDIATE", "NIACT IMMEDIATE", "ROUTINE", "FLASH"]


@cached
def identifications() -> SearchStrategy[str]:
    """Format line 1: VZCZC, channel, three or four figures; V may be lost."""
    starts, numbers = st.sampled_from(["VZCZC", "ZCZC"]), st.one_of(digits(4), digits(3))
    return st.tuples(starts, st.sampled_from(_CHANNELS), numbers).map("".join)


@cached
def routings() -> SearchStrategy[tuple[str, ...]]:
    """Format line 2: indicators, each once; up to so many that they need several lines."""
    return st.lists(routing_indicators(), min_size=1, max_size=20, unique=True).map(tuple)


@cached
def security_warnings() -> SearchStrategy[SecurityWarning]:
    """Format line 4: all classes, with a transmission release code or a handling designator; and an irregular one."""
    designators = [
        "UUUUU", "CCCCC", "SSSSS", "TTTTT", "RRRRR", "EEEEE", "CCCAB", "SSSCC", "SSSSS/AAAAA", "TTTTT/BBBBB", "CCCCX",
    ]  # fmt: skip
    return st.builds(SecurityWarning, st.sampled_from(["ZNR", "ZNY"]), st.sampled_from(designators))


@cached
def operating_signals() -> SearchStrategy[tuple[str, ...]]:
    """Operating signals and service notes of format line 4."""
    signals = st.sampled_from(["ZZH", "ZDK", "ZFF3", "ZUI", "(TAO)", "(CCY AD6CB6C9 WSC6493 634)"])
    return st.lists(signals, max_size=3).map(tuple)


@cached
def transmissions() -> SearchStrategy[Transmission]:
    """Format lines 1 to 4; a line may be one that keeps its keyword and has lost its shape."""
    fields: dict[str, SearchStrategy[Any]] = {
        "identification": st.one_of(st.none(), identifications()),
        "precedence": st.sampled_from(["RR", "PP", "OO", "ZZ", "YY"]),
        "routing": routings(),
        "station": routing_indicators(),
        "serial": st.one_of(digits(4), digits(4).map(lambda number: number + "A")),
        "section": st.one_of(st.none(), digits(2)),
        "filed": filing_times(),
        "security": security_warnings(),
        "operating_signals": operating_signals(),
    }
    broken: list[dict[str, SearchStrategy[Any]]] = [
        {},
        {"identification": st.just(Unread("VZCZCXRO12X4"))},
        {"precedence": st.none(), "routing": st.just(Unread("OO RUEHC 42"))},
        {
            "station": st.just(Unread("DE RUEHSI #08")),
            "serial": st.none(), "section": st.none(), "filed": st.none(),
        },
        {"security": st.just(Unread("ZNY CC")), "operating_signals": st.just(())},
    ]  # fmt: skip
    return st.sampled_from(broken).flatmap(lambda other: st.builds(Transmission, **(fields | other)))


@cached
def originators() -> SearchStrategy[str]:
    """Format line 6: the name of the originator."""
    offices = st.sampled_from(["AMEMBASSY", "AMCONSUL", "USMISSION", "USINT", "IRAN RPO"])
    return st.one_of(st.tuples(offices, posts()).map(" ".join), st.just("SECSTATE WASHDC"))


@cached
@st.composite
def addressees(draw: DrawFn, *, exempted: bool = False) -> Addressee:
    """One address, with all its parts; an exempted one is a name."""
    kinds = st.sampled_from(["AMEMBASSY", "AMCONSUL", "USMISSION"])
    name = draw(st.one_of(st.tuples(kinds, posts()).map(" ".join), agencies()))
    if exempted:
        return Addressee(name)
    prefix = draw(st.sampled_from(["", "indicator", "ZEN"]))
    return Addressee(
        name,
        draw(routing_indicators()) if prefix == "indicator" else None,
        tuple(draw(st.one_of(st.just([]), st.just([""]), st.lists(st.sampled_from(_OFFICES), min_size=1, max_size=3)))),
        draw(st.one_of(st.none(), st.sampled_from(_PRECEDENCE_WORDS))),
        draw(st.one_of(st.none(), digits(4), st.just("2276-2279"), st.just("7"))),
        prefix == "ZEN",
    )


def _several(strategy: SearchStrategy[Any], least: int, most: int) -> SearchStrategy[tuple[Any, ...]]:
    return st.lists(strategy, min_size=least, max_size=most).map(tuple)


@cached
def accounting_symbols() -> SearchStrategy[str]:
    """Format line 10: accounting symbol and group count."""
    return st.sampled_from(["STATE GRNC", "GRNC", "STATE GR123"])


@cached
def message_instructions() -> SearchStrategy[str]:
    """Format line 5, after the date: operating signals and free words."""
    return st.sampled_from(["ZDK", "ZDS", "ZFF3", "ZDK CTG NUMEROUS REQUESTS"])


def _date_line(era: Era | None) -> dict[str, SearchStrategy[Any]]:
    broken = st.just(Unread("O 2O1029Z JUNE 07"))
    regular = {
        "precedence": precedence_pairs(),
        "dtg": date_time_groups(era),
        "message_instructions": st.one_of(st.none(), message_instructions()),
    }
    return regular if era else {**regular, "dtg": st.one_of(date_time_groups(), date_time_groups(), broken)}


@cached
@st.composite
def heading_parts(draw: DrawFn, *, era: Era | None = None, most: int = 4) -> dict[str, Any]:
    """The attributes that format lines 5 to 9 fill: of a cable, or of a readdressal."""
    found: dict[str, Any] = {name: draw(strategy) for name, strategy in _date_line(era).items()}
    if isinstance(found["dtg"], Unread):
        found["precedence"] = found["message_instructions"] = None
    addresses = addressees() if era else st.one_of(addressees(), addressees(), st.just(Unread("RUEHC/")))
    first = addressees()
    found["originator"] = draw(originators())
    found["action"] = (draw(first), *draw(_several(addresses, 0, most - 1)))
    if draw(st.booleans()):
        found["info"] = (draw(first), *draw(_several(addresses, 0, most)))
    if draw(st.booleans()):
        found["exempt"] = draw(_several(addressees(exempted=True), 1, 2))
    return found


@cached
def readdressals(era: Era | None = None) -> SearchStrategy[Readdressal]:
    """The heading of a station that sent the message on."""
    return heading_parts(era=era, most=1).map(lambda parts: Readdressal(**parts))
