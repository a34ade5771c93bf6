"""Sections: laying out, splitting and joining (ACP 127 section 208; law 8)."""

from __future__ import annotations

import random
import re
from pathlib import Path
from typing import Any, Final

import pytest
from attrs import evolve

import telegram_grammar as tg
from telegram_grammar.rendering.heading import transmission_lines
from telegram_grammar.section_parts import cut, put_together, stepped

EXAMPLES: Final = Path(__file__).parents[2] / "examples"
_WORDS: Final = tuple(
    re.findall(
        "[a-z]+", "the ministry told us that it would look at the lease again before the rains and name a date for it"
    )
)


def sentence(number: int) -> str:
    """A sentence of a few lines, another one for each number."""
    shift = number % len(_WORDS)
    words = " ".join([*_WORDS[shift:], *_WORDS[:shift]])
    return f"In week {number} {words}; {words}."


def long_cable(paragraphs: int = 110, **changes: Any) -> tg.Cable:
    """A well-formed cable of so many paragraphs of five lines, headings and lists among them."""
    body: list[tg.BodyItem] = []
    for number in range(1, paragraphs + 1):
        if number % 9 == 0:
            body.append(tg.Heading(f"The Talks of Week {number}"))
        marking = tg.PortionMarking("SBU" if number % 2 else "C")
        body.append(tg.Paragraph(" ".join(sentence(number) for _ in range(2)), number, marking))
        if number % 7 == 0:
            body += [tg.ListItem("--", sentence(number + k)) for k in range(3)]
    cable = tg.parse((EXAMPLES / "two-sections.txt").read_text("utf-8")).cable
    assert cable.transmission is not None
    return evolve(
        cable,
        transmission=evolve(cable.transmission, section=None),
        section=None,
        section_starts=(),
        body=tuple(body),
        **changes,
    )


LONG: Final = long_cable()
WHOLE: Final = tg.sectioned(LONG)
PARTS: Final = tg.split(LONG)
JOINED: Final = tg.parse((EXAMPLES / "two-sections.txt").read_text("utf-8")).cable


def text_lines(part: tg.Cable) -> int:
    """The lines of a section as the standard counts them: from format line 5 on."""
    heading = len(transmission_lines(part.transmission)) if part.transmission is not None else 0
    return tg.render(part).count("\n") - heading


def codes(parts: Any) -> list[tuple[str, int | None, int | None]]:
    return [(one.code, one.part, one.section) for one in tg.join_with_report(parts).diagnostics]


# ---- laying out and splitting ----------------------------------------------------------------------------


def test_cable_of_many_lines_is_parted_into_sections_of_a_hundred() -> None:
    assert text_lines(LONG) > 600
    assert len(PARTS) > 6
    counts = [text_lines(part) for part in PARTS]
    assert max(counts) <= 100
    assert min(counts[:-1]) >= 95  # all are full but the last
    assert WHOLE.section == tg.Section(1, len(PARTS))


@pytest.mark.parametrize("number", range(1, len(PARTS) + 1))
def test_section_is_a_message_by_itself(number: int) -> None:
    part = PARTS[number - 1]
    document = tg.parse(tg.render(part))
    assert document.cable == part
    assert document.diagnostics == ()
    assert part.section == tg.Section(number, len(PARTS))
    assert part.transmission is not None
    assert part.transmission.section == f"{number:02d}"
    assert part.transmission.serial == f"{586 + number - 1:04d}"
    assert part.transmission.filed == LONG.transmission.filed if LONG.transmission else None
    for repeated in ("dtg", "originator", "action", "info", "message", "captions", "passing", "tags", "subject"):
        assert getattr(part, repeated) == getattr(LONG, repeated)
    first, last = number == 1, number == len(PARTS)
    assert (part.references, part.classified_by) == ((LONG.references, LONG.classified_by) if first else ((), None))
    assert (part.closing, part.signature) == ((LONG.closing, LONG.signature) if last else ((), None))


def test_rules_find_no_more_in_a_section_than_in_the_whole() -> None:
    def found(cable: tg.Cable) -> set[str]:
        return {one.code for one in tg.check(tg.render(cable))}

    for part in PARTS:
        assert found(part) <= found(WHOLE)


