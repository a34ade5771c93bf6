"""JSON: what goes out comes back, the published schema holds for it, and a fault is named with its path."""

from __future__ import annotations

import enum
import hashlib
import json
import subprocess
import sys
import types
import typing
from typing import Any, Final

import attrs
import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from telegram_grammar import model, serialization
from telegram_grammar.json_schema import build_schema, published_schema
from telegram_grammar.model import (
    Addressee,
    Cable,
    Classification,
    ClassificationLevel,
    DateTimeGroup,
    Heading,
    ListItem,
    Paragraph,
    PortionMarking,
    Precedence,
    PrecedencePair,
    Ruler,
    Section,
    Table,
    Tag,
    Transmission,
    Unread,
)
from telegram_grammar.parser import parse
from telegram_grammar.serialization import SCHEMA_VERSION, dumps, from_dict, loads, to_dict

#: The form of each version: what the schema says, without its descriptions. A release never changes an old entry.
#: While a version is in no release yet, a change of the model replaces its entry.
SHAPES: Final = {
    1: "e5eab694bcd1d82a665d63a32bdf0b7b7a3e213fb9befe784596174356c9b2ef",
}

VALIDATOR: Final = jsonschema.Draft202012Validator(published_schema())

SAMPLE: Final = Cable(
    transmission=Transmission(identification="VZCZCXRO0042", routing=("RUEHAA", "RUEHBB"), station=Unread("DE 12")),
    precedence=PrecedencePair(Precedence.IMMEDIATE, Precedence.ROUTINE),
    dtg=DateTimeGroup("02", "1200", "Z", "FEB", "09"),
    originator="AMEMBASSY XANADU",
    action=(Addressee("SECSTATE WASHDC", "RUEHC", offices=("",)), Unread("TO WHOM")),
    classification=Classification(ClassificationLevel.LIMITED_OFFICIAL_USE, ("NODIS",)),
    executive_order=Unread("E.O. WHAT"),
    tags=(Tag("PREL"), Tag(name="KHAN, KUBLA")),
    subject="",
    body=(
        Heading("SUMMARY"),
        Paragraph("The dome « stands ».", 1, PortionMarking("C")),
        ListItem("--", "a pleasure", PortionMarking("U")),
        Table(("A  1", "B  2")),
        Ruler("-----"),
    ),
    unread=(Unread("ZZZZ", "originator"),),
)


def any_of(hint: Any) -> st.SearchStrategy[Any]:
    """Values of a type of the model, every attribute given."""
    arguments = typing.get_args(hint)
    if typing.get_origin(hint) is tuple:
        return st.lists(any_of(arguments[0]), max_size=2).map(tuple)
    if typing.get_origin(hint) in (types.UnionType, typing.Union):
        return st.one_of(*map(any_of, arguments))
    if hint is type(None):
        return st.none()
    if isinstance(hint, type) and issubclass(hint, enum.Enum):
        return st.sampled_from(hint)
    if attrs.has(hint):
        hints = typing.get_type_hints(hint)
        # deferred, so that the strategy for the whole cable stays small
        return st.deferred(lambda: st.builds(hint, **{f.name: any_of(hints[f.name]) for f in attrs.fields(hint)}))
    return {str: st.text(max_size=5), int: st.integers(-3, 3), bool: st.booleans()}[hint]


def fault_of(cable: object, **envelope: object) -> str:
    """What from_dict says of a cable object."""
    with pytest.raises(ValueError, match=r"^not a cable: ") as raised:
        from_dict({"schema": 1, "cable": cable, **envelope})
    return str(raised.value).removeprefix("not a cable: ")


# Out and back


@pytest.mark.parametrize("cable", [Cable(), SAMPLE], ids=["empty", "sample"])
def test_what_is_written_is_read_back_equal(cable: Cable) -> None:
    assert loads(dumps(cable)) == cable
    assert from_dict(to_dict(cable)) == cable


@given(any_of(Cable))
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_every_cable_is_read_back_equal_and_satisfies_the_schema(cable: Cable) -> None:
    text = dumps(cable)
    assert loads(text) == cable
    assert json.loads(text) == to_dict(cable)
    VALIDATOR.validate(to_dict(cable))


def test_real_cables_are_read_back_equal_and_satisfy_the_schema(corpus_texts: dict[str, str]) -> None:
    for name, text in corpus_texts.items():
        cable = parse(text).cable
        assert loads(dumps(cable)) == cable, name
        assert not list(VALIDATOR.iter_errors(to_dict(cable))), name


def test_two_lone_surrogates_stay_two() -> None:
    cable = Cable(subject="\ud800\udc00")
    assert loads(dumps(cable)) == cable


def test_bytes_are_read() -> None:
    assert loads(dumps(SAMPLE).encode()) == SAMPLE


def test_indent_lays_out_over_lines() -> None:
    assert "\n" not in dumps(SAMPLE)
    assert dumps(SAMPLE, indent=2).startswith('{\n  "schema": 1,')


# The form


