"""What has no place in canonical text, or would be read back otherwise, is refused with which words."""

from __future__ import annotations

from typing import Any, Final

import pytest
from attrs import evolve

import telegram_grammar as tg
from rendered import CONFIDENTIAL, DTG, OSLO, STATION
from telegram_grammar import (
    Addressee,
    Cable,
    ClassifiedBy,
    Heading,
    ListItem,
    MessageNumber,
    Paragraph,
    PortionMarking,
    Precedence,
    PrecedencePair,
    Reference,
    Ruler,
    Section,
    SectionStart,
    Table,
    Tag,
    Unread,
)
from telegram_grammar.differences import first_difference, shown
from telegram_grammar.heading_model import FilingTime, Readdressal, SecurityWarning, Transmission
from telegram_grammar.rendering import RenderError
from telegram_grammar.rendering.refusal import one_line

# ---- what is refused -------------------------------------------------------------------------------------------


def test_a_value_of_another_type_is_refused_by_name() -> None:
    wrong = Cable(subject=5)  # type: ignore[arg-type]  # that is what is asked
    with pytest.raises(RenderError) as caught:
        tg.render(wrong)
    assert (caught.value.attribute, caught.value.reason) == ("subject", "is an int, not a str or None")
    with pytest.raises(TypeError, match=r"^render takes a Cable, not None$"):
        tg.render(None)  # type: ignore[arg-type]  # as above


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("a\nb", "a line break stands in a value of one line"),
        ("a\rb", "a line break stands in a value of one line"),
        (" a", "blanks stand at its ends"),
        ("a\t", "blanks stand at its ends"),
        ("a\xa0", "blanks stand at its ends"),
        ("a  b", "its words are parted by other than single blanks"),
        ("a\tb", "its words are parted by other than single blanks"),
        ("X  aX", "its words are parted by other than single blanks"),
        ("\u2003a  b", "its words are parted by other than single blanks"),  # no blank of a telegram
    ],
)
def test_a_value_of_one_line_is_words_with_single_blanks_between(value: str, reason: str) -> None:
    assert one_line("a b", "subject") == "a b"
    with pytest.raises(RenderError) as caught:
        one_line(value, "subject")
    assert (caught.value.attribute, caught.value.reason) == ("subject", reason)
    assert str(caught.value) == f"subject: {reason}"


REFUSED: Final = [
    (Cable(message_instructions="ZDK"), "message_instructions", "they follow a date-time group, and there is none"),
    (
        Cable(precedence=PrecedencePair(Precedence.ROUTINE)),
        "precedence",
        "it precedes a date-time group, and there is none",
    ),
    (
        Cable(dtg=Unread("?"), message_instructions="ZDK"),
        "dtg",
        "a line that could not be read has neither precedence nor instructions",
    ),
    (
        Cable(readdressal=Readdressal(dtg=Unread("?"), precedence=PrecedencePair(Precedence.ROUTINE))),
        "readdressal.dtg",
        "a line that could not be read has neither precedence nor instructions",
    ),
    *(
        (
            Cable(transmission=transmission),
            "transmission.station",
            "the station line has a serial number or time and no station",
        )
        for transmission in (
            Transmission(serial="0012"),
            Transmission(section="01"),
            Transmission(filed=FilingTime("126", "1341")),
        )
    ),
    *(
        (
            Cable(transmission=transmission),
            "transmission.serial",
            "the station line needs serial number and filing time",
        )
        for transmission in (evolve(STATION, serial=None), evolve(STATION, filed=None))
    ),
    (
        Cable(transmission=Transmission(operating_signals=("ZZH",))),
        "transmission.operating_signals",
        "they follow a security warning, and there is none",
    ),
    (
        Cable(action=(Addressee("CIA", routing_indicator="RUEAIIA", delivered=True),)),
        "action[0].routing_indicator",
        "ZEN stands in the place of a routing indicator",
    ),
    *(
        (cable, "classification", "section and number stand behind a classification, and there is none")
        for cable in (Cable(section=Section(1, 2)), Cable(message=OSLO))
    ),
    (
        Cable(subject_marking=PortionMarking("U")),
        "subject_marking",
        "it stands before a subject, and there is none",
    ),
    (Cable(tags=(Tag(),)), "tags", "a tag has either a code or a name"),
    (Cable(tags=(Tag("PREL", "ROE, JANE"),)), "tags", "a tag has either a code or a name"),
    *(
        (
            Cable(body=(Paragraph("One."),), section_starts=(SectionStart(2, item),)),
            "section_starts[0]",
            f"the body has no item {item}",
        )
        for item in (-1, 2)
    ),
    (
        Cable(body=(Paragraph("One."),), section_starts=(SectionStart(1000, 0),)),
        "section_starts",
        "no page mark can be printed for section 1000 of 1000",
    ),
    (
        Cable(body=(Heading("THE FERRY"),), section_starts=(SectionStart(2, 0, 3),)),
        "body[0]",
        "a section begins inside an item that is no prose",
    ),
    *(
        (
            Cable(body=(Paragraph("One two."),), section_starts=starts),
            "section_starts",
            f"body[0].text has no place {starts[-1].offset} behind that of the section before",
        )
        for starts in (
            (SectionStart(2, 0, 8),),
            (SectionStart(2, 0, 6), SectionStart(3, 0, 4)),
        )
    ),
    *(
        (Cable(body=(Table((line,)),)), "body[0].lines", "a line break or a blank at the end of a line")
        for line in ("a\nb", "a ", "a\t", "a\xa0", "a\f", "a\r")
    ),
]


