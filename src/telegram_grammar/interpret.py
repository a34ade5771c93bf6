"""What the words of a value mean: the opinions behind the model's derived properties.

Every function takes words as printed and never raises; where the words do not say, it answers None, or an object whose
parts are None or empty. The shapes are in `grammars/interpret.lark`, the words that are known in `registers`.
"""

from __future__ import annotations

import datetime as dt
import functools
import re
from typing import Final

from attrs import frozen

from telegram_grammar import registers
from telegram_grammar.matchers import matcher
from telegram_grammar.persons import name_and_title

__all__ = [
    "CitedMessage",
    "Classifier",
    "Portion",
    "ReferenceFlags",
    "calendar_date",
    "classifier",
    "date_time_group",
    "filing_moment",
    "full_year",
    "has_full_year",
    "message_reference_number",
    "portion",
    "reference",
    "reference_flags",
    "tag_kind",
]

#: Two-digit years from here on are of the 20th century (ACP 127(G) section 113, until 2005: from 06 on).
_PIVOT: Final = 50

#: The words of a post's name that no register knows: more are prose. Its letters: fewer are a mark of something else.
_MOST_WORDS: Final = 3
_FEWEST_LETTERS: Final = 3


@frozen
class CitedMessage:
    """A telegram that a reference cites: `year` as printed or None, `post` and `number` as printed."""

    year: str | None
    post: str
    number: str


@frozen
class ReferenceFlags:
    """What a reference says of the telegram it cites."""

    notal: bool
    and_previous: bool


@frozen
class Portion:
    """A portion marking: name of the model's level, or None, and the controls after it, as printed."""

    level: str | None
    controls: tuple[str, ...]


@frozen
class Classifier:
    """Who classified and why: `section` of the executive order ("1.4") and its `letters`, lower case."""

    name: str | None
    title: str | None
    section: str | None
    letters: tuple[str, ...]


@functools.cache
def _matcher(rule: str) -> re.Pattern[str]:
    return matcher("interpret", rule)


def _words(text: str) -> str:
    """The text with its words joined by single spaces, the form that the grammar describes."""
    return " ".join(text.split())


def _number(figures: str) -> int | None:
    """The number that ASCII figures stand for; None for anything else."""
    return int(figures) if figures.isascii() and figures.isdigit() and len(figures) <= 6 else None


def full_year(figures: str) -> int | None:
    """The year that two or four figures stand for; None for anything else."""
    year = _number(figures)
    if year is None or len(figures) not in (2, 4):
        return None
    return year if len(figures) == 4 else year + (1900 if year >= _PIVOT else 2000)


def _hours_and_minutes(figures: str) -> tuple[int, int] | None:
    number = _number(figures) if len(figures) == 4 else None
    return None if number is None else divmod(number, 100)


# ---- moments -------------------------------------------------------------------------------------------------------


def filing_moment(day_of_year: str, time: str, year: int) -> dt.datetime | None:
    """The moment of a filing time, UTC, in the given year (ACP 127 section 115); None where there is no such moment."""
    day, clock = _number(day_of_year), _hours_and_minutes(time)
    if not day or clock is None or not dt.MINYEAR <= year <= dt.MAXYEAR:
        return None
    try:
        first = dt.datetime(year, 1, 1, *clock, tzinfo=dt.UTC)
        moment = first + dt.timedelta(days=day - 1)
    except (ValueError, OverflowError):
        return None
    return moment if moment.year == year else None


def date_time_group(day: str, time: str, zone: str, month: str, year: str | None) -> dt.datetime | None:
    """The moment of a date-time group in its own zone (ACP 127 section 113); None where there is none."""
    hours = registers.zones().get(zone.upper())
    number, clock, years = registers.months().get(month.upper()), _hours_and_minutes(time), full_year(year or "")
    days = _number(day)
    if hours is None or number is None or clock is None or years is None or days is None:
        return None
    try:
        return dt.datetime(
            years, number, days, *clock, tzinfo=dt.timezone(dt.timedelta(hours=hours)) if hours else dt.UTC
        )
    except ValueError:
        return None


def calendar_date(text: str) -> dt.date | None:
    """The day that a printed date names: "06/20/2017", "2019-09-09", "10/22/08", "JUNE 21, 2006"; None where none.

    Figures with the year last are month, day, year. Years of two figures: 50-99 are 19xx, 00-49 are 20xx.
    """
    parts = _date_parts(text)
    return _date(*parts) if parts else None


def has_full_year(text: str) -> bool:
    """Whether the year of a printed date has four figures."""
    parts = _date_parts(text)
    return parts is not None and len(parts[0]) == 4


def _date_parts(text: str) -> tuple[str, str, str] | None:
    """Year, month and day of a printed date, as printed."""
    found = _matcher("calendar_date").fullmatch(_words(text))
    if found is None:
        return None
    shape = found.lastgroup
    parts = [value for name, value in found.groupdict().items() if value and name != shape]
    match shape:
        case "year_month_day":
            year, month, day = parts
        case "day_name_year":
            day, month, year = parts
        case _:
            month, day, year = parts
    return year, month, day


def _date(year: str, month: str, day: str) -> dt.date | None:
    years, days = full_year(year), _number(day)
    months = _number(month) or registers.months().get(month[:3].upper())
    if years is None or months is None or days is None:
        return None
    try:
        return dt.date(years, months, days)
    except ValueError:
        return None