def test_sections_end_at_words_and_never_behind_a_heading() -> None:
    for part in PARTS[:-1]:
        assert not isinstance(part.body[-1], tg.Heading)
    assert any(start.offset for start in WHOLE.section_starts)
    for start in WHOLE.section_starts:
        if start.offset:
            item = WHOLE.body[start.item]
            assert isinstance(item, tg.Paragraph | tg.ListItem)
            assert item.text[start.offset - 1] == " "


def test_shuffled_sections_join_to_the_whole() -> None:
    for seed in range(5):
        parts = list(PARTS)
        random.Random(seed).shuffle(parts)
        joined = tg.join_with_report(parts)
        assert joined.cable == WHOLE
        assert joined.diagnostics == ()
        assert tg.join([tg.render(part) for part in parts]) == WHOLE


def test_whole_is_printed_with_page_marks_and_reads_back() -> None:
    text = tg.render(WHOLE)
    assert text.count(f"LUSAKA 00000586  002 OF {len(PARTS):03d}\n") == 1
    assert tg.parse(text).cable == WHOLE
    assert tg.split(tg.parse(text).cable) == PARTS


@pytest.mark.parametrize("more", range(5))
def test_no_section_ends_behind_a_heading_wherever_the_last_line_falls(more: int) -> None:
    body: list[tg.BodyItem] = [tg.Paragraph("It is said.", number) for number in range(1, more + 1)]
    for number in range(more + 1, 80):
        body += [tg.Heading("The Talks of the Week"), tg.Paragraph("It is said.", number)]
    parts = tg.split(evolve(LONG, body=tuple(body)))
    assert len(parts) > 4
    assert not [part for part in parts if isinstance(part.body[-1], tg.Heading)]


def test_cable_with_starts_keeps_them() -> None:
    assert tg.sectioned(JOINED) is JOINED
    first, second = tg.split(JOINED)
    assert tg.join([second, first]) == JOINED
    assert first.body[-1].text.endswith("put them in,")  # type: ignore[union-attr]
    assert second.body[0].text.startswith("and that his counterparts")  # type: ignore[union-attr]
    assert second.section_starts == ()


@pytest.mark.parametrize(
    "cable",
    [
        tg.Cable(),
        long_cable(3),
        evolve(long_cable(3), section=tg.Section(1, 3)),  # a first section as it was sent
        evolve(PARTS[1], body=PARTS[1].body * 2),  # a later section is none to be parted
        evolve(LONG, classification=None, message=None),  # SECTION would have no place
    ],
    ids=["empty", "short", "first section", "later section", "no class line"],
)
def test_cable_that_is_one_section_stays_as_it_is(cable: tg.Cable) -> None:
    assert tg.sectioned(cable) == cable
    assert tg.split(cable) == (cable,)
    assert tg.join(tg.split(cable)) == cable


def test_first_section_of_a_long_text_that_lost_its_marks_is_laid_out_anew() -> None:
    whole = tg.sectioned(evolve(LONG, section=tg.Section(1, 3)))
    assert whole == WHOLE


def test_long_heading_leaves_a_page_of_text() -> None:
    crowd = tuple(tg.Addressee(f"AMEMBASSY PARIS {number:04d}") for number in range(120))
    cable = evolve(LONG, info=tuple(evolve(one, name="AMEMBASSY PARIS", numbers=one.name[-4:]) for one in crowd))
    parts = tg.split(cable)
    assert tg.join(parts) == tg.sectioned(cable)
    bodies = [tg.render(part).split("\n\n", 4)[-1].count("\n") for part in parts]
    assert len(parts) > 20
    assert max(bodies) <= 40


def test_table_is_not_broken() -> None:
    table = tg.Table(tuple(f"Week {number:3}     {number * 7:5}     open" for number in range(1, 131)))
    cable = long_cable(30, signature=None)
    cable = evolve(cable, body=(*cable.body[:20], table, *cable.body[20:]))
    parts = tg.split(cable)
    assert [item for part in parts for item in part.body if isinstance(item, tg.Table)] == [table]
    assert tg.join(parts) == tg.sectioned(cable)


def test_cable_of_more_sections_than_can_be_counted_stays_as_it_is() -> None:
    cable = long_cable(1600)
    assert len(tg.split(cable)) == 1
    assert len(tg.split(evolve(cable, body=cable.body[:1100]))) in range(90, 100)


