"""Where each part of a cable stands in its source, and what stands at a place."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from typing import TypeAlias

import attrs
from attrs import define, field

from telegram_grammar.model import Cable
from telegram_grammar.words import content

__all__ = ["Places", "Ranges"]

#: Ranges of the cable's attributes: one of the whole, or one for each item of a tuple.
Ranges: TypeAlias = dict[str, tuple[int, int] | list[tuple[int, int]]]


@define
class Places:
    """The places of a cable's parts. The index is made when it is first asked for."""

    source: str
    cable: Cable
    ranges: Ranges
    #: The ranges of parts within an attribute, by their paths, where they are known more closely.
    inner: Mapping[str, tuple[int, int]]
    _parts: dict[int, tuple[int, int]] | None = field(default=None, init=False)
    _paths: dict[str, tuple[int, int]] | None = field(default=None, init=False)

    def paths(self) -> dict[str, tuple[int, int]]:
        """The range of each attribute by its path: "subject", "captions[0]"."""
        if self._paths is None:
            self._paths = {}
            for name, ranges in self.ranges.items():
                if isinstance(ranges, tuple):
                    self._paths[name] = content(self.source, *ranges)
                else:
                    for place, one in enumerate(ranges):
                        self._paths[f"{name}[{place}]"] = content(self.source, *one)
        return self._paths

    def parts(self) -> dict[int, tuple[int, int]]:
        """The range of each model object by identity: its own, or that of the attribute that holds it."""
        if self._parts is None:
            self._parts = {}
            for path, place in self.paths().items():
                for part in _objects(self.value(path)):
                    self._parts[id(part)] = place
            for path, place in self.inner.items():
                for part in _objects(self.value(path)):
                    self._parts[id(part)] = place
        return self._parts

    def value(self, path: str) -> object:
        """What the cable holds at a path."""
        name, _, rest = path.partition("[")
        value: object = self.cable
        for step in name.split("."):
            value = getattr(value, step)
        return value[int(rest[:-1])] if rest and isinstance(value, tuple) else value

    def at(self, offset: int) -> object:
        """The smallest part that stands at an offset; None where none does."""
        fitting = [(end - start, path) for path, (start, end) in self.paths().items() if start <= offset < end]
        return self.value(min(fitting)[1]) if fitting else None


def _objects(value: object) -> Iterator[object]:
    """A value and the model objects within it."""
    if isinstance(value, tuple):
        for item in value:
            yield from _objects(item)
    elif names := _field_names(type(value)):  # type: ignore[arg-type]  # mypy takes a class for unhashable here
        yield value
        for name in names:
            yield from _objects(getattr(value, name))


@functools.cache
def _field_names(kind: type) -> tuple[str, ...]:
    """The fields of a class of the model, none of another; of each class they are asked for thousands of objects."""
    return tuple(attrs.fields_dict(kind)) if attrs.has(kind) else ()