def test_an_empty_cable_is_the_envelope_alone() -> None:
    assert to_dict(Cable()) == {"schema": SCHEMA_VERSION, "cable": {}}


def test_what_is_default_is_left_out_but_an_empty_string_is_not() -> None:
    cable = to_dict(Cable(subject="", originator=None, tags=(), action=(Addressee("A", delivered=False),)))["cable"]
    assert cable == {"action": [{"name": "A"}], "subject": ""}


def test_attributes_come_in_the_order_of_the_model() -> None:
    names = [field.name for field in attrs.fields(Cable)]
    written = list(to_dict(SAMPLE)["cable"])
    assert written == sorted(written, key=names.index)


def test_enums_are_written_by_name() -> None:
    cable = to_dict(SAMPLE)["cable"]
    assert cable["precedence"] == {"action": "IMMEDIATE", "info": "ROUTINE"}
    assert cable["classification"]["level"] == "LIMITED_OFFICIAL_USE"


def test_body_items_say_their_kind_first() -> None:
    body = to_dict(SAMPLE)["cable"]["body"]
    assert [item["kind"] for item in body] == ["heading", "paragraph", "list_item", "table", "ruler"]
    assert all(next(iter(item)) == "kind" for item in body)


def test_unread_says_so_wherever_it_stands() -> None:
    cable = to_dict(SAMPLE)["cable"]
    assert cable["transmission"]["station"] == {"kind": "unread", "text": "DE 12"}
    assert cable["executive_order"] == {"kind": "unread", "text": "E.O. WHAT"}
    assert cable["action"][1] == {"kind": "unread", "text": "TO WHOM"}
    assert cable["unread"] == [{"kind": "unread", "text": "ZZZZ", "after": "originator"}]


def test_where_only_one_class_may_stand_there_is_no_kind() -> None:
    cable = to_dict(SAMPLE)["cable"]
    assert "kind" not in cable["dtg"]
    assert "kind" not in cable["action"][0]


def test_letters_beyond_ascii_stand_as_they_are() -> None:
    assert "«" in dumps(SAMPLE)


def test_null_and_empty_list_are_read_as_absent() -> None:
    assert from_dict({"schema": 1, "cable": {"subject": None, "dtg": None, "tags": []}}) == Cable()


# Faults

BODY_KINDS: Final = "paragraph, heading, list_item, table, ruler"
PRECEDENCES: Final = "EMERGENCY_COMMAND, FLASH, IMMEDIATE, PRIORITY, ROUTINE"


@pytest.mark.parametrize(
    ("cable", "fault"),
    [
        (
            {"body": [{"kind": "ruler", "text": "-"}, {"kind": "paragraph", "text": 5}]},
            "is a whole number, not a string @ $.cable.body[1].text",
        ),
        ({"subject": ["A"]}, "is a list, not a string @ $.cable.subject"),
        ({"section": {"number": True, "total": 2}}, "is true or false, not a whole number @ $.cable.section.number"),
        ({"section": {"number": 1, "total": 2.5}}, "is a number, not a whole number @ $.cable.section.total"),
        ({"section": {"number": 1}}, "total is missing @ $.cable.section.total"),
        ({"tags": "PREL"}, "is a string, not a list @ $.cable.tags"),
        ({"tags": None}, "is null, not a list @ $.cable.tags"),
        ({"tags": {"code": "PREL"}}, "is an object, not a list @ $.cable.tags"),
        ({"tags": ["PREL"]}, "is a string, not an object @ $.cable.tags[0]"),
        ({"colour": "red"}, "unknown: colour @ $.cable"),
        ({"tags": [{"code": "PREL", "kind": "subject"}]}, "unknown: kind @ $.cable.tags[0]"),
        ({"body": [{"text": "A"}]}, f"kind is None, not one of {BODY_KINDS} @ $.cable.body[0]"),
        ({"body": [{"kind": ["paragraph"]}]}, f"kind is ['paragraph'], not one of {BODY_KINDS} @ $.cable.body[0]"),
        ({"body": ["A"]}, "is a string, not an object @ $.cable.body[0]"),
        ({"dtg": {"kind": "read"}}, "kind is 'read', not one of unread @ $.cable.dtg"),
        ({"unread": [{"text": "A"}]}, "kind is None, not 'unread' @ $.cable.unread[0]"),
        ({"transmission": {"routing": "RUEHAA"}}, "is a string, not a list @ $.cable.transmission.routing"),
        ({"transmission": {"station": 7}}, "is a whole number, not a string @ $.cable.transmission.station"),
        ({"precedence": {"action": "O"}}, f"is 'O', not one of {PRECEDENCES} @ $.cable.precedence.action"),
    ],
)
def test_a_fault_is_named_with_its_path(cable: dict[str, Any], fault: str) -> None:
    assert fault_of(cable) == fault
    with pytest.raises(jsonschema.ValidationError):
        VALIDATOR.validate({"schema": 1, "cable": cable})