@pytest.mark.parametrize(
    ("starts", "attribute"),
    [
        ((tg.SectionStart(2, 99),), "section_starts[0]"),
        ((tg.SectionStart(2, 1, 9_999),), "section_starts[0]"),
        ((tg.SectionStart(2, 0, -1),), "section_starts[0]"),
        ((tg.SectionStart(2, 3), tg.SectionStart(3, 2)), "section_starts[1]"),
    ],
)
def test_starts_that_cannot_be_are_refused(starts: tuple[tg.SectionStart, ...], attribute: str) -> None:
    with pytest.raises(tg.RenderError) as refusal:
        tg.split(evolve(JOINED, section_starts=starts))
    assert refusal.value.attribute == attribute


@pytest.mark.parametrize(
    ("serial", "later", "expected"),
    [("9999", 1, "0000"), ("0041", 2, "0043"), ("9998A", 3, "0001A"), ("041", 1, "042"), ("A", 1, "A")],
)
def test_serial_numbers_are_counted_round(serial: str, later: int, expected: str) -> None:
    assert stepped(tg.Transmission(serial=serial), later).serial == expected


# ---- starts of every kind --------------------------------------------------------------------------------

P: Final = tg.Paragraph
_BODY: Final = (
    P("One begins.", 1),
    P("It was so"),
    tg.Heading("End"),
    P("Two ends, and three-fold so.", 2),
    P("Bare."),
)
_S: Final = tg.SectionStart


@pytest.mark.parametrize(
    "starts",
    [
        (_S(2, 0),),
        (_S(2, 1),),  # a bare paragraph that would be taken for the rest of the one before
        (_S(2, 5),),
        (_S(2, 3, 10), _S(3, 3, 14)),
        (_S(2, 3, 20),),  # inside a hyphenated word
        (_S(2, 1, 3, "2"), _S(3, 3, 4, "2")),
        (_S(1, 0, 0, "2"), _S(2, 1, 0, "2")),
        (_S(2, 1, 0, "2"), _S(2, 3, 0, "3")),
        (_S(3, 3, 4),),  # the mark of section 2 is lost
        (_S(3, 1),),
        (_S(2, 1, 3), _S(3, 1, 3)),  # section 2 has no text
        (_S(2, 1), _S(2, 1), _S(3, 4)),
        (_S(2, 1), _S(2, 1, 0, "2"), _S(3, 4)),
        (_S(3, 1), _S(2, 3), _S(3, 4)),
        (_S(2, 5), _S(3, 5)),
        (_S(2, 0), _S(1, 0)),
    ],
    ids=str,
)
def test_starts_come_back_whatever_they_are(starts: tuple[tg.SectionStart, ...]) -> None:
    unread = tuple(
        tg.Unread(path, path)
        for path in (
            "dtg",
            "body[0]",
            "body[1]",
            "body[3]",
            "section_starts[0]",
            "body[4]",
            "signature",
            "the end of the message",
        )
    )
    cable = evolve(JOINED, body=_BODY, section=tg.Section(1, 3), section_starts=starts)
    for one in (cable, evolve(cable, unread=unread), evolve(cable, closing=(), signature=None)):
        parts = tg.split(one)
        joined = tg.join(parts[::-1])
        assert joined == tg.sectioned(one)
        assert evolve(joined, unread=()) == evolve(one, unread=())
        assert sorted(joined.unread, key=str) == sorted(one.unread, key=str)


def test_parts_of_a_well_formed_whole_are_well_formed() -> None:
    item = JOINED.body[3]
    assert isinstance(item, tg.Paragraph)
    for offset in (0, item.text.index("engineers" if "engineers" in item.text else "the ")):
        cable = evolve(JOINED, section_starts=(_S(2, 3, offset),), section=tg.Section(1, 2))
        for part in tg.split(cable):
            document = tg.parse(tg.render(part))
            assert (document.cable, document.diagnostics) == (part, ())


def test_mark_above_a_later_section_says_the_contrary_of_its_words() -> None:
    cable = evolve(JOINED, body=_BODY, section_starts=(_S(2, 1),))
    first, second = tg.split(cable)
    assert second.section_starts == (_S(2, 0),)
    text = tg.render(second)
    assert "\n\nLUSAKA 00000586  002 OF 002\n\nIt was so\n" in text
    assert tg.join([text, tg.render(first)]) == cable
    assert tg.join([evolve(second, section_starts=()), first]).body[0].text == "One begins. It was so"  # type: ignore[union-attr]


