"""Law 1: no public function raises for any text, and what `parse` returns goes through JSON unharmed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import telegram_grammar as tg
from strategies import any_text, arbitrary_texts, damaged, line_soup, near_valid_texts, spliced_texts, well_formed_texts
from telegram_grammar.codes.structure import OTHER_MESSAGE


def whole(text: str) -> tg.Document:
    """Everything that parsing owes, so that nothing lazy is left out."""
    document = tg.parse(text)
    assert document.source == text
    document.cable.row()
    assert all(text[span.start : span.end] for span in document.redactions)
    assert document.cut_off is None or text[document.cut_off.start : document.cut_off.end]
    for offset in range(0, len(text), max(1, len(text) // 50)):
        document.at(offset)
        line, column = document.line_column(offset)
        assert column - 1 <= offset
        document.line_text(line)
    check_and_fix(document)
    return document


def check_and_fix(document: tg.Document) -> None:
    """Checking under each profile, and fixing."""
    text = document.source
    for profile in tg.PROFILES:
        for found in tg.check_document(document, profile=profile):
            assert 0 <= found.span.start <= found.span.end <= len(text), found
            assert found.message
            assert found.rule
    fixed, applied = tg.fix(text)
    assert bool(applied) is (fixed != text)


@given(arbitrary_texts())
def test_any_text_is_parsed(text: str) -> None:
    whole(text)


@given(near_valid_texts())
def test_a_damaged_telegram_is_parsed(text: str) -> None:
    whole(text)


@given(spliced_texts())
def test_pieces_of_telegrams_are_parsed(text: str) -> None:
    whole(text)


@given(line_soup())
def test_lines_in_any_order_are_parsed(text: str) -> None:
    whole(text)


@given(well_formed_texts())
def test_a_drawn_telegram_is_parsed(text: str) -> None:
    whole(text)


@given(st.one_of(st.binary(max_size=300), near_valid_texts().map(lambda text: text.encode("cp1252", "replace"))))
def test_any_bytes_are_parsed(data: bytes) -> None:
    document = tg.parse_bytes(data)
    try:
        assert document.source == data.decode("utf-8")
    except UnicodeDecodeError:
        assert len(document.source) == len(data)
        assert "TG" in document.diagnostics[0].code
        assert any("cp1252" in found.message for found in document.diagnostics)


@given(any_text())
def test_strict_parsing_raises_its_own_error_or_nothing(text: str) -> None:
    document = tg.parse(text)
    errors = [found for found in document.diagnostics if found.severity is tg.Severity.ERROR]
    if not errors:
        assert tg.parse_strict(text) == document.cable
        return
    with pytest.raises(tg.TelegramSyntaxError) as raised:
        tg.parse_strict(text)
    assert isinstance(raised.value, ValueError)
    assert list(raised.value.errors) == errors
    assert all(found.code in str(raised.value) for found in errors)


@given(any_text())
def test_what_is_parsed_goes_through_json_unharmed(text: str) -> None:
    cable = tg.parse(text).cable
    assert tg.from_dict(tg.to_dict(cable)) == cable
    assert tg.loads(tg.dumps(cable)) == cable


@given(
    st.lists(st.one_of(well_formed_texts(), damaged(well_formed_texts()), arbitrary_texts()), min_size=1, max_size=3)
)
def test_messages_of_a_text_are_the_text(texts: list[str]) -> None:
    text = "NNNN\n".join(texts)
    messages = tg.messages(text)
    assert "".join(messages) == text
    assert len(messages) >= 1
    # the first message is what parse reads; of the rest it keeps one piece, with its own diagnostic
    document = tg.parse(text)
    others = [found for found in document.diagnostics if found.code == OTHER_MESSAGE.code]
    assert len(others) == (len(messages) > 1)
    if others:
        assert others[0].span.start >= len(messages[0])
        rest = "".join(messages[1:]).split()
        assert rest in [one.text.split() for one in document.cable.unread]


@given(well_formed_texts(), well_formed_texts())
def test_the_first_message_is_read_as_if_it_were_alone(first: str, second: str) -> None:
    text = f"{first}NNNN\nVZCZCXRO0001\n{second}"
    messages = tg.messages(text)
    if len(messages) == 2:
        alone, both = tg.parse(messages[0]).cable, tg.parse(text).cable
        assert both.body == alone.body
        assert (both.dtg, both.subject, both.signature) == (alone.dtg, alone.subject, alone.signature)
        assert both.unread[: len(alone.unread)] == alone.unread


def test_empty_text_is_an_empty_cable() -> None:
    assert tg.parse("").cable == tg.Cable()
    assert tg.parse("").diagnostics == ()
    assert tg.messages("") == ("",)


@pytest.mark.parametrize("blank", ["\n", "\n\n\n", " ", "\t\n \n", "\r\n", "\xa0\n", "\f"])
def test_a_blank_text_is_an_empty_cable(blank: str) -> None:
    assert tg.parse(blank).cable == tg.Cable()