# ---- messages and tags ---------------------------------------------------------------------------------------------


def message_reference_number(year: int, post: str, number: str) -> str:
    """Year, post and number of a message, as in "07 PARIS 2652" (NARA FAQ on RG 59: message reference number)."""
    return f"{year % 100:02d} {_words(post).upper()} {number.lstrip('0') or '0'}"


def tag_kind(code: str) -> str:
    """The kind of a TAGS code: "subject", "program", "geographic", "organization" or "unknown".

    The registers come first; a place of two letters wins over an organization. Then K and three letters is a
    program (5 FAH-3 H-110), and four letters of which the first stands for a field are a subject (TAGS Handbook 1974).
    """
    key = _words(code).upper()
    known = registers.tags().get(key)
    if known:
        return known[0].kind
    if len(key) == 4 and key.isascii() and key.isalpha():
        if key[0] == "K":
            return "program"
        if key[0] in registers.tag_fields():
            return "subject"
    return "unknown"


# ---- references ----------------------------------------------------------------------------------------------------


def reference(text: str) -> CitedMessage | None:
    """The first telegram that an item of the REF line cites; None for an e-mail, a report, a conversation and the like.

    A post that no register knows is taken for one unless a word of it says otherwise, or prose follows the number.
    """
    found = _matcher("reference").fullmatch(_words(text))
    if found is None:
        return None
    post = found["post"] or found["post_2"]
    year = found["YEAR"] or (found["YEAR_BEHIND"] or "").strip(" ()'") or None
    return CitedMessage(year, post, found["NUMBER"]) if _is_post(post, found["PROSE"]) else None


def _is_post(post: str, prose: str | None) -> bool:
    other = registers.not_posts()
    if any(word.strip(".").upper() in other for word in post.split()):
        return False
    if prose and prose.split()[0].strip(".,").upper() in other:
        return False
    if registers.post(post):
        return True
    words = post.split()
    unlikely = len(words) > _MOST_WORDS or sum(map(len, words)) < _FEWEST_LETTERS
    return not (prose or unlikely or any(map(str.islower, words)))


def reference_flags(text: str) -> ReferenceFlags:
    """Whether an item of the REF line says NOTAL (not to, nor needed by, all addressees) or AND PREVIOUS."""
    seen = {piece.lastgroup for piece in _matcher("reference_flag").finditer(_words(text))}
    return ReferenceFlags("NOTAL" in seen, "PREVIOUS" in seen)


# ---- portions ------------------------------------------------------------------------------------------------------


@functools.lru_cache(maxsize=256)  # a text has few different ones, and asks for level and controls apart
def portion(text: str) -> Portion:
    """Level and controls of a portion marking, as in "S//NF" or "C/REL NATO, ISAF" (5 FAH-1 H-246.2)."""
    found = _matcher("portion").fullmatch(_words(text))
    if found is None:
        return Portion(None, ())
    if found["TRANSPOSED"]:
        return Portion("SECRET", ("NF",))
    level = found["LEVEL"]
    first = found["CONTROL_WORD"] or found["CONTROL_WORD_2"]
    rest = found["controls"] or found["controls_2"] or found["controls_3"] or ""
    controls = tuple(piece[0] for piece in _matcher("control_piece").finditer(rest) if piece.lastgroup)
    return Portion(registers.levels().get(level.upper()) if level else None, (first, *controls) if first else controls)


# ---- who classified ------------------------------------------------------------------------------------------------


@functools.lru_cache(maxsize=64)  # the model asks for name, title and reasons one after the other
def classifier(text: str) -> Classifier:
    """Name, title and reasons in the words of a Classified By line (5 FAH-1 H-246.3; E.O. 12958 section 1.7).

    `name` is None where nothing tells it from the title, which then has all the words. An agency or an office that
    follows the title belongs to neither.
    """
    segments: list[list[str]] = [[]]
    section: str | None = None
    letters: tuple[str, ...] = ()
    reasoned = False
    for piece in _matcher("classifier_piece").finditer(_words(text)):
        match piece.lastgroup:
            case "reason_clause":
                reasoned = True
                section, letters = _section(piece), _reason_letters(piece["LETTERS"] or piece["LETTERS_2"] or "")
                if section or letters:
                    break
            case "PERSON_WORD" if not reasoned:
                segments[-1].append(piece[0])
            case "SEGMENT_END" if not reasoned:
                segments.append([])
            case "LABEL" if not reasoned:
                segments = [[]]
    name, title = name_and_title(segments)
    return Classifier(name, title, section, letters)


def _section(piece: re.Match[str]) -> str | None:
    """The section as "1.4", however it is printed: "Section 1.4", "1:4", "1 .4", "14"."""
    printed = piece["SECTION"] or piece["POINTLESS_SECTION"]
    return f"1.{printed[-1]}" if printed else None


def _reason_letters(text: str) -> tuple[str, ...]:
    """The letters in order, each once; "b-d" and "b through d" stand for all from b to d."""
    found: dict[str, None] = {}
    previous, through = "", False
    for piece in _matcher("letter_piece").finditer(text.lower()):
        match piece.lastgroup:
            case "TO":
                through = True
            case "LETTER":
                last = ord(piece[0])
                first = min(ord(previous) + 1, last) if through and previous else last
                found.update(dict.fromkeys(map(chr, range(first, last + 1))))
                previous, through = piece[0], False
    return tuple(found)
