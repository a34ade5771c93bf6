"""A `Cable` as JSON and back, by cattrs (extra `json`), with a version of its schema.

The form, in full in `docs/reference/json.md`: the top level holds `schema` and `cable`; an attribute that has its
default (None, an empty tuple, False, 0) is left out; a tuple is a list; a member of an enum is its name. Objects that
stand where several classes may stand say which they are by `kind`: the items of the body, and `Unread` everywhere.

`SCHEMA_VERSION` goes up by one with every release in which the form changes at all: an attribute, a class, a member of
an enum added, removed, renamed or given another meaning. This library reads its own version and, by a step in
`_UPGRADES` for each change that needs one, all earlier ones; a later version is refused.
"""

from __future__ import annotations

import enum
import functools
import json
import types
import typing
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final, TypeVar

import attrs

from telegram_grammar.arguments import demand
from telegram_grammar.model import BodyItem, Cable, Heading, ListItem, Paragraph, Ruler, Table, Unread

if TYPE_CHECKING:
    from cattrs import Converter

__all__ = ["KINDS", "SCHEMA_VERSION", "dumps", "from_dict", "loads", "to_dict"]

#: Version of the JSON form that is written.
SCHEMA_VERSION: Final = 1

#: The classes that carry `kind`, and what it says.
KINDS: Final[Mapping[type, str]] = {
    Paragraph: "paragraph",
    Heading: "heading",
    ListItem: "list_item",
    Table: "table",
    Ruler: "ruler",
    Unread: "unread",
}

#: How the `cable` object of version n becomes that of version n + 1, where more than the number differs.
_UPGRADES: Final[Mapping[int, Callable[[dict[str, Any]], dict[str, Any]]]] = {}

_Scalar = TypeVar("_Scalar", str, int, bool)


def to_dict(cable: Cable) -> dict[str, Any]:
    """The cable as dicts, lists and scalars, just as JSON would hold it: `{"schema": 1, "cable": {...}}`.

    Raises ImportError where cattrs is not installed, TypeError for what is no `Cable`.
    """
    demand(cable, Cable, "to_dict")
    return {"schema": SCHEMA_VERSION, "cable": _converter().unstructure(cable, Cable)}


def from_dict(data: Mapping[str, Any]) -> Cable:
    """The cable that `to_dict` made this of.

    Raises ValueError, with every fault and its path ("is a number, not a string @ $.cable.body[3].text"), where an
    attribute is missing, unknown or of another type, or the schema version is unknown; ImportError where cattrs is not
    installed.
    """
    converter = _converter()
    faults = _faults_of_envelope(data)
    if not faults:
        try:
            return converter.structure(_upgraded(data["schema"], data["cable"]), Cable)
        except Exception as error:  # cattrs raises groups and plain errors; all of them are about the data
            faults = _faults(error)
    raise ValueError("not a cable: " + "; ".join(faults))


def dumps(cable: Cable, *, indent: int | None = None) -> str:
    """The cable as JSON text, on one line or indented.

    Letters beyond ASCII stand as they are. Raises ImportError where cattrs is not installed.
    """
    return json.dumps(to_dict(cable), ensure_ascii=False, indent=indent)


def loads(text: str | bytes) -> Cable:
    """The cable that `dumps` made this text of.

    Raises ValueError where the text is not JSON, or as `from_dict` does; ImportError where cattrs is not installed.
    """
    try:
        data = json.loads(text)
    except RecursionError:
        raise ValueError("not a cable: nested too deeply") from None
    return from_dict(data)


def _faults_of_envelope(data: object) -> list[str]:
    """What is wrong with the top level."""
    if not isinstance(data, Mapping):
        return [f"is {_named(data)}, not an object @ $"]
    faults = [f"{key} is missing @ $" for key in ("schema", "cable") if key not in data]
    unknown = [repr(key) for key in data if key not in ("schema", "cable")]
    if unknown:
        faults.append(f"unknown: {', '.join(sorted(unknown))} @ $")
    if "schema" in data:
        version = data["schema"]
        if type(version) is not int or version < 1:
            faults.append(f"schema version {version!r} is not a positive whole number @ $.schema")
        elif version > SCHEMA_VERSION:
            # nothing else is worth saying about a form that is not known
            return [f"schema version {version} is later than {SCHEMA_VERSION}, which this library reads @ $.schema"]
    if "cable" in data and not isinstance(data["cable"], Mapping):
        faults.append(f"is {_named(data['cable'])}, not an object @ $.cable")
    return faults


def _upgraded(version: int, cable: dict[str, Any]) -> dict[str, Any]:
    """The object of an earlier version in the form of this one."""
    for step in range(version, SCHEMA_VERSION):
        cable = _UPGRADES[step](cable) if step in _UPGRADES else cable
    return cable


