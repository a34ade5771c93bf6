"""What a strategy says of an argument that it cannot take, as soon as it is made: a draw would say it late or never."""

from __future__ import annotations

import enum
from collections.abc import Iterable

from hypothesis.strategies import DrawFn, SearchStrategy

from telegram_grammar.arguments import demand, near

__all__ = ["demand_known", "demand_member", "demand_size", "demand_texts", "names_of", "text_of"]


def demand_known(word: object, known: Iterable[str], what: str, function: str) -> None:
    """Raises TypeError for what is no `str`, ValueError for a word that is none of those known; it names them."""
    demand(word, str, f"{function}({what}=)")
    there = list(known)
    if word not in there:
        raise ValueError(f"no {what} {word!r}; there are {', '.join(there)}{near(str(word), there)}")


def demand_member(value: object, kind: type[enum.Enum], what: str, function: str) -> None:
    """Raises ValueError for a `str`, by which a member was meant, TypeError for another type; None is any member."""
    if isinstance(value, str):
        raise ValueError(f"no {what} {value!r}; there are {', '.join(map(str, kind))}")
    if value is not None:
        demand(value, kind, f"{function}({what}=)")


def demand_size(value: object, least: int, function: str) -> None:
    """Raises TypeError for a size that is no whole number, ValueError for one below the least."""
    if isinstance(value, bool):  # Python's are numbers too
        raise TypeError(f"{function}(size=) takes an int, not a bool")
    demand(value, int, f"{function}(size=)")
    if isinstance(value, int) and value < least:
        raise ValueError(f"{function}(size=) takes {least} or more, not {value}")


def demand_texts(value: object, function: str) -> None:
    """Raises TypeError for what is no strategy; what it draws is seen when it is drawn (`text_of`)."""
    demand(value, SearchStrategy, f"{function}(texts=)")


def text_of(draw: DrawFn, texts: SearchStrategy[str]) -> str:
    """A text of a caller's strategy. Raises TypeError where it draws something else."""
    text: object = draw(texts)
    if not isinstance(text, str):
        raise TypeError(f"texts takes a strategy of str; it drew {type(text).__name__}")
    return text


def names_of(given: str | Iterable[str], known: Iterable[str], what: str, function: str) -> tuple[str, ...]:
    """One name or several as a tuple. Raises TypeError and ValueError as `demand_known` does."""
    if not isinstance(given, Iterable):
        demand(given, str, f"{function}({what}s=)")
    there, names = list(known), (given,) if isinstance(given, str) else tuple(given)
    for name in names:
        demand_known(name, there, what, function)
    return names
