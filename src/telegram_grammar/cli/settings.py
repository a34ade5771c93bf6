"""Settings of a project: the table `[tool.telegram-grammar]` of a `pyproject.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from attrs import evolve, field, frozen

from telegram_grammar.cli.check_text import Format, Selection

__all__ = ["Settings", "SettingsError", "find", "load"]

_FILE: Final = "pyproject.toml"
_TABLE: Final = "telegram-grammar"


class SettingsError(Exception):
    """Settings that cannot be used; the message names the file and the key."""


@frozen
class Settings:
    """What a project asks for; by itself, what holds where it does not say."""

    selection: Selection = field(factory=Selection)
    format: Format = Format.TEXT
    jobs: int = 1


def find(folder: Path) -> Settings:
    """The settings of the nearest `pyproject.toml`, from the folder upwards, that has the table; else none are given.

    Raises SettingsError.
    """
    for place in (folder, *folder.parents):
        path = place / _FILE
        if path.is_file():
            table = _table(path)
            if table is not None:
                return _settings(path, table)
    return Settings()


def load(path: Path) -> Settings:
    """The settings of a file, which must have the table. Raises SettingsError."""
    table = _table(path)
    if table is None:
        raise SettingsError(f"{path}: there is no table [tool.{_TABLE}]")
    return _settings(path, table)


def _table(path: Path) -> object:
    """The table of settings of a file; None where there is none."""
    try:
        content = tomllib.loads(path.read_bytes().decode("utf-8"))
    except OSError as error:
        raise SettingsError(f"{path}: {error.strerror}") from error
    except ValueError as error:  # of UTF-8 or of TOML
        raise SettingsError(f"{path}: not TOML: {error}") from error
    tools = content.get("tool", {})
    return tools.get(_TABLE) if isinstance(tools, dict) else None


def _is_list_of_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_format(value: object) -> bool:
    return isinstance(value, str) and value in set(Format)


def _is_number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


_KINDS: Final[Mapping[str, tuple[str, Callable[[object], bool]]]] = {
    "select": ("a list of strings", _is_list_of_texts),
    "ignore": ("a list of strings", _is_list_of_texts),
    "profile": ("a string", _is_text),
    "format": (f"one of {', '.join(Format)}", _is_format),
    "jobs": ("a whole number from 0", _is_number),
}


def _settings(path: Path, table: object) -> Settings:
    if not isinstance(table, dict):
        raise SettingsError(f"{path}: tool.{_TABLE} must be a table")
    for key, value in table.items():
        if key not in _KINDS:
            raise SettingsError(f"{path}: tool.{_TABLE} has no key {key!r}; there are {', '.join(_KINDS)}")
        kind, is_right = _KINDS[key]
        if not is_right(value):
            raise SettingsError(f"{path}: tool.{_TABLE}.{key} must be {kind}")
    select = table.get("select")
    selection = Selection(
        select if select is None else tuple(select), tuple(table.get("ignore", ())), table.get("profile")
    )
    for key in ("select", "ignore", "profile"):
        try:
            evolve(Selection(), **{key: getattr(selection, key)}).verify()
        except ValueError as error:
            raise SettingsError(f"{path}: tool.{_TABLE}.{key}: {error}") from error
    return Settings(selection, Format(table.get("format", Format.TEXT)), table.get("jobs", 1))
