"""What canonical text cannot carry is refused, with the attribute and the reason; never silently altered."""

from __future__ import annotations

from telegram_grammar.words import is_joined

__all__ = ["RenderError", "one_line"]


class RenderError(ValueError):
    """Canonical text cannot carry a value of a cable. `attribute` is its path, as in "body[3].text"."""

    def __init__(self, attribute: str, reason: str) -> None:
        self.attribute = attribute
        self.reason = reason
        super().__init__(f"{attribute}: {reason}")


def one_line(value: str, attribute: str) -> str:
    """The value, if it is words with single blanks between them; raises RenderError otherwise."""
    if is_joined(value):
        return value
    if "\n" in value or "\r" in value:
        reason = "a line break stands in a value of one line"
    elif value != value.strip(" \t\xa0\f"):
        reason = "blanks stand at its ends"
    else:
        reason = "its words are parted by other than single blanks"
    raise RenderError(attribute, reason)