@pytest.mark.parametrize(("cable", "attribute", "reason"), REFUSED)
def test_what_has_no_place_in_canonical_text_is_refused_by_name(cable: Cable, attribute: str, reason: str) -> None:
    with pytest.raises(RenderError) as caught:
        tg.render(cable)
    assert (caught.value.attribute, caught.value.reason) == (attribute, reason)


#: Values of one line, each with two blanks in it, by the path that is named.
DOUBLED: Final = {
    "transmission.identification": Cable(transmission=Transmission(identification="a  b")),
    "transmission.precedence": Cable(transmission=Transmission(precedence="a  b")),
    "transmission.routing": Cable(transmission=Transmission(routing=Unread("a  b"))),
    "transmission.routing[1]": Cable(transmission=Transmission(routing=("a", "a  b"))),
    "transmission.station": Cable(transmission=Transmission(station=Unread("a  b"))),
    "transmission.security": Cable(transmission=Transmission(security=Unread("a  b"))),
    "transmission.operating_signals[1]": Cable(
        transmission=Transmission(security=SecurityWarning("ZNY", "CCCCC"), operating_signals=("ZZH", "a  b"))
    ),
    "dtg": Cable(dtg=Unread("a  b")),
    "message_instructions": Cable(dtg=DTG, message_instructions="a  b"),
    "readdressal.dtg": Cable(readdressal=Readdressal(dtg=Unread("a  b"))),
    "readdressal.originator": Cable(readdressal=Readdressal(originator="a  b")),
    "readdressal.info[0].name": Cable(readdressal=Readdressal(info=(Addressee("a  b"),))),
    "originator": Cable(originator="a  b"),
    "action[1]": Cable(action=(Addressee("a"), Unread("a  b"))),
    "info[0].name": Cable(info=(Addressee("a  b"),)),
    "info[0].offices": Cable(info=(Addressee("a", offices=("b", "a  b")),)),
    "exempt[0].precedence": Cable(exempt=(Addressee("a", precedence="a  b"),)),
    "accounting": Cable(accounting="a  b"),
    "classification.caveats": Cable(classification=evolve(CONFIDENTIAL, caveats=("a  b",))),
    "classification.word": Cable(classification=evolve(CONFIDENTIAL, word="a  b")),
    "message.post": Cable(classification=CONFIDENTIAL, message=MessageNumber("a  b", "1")),
    "captions[1]": Cable(captions=("SIPDIS", "a  b")),
    "passing[1]": Cable(passing=("STATE FOR EUR", "a  b")),
    "executive_order": Cable(executive_order=Unread("a  b")),
    "tags": Cable(tags=(Tag(name="a  b"),)),
    "subject": Cable(subject="a  b"),
    "references[1].text": Cable(references=(Reference("OSLO 1"), Reference("a  b"))),
    "classified_by.text": Cable(classified_by=ClassifiedBy("a  b")),
    "body[1].text": Cable(body=(Paragraph("One.", 1), Paragraph("a  b"))),
    "body[0].marker": Cable(body=(ListItem("a  b", "One."),)),
    "closing[1]": Cable(closing=("Visit us.", "a  b")),
    "signature": Cable(signature="a  b"),
}


@pytest.mark.parametrize("path", DOUBLED)
def test_words_parted_by_two_blanks_are_refused_wherever_they_stand(path: str) -> None:
    with pytest.raises(RenderError) as caught:
        tg.render(DOUBLED[path])
    assert (caught.value.attribute, caught.value.reason) == (path, "its words are parted by other than single blanks")