def test_all_faults_are_named() -> None:
    faults = fault_of({"subject": 1, "originator": 2, "colour": 3}).split("; ")
    assert len(faults) == 3


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        ([], "is a list, not an object @ $"),
        ({}, "schema is missing @ $; cable is missing @ $"),
        ({"schema": 1, "cable": []}, "is a list, not an object @ $.cable"),
        ({"schema": 1, "cable": {}, "more": 1}, "unknown: 'more' @ $"),
        ({"schema": "1", "cable": {}}, "schema version '1' is not a positive whole number @ $.schema"),
        ({"schema": True, "cable": {}}, "schema version True is not a positive whole number @ $.schema"),
        ({"schema": 0, "cable": {}}, "schema version 0 is not a positive whole number @ $.schema"),
    ],
)
def test_a_fault_of_the_top_level_is_named(data: Any, fault: str) -> None:
    with pytest.raises(ValueError, match=r"^not a cable: ") as raised:
        from_dict(data)
    assert str(raised.value) == f"not a cable: {fault}"


def test_a_later_version_is_refused_whatever_else_there_is() -> None:
    later = SCHEMA_VERSION + 1
    assert fault_of({}, schema=later, more=1) == (
        f"schema version {later} is later than {SCHEMA_VERSION}, which this library reads @ $.schema"
    )


def test_an_earlier_version_is_brought_forward_step_by_step(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serialization, "SCHEMA_VERSION", 4)
    steps = {
        1: lambda cable: {"subject": cable["title"]},
        # nothing to do from 2 to 3
        3: lambda cable: {**cable, "signature": "KUBLA"},
    }
    monkeypatch.setattr(serialization, "_UPGRADES", steps)
    assert from_dict({"schema": 1, "cable": {"title": "A"}}) == Cable(subject="A", signature="KUBLA")
    assert from_dict({"schema": 3, "cable": {"subject": "B"}}) == Cable(subject="B", signature="KUBLA")
    assert from_dict({"schema": 4, "cable": {"subject": "C"}}) == Cable(subject="C")


@pytest.mark.parametrize("text", ["", "{", "nonsense", "[" * 200_000])
def test_what_is_not_json_is_a_value_error(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  # the words are those of the json module
        loads(text)


# The published schema


def test_the_published_schema_is_that_of_the_model() -> None:
    assert published_schema() == build_schema(), (
        "write it anew: python -m telegram_grammar.json_schema > src/telegram_grammar/schema/cable.schema.json"
    )


def test_the_published_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(published_schema())


def test_the_schema_is_written_by_the_module() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "telegram_grammar.json_schema"], capture_output=True, text=True, check=True
    )
    assert json.loads(done.stdout) == published_schema()


def test_every_class_of_the_model_is_described() -> None:
    definitions = published_schema()["$defs"]
    homes = {"model", "heading_model", "vocabulary"}
    parts = [
        value
        for value in vars(model).values()
        if isinstance(value, type)
        and value.__module__.startswith("telegram_grammar.")
        and value.__module__.rpartition(".")[2] in homes
    ]
    derived = {"CitedCable", "Reasons", "TagKind"}  # what properties give; no attribute holds them
    assert {cls.__name__ for cls in parts} - derived == set(definitions) - {"Record", "Diagnostic"}
    assert all(definition["description"] for definition in definitions.values())


def test_comments_of_attributes_are_their_descriptions() -> None:
    transmission = published_schema()["$defs"]["Transmission"]["properties"]
    assert transmission["identification"]["description"].startswith("Format line 1:")


def shape(schema: Any) -> Any:
    """A schema without what only explains."""
    if isinstance(schema, dict):
        return {key: shape(value) for key, value in schema.items() if key != "description" or isinstance(value, dict)}
    return [shape(value) for value in schema] if isinstance(schema, list) else schema


def test_the_form_of_a_version_does_not_change() -> None:
    text = json.dumps(shape(build_schema()), sort_keys=True)
    assert SHAPES.get(SCHEMA_VERSION) == hashlib.sha256(text.encode()).hexdigest(), (
        "the form of the JSON has changed: if SCHEMA_VERSION is in a release, raise it (and add a step to _UPGRADES "
        "where old cables need one); then record the new form here"
    )


# The extra


def test_without_cattrs_the_error_names_the_extra() -> None:
    code = (
        "import sys; sys.modules['cattrs'] = None\n"
        "from telegram_grammar.serialization import to_dict, from_dict\n"
        "from telegram_grammar.model import Cable\n"
        "for use in (lambda: to_dict(Cable()), lambda: from_dict({'schema': 1, 'cable': {}})):\n"
        "    try: use()\n"
        "    except ImportError as error: print(error)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["JSON needs the package cattrs: pip install 'telegram-grammar[json]'"] * 2


def test_importing_the_module_does_not_import_cattrs() -> None:
    code = "import sys, telegram_grammar.serialization, telegram_grammar.json_schema; print('cattrs' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_a_section_is_what_it_says() -> None:
    """A guard for the guards above: the same object without a fault is read."""
    assert from_dict({"schema": 1, "cable": {"section": {"number": 1, "total": 2}}}) == Cable(section=Section(1, 2))