def test_cutting_and_putting_together_are_inverse() -> None:
    assert put_together(cut(WHOLE)) == WHOLE


# ---- joining ---------------------------------------------------------------------------------------------


def test_missing_section_is_reported_and_the_rest_is_joined() -> None:
    for number in range(1, len(PARTS) + 1):
        parts = [part for part in PARTS if part.section is not None and part.section.number != number]
        assert codes(parts) == [("TG460", None, number)]
        joined = tg.join(parts)
        assert sum(len(part.body) for part in parts) - len(joined.body) <= len(parts)
        assert joined.section == tg.Section(2 if number == 1 else 1, len(PARTS))
    assert "section 3 of" in tg.join_with_report([*PARTS[:2], *PARTS[3:]]).diagnostics[0].message


def test_words_decide_whether_text_on_both_sides_of_a_gap_is_run_together() -> None:
    for offset, texts in (
        (4, ["One and three-fold so.", "Bare."]),
        (12, ["One begins.", "and three-fold so.", "Bare."]),
    ):
        body = (P("One begins. It goes", 1), *_BODY[1:])
        starts = (_S(2, 0, offset), _S(3, 3, 10))
        first, _, third = tg.split(evolve(JOINED, body=body, section=tg.Section(1, 3), section_starts=starts))
        joined = tg.join([third, first])
        assert [item.text for item in joined.body] == texts  # type: ignore[union-attr]
        assert tg.parse(tg.render(joined)).cable == joined


def test_doubled_section_is_taken_once() -> None:
    parts = [PARTS[2], *PARTS]
    joined = tg.join_with_report(parts)
    assert joined.cable == WHOLE
    assert codes(parts) == [("TG461", 3, 3)]
    assert joined.left_out == (PARTS[2],)
    other = evolve(PARTS[2], body=PARTS[2].body[:1])
    assert "not the same" in tg.join_with_report([*PARTS, other]).diagnostics[0].message


def test_section_of_another_message_is_left_out() -> None:
    message = PARTS[0].message
    assert message is not None
    foreign = evolve(PARTS[1], message=evolve(message, number="000587"))
    joined = tg.join_with_report([foreign, *PARTS])
    assert joined.cable == WHOLE
    assert codes([foreign, *PARTS]) == [("TG462", 0, 2)]
    assert joined.left_out == (foreign,)
    assert "LUSAKA 587" in joined.diagnostics[0].message
    dtg = PARTS[1].dtg
    assert isinstance(dtg, tg.DateTimeGroup)
    assert codes([*PARTS, evolve(PARTS[1], dtg=evolve(dtg, day="29"))]) == [("TG462", len(PARTS), 2)]


def test_serial_out_of_step_is_reported() -> None:
    transmission = PARTS[1].transmission
    assert transmission is not None
    odd = evolve(PARTS[1], transmission=evolve(transmission, serial="0999"))
    joined = tg.join_with_report([PARTS[0], odd, *PARTS[2:]])
    assert joined.cable == WHOLE
    (found,) = joined.diagnostics
    assert (found.code, found.part, found.section, found.expected) == ("TG463", 1, 2, "0587")


def test_total_is_the_one_that_most_sections_name() -> None:
    odd = evolve(PARTS[0], section=tg.Section(1, 99))
    assert tg.join([odd, *PARTS[1:]]) == WHOLE
    assert codes([odd, *PARTS[1:]]) == [("TG464", 0, 1)]


def test_head_that_differs_is_reported() -> None:
    odd = evolve(PARTS[1], subject="ANOTHER", passing=())
    assert tg.join([PARTS[0], odd, *PARTS[2:]]) == WHOLE
    (found,) = tg.join_with_report([PARTS[0], odd, *PARTS[2:]]).diagnostics
    assert (found.code, found.section) == ("TG465", 2)
    assert found.message.startswith("subject ")


def test_part_without_a_number_is_left_out() -> None:
    transmission = PARTS[1].transmission
    assert transmission is not None
    odd = evolve(PARTS[1], section=None, transmission=evolve(transmission, section=None))
    assert codes([odd, *PARTS]) == [("TG466", 0, None)]
    by_station = evolve(PARTS[1], section=None)
    assert tg.join([PARTS[0], by_station, *PARTS[2:]]) == WHOLE


