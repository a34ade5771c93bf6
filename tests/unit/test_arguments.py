"""What a public function says of an argument of another kind: what it takes, what it was given, what to do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import telegram_grammar as tg
from telegram_grammar.arguments import misfit, misfit_of

TEXT = "UNCLAS OSLO 000001\n\nSUBJECT: BRIDGE\n\n1. (U) One.\n\nSUMMARY\n-------\n"
DOCUMENT = tg.parse(TEXT)
#: Of another type than where it is put, as a caller without a type checker may do.
WORD: Any = "U"


@pytest.mark.parametrize(
    ("function", "given", "said"),
    [
        (tg.parse, b"UNCLAS", "parse takes a str, not bytes; parse_bytes reads bytes"),
        (tg.parse, None, "parse takes a str, not None"),
        (tg.parse, Path("a.txt"), f"parse takes a str, not a {type(Path()).__name__}"),
        (tg.parse, DOCUMENT, "parse takes a str, not a Document; a document is parsed already"),
        (tg.parse_strict, b"", "parse takes a str, not bytes; parse_bytes reads bytes"),
        (tg.parse_bytes, "UNCLAS", "parse_bytes takes bytes, not a str; parse reads text"),
        (tg.messages, b"", "messages takes a str, not bytes; parse_bytes reads bytes"),
        (tg.check, None, "parse takes a str, not None"),
        (tg.fix, None, "parse takes a str, not None"),
        (tg.canonicalize, DOCUMENT.cable, "parse takes a str, not a Cable; a cable is parsed already"),
        (tg.render, DOCUMENT, "render takes a Cable, not a Document; its cable is document.cable"),
        (tg.render, TEXT, "render takes a Cable, not a str; parse the text first"),
        (tg.sectioned, DOCUMENT, "sectioned takes a Cable, not a Document; its cable is document.cable"),
        (tg.split, DOCUMENT, "split takes a Cable, not a Document; its cable is document.cable"),
        (tg.check_document, TEXT, "check_document takes a Document, not a str"),
        (tg.detect, TEXT, "detect takes a Document, not a str"),
        (tg.join, [b"x"], "a part is a str, a Cable or a Document, not bytes"),
    ],
)
def test_an_argument_of_another_kind_is_refused_with_what_to_do(
    function: Callable[[Any], object], given: object, said: str
) -> None:
    with pytest.raises(TypeError) as refused:
        function(given)
    assert str(refused.value) == said


@pytest.mark.parametrize("kind", [bytes, bytearray])
def test_bytes_of_any_kind_are_read(kind: Callable[[bytes], Any]) -> None:
    assert tg.parse_bytes(kind(TEXT.encode())).cable == DOCUMENT.cable


@pytest.mark.parametrize(
    ("values", "attribute", "reason"),
    [
        ({"tags": ("PREL",)}, "tags[0]", "is a str, not a Tag"),
        ({"subject": ["X"]}, "subject", "is a list, not a str or None"),
        ({"dtg": "021200Z FEB 09"}, "dtg", "is a str, not a DateTimeGroup or an Unread or None"),
        ({"classification": "SECRET"}, "classification", "is a str, not a Classification or None"),
        (
            {"classification": tg.Classification(WORD)},
            "classification.level",
            "is a str, not a ClassificationLevel",
        ),
        ({"body": (tg.Paragraph("Hi.", 1, WORD),)}, "body[0].marking", "is a str, not a PortionMarking or None"),
        ({"body": ("Hi.",)}, "body[0]", "is a str, not a Paragraph or a Heading or a ListItem or a Table or a Ruler"),
        ({"body": "Hi."}, "body", "is a str, not a tuple"),
        ({"captions": ["SIPDIS"]}, "captions", "is a list, not a tuple"),
        ({"captions": "SIPDIS"}, "captions", "is a str, not a tuple"),
        ({"originator": 5}, "originator", "is an int, not a str or None"),
        ({"transmission": tg.Transmission(routing=WORD)}, "transmission.routing", "is a str, not a tuple"),
    ],
)
def test_a_value_of_another_type_than_the_model_says_is_refused_by_name(
    values: dict[str, Any], attribute: str, reason: str
) -> None:
    """What is printed, or changed, is a cable of the model's types; the first value that is none is named."""
    with pytest.raises(tg.RenderError) as refused:
        tg.render(tg.Cable(**values))
    assert (refused.value.attribute, refused.value.reason) == (attribute, reason)
    with pytest.raises(tg.RenderError) as refused:
        DOCUMENT.replace(**values)
    assert (refused.value.attribute, refused.value.reason) == (attribute, reason)


def test_a_cable_of_the_types_of_the_model_has_no_misfit() -> None:
    assert misfit(tg.Cable()) is None
    assert misfit(DOCUMENT.cable) is None
    unread = tg.Unread("RR RUEHC X")
    assert misfit(tg.Cable(transmission=tg.Transmission(routing=unread, station=unread), dtg=unread)) is None
    assert misfit_of("transmission", tg.Transmission(routing=("RUEHC",))) is None


def test_a_name_that_a_cable_does_not_have_is_refused_with_those_near() -> None:
    with pytest.raises(TypeError, match=r"Cable has no attribute 'subjct'; did you mean subject\?"):
        DOCUMENT.replace(subjct="TALKS")
    with pytest.raises(TypeError, match=r"Cable has no attribute 'xyz'$"):
        DOCUMENT.replace(xyz=1)


def test_only_a_paragraph_of_the_body_is_cited() -> None:
    paragraph, heading = DOCUMENT.cable.body
    assert DOCUMENT.cable.cite(paragraph) == "unnumbered telegram, para 1"  # type: ignore[arg-type]  # the body's union
    for other in (heading, tg.Paragraph("One.", 1, tg.PortionMarking("U"))):
        with pytest.raises(ValueError, match="only a paragraph of this cable's body"):
            DOCUMENT.cable.cite(other)  # type: ignore[arg-type]  # that is what is refused
