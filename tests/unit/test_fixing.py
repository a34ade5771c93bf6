"""`fix`: minimal, stable, no new diagnostic, the same cable, and all other characters where they were."""

from __future__ import annotations

from collections import Counter
from typing import Final

import attrs
import pytest
from hypothesis import HealthCheck, given, settings

import telegram_grammar as tg
from strategies import FIXTURES, any_text, near_valid_texts
from telegram_grammar import fixing
from telegram_grammar.codes import CODES
from telegram_grammar.codes.examples import telegram
from telegram_grammar.diagnostics import Diagnostic, Severity, Span
from telegram_grammar.edits import Edits, without_overlap
from telegram_grammar.testing import Damage, assert_laws, damaged


def edit(start: int, end: int, text: str, code: str = "TG001") -> Diagnostic:
    return Diagnostic(code, Severity.WARNING, "", Span(start, end), None, text)


def held(text: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """The fixed text and what was applied, after all that must hold of any text."""
    fixed, applied = tg.fix(text)
    assert tg.fix(fixed) == (fixed, ())
    before, after = tg.check(text), tg.check(fixed)
    assert not Counter(one.code for one in after) - Counter(one.code for one in before)
    changes = {name for one in applied for name in CODES[one.code].changes}
    old, new = tg.parse(text).cable, tg.parse(fixed).cable
    assert [
        field.name
        for field in attrs.fields(tg.Cable)
        if field.name not in changes and getattr(old, field.name) != getattr(new, field.name)
    ] == []
    assert all(CODES[one.code].fixable and one.fix is not None for one in applied)
    assert (fixed == text) == (not applied)
    return fixed, applied


@given(text=any_text())
def test_fix_holds_for_any_text(text: str) -> None:
    held(text)


@given(text=near_valid_texts())
def test_fix_holds_for_damaged_telegrams(text: str) -> None:
    held(text)


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(damage=damaged())
def test_fixed_text_keeps_the_laws(damage: Damage) -> None:
    fixed, applied = held(damage.damaged)
    if applied:
        assert_laws(fixed)


@pytest.mark.parametrize("name", FIXTURES)
def test_fix_holds_for_the_fixtures(name: str) -> None:
    held(FIXTURES[name])


@pytest.mark.parametrize("code", [code for code in CODES.values() if code.fixable], ids=lambda code: code.code)
def test_fix_holds_for_the_examples(code: tg.Code) -> None:
    held(code.bad)


def test_characters_outside_the_spans_stay() -> None:
    text = telegram(
        date="P 161533Z Jan 09", order="EO 12958: DECL: 01/16/2019", body="¶1. (C) One.  Two\t.\n\n¶2. (C) X."
    )
    fixed, applied = held(text)
    assert [one.code for one in applied] == ["TG102", "TG221", "TG601", "TG601"]
    pieces, place = [], 0
    for one in applied:
        pieces += [text[place : one.span.start], str(one.fix)]
        place = one.span.end
    assert "".join([*pieces, text[place:]]) == fixed
    assert tg.check(fixed) == ()


def test_selected_fixes_alone_are_applied() -> None:
    text = telegram(date="P 161533Z Jan 09", body="¶1. (C) One.")
    assert [one.code for one in tg.fix(text, select=["TG6"])[1]] == ["TG601"]
    assert [one.code for one in tg.fix(text, ignore="pilcrow")[1]] == ["TG102"]
    with pytest.raises(ValueError, match="no code"):
        tg.fix(text, select=["TG6x"])


def test_fix_under_another_comes_in_a_later_pass_and_has_its_place_in_the_given_text() -> None:
    text = telegram(subject="SUBJ: (C)TALKS  ON FISHERIES", action="TO RUEHC/ SECSTATE  WASHDC PRIORITY 4242")
    fixed, applied = held(text)
    assert "SUBJECT:" in fixed
    assert "RUEHC/SECSTATE WASHDC" in fixed
    assert all(0 <= one.span.start <= one.span.end <= len(text) for one in applied)


@pytest.mark.parametrize(
    ("before", "behind"),
    [("FISHERIES", "TRADE"), ("SUBJECT:", "SUBJ:")],
    ids=["another cable", "a new diagnostic"],
)
def test_unsafe_fix_is_left_out_and_the_others_are_applied(
    before: str, behind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = telegram(date="P 161533Z Jan 09", body="¶1. (C) One.\n\n¶2. (C) Two.")
    place = text.index(before)

    def with_a_bad_one(document: tg.Document, **options: object) -> tuple[Diagnostic, ...]:
        found = tg.check_document(document, **options)  # type: ignore[arg-type]  # handed on as they came
        bad = [edit(place, place + len(before), behind, "TG303")]
        return (*found, *bad) if document.source == text and "select" in options else found

    monkeypatch.setattr(fixing, "check_document", with_a_bad_one)
    fixed, applied = fixing.fix(text)
    assert sorted(one.code for one in applied) == ["TG102", "TG601", "TG601"]
    assert before in fixed
    assert behind not in fixed


def test_fixes_that_never_settle_leave_the_text_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def back_and_forth(document: tg.Document, **options: object) -> tuple[Diagnostic, ...]:
        other = "Feb" if "Jan" in document.source else "Jan"
        place = document.source.index("Z ") + 2
        return (edit(place, place + 3, other, "TG102"),)

    monkeypatch.setattr(fixing, "check_document", back_and_forth)
    text = telegram(date="P 161533Z Jan 09")
    assert fixing.fix(text) == (text, ())


def test_trials_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    trials = []

    def never(self: fixing._Trials, edits: Edits) -> bool:
        trials.append(edits)
        self.left -= 1
        return False

    monkeypatch.setattr(fixing._Trials, "safe", never)
    text = telegram(body="\n\n".join(f"¶{number}. (C) One." for number in range(1, 200)))
    assert tg.fix(text) == (text, ())
    assert len(trials) == fixing._TRIALS


# Edits

TEXT: Final = "0123456789"


def test_edits_are_applied_in_one_pass() -> None:
    edits = Edits.of([edit(7, 9, ""), edit(0, 0, "ab"), edit(2, 4, "XYZ")])
    assert edits.apply(TEXT) == "ab01XYZ4569"


def test_offsets_follow_their_characters() -> None:
    edits = Edits.of([edit(0, 0, "ab"), edit(2, 4, "XYZ"), edit(7, 9, "")])
    fixed = edits.apply(TEXT)
    for offset in (1, 5, 6):
        span = edits.after(offset)
        assert fixed[span.start] == TEXT[offset]
        assert edits.before(Span(span.start, span.start + 1)).start == offset
    assert edits.after(3) == Span(4, 7)
    assert edits.before(Span(5, 6)) == Span(2, 4)


def test_edits_that_overlap_are_left_out() -> None:
    kept = without_overlap([edit(2, 5, "x"), edit(4, 6, "y"), edit(5, 7, "z"), edit(7, 7, "a"), edit(7, 7, "b")])
    assert [one.fix for one in kept] == ["x", "z", "a"]
