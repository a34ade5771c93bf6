"""Objects made without the call of their class, for the stages that make hundreds of a cable.

On CPython 3.11 the call of a class goes through several layers before its `__init__` begins, and that of a frozen class
sets each attribute by a call of `object.__setattr__`: all the objects of a parse, made so, took a seventh of the work.
`maker` takes the half of that away. It fills a bare twin of the class, which has the same slots and no `__init__`, and
then says of which class it is.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar

import attrs

__all__ = ["maker"]

_Parameters = ParamSpec("_Parameters")
_Made = TypeVar("_Made")


def maker(cls: Callable[_Parameters, _Made]) -> Callable[_Parameters, _Made]:
    """A function that makes what a call of this attrs class would make; its parameters are those of the class.

    Raises TypeError for a class that does more on a call than setting its attributes, or that a twin cannot stand for.
    """
    made_of: Any = cls  # a class, though the type tells only of its call
    fields: tuple[attrs.Attribute[Any], ...] = attrs.fields(made_of)
    if not _is_plain(cls, fields):
        raise TypeError(f"{cls!r} is not made by setting its attributes alone")
    twin = type(getattr(cls, "__name__", ""), made_of.__bases__, {"__slots__": [one.name for one in fields]})
    known: dict[str, Any] = {"cls": cls, "twin": twin}
    parameters, lines = [], ["made = twin()"]
    for place, one in enumerate(fields):
        if one.default is attrs.NOTHING:
            parameters.append(one.name)
        else:
            known[f"default_{place}"] = one.default
            parameters.append(f"{one.name}=default_{place}")
        lines.append(f"made.{one.name} = {one.name}")
    lines += ["made.__class__ = cls", "return made"]
    code = "\n    ".join([f"def make({', '.join(parameters)}):", *lines])
    exec(code, known)  # built of nothing but the names of attributes, as attrs builds `__init__`
    made: Callable[_Parameters, _Made] = known["make"]
    return made


def _is_plain(cls: Any, fields: tuple[attrs.Attribute[Any], ...]) -> bool:
    """Whether a call of the class sets its attributes and does nothing else, and a twin can have the same slots."""
    simple = all(
        one.init and not one.kw_only and one.alias == one.name and one.validator is None and one.converter is None
        and not hasattr(one.default, "factory")
        for one in fields
    )  # fmt: skip
    steps = any(hasattr(cls, name) for name in ("__attrs_pre_init__", "__attrs_post_init__"))
    # a base may have slots more, which are empty in what is made
    bare = all(
        base is object or (base.__init__ is object.__init__ and "__slots__" in vars(base)) for base in cls.__bases__
    )
    return simple and not steps and bare and cls.__slots__ == tuple(one.name for one in fields)
