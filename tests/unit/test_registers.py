"""The registers: every table is well-formed, names its source, and agrees with the model and the grammar."""

from __future__ import annotations

import csv
import datetime as dt
import itertools
from pathlib import Path

import pytest

from telegram_grammar import interpret, registers
from telegram_grammar.model import ClassificationLevel, Precedence, TagKind

DATA = Path(registers.__file__).parent / "data"
TABLES = sorted(DATA.glob("*.csv"))


def rows_of(path: Path) -> list[list[str]]:
    lines = path.read_text("utf-8").splitlines(keepends=True)
    return list(csv.reader(line for line in lines if not line.startswith("#")))


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
class TestTables:
    def test_every_row_has_all_columns(self, path: Path) -> None:
        heading, *rows = rows_of(path)
        assert rows
        assert {len(row) for row in rows} == {len(heading)}

    def test_no_row_stands_twice(self, path: Path) -> None:
        rows = [tuple(row) for row in rows_of(path)]
        assert len(rows) == len(set(rows))

    def test_table_says_what_it_is_and_stands_in_the_readme(self, path: Path) -> None:
        assert path.read_text("utf-8").startswith("# ")
        assert f"`{path.name}`" in (DATA / "README.md").read_text("utf-8")

    def test_cells_have_no_outer_blanks(self, path: Path) -> None:
        assert all(cell == cell.strip() for row in rows_of(path) for cell in row)


def test_precedences_are_those_of_the_model_and_in_order() -> None:
    table = registers.precedences()
    assert {row.prosign for row in table} == {member.prosign for member in Precedence}
    assert all(Precedence(row.prosign).rank == row.rank for row in table)
    assert [row.rank for row in table] == sorted(row.rank for row in table)


def test_months_are_twelve() -> None:
    assert sorted(registers.months().values()) == list(range(1, 13))
    assert all(registers.months()[day.strftime("%b").upper()] == day.month for day in (dt.date(2007, 6, 1),))


def test_zone_letters_run_twelve_hours_both_ways_without_j() -> None:
    zones = registers.zones()
    assert "J" not in zones
    assert sorted(zones.values()) == list(range(-12, 13))
    assert (zones["Z"], zones["A"], zones["M"], zones["N"], zones["Y"], zones["R"]) == (0, 1, 12, -1, -12, -5)


def test_levels_are_names_of_the_model_and_readable_as_portions() -> None:
    for marking, level in registers.levels().items():
        assert level in ClassificationLevel.__members__
        assert interpret.portion(marking).level == level


def test_orders_follow_each_other_without_gap() -> None:
    orders = [order for order in registers.executive_orders().values() if order.amends is None]
    for before, after in itertools.pairwise(orders):
        assert before.until is not None
        assert after.effective == before.until + dt.timedelta(days=1)
    assert orders[-1].until is None


def test_amending_orders_amend_orders_that_are_known() -> None:
    orders = registers.executive_orders()
    assert {order.amends for order in orders.values()} - {None} == {"12958"}
    assert orders["11652"].instructions[:2] == ("GDS", "ADS")


def test_reasons_run_from_a_without_gap() -> None:
    sections: dict[tuple[str, str], str] = {}
    for reason in registers.reasons():
        assert reason.meaning
        key = (reason.order, reason.section)
        sections[key] = sections.get(key, "") + reason.letter
    assert sections == {("12958", "1.5"): "abcdefg", ("12958", "1.4"): "abcdefgh", ("13526", "1.4"): "abcdefgh"}


def test_kinds_of_tags_are_the_models() -> None:
    codes = [tag for entries in registers.tags().values() for tag in entries]
    assert (
        {tag.kind for tag in codes} == {"subject", "program", "geographic", "organization"} < {k.value for k in TagKind}
    )
    for tag in codes:
        if tag.kind == "subject":
            assert len(tag.code) == 4
            assert tag.code[0] in registers.tag_fields()
        if tag.kind == "geographic":
            assert len(tag.code) == 2
        if tag.kind == "program":
            assert tag.code[0] == "K"
            assert len(tag.code) == 4


def test_a_code_of_two_kinds_is_a_place_first() -> None:
    for entries in registers.tags().values():
        if len(entries) > 1:
            assert [entry.kind for entry in entries] == ["geographic", "organization"]


def test_places_are_known_by_their_fips_names() -> None:
    names = {code: registers.tags()[code][0].name for code in ("GM", "SP", "IZ", "CH", "CI", "SZ", "UP", "RS")}
    assert names == {
        "GM": "Germany", "SP": "Spain", "IZ": "Iraq", "CH": "China", "CI": "Chile", "SZ": "Switzerland",
        "UP": "Ukraine",
        "RS": "Russia",
    }  # fmt: skip


