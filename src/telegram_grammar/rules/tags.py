"""Rules of TAGS and SUBJECT (TAGS Handbook 1974; 5 FAH-1 H-212; 5 FAH-3 H-110)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from telegram_grammar import registers
from telegram_grammar.codes import text_head_rules as codes
from telegram_grammar.head_words import head_matcher
from telegram_grammar.model import Tag, TagKind
from telegram_grammar.rules.context import Context, Finding
from telegram_grammar.rules.rule import Rule
from telegram_grammar.words import joined

__all__ = ["RULES"]

_SUBJECTS: Final = (TagKind.SUBJECT, TagKind.PROGRAM)
_PLACES: Final = (TagKind.GEOGRAPHIC, TagKind.ORGANIZATION)


def _kinds(context: Context) -> list[tuple[int, Tag, TagKind]]:
    """The tags, each with its place among them and its kind."""
    return [(place, tag, tag.kind) for place, tag in enumerate(context.cable.tags)]


def _printed(tag: Tag) -> str:
    return tag.code if tag.code is not None else f"({tag.name})"


def _places(context: Context) -> list[tuple[int, int]]:
    """Where each tag stands; the whole line for one that cannot be found."""
    line = context.place("tags")
    items = head_matcher("tag_item").finditer(context.source, *line)
    found: list[tuple[int, int]] = []
    for tag in context.cable.tags:
        place = line
        wanted = _printed(tag)
        for item in items:
            printed = joined(item[0])
            if wanted in (printed, printed.rstrip(".")) or (tag.name is not None and tag.name == joined(item[0][1:-1])):
                place = item.start(), item.start() + len(item[0].rstrip(".") if tag.name is None else item[0])
                break
        found.append(place)
    return found


def _subject_tag(context: Context) -> Iterator[Finding]:
    """A tag that no register knows may be a subject mistyped, so that nothing can be said."""
    known = all(kind in (*_PLACES, TagKind.PERSON) for _, _, kind in context.once(_kinds))
    if known and context.is_read("tags"):
        yield context.found(codes.SUBJECT_TAG_MISSING, "tags", expected="a subject tag first")


def _order(context: Context) -> Iterator[Finding]:
    first: Tag | None = None
    for place, tag, kind in context.once(_kinds):
        if kind in _PLACES:
            first = first or tag
        elif kind in _SUBJECTS and first is not None:
            yield context.found(codes.TAGS_ORDER, _places(context)[place], expected="subjects before places",
                                found=_printed(tag), other=_printed(first))  # fmt: skip
            return


def _twice(context: Context) -> Iterator[Finding]:
    seen: set[str] = set()
    again = []
    for place, tag in enumerate(context.cable.tags):
        key = _printed(tag).upper()
        if key in seen:
            again.append((place, tag))
        seen.add(key)
    for where, tag in _placed(context, again):
        yield context.found(codes.TAG_TWICE, where, expected="each tag once", found=_printed(tag))


def _placed(context: Context, chosen: list[tuple[int, Tag]]) -> Iterator[tuple[tuple[int, int], Tag]]:
    """Tags that were chosen, with their places."""
    places = _places(context) if chosen else []
    for place, tag in chosen:
        yield places[place], tag


def _unknown(context: Context) -> Iterator[Finding]:
    unknown = [(place, tag) for place, tag, kind in context.once(_kinds) if kind is TagKind.UNKNOWN]
    for where, tag in _placed(context, unknown):
        yield context.found(codes.TAG_UNKNOWN, where, found=_printed(tag))


def _code_in_parentheses(context: Context) -> Iterator[Finding]:
    names = [(place, tag) for place, tag in enumerate(context.cable.tags) if tag.name is not None]
    codes_among = [(place, tag) for place, tag in names if (tag.name or "").upper() in registers.tags()]
    for where, tag in _placed(context, codes_among):
        yield context.found(codes.CODE_IN_PARENTHESES, where, expected=tag.name, found=tag.name or "")


def _united_states(context: Context) -> Iterator[Finding]:
    printed = [(place, tag) for place, tag in enumerate(context.cable.tags) if (tag.code or "").upper() == "US"]
    for where, _ in _placed(context, printed):
        yield context.found(codes.TAG_US, where)


def _subject_empty(context: Context) -> Iterator[Finding]:
    if context.cable.subject == "":
        yield context.found(codes.SUBJECT_EMPTY, "subject", expected="what the telegram is about")


RULES: Final = (
    Rule(codes.SUBJECT_TAG_MISSING, _subject_tag),
    Rule(codes.TAGS_ORDER, _order),
    Rule(codes.TAG_TWICE, _twice),
    Rule(codes.TAG_UNKNOWN, _unknown),
    Rule(codes.CODE_IN_PARENTHESES, _code_in_parentheses),
    Rule(codes.TAG_US, _united_states),
    Rule(codes.SUBJECT_EMPTY, _subject_empty),
)