@functools.cache
def _converter() -> Converter:
    """The one converter; it makes the code for each class when that is first met, and keeps it."""
    try:
        from cattrs import Converter
    except ImportError as error:
        raise ImportError("JSON needs the package cattrs: pip install 'telegram-grammar[json]'") from error
    converter = Converter(unstruct_collection_overrides={tuple: list})
    for scalar in (str, int, bool):
        converter.register_structure_hook(scalar, _exactly)
    converter.register_structure_hook(enum.Enum, _member)
    converter.register_unstructure_hook(enum.Enum, lambda member: member.name)
    converter.register_structure_hook_factory(attrs.has, functools.partial(_object_reader, converter))
    converter.register_unstructure_hook_factory(attrs.has, functools.partial(_object_writer, converter))
    converter.register_structure_hook_factory(_is_tuple, functools.partial(_tuple_reader, converter))
    converter.register_structure_hook_func(_is_choice, functools.partial(_read_choice, converter))
    converter.register_unstructure_hook_func(_is_choice, converter.unstructure)
    return converter


def _exactly(value: object, scalar: type[_Scalar]) -> _Scalar:
    """The value if it is of the type itself: `str(5)` and `int("5")` would hide a fault."""
    if type(value) is not scalar:
        raise TypeError(f"is {_named(value)}, not {_NAMES[scalar]}")
    return value


_NAMES: Final[Mapping[type, str]] = {
    str: "a string",
    int: "a whole number",
    bool: "true or false",
    float: "a number",
    list: "a list",
    dict: "an object",
    type(None): "null",
}


def _named(value: object) -> str:
    """The type of a value in the words of JSON."""
    return _NAMES.get(type(value), f"a {type(value).__name__}")


def _member(name: object, members: type[enum.Enum]) -> enum.Enum:
    """The member of that name."""
    if isinstance(name, str) and name in members.__members__:
        return members[name]
    raise ValueError(f"is {name!r}, not one of {', '.join(members.__members__)}")


def _object_writer(converter: Converter, cls: type) -> Callable[[Any], dict[str, Any]]:
    """How an object of the class is written: `kind` first, where the class carries it; what is default not at all."""
    from cattrs.gen import make_dict_unstructure_fn

    write: Callable[[Any], dict[str, Any]] = make_dict_unstructure_fn(cls, converter, _cattrs_omit_if_default=True)
    if cls not in KINDS:
        return write
    kind = KINDS[cls]
    return lambda value: {"kind": kind, **write(value)}


def _object_reader(converter: Converter, cls: type) -> Callable[[Any, Any], Any]:
    """How an object of the class is read: nothing but its attributes, and its own `kind` where it carries one."""
    from cattrs.gen import make_dict_structure_fn

    read: Callable[[Any, Any], Any] = make_dict_structure_fn(cls, converter, _cattrs_forbid_extra_keys=True)
    kind = KINDS.get(cls)

    def checked(data: object, _: type) -> Any:
        if not isinstance(data, Mapping):
            raise TypeError(f"is {_named(data)}, not an object")
        if kind is None:
            return read(data, cls)
        if data.get("kind") != kind:
            raise ValueError(f"kind is {data.get('kind')!r}, not {kind!r}")
        return read({key: value for key, value in data.items() if key != "kind"}, cls)

    return checked


def _is_tuple(cls: Any) -> bool:
    return typing.get_origin(cls) is tuple


def _tuple_reader(converter: Converter, cls: Any) -> Callable[[Any, Any], tuple[Any, ...]]:
    """How a tuple of any length is read: a string is no list of letters, an object no list of keys."""
    items = types.GenericAlias(list, typing.get_args(cls)[:1])
    read = converter.get_structure_hook(items)

    def checked(data: object, _: Any) -> tuple[Any, ...]:
        if not isinstance(data, (list, tuple)):
            raise TypeError(f"is {_named(data)}, not a list")
        return tuple(read(data, items))

    return checked


def _is_choice(cls: Any) -> bool:
    """Whether several classes may stand here; None beside one class is no choice."""
    if typing.get_origin(cls) not in (types.UnionType, typing.Union):
        return False
    return cls == BodyItem or Unread in typing.get_args(cls)


def _read_choice(converter: Converter, data: object, union: Any) -> Any:
    """What stands where several classes may stand."""
    members = typing.get_args(union)
    if data is None and type(None) in members:
        return None
    by_kind = {KINDS[member]: member for member in members if member in KINDS}
    without = [member for member in members if member not in KINDS and member is not type(None)]
    if isinstance(data, Mapping) and ("kind" in data or not without):
        kind = data.get("kind")
        if not isinstance(kind, str) or kind not in by_kind:
            raise ValueError(f"kind is {kind!r}, not one of {', '.join(by_kind)}")
        return converter.structure(data, by_kind[kind])
    if not without:
        raise TypeError(f"is {_named(data)}, not an object")
    [other] = without  # the model has no union of two classes without a kind
    return converter.structure(data, other)


def _faults(error: BaseException) -> list[str]:
    """Every fault in an error of cattrs with its path."""
    from cattrs import transform_error

    return transform_error(error, "$.cable", _fault)


def _fault(error: BaseException, _: type | None) -> str:
    """One fault in words."""
    from cattrs.errors import ForbiddenExtraKeysError

    if isinstance(error, ForbiddenExtraKeysError):
        return f"unknown: {', '.join(sorted(map(str, error.extra_fields)))}"
    if isinstance(error, KeyError):
        return f"{error.args[0]} is missing"
    return str(error)