def test_posts_are_found_however_they_are_spaced() -> None:
    assert registers.post("LAPAZ") == registers.post("La Paz") == "LA PAZ"
    assert registers.post("PORT-AU-PRINCE") == "PORT AU PRINCE"
    assert registers.post("LILLIPUT") is None


def test_post_names_and_ids_differ_by_blanks_alone() -> None:
    for key, name in registers.posts().items():
        assert name.replace(" ", "") == key


def test_words_that_are_no_posts_are_in_no_posts_name() -> None:
    for name in registers.posts().values():
        assert not set(name.split()) & set(registers.not_posts())


def test_months_are_no_posts() -> None:
    assert set(registers.months()) <= set(registers.not_posts())


def test_a_routing_indicator_may_have_several_names() -> None:
    table = registers.routing_indicators()
    assert table["RUEHFR"][0] == "AMEMBASSY PARIS"
    assert any(len(names) > 1 for names in table.values())


def test_series_of_routing_indicators_are_spelled_out() -> None:
    table = registers.routing_indicators()
    assert "CDR USJFCOM NORFOLK VA" in table["RUCBACQ"]
    assert all(indicator.isalpha() and 4 <= len(indicator) <= 8 and indicator[0] in "RQ" for indicator in table)


def test_series_differ_in_their_last_letter_alone() -> None:
    series = [row[0].split(" THRU ") for row in rows_of(DATA / "routing_indicators.csv") if " THRU " in row[0]]
    assert series
    assert all(first[:-1] == last[:-1] and first < last for first, last in series)


def test_signals_say_how_their_meaning_is_known() -> None:
    assert {signal.status for signal in registers.operating_signals().values()} == {"stated", "inferred", "unverified"}
    assert {"ZNR", "ZNY", "ZZH", "ZDK", "ZDS", "ZFF", "ZFD", "ZUI", "ZEX", "ZEL", "ZDG", "ZES"} <= set(
        registers.operating_signals()
    )


def test_captions_have_kinds() -> None:
    captions = registers.captions()
    assert captions["NODIS"].kind == "special handling"
    assert captions["SIPDIS"].kind == "distribution"
    assert captions["NOFORN"].kind == "control"
    assert captions["DISSENT CHANNEL"].kind == "channel"


def test_title_words_are_in_the_form_they_are_looked_up_in() -> None:
    table = registers.title_words()
    assert {*table.values()} == {"title", "connector", "office", "suffix"}
    assert all(word == word.upper() and "." not in word for word in table)


def test_clause_words_are_in_the_form_they_are_looked_up_in_and_say_something() -> None:
    table = registers.clause_words()
    assert all(word == word.upper() and word.isalpha() for word in table)
    assert all(row.rejoined or row.whole for row in table.values())


def test_tables_are_read_once_and_cannot_be_changed() -> None:
    assert registers.tags() is registers.tags()
    with pytest.raises(TypeError):
        registers.tags()["PREL"] = ()  # type: ignore[index]  # that it has no such operation is what is tested


def test_exemptions_are_of_orders_that_are_known_and_end_after_they_begin() -> None:
    rows = [row for found in registers.exemptions().values() for row in found]
    assert {row.order for row in rows} <= set(registers.executive_orders())
    assert all(row.until is None or row.effective is None or row.effective < row.until for row in rows)
    assert [row.code for row in rows if row.code.startswith("X")] == [f"X{number}" for number in range(1, 9)]
    assert {row.order for row in registers.exemptions()["25X1"]} == {"12958", "13526"}


def test_eras_cover_their_first_and_last_days() -> None:
    era = registers.eras()["sipdis-doubled"]
    assert era.since is not None
    assert era.until is not None
    day = dt.timedelta(days=1)
    assert [era.covers(date) for date in (era.since - day, era.since, era.until, era.until + day)] == [
        False, True, True, False,
    ]  # fmt: skip


def test_portion_controls_are_forms_of_one_another() -> None:
    controls = registers.portion_controls()
    assert {row.same_as for row in controls.values()} <= set(controls)
    assert controls["NOFORN"].same_as == "NF"


def test_captions_stand_beside_captions_that_are_known() -> None:
    captions = registers.captions()
    assert {other for row in captions.values() for other in row.beside} <= set(captions)
    assert captions["STADIS"].beside == ("EXDIS", "NODIS")


def test_orders_of_25_years() -> None:
    assert [order.number for order in registers.executive_orders().values() if order.years] == ["12958", "13526"]
