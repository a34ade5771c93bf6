"""What `maker` makes is what a call of the class makes."""

from __future__ import annotations

import inspect
import pickle
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from telegram_grammar import diagnostics, heading_model, model
from telegram_grammar.making import maker

#: Each class with the function that makes its objects.
MADE = [
    (getattr(module, "".join(map(str.capitalize, name.split("_")[1:]))), make)
    for module in (diagnostics, heading_model, model)
    for name, make in vars(module).items()
    if name.startswith("new_") and make.__globals__.get("cls") in vars(module).values()
]


def test_all_are_here() -> None:
    assert {"Span", "Diagnostic", "Cable", "Paragraph", "Addressee"} <= {cls.__name__ for cls, _ in MADE}


@pytest.mark.parametrize(("cls", "make"), MADE)
@given(data=st.data())
def test_made_object_is_that_of_the_call(cls: Any, make: Any, data: st.DataObject) -> None:
    names = [one.name for one in attrs.fields(cls)]
    needed = sum(one.default is attrs.NOTHING for one in attrs.fields(cls))
    positional = data.draw(st.integers(needed, len(names)))
    values = [data.draw(st.one_of(st.none(), st.integers(), st.text())) for _ in names]
    named = data.draw(st.sets(st.sampled_from(names[positional:]))) if positional < len(names) else set()
    keywords = {name: values[names.index(name)] for name in named}
    made, called = make(*values[:positional], **keywords), cls(*values[:positional], **keywords)
    assert type(made) is cls
    assert [getattr(made, name) for name in names] == [getattr(called, name) for name in names]
    again = pickle.loads(pickle.dumps(made))
    assert [getattr(again, name) for name in names] == [getattr(called, name) for name in names]


@pytest.mark.parametrize(("cls", "make"), MADE)
def test_made_object_is_as_frozen(cls: Any, make: Any) -> None:
    """Nothing of the twin is left."""
    names = [one.name for one in attrs.fields(cls)]
    made, called = make(*names), cls(*names)
    assert dir(made) == dir(called)
    if cls.__setattr__ is not object.__setattr__:
        assert made == called
        assert hash(made) == hash(called)
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(made, names[0], "another")


@pytest.mark.parametrize(("cls", "make"), MADE)
def test_parameters_are_those_of_the_class(cls: Any, make: Any) -> None:
    def parameters(function: Any) -> list[tuple[str, object]]:
        return [(one.name, one.default) for one in inspect.signature(function).parameters.values()]

    assert parameters(make) == parameters(cls)


@attrs.frozen(weakref_slot=False)
class _Checked:
    size: int = attrs.field(validator=attrs.validators.instance_of(int))


@attrs.frozen(weakref_slot=False)
class _Converted:
    size: int = attrs.field(converter=int)


@attrs.frozen(weakref_slot=False)
class _Listed:
    sizes: list[int] = attrs.field(factory=list)


@attrs.frozen(weakref_slot=False)
class _Finished:
    size: int

    def __attrs_post_init__(self) -> None:
        """Does more than setting attributes."""


@attrs.frozen(weakref_slot=False)
class _Derived(_Finished):
    other: int


@attrs.frozen
class _Referred:
    size: int


@pytest.mark.parametrize("cls", [_Checked, _Converted, _Listed, _Finished, _Derived, _Referred])
def test_class_that_does_more_is_refused(cls: Any) -> None:
    with pytest.raises(TypeError, match="not made by setting"):
        maker(cls)
