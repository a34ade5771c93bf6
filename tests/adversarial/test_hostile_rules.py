"""Texts made to be slow for one rule or another: what the rules take grows no faster than the text."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

import pytest

import telegram_grammar as tg
from telegram_grammar.codes.examples import telegram
from telegram_grammar.rules import CHAINS
from telegram_grammar.rules.context import Context

SIZE: Final = 1000
GROWTH: Final = 8
#: What growth may cost beyond itself: clocks and caches are not exact, a square would be 8 times as much.
SLACK: Final = 4
#: Less than this is measured too inexactly to be compared, in seconds.
LEAST: Final = 0.05


def _body(piece: str) -> Callable[[int], str]:
    return lambda size: telegram(body=f"1. (C) {piece * size}.\n\n2. (C) He left.")


TEXTS: Final[dict[str, Callable[[int], str]]] = {
    "tags twice": lambda size: telegram(tags="TAGS:" + " PREL" * size),
    "unknown tags": lambda size: telegram(tags="TAGS: " + " ".join(f"QQ{number}" for number in range(size))),
    "codes in parentheses": lambda size: telegram(tags="TAGS:" + " (PREL)" * size),
    "captions": lambda size: telegram(captions="EXDIS\nNODIS\nSIPDIS\nSENSITIVE\nDS CHANNEL\n" * size),
    "references of the future": lambda size: telegram(references="REF: " + "; ".join(["10 A A 5"] * size)),
    "references to later numbers": lambda size: telegram(
        references="REF: " + "; ".join(f"OSLO {number + 200}" for number in range(size))
    ),
    "exemptions": lambda size: telegram(order="E.O. 12958: DECL: " + "X1, " * size),
    "reasons": lambda size: telegram(classified_by="Classified By: " + "a 1 " * size),
    "gaps": lambda size: telegram(body="\n\n".join(f"{number * 2 % 900}. (NF/FGI) He left." for number in range(size))),
    "items above the whole": lambda size: telegram(body="1. (C) He:\n\n" + "-- (S) left\n" * size),
    "commas": _body("ab,s "),
    "ampersands": _body(" &ab"),
    "one word with many Qs": _body("aQb"),
    "question marks": _body(" ???"),
    "long lines": _body("a" * 80 + "\nb\n"),
    "page marks": _body("a\n\nOSLO 00000159  002 OF 003\n\n\n"),
    "page marks of others": _body("a\n\nPARIS 00000195  002 OF 009\n\n\n"),
    "page heads": _body("a\nPAGE 02 RUEHCP0195 S E C R E T\n"),
    "routing indicators": lambda size: telegram(routing="PP" + " RUEHCP RUEHBS" * size),
    "addresses": lambda size: telegram(info="INFO RUEHCP/AMEMBASSY PARIS IMMEDIATE 0009-0001\n" * size),
    "distribution blocks": lambda size: "ACTION EUR-01\n" + "INFO  LOG-02   /009W\n" * size + telegram(),
    "signals": lambda size: telegram(security="ZNY CCCCC" + " ABC" * size, date="P 161533Z JAN 09" + " ABC" * size),
}
#: Texts with many fixes: those that are safe, those that stand under others, those that are not.
FIXABLE: Final[dict[str, Callable[[int], str]]] = {
    "pilcrows": lambda size: telegram(body="\n\n".join(f"¶{number % 900 + 1}. (C) He left." for number in range(size))),
    "wide blanks": lambda size: telegram(info="INFO  RUEHCP/  AMEMBASSY  PARIS//A//  IMMEDIATE\n" * size),
    "blank lines": lambda size: telegram(info="INFO RUEHCP/AMEMBASSY PARIS\n\n" * size),
    "letters of items": _body("a.\n¶A. (C) b\n¶b. c\n"),
}


def _seconds(text: str) -> float:
    document = tg.parse(text)
    best = float("inf")
    for _ in range(3):
        context = Context(document, tg.PROFILES["strict"])
        start = time.process_time()
        for chain in CHAINS.values():
            for rule in chain:
                list(rule.check(context))
        best = min(best, time.process_time() - start)
    return best


@pytest.mark.parametrize("name", TEXTS)
def test_cost_of_the_rules_is_linear(name: str) -> None:
    small, large = _seconds(TEXTS[name](SIZE)), _seconds(TEXTS[name](SIZE * GROWTH))
    assert large < max(LEAST, small * GROWTH * SLACK)


@pytest.mark.parametrize("name", FIXABLE)
def test_cost_of_fixing_is_linear(name: str) -> None:
    def seconds(size: int) -> float:
        text, best = FIXABLE[name](size), float("inf")
        for _ in range(3):  # other processes take their share of the machine's caches
            start = time.process_time()
            tg.fix(text)
            best = min(best, time.process_time() - start)
        return best

    small, large = seconds(SIZE // 10), seconds(SIZE // 10 * GROWTH)
    assert large < max(LEAST, small * GROWTH * SLACK)
