"""What the strategies of `telegram_grammar.testing` say of an argument that they cannot take, before they draw."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from telegram_grammar import testing
from telegram_grammar.testing import OPERATORS, Damage, Era, Layout

_few = settings(max_examples=20, database=None, derandomize=True, suppress_health_check=list(HealthCheck))
TAKE_TEXTS: Final[list[Callable[[Any], SearchStrategy[Any]]]] = [
    testing.garbled,
    testing.near_valid_texts,
    testing.spliced_texts,
    testing.any_texts,
    testing.damaged,
]


def drawn_from(strategy: SearchStrategy[Any]) -> list[Any]:
    """A few values of a strategy."""
    found: list[Any] = []

    @_few
    @given(strategy)
    def draw(value: object) -> None:
        found.append(value)

    draw()
    return found


@pytest.mark.parametrize(
    ("function", "values", "said"),
    [
        (testing.cables, {"layout": "short"}, f"no layout 'short'; there are {', '.join(map(str, Layout))}"),
        (testing.cables, {"era": "old"}, f"no era 'old'; there are {', '.join(map(str, Era))}"),
        (testing.cables, {"size": -1}, "cables(size=) takes 0 or more, not -1"),
        (testing.conformant_cables, {"era": "12958"}, f"no era '12958'; there are {', '.join(map(str, Era))}"),
        (testing.conformant_cables, {"size": 0}, "conformant_cables(size=) takes 1 or more, not 0"),
        (
            testing.damaged,
            {"operators": "pilcrow"},
            f"no operator 'pilcrow'; there are {', '.join(OPERATORS)}; did you mean pilcrow as 1?",
        ),
        (testing.damaged, {"operators": ("swap lines", "x")}, f"no operator 'x'; there are {', '.join(OPERATORS)}"),
        (testing.damaged, {"operators": ""}, f"no operator ''; there are {', '.join(OPERATORS)}"),
        (
            testing.field_texts,
            {"grammar": "structure", "rule": "message"},
            "no grammar 'structure'; there are heading, text_head, interpret, lines",
        ),
    ],
)
def test_a_value_that_there_is_not_is_refused_with_those_there_are(
    function: Callable[..., SearchStrategy[Any]], values: dict[str, Any], said: str
) -> None:
    with pytest.raises(ValueError) as refused:  # noqa: PT011  # what it says is compared whole
        function(**values)
    assert str(refused.value) == said


def test_a_rule_and_a_kind_that_there_is_not_are_refused_with_those_near() -> None:
    with pytest.raises(ValueError, match=r"^no rule 'routin'; there are .*, station, .*; did you mean routing or "):
        testing.field_texts("heading", "routin")
    with pytest.raises(ValueError, match=r"^no kind 'STATON'; there are TRANSMISSION, .*; did you mean STATION"):
        testing.line_of_kind("STATON")


@pytest.mark.parametrize(
    ("function", "values", "said"),
    [
        (testing.cables, {"layout": 1}, "cables(layout=) takes a Layout, not an int"),
        (testing.cables, {"layout": []}, "cables(layout=) takes a Layout, not a list"),
        (testing.cables, {"era": Layout.TEXT}, "cables(era=) takes an Era, not a Layout"),
        (testing.cables, {"size": "6"}, "cables(size=) takes an int, not a str"),
        (testing.cables, {"size": 2.0}, "cables(size=) takes an int, not a float"),
        (testing.cables, {"size": True}, "cables(size=) takes an int, not a bool"),
        (testing.cables, {"hazards": "no"}, "cables(hazards=) takes a bool, not a str"),
        (testing.conformant_cables, {"era": 12958}, "conformant_cables(era=) takes an Era, not an int"),
        (testing.conformant_cables, {"size": None}, "conformant_cables(size=) takes an int, not None"),
        (testing.cable_texts, {"noise": "no"}, "cable_texts(noise=) takes a bool, not a str"),
        (testing.structures, {"noise": 1}, "structures(noise=) takes a bool, not an int"),
        (testing.damaged, {"operators": None}, "damaged(operators=) takes a str, not None"),
        (testing.damaged, {"operators": [len]}, "damaged(operator=) takes a str, not a builtin_function_or_method"),
        (testing.field_texts, {"grammar": 1, "rule": "x"}, "field_texts(grammar=) takes a str, not an int"),
        (testing.field_texts, {"grammar": "heading", "rule": None}, "field_texts(rule=) takes a str, not None"),
        (testing.line_of_kind, {"kind": ["DTG"]}, "line_of_kind(kind=) takes a str, not a list"),
        (testing.line_of_kind, {"kind": "DTG", "noise": 0}, "line_of_kind(noise=) takes a bool, not an int"),
    ],
)
def test_a_value_of_another_type_is_refused_with_what_is_taken(
    function: Callable[..., SearchStrategy[Any]], values: dict[str, Any], said: str
) -> None:
    with pytest.raises(TypeError) as refused:
        function(**values)
    assert str(refused.value) == said


@pytest.mark.parametrize("function", TAKE_TEXTS)
def test_texts_are_a_strategy_of_texts(function: Callable[[Any], SearchStrategy[Any]]) -> None:
    """A text in place of a strategy is refused at once, a strategy of something else when it is first drawn."""
    with pytest.raises(TypeError, match=r"\(texts=\) takes a SearchStrategy, not a str$"):
        function("UNCLAS OSLO 000001\n")
    with pytest.raises(TypeError, match=r"^texts takes a strategy of str; it drew int"):
        drawn_from(function(st.integers()))


@pytest.mark.parametrize("names", ["delete a line", ["delete a line"], {"delete a line"}, iter(["delete a line"])])
def test_one_operator_and_several_are_taken_in_any_form(names: Any) -> None:
    found: list[Damage] = drawn_from(testing.damaged(operators=names))
    assert {one.operator for one in found} == {"delete a line"}


def test_the_least_sizes_are_taken() -> None:
    assert {len(cable.body) for cable in drawn_from(testing.cables(size=0))} == {0}
    assert drawn_from(testing.conformant_cables(size=1))
