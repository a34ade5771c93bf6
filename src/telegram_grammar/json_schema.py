"""The JSON Schema (draft 2020-12) of the JSON form, made from the model: its attributes, types and documentation.

The package carries it as `schema/cable.schema.json`; a test keeps that file equal to the model. After a change of the
model it is written anew by

    python -m telegram_grammar.json_schema > src/telegram_grammar/schema/cable.schema.json

It says of a text just what `from_dict` accepts. Under `$defs` stands also `Record`, one object of the command line's
output: a cable with its path and its diagnostics.
"""

from __future__ import annotations

import ast
import enum
import importlib.resources
import inspect
import json
import sys
import types
import typing
from collections.abc import Iterator, Mapping
from typing import Any, Final, TypeAlias

import attrs

from telegram_grammar import model
from telegram_grammar.diagnostics import Severity
from telegram_grammar.serialization import KINDS, SCHEMA_VERSION

__all__ = ["build_schema", "published_schema"]

_Json: TypeAlias = dict[str, Any]

_SCALARS: Final[Mapping[Any, str]] = {str: "string", int: "integer", bool: "boolean", type(None): "null"}


def published_schema() -> _Json:
    """The JSON Schema that the package carries."""
    file = importlib.resources.files("telegram_grammar") / "schema" / "cable.schema.json"
    schema: _Json = json.loads(file.read_text("utf-8"))
    return schema


def build_schema() -> _Json:
    """The JSON Schema of the model as it is now. Needs the source of the model, for the comments in it."""
    classes = list(_classes_from(model.Cable))
    envelope = {
        "schema": {"description": "Version of this form.", "const": SCHEMA_VERSION},
        "cable": {"$ref": "#/$defs/Cable"},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:telegram-grammar:cable:{SCHEMA_VERSION}",
        "title": "A telegram as telegram-grammar writes it",
        "description": "An attribute that has its default (null, an empty list, false, 0) is left out.",
        **_object(envelope, required=["schema", "cable"]),
        "$defs": {cls.__name__: _definition(cls) for cls in sorted(classes, key=lambda cls: cls.__name__)}
        | _record_definitions(envelope),
    }


def _record_definitions(envelope: _Json) -> _Json:
    """What the command line writes around a cable."""
    offset: _Json = {"type": "integer", "minimum": 0}
    ordinal: _Json = {"type": "integer", "minimum": 1}
    diagnostic: _Json = {
        "code": {"description": 'Stable code, as in "TG601".', "type": "string"},
        "rule": {"description": "Short name of the code.", "type": "string"},
        "severity": {"enum": [severity.value for severity in Severity]},
        "message": {"description": "What was found, in words.", "type": "string"},
        "start": {"description": "Where it begins: characters before it in the text.", **offset},
        "end": {"description": "Where it ends: characters before its end in the text.", **offset},
        "line": {"description": "Line of its beginning, from 1.", **ordinal},
        "column": {"description": "Column of its beginning, in characters from 1.", **ordinal},
        "expected": {"description": "What would have been right there, in words.", "type": "string"},
        "fix": {"description": "Text that may safely replace it.", "type": "string"},
    }
    record = {
        "path": {"description": 'The file as it was named, "-" for standard input.', "type": "string"},
        **envelope,
        "diagnostics": {"type": "array", "items": {"$ref": "#/$defs/Diagnostic"}},
    }
    optional = {"expected", "fix"}
    return {
        "Diagnostic": {
            "description": "One departure, at one place.",
            **_object(diagnostic, required=[name for name in diagnostic if name not in optional]),
        },
        "Record": {
            "description": "One text that the command line read.",
            **_object(record, required=list(record)),
        },
    }


def _object(properties: _Json, required: list[str]) -> _Json:
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def _classes_from(cls: type) -> Iterator[type]:
    """The class and all classes and enums that its attributes lead to, each once."""
    found: dict[type, None] = {}
    waiting = [cls]
    while waiting:
        current = waiting.pop()
        if current not in found:
            found[current] = None
            if attrs.has(current):
                waiting += [leaf for hint in _hints(current).values() for leaf in _leaves(hint)]
    return iter(found)


def _hints(cls: type) -> dict[str, Any]:
    """The types of the attributes in their order."""
    hints = typing.get_type_hints(cls)
    return {field.name: hints[field.name] for field in attrs.fields(cls)}


def _leaves(hint: Any) -> Iterator[type]:
    """The classes and enums that a type is made of."""
    if isinstance(hint, type) and (attrs.has(hint) or issubclass(hint, enum.Enum)):
        yield hint
    for argument in typing.get_args(hint):
        yield from _leaves(argument)


def _definition(cls: Any) -> _Json:
    """The schema of one class or enum."""
    described = {"description": inspect.cleandoc(cls.__doc__ or "")}
    if issubclass(cls, enum.Enum):
        return {**described, "enum": list(cls.__members__)}
    comments = _comments(cls)
    properties: _Json = {"kind": {"const": KINDS[cls]}} if cls in KINDS else {}
    for name, hint in _hints(cls).items():
        properties[name] = ({"description": comments[name]} if name in comments else {}) | _schema_of(hint)
    mandatory = [field.name for field in attrs.fields(cls) if field.default is attrs.NOTHING]
    return {**described, **_object(properties, required=[*(["kind"] if cls in KINDS else []), *mandatory])}


def _schema_of(hint: Any) -> _Json:
    """The schema of one type of the model."""
    if hint in _SCALARS:
        return {"type": _SCALARS[hint]}
    arguments = typing.get_args(hint)
    if typing.get_origin(hint) is tuple:
        return {"type": "array", "items": _schema_of(arguments[0])}
    if typing.get_origin(hint) in (types.UnionType, typing.Union):
        if all(argument in _SCALARS for argument in arguments):
            return {"type": [_SCALARS[argument] for argument in arguments]}
        return {"anyOf": [_schema_of(argument) for argument in arguments]}
    return {"$ref": f"#/$defs/{hint.__name__}"}


def _comments(cls: type) -> dict[str, str]:
    """The comments that begin with `#:` above the attributes."""
    source = inspect.cleandoc(inspect.getsource(cls))
    lines = [line.strip() for line in source.splitlines()]
    found: dict[str, str] = {}
    [definition] = ast.parse(source).body
    assert isinstance(definition, ast.ClassDef)
    for statement in definition.body:
        if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
            first = last = statement.lineno - 1
            while lines[first - 1].startswith("#:"):
                first -= 1
            if first < last:
                found[statement.target.id] = " ".join(line.removeprefix("#:").strip() for line in lines[first:last])
    return found


if __name__ == "__main__":
    sys.stdout.write(json.dumps(build_schema(), ensure_ascii=False, indent=2) + "\n")
