"""A builder is given the range of its field in the whole text: what stands on either side of it says nothing."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, Final

import pytest

from telegram_grammar import heading_fields, text_head_fields
from telegram_grammar.classified_fields import classified_by
from telegram_grammar.codes import noise
from telegram_grammar.diagnostics import Code

#: What reads a range of a text; the last argument is told what is reported.
Builder = Callable[[str, int, int, Any], Any]

keyed: Final = functools.partial(heading_fields.addressee, keyword=True)
bare: Final = functools.partial(heading_fields.addressee, keyword=False)
with_pilcrows: Final = functools.partial(text_head_fields.references, pilcrow=noise.PILCROW)


def regular_address(text: str, start: int, end: int, report: object) -> object:
    return heading_fields.regular_addressee(text, start, end, keyword=False)


def regular_date(text: str, start: int, end: int, report: object) -> object:
    return heading_fields.regular_date(text, start, end)


def further_addresses(text: str, start: int, end: int, report: object) -> object:
    return [place - start for place in heading_fields.cut_points(text, start, end)]


def captions(text: str, start: int, end: int, report: Any) -> object:
    found = text_head_fields.captions(text, start, end, report)
    return [(kind, value, first - start, last - start) for kind, value, first, last in found]


def full_shape(kind: str) -> Builder:
    return lambda text, start, end, report: heading_fields.has_full_shape(kind, text, start, end)


def built(builder: Builder, before: str, field: str, behind: str) -> tuple[Any, list[tuple[Any, ...]]]:
    """What a builder makes of a field between other words, and what it reports, by places in the field."""
    reports: list[tuple[Any, ...]] = []
    start = len(before)

    def report(code: Code, first: int, last: int, **words: str | None) -> None:
        reports.append((code.code, first - start, last - start, words))

    return builder(before + field + behind, start, start + len(field), report), reports


@pytest.mark.parametrize(
    ("builder", "field", "behind"),
    [
        (heading_fields.identification, "VZCZCXRO01", "23"),
        (heading_fields.routing, "OO RUEHC", " RUEHFR"),
        (heading_fields.routing_continuation, "RUEHC  RUEHDE", "  RUEHFR"),
        (heading_fields.station, "DE RUEHLI #0735/01 273101", "0"),
        (heading_fields.security, "ZNY CCCCC ZZH(TAO)", "  ZDK"),
        (heading_fields.precedence_and_dtg, "O 201029Z JUN", " 07"),
        (heading_fields.originator, "FM AMEMBASSY PARIS", " TWO"),
        (heading_fields.accounting, "STATE GR 1", "2"),
        (keyed, "XMT/AMEMBASSY ROME", "TWO"),
        (bare, "CIA  PRIORITY", "  0012"),
        (regular_address, "RUEHC/SECSTATE", " WASHDC"),
        (regular_date, "O 201029Z JUN", " 07"),
        (further_addresses, "INFO RUEHC/CIA", " RUEHFR/AMEMBASSY PARIS"),
        (full_shape("ADDRESS"), "TO", " NSC"),
        (full_shape("ADDRESS"), "SOME STATES COLLECT", "IVE"),
        (full_shape("ORIGINATOR"), "FM AMEMB", "ASSY"),
        (text_head_fields.class_line, "UNCLAS OSLO 0001", "23"),
        (text_head_fields.class_line, "UNCLAS OSLO000123", "X"),
        (text_head_fields.executive_order, "E.O. 12958: DECL: 06/20/20", "17"),
        (text_head_fields.executive_order, "EO 12958 DECL: 06/20/20", "17"),
        (text_head_fields.tags, "TAGS: PREL PG", "OV"),
        (text_head_fields.tags, "TAGS: PREL, PG", "OV, FR"),
        (text_head_fields.subject, "SUBJECT: (U)THE FERRY", "BOAT"),
        (text_head_fields.references, "REF: OSLO 1", "2"),
        (text_head_fields.references, "REF: OSLO 1", "REF: ROME 3"),
        (with_pilcrows, "REF: A. OSLO 1\n¶B. PARIS 1", "\n¶C. ROME 3"),
        (text_head_fields.references, "REF: A) OSLO 1 B) PARIS 1", " C) ROME 3"),
        (captions, "SIPDIS, DEA HQ", " FOR DOE"),
        (captions, "SIPDIS 1", ". (C) X"),
        (captions, "SIPDIS SUBJ", ": X"),
        (captions, "EXDIS (CAIRO", " ONLY)"),
        (captions, "STATE", " FOR EUR"),
        (classified_by, "Classified By", ": JANE DOE"),
        (classified_by, "Classified By: Derived", " from Many"),
    ],
)  # fmt: skip
def test_what_stands_beside_a_field_does_not_change_it(builder: Builder, field: str, behind: str) -> None:
    alone = built(builder, "", field, "")
    assert built(builder, "", field, f"\n{behind}") == alone
    assert built(builder, "", field, behind) == alone
    assert built(builder, "¶B. X\n", field, behind) == alone