def test_sections_come_out_of_one_text_or_many() -> None:
    texts = [tg.render(part) for part in PARTS]
    assert tg.join("".join(texts)) == WHOLE
    assert tg.join(["".join(texts[3:]), *texts[:3]]) == WHOLE
    mixed: list[str | tg.Cable | tg.Document] = [tg.parse("".join(texts[:4])), PARTS[4], *texts[5:]]
    assert tg.join(iter(mixed)) == WHOLE
    (found,) = tg.join_with_report(["".join([texts[0], texts[1], texts[1]]), *texts[2:]]).diagnostics
    assert (found.code, found.part) == ("TG461", 2)
    assert texts[1][found.span.start : found.span.end].startswith("C O N F I D E N T I A L")


def test_copy_of_joined_sections_is_completed() -> None:
    copy = tg.join(PARTS[:3])
    assert tg.join([*PARTS[3:], copy]) == WHOLE
    assert codes([copy, *PARTS[2:]]) == [("TG461", 1, 3)]


def test_nothing_gives_nothing() -> None:
    assert tg.join_with_report([]) == tg.Joined(tg.Cable())
    assert tg.join(["", "\n\n"]) == tg.Cable()


def test_message_of_one_section_is_whole() -> None:
    cable = long_cable(3)
    assert tg.join_with_report([tg.render(cable)]) == tg.Joined(cable)


def test_signature_of_a_section_that_is_not_the_last_is_kept_as_a_line_nobody_owns() -> None:
    joined = tg.join([evolve(PARTS[0], signature="ODD"), *PARTS[1:]])
    assert evolve(joined, unread=()) == WHOLE
    assert [one.text for one in joined.unread] == ["ODD"]


# ---- reading ---------------------------------------------------------------------------------------------


def test_mark_of_a_later_section_above_the_text_is_kept() -> None:
    head = tg.render(PARTS[0]).partition("1. (")[0]
    document = tg.parse(head + f"LUSAKA 00000586  002 OF {len(PARTS):03d}\n\n1. (C) It begins.\n")
    assert document.cable.section_starts == (_S(2, 0),)
    assert document.diagnostics == ()
    inside = (
        head.replace("\nClassified By", f"\nLUSAKA 00000586  002 OF {len(PARTS):03d}\n\nClassified By")
        + "1. (C) It begins.\n"
    )
    document = tg.parse(inside)
    assert document.cable.section_starts == (_S(2, 0),)
    assert [one.code for one in document.diagnostics] == ["TG407"]
    assert tg.parse(tg.canonicalize(inside)).cable == document.cable


def test_later_section_may_begin_with_a_line_that_looks_like_a_heading() -> None:
    part = evolve(PARTS[1], body=(tg.Paragraph("The End of the Rains"), *PARTS[1].body[1:]))
    assert tg.parse(tg.render(part)).cable == part
    alone = evolve(PARTS[-1], body=())
    assert alone.signature is not None
    assert tg.parse(tg.render(alone)).cable == alone


@pytest.mark.parametrize(
    "field", ["SUBJECT: RAINS AND ROADS the ministry", "TAGS: the ministry", "E.O. 12958: the ministry"]
)
def test_text_of_a_later_section_may_go_on_with_the_words_of_a_field_that_its_head_has(field: str) -> None:
    last = JOINED.body[0]
    assert isinstance(last, tg.Paragraph)
    item = evolve(last, text=f"It begins {field} would not name the day. It did so later.")
    starts = (tg.SectionStart(2, 0, len("It begins ")),)
    whole = evolve(JOINED, body=(item, *JOINED.body[1:]), section_starts=starts)
    texts = [tg.render(part) for part in tg.split(whole)]
    assert tg.parse(texts[1]).cable.body[0] == tg.Paragraph(f"{field} would not name the day. It did so later.")
    assert tg.join(texts) == whole


def test_a_second_subject_of_a_message_that_is_no_later_section_is_a_line_that_no_field_owns() -> None:
    text = tg.render(evolve(JOINED, section=None, section_starts=(), transmission=None))
    again = text.replace("SUBJECT: ", "SUBJECT: RAINS\n\nSUBJECT: ", 1)
    document = tg.parse(again)
    assert document.cable.subject == "RAINS"
    assert [item.text[:18] for item in document.cable.unread] == ["SUBJECT: LUAPULA C"]
    assert [one.code for one in document.diagnostics] == ["TG005"]