@pytest.mark.parametrize("item", [Heading("a  b"), Ruler("-  -"), ListItem("--", "a  b")])
def test_the_text_of_an_item_is_one_line(item: tg.model.BodyItem) -> None:
    with pytest.raises(RenderError) as caught:
        tg.render(Cable(body=(Paragraph("One.", 1), item)))
    assert caught.value.attribute == "body[1].text"


# ---- what would be read back otherwise ---------------------------------------------------------------------------


def test_the_first_difference_is_named_as_deep_as_it_can_be() -> None:
    one = Cable(body=(Paragraph("One.", 1), Paragraph("Two.", 2)), subject="X")
    assert first_difference("", one, evolve(one, subject="Y")) == ("subject", "X", "Y")
    other = evolve(one, body=(one.body[0], Paragraph("Three.", 2)))
    assert first_difference("", one, other) == ("body[1].text", "Two.", "Three.")
    assert first_difference("", one, evolve(one, body=one.body[:1])) == ("body", one.body[1:], ())
    assert first_difference("", evolve(one, body=one.body[:1]), one) == ("body", (), one.body[1:])
    assert first_difference("", one, evolve(one, body=(Ruler("---"), *one.body[1:]))) == (
        "body[0]",
        one.body[0],
        Ruler("---"),
    )
    assert first_difference("", Cable(), Cable(dtg=DTG)) == ("dtg", None, DTG)
    read, unread = Transmission(routing=("RUEHC",)), Transmission(routing=Unread("RUEHC,"))
    path = "transmission.routing"
    for one_way, other_way in ((read, unread), (unread, read)):
        found = first_difference("", Cable(transmission=one_way), Cable(transmission=other_way))
        assert found == (path, one_way.routing, other_way.routing)


def test_a_long_value_is_shown_by_its_ends() -> None:
    assert shown("a" * 158) == repr("a" * 158)
    assert shown("a" * 129 + "b" * 30) == f"'{'a' * 119} ... {'b' * 29}'"
    assert shown(None) == shown(()) == "nothing"
    assert shown("") == "''"


def test_what_would_be_read_back_otherwise_is_refused_with_both_readings() -> None:
    with pytest.raises(RenderError) as caught:
        tg.render(Cable(body=(Paragraph("1. (U) One."),)))
    assert caught.value.attribute == "body[0].text"
    assert caught.value.reason == "'1. (U) One.' would be read back as 'One.'"


def test_no_first_line_of_prose_ends_in_dashes() -> None:
    """Behind a portion marking, or none, it would be a heading with its ruler on the line (practice: 21)."""
    for dashes in ("-----", "----- --", "---- - -", "-- ----"):
        words = f"The the the minister minister minister {dashes} minister the the."
        for marking in (tg.PortionMarking("U/REL NATO"), tg.PortionMarking("C"), None):
            for more in ("", "the ", "the the ", "the minister "):
                cable = tg.Cable(body=(tg.Paragraph("One.", 1), tg.Paragraph(more + words, None, marking)))
                assert tg.parse(tg.render(cable)).cable == cable


def test_a_width_without_room_for_a_word_is_refused() -> None:
    """A number, a portion marking and a word take some columns (5 FAH-1 H-246.2)."""
    cable = tg.Cable(body=(tg.Paragraph("One two three.", 1, tg.PortionMarking("C")),))
    assert tg.render(cable, width=20)
    for width in (19, 0, -1):
        with pytest.raises(ValueError, match="20 columns"):
            tg.render(cable, width=width)


@pytest.mark.parametrize(
    ("changes", "attribute"),
    [
        ({"signature": "John Smith"}, "signature"),
        ({"closing": ("See the website: http://www.example.org",)}, "closing"),
        ({"signature": "SMITH", "body": ()}, "signature"),
        ({"body": (tg.Paragraph("They came.", 1234),)}, "body[0].number"),
        ({"body": (tg.Paragraph("They came.", 0),)}, "body[0].number"),
    ],
)
def test_a_refusal_names_what_is_lost_and_not_where_it_went(changes: dict[str, Any], attribute: str) -> None:
    cable = tg.Cable(classification=tg.Classification(tg.ClassificationLevel.CONFIDENTIAL), subject="VISIT")
    with pytest.raises(tg.RenderError) as refused:
        tg.render(evolve(cable, **{"body": (tg.Paragraph("They came.", 1),), **changes}))
    assert refused.value.attribute == attribute
