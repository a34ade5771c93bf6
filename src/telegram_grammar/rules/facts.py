"""What several rules of the State text ask: how it is classified, whether all of it is here, where words stand."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from attrs import frozen

from telegram_grammar.leads import Lead
from telegram_grammar.line_patterns import line_matcher
from telegram_grammar.model import ClassificationLevel, Heading, ListItem, Paragraph
from telegram_grammar.rules.context import Context
from telegram_grammar.words import BLANKS

__all__ = [
    "Portion",
    "is_classified",
    "is_redacted",
    "is_whole",
    "level",
    "place_of_number",
    "place_of_portion",
    "place_of_words",
    "portions",
]

#: So many words of a value are compared; a value that is found by them is the value.
_COMPARED: Final = 8
#: The letter of a level to which no list runs.
_NO_LIST_LETTER: Final = "S"


@frozen
class Portion:
    """A portion marking, what it means, and the path of the part of the cable that it stands before."""

    text: str
    level: ClassificationLevel | None
    controls: tuple[str, ...]
    path: str
    #: False where it may as well be the letter of a list, as (C) behind (A) and (B).
    certain: bool


def level(context: Context) -> ClassificationLevel | None:
    """The level of the class line."""
    found = context.cable.classification
    return found.level if found else None


def is_classified(context: Context) -> bool:
    """Whether an executive order protects the text, by its class line."""
    found = level(context)
    return found is not None and found.classified


def is_whole(context: Context) -> bool:
    """Whether the text is all here: no extract, not cut off, and no section of it is known to be elsewhere."""
    cable, section = context.cable, context.cable.section
    if context.profile.name == "partial-extract" or context.document.cut_off is not None:
        return False
    if section is None or section.total < 2:
        return True
    last = max((start.section for start in cable.section_starts), default=1)
    return section.number == 1 and last >= section.total


def place_of_words(context: Context, words: str, within: tuple[int, int]) -> tuple[int, int]:
    """Where the words stand in a range, whatever blanks part them; the range itself where they do not."""
    source, (start, end) = context.source, within
    first, *others = words.split(" ")[:_COMPARED]
    place = source.find(first, start, end)
    while place >= 0:
        stop = _end_of_words(source, place + len(first), end, others)
        if stop is not None and not _inside_word(source, place, stop):
            return place, stop
        place = source.find(first, place + 1, end)
    return within


def _end_of_words(source: str, place: int, end: int, words: list[str]) -> int | None:
    """Where the words end that follow at `place`, each after blanks; None where others do."""
    for word in words:
        begin = place
        while begin < end and source[begin] in BLANKS:
            begin += 1
        if begin == place or not source.startswith(word, begin, end):
            return None
        place = begin + len(word)
    return place


def _inside_word(source: str, start: int, end: int) -> bool:
    before, behind = source[start - 1 : start], source[end : end + 1]
    return (before.isalnum() and source[start].isalnum()) or (behind.isalnum() and source[end - 1].isalnum())


def is_redacted(text: str) -> bool:
    """Whether a publisher has taken out all of a text."""
    if text.lstrip(" .")[:1] not in "Xx[":  # as no redaction begins: asked of every heading
        return False
    return bool(text) and not line_matcher("redaction").sub("", text).strip(" .")


def portions(context: Context) -> list[Portion]:
    """The portion markings of subject, Classified By and body, in order."""
    return context.once(_portions)


def _portions(context: Context) -> list[Portion]:
    cable, classifier = context.cable, context.cable.classified_by
    marked = [
        ("subject", cable.subject_marking, True),
        ("classified_by", classifier.marking if classifier else None, True),
    ]
    for place, item in enumerate(cable.body):
        if isinstance(item, Paragraph | Heading | ListItem):
            by_itself = not isinstance(item, ListItem) and (isinstance(item, Heading) or item.number is None)
            marked.append((f"body[{place}]", item.marking, not by_itself))
    read: dict[str, tuple[ClassificationLevel | None, tuple[str, ...]]] = {}
    found = []
    for path, marking, certain in marked:
        if marking is not None:
            text = marking.text
            if text not in read:
                read[text] = marking.level, marking.controls
            found.append(Portion(text, *read[text], path, certain or len(text) > 1 or text == _NO_LIST_LETTER))
    return found


def place_of_portion(context: Context, portion: Portion) -> tuple[int, int]:
    """Where a portion marking stands, with its parentheses."""
    if portion.path.startswith("body"):
        return _place_in(context, portion.path, context.once(_markings))
    return place_of_words(context, f"({portion.text})", context.place(portion.path))


def place_of_number(context: Context, paragraph: Paragraph) -> tuple[int, int]:
    """Where the number of a paragraph stands; the paragraph's own place where it has none."""
    return _place_in(context, paragraph, context.once(_numerals))


def _markings(context: Context) -> list[tuple[int, int]]:
    return sorted(_in_parentheses(context.source, *lead.marking) for lead in context.once(_leads) if lead.marking)


def _numerals(context: Context) -> list[tuple[int, int]]:
    return sorted(lead.numeral for lead in context.once(_leads) if lead.numeral)


def _leads(context: Context) -> list[Lead]:
    """The leads of the body's items."""
    return [leaf.value for leaf in context.leaves() if isinstance(leaf.value, Lead)]


def _in_parentheses(source: str, start: int, end: int) -> tuple[int, int]:
    opened, closed = source[start - 1 : start] == "(", source[end : end + 1] == ")"
    return start - opened, end + closed


def _place_in(context: Context, item: object, places: list[tuple[int, int]]) -> tuple[int, int]:
    """The first of the places, which are in order, that is inside the item; the item's own where none is."""
    start, end = context.place(item)
    found = bisect_left(places, (start, start))
    return places[found] if found < len(places) and places[found][1] <= end else (start, end)
