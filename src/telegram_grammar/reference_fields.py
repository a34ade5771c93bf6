"""REF: the references of a telegram, lettered or not (TAGS Handbook 1974; practice)."""

from __future__ import annotations

import re
import string
from typing import Final

from attrs import frozen

from telegram_grammar.codes import text_head as codes
from telegram_grammar.diagnostics import Code, Report, silent
from telegram_grammar.head_words import head_matcher, report_label
from telegram_grammar.line_patterns import literals
from telegram_grammar.model import Reference, new_reference
from telegram_grammar.words import BLANKS, content_end, content_start, joined, word_end, word_start

__all__ = ["references", "references_words", "settled"]

_LABEL: Final = "REF: "
_ALPHABET: Final = string.ascii_uppercase
#: How many letters may be missing between two items, each at the beginning of a line. Farther apart it is an initial.
_GAP: Final = 3
#: How often a value is read again from its canonical text at most; real texts never need it.
_ROUNDS: Final = 3
#: What the message calls the signs that part the items of a field.
_SIGN_NAMES: Final = {";": "semicolon", ",": "comma", "(": "parenthesis"}


@frozen
class _Mark:
    """The letter of an item: the ranges of the mark with its doubles, and whether it was printed twice."""

    letter: str
    start: int
    end: int
    doubled: bool


def references(
    text: str, start: int, end: int, report: Report, *, pilcrow: Code | None = None
) -> tuple[Reference, ...]:
    """The references in order. A pilcrow before a letter is no part of it; it is reported as `pilcrow`, if given."""
    regular = _regular(text, start, end, report, pilcrow)
    if regular:
        return regular
    reports = _Counted(report, pilcrow)
    found = _read(text, start, end, reports, pilcrow)
    if reports.count:
        return settled(found, start, end, report)
    return found


def _regular(text: str, start: int, end: int, report: Report, pilcrow: Code | None) -> tuple[Reference, ...]:
    """The references of a field in one of the regular forms, none where it has neither: what `_read` finds, sooner."""
    one = head_matcher("regular_reference").fullmatch(text, start, end)
    if one is not None:
        return (new_reference(one["REGULAR_REFERENCE"]),)
    several = head_matcher("regular_references").fullmatch(text, start, end)
    return _one_a_line(text, start, end, report, pilcrow) if several is not None else ()


def _one_a_line(text: str, start: int, end: int, report: Report, pilcrow: Code | None) -> tuple[Reference, ...]:
    """The items of a field in the regular form, each with its letter on a line; none where a letter is left out."""
    items = [line.strip(" ") for line in text[start + len(_LABEL) : end].split("\n")]
    marked = [item.removeprefix("¶") for item in items]
    if not _ALPHABET.startswith("".join([item[0] for item in marked])):
        return ()
    if pilcrow is not None:
        place = text.find("¶", start, end)
        while place >= 0:
            report(pilcrow, place, place + 3, expected=text[place + 1 : place + 3])
            place = text.find("¶", place + 1, end)
    return tuple([new_reference(item[3:], item[0]) for item in marked])


class _Counted:
    """A report that also says whether anything was reported, one code apart."""

    def __init__(self, report: Report, apart: Code | None = None) -> None:
        self.report = report
        self.apart = apart
        self.count = 0

    def __call__(
        self, code: Code, start: int, end: int, /, *, expected: str | None = None, fix: str | None = None, **words: str
    ) -> None:
        self.count += code is not self.apart
        self.report(code, start, end, expected=expected, fix=fix, **words)


#: Without one of these no letter stands in a field (`LETTER` in the grammar).
_LETTER_SIGNS: Final = (".", ")", ":", "REF")


def settled(found: tuple[Reference, ...], start: int, end: int, report: Report) -> tuple[Reference, ...]:
    """The references as their canonical text reads: what was taken out may have parted signs that now make a letter."""
    for _ in range(_ROUNDS):
        text = references_words(found)
        read = _regular(text, 0, len(text), silent, None) or _read(text, 0, len(text), silent, None)
        if read == found:
            break
        found = read
        report(codes.REF_SEPARATOR, start, end, expected=references_words(found), mark="sign")
    return found


def references_words(references: tuple[Reference, ...]) -> str:
    """The field as canonical text prints it before wrapping: unlettered items, then a line for each letter."""
    bare = "; ".join(item.text for item in references if item.letter is None)
    lettered = [f"{item.letter}. {item.text}".rstrip(BLANKS) for item in references if item.letter]
    if bare:
        return "\n".join([f"REF: {bare}", *lettered])
    return "REF: " + "\n".join(lettered) if lettered else "REF:"


def _read(text: str, start: int, end: int, report: Report, pilcrow: Code | None) -> tuple[Reference, ...]:
    begin = _label(text, start, end, report)
    # a letter has a stop, a colon or a parenthesis behind it, or REF before it
    lettered = begin == start or any(text.find(sign, begin, end) >= 0 for sign in _LETTER_SIGNS)
    marks = _marks(text, begin, end) if lettered else []
    if not marks:
        return _unlettered(text, begin, end, report)
    found = list(_unlettered(text, begin, marks[0].start, report))
    for number, mark in enumerate(marks):
        stop = marks[number + 1].start if number + 1 < len(marks) else end
        _report_mark(text, begin, mark, stop, report, pilcrow)
        found.append(new_reference(_item(text, mark.end, stop, end, report), mark.letter))
    return tuple(found)


def _label(text: str, start: int, end: int, report: Report) -> int:
    """Reads the label; in "REF A" it is a part of the first mark, and nothing is read yet."""
    found = head_matcher("reference_label").match(text, start, end)
    if found is None:
        return start
    mark = head_matcher("reference_mark").match(text, start, end)
    if mark is not None and mark.end("LETTER") > start + 2:
        return start
    if found[0].rstrip(BLANKS) != "REF:" or word_end(text, start + 4, end) != start + 4:
        report_label(codes.REF_LABEL, found, "REF_LABEL", "REF:", report)
    return found.end()


# ---- letters ---------------------------------------------------------------------------------------------


def _marks(text: str, begin: int, end: int) -> list[_Mark]:
    """The letters that begin an item: those in order, where the text before them is complete or a line begins."""
    marks: list[_Mark] = []
    last = 64  # the letter before A
    busy_until = begin
    stop, line_end = begin, -1  # of the run of one letter that was looked at last: its end, and its last line end
    for found in head_matcher("reference_mark").finditer(text, begin, end):
        start = found.start()
        if start < busy_until or (start > busy_until and text[start - 1] not in BLANKS + ";,("):
            continue
        letter = _letter(found)
        step = ord(letter.upper()) - last
        if not 1 <= step <= _GAP and (found.start("LETTER") > begin or not _cites(text, found.end(), end)):
            continue
        inside = start > begin and not _at_line_start(text, begin, start)
        if inside and step != 1:
            continue
        if start >= stop:  # within a run that was refused, its end is known
            stop = _doubles(text, found.end(), end, letter)
            line_end = text.rfind("\n", start, content_end(text, start, stop))
        doubled = stop > found.end()
        if inside:
            between = marks[-1].end if marks else begin
            if not (doubled and line_end < start) and not _complete(text, between, end, found):
                continue
        marks.append(_Mark(letter, start, stop, doubled))
        last, busy_until = ord(letter.upper()), stop
    return marks


def _letter(found: re.Match[str]) -> str:
    return found["LETTER"].rstrip(":.)")[-1]


def _doubles(text: str, place: int, end: int, letter: str) -> int:
    """Where the same letter, printed again and again, ends."""
    marks = head_matcher("reference_mark")
    while (again := marks.match(text, place, end)) and _letter(again).upper() == letter.upper():
        if again["PILCROW"]:
            break
        place = again.end()
    return place


def _at_line_start(text: str, begin: int, place: int) -> bool:
    """Whether only blanks stand between the place and the line's beginning."""
    while place > begin and text[place - 1] in " \t\xa0\f":
        place -= 1
    return place == begin or text[place - 1] in "\r\n"


def _complete(text: str, begin: int, end: int, found: re.Match[str]) -> bool:
    """Whether a new item can begin here inside a line: brackets say so, or the end of the item before it."""
    if ")" in found["LETTER"]:
        return True
    place = found.start()
    last = content_end(text, begin, place)
    if last == begin:
        return False
    if place - last > 1:
        return True
    ends = head_matcher("item_end")
    if ends.fullmatch(text, last - 1, last) or (last - begin > 8 and ends.fullmatch(text, last - 8, last)):
        return True
    return _cites(text, found.end(), end)


def _cites(text: str, place: int, end: int) -> bool:
    """Whether a cited cable stands here."""
    return head_matcher("citation_lead").match(text, place, end) is not None


def _report_mark(text: str, begin: int, mark: _Mark, stop: int, report: Report, pilcrow: Code | None) -> None:
    start = mark.start
    usual = f"{mark.letter}."
    whole = max(word_end(text, content_end(text, start, mark.end), stop), start)
    if text[start] == "¶":
        if pilcrow is not None:
            report(pilcrow, start, word_end(text, start + 1, stop), expected=usual)
        start = content_start(text, start + 1, mark.end)
    glued = word_start(text, begin, mark.start)  # earlier than the mark where it is glued to a separator
    start = glued if glued < mark.start else start
    printed = text[start:whole]
    if mark.doubled:
        report(codes.REF_DOUBLED_LETTER, start, whole, expected=usual, letter=mark.letter)
    elif printed != usual:
        fix = usual if whole == content_end(text, start, mark.end) else None
        report(codes.REF_LETTERING, start, whole, expected=usual, fix=fix, printed=joined(printed), label=usual)


# ---- items -----------------------------------------------------------------------------------------------


def _item(text: str, start: int, end: int, field_end: int, report: Report) -> str:
    """The words of a lettered item, without the separator before the next letter."""
    stop, separators = content_end(text, start, end), literals("reference_separator")
    if end < field_end and stop > start and text[stop - 1] in separators:
        last, mark = stop, _SIGN_NAMES[text[stop - 1]]
        while stop > start and (text[stop - 1] in separators or text[stop - 1] in BLANKS):
            stop -= 1
        report(codes.REF_SEPARATOR, word_start(text, start, stop), word_end(text, last, field_end), mark=mark)
    return joined(text[start:stop])


def _unlettered(text: str, start: int, end: int, report: Report) -> tuple[Reference, ...]:
    """Items without letters: parted by semicolons, or by commas where each is a cited cable."""
    end = content_end(text, start, end)
    if start >= end:
        return ()
    piece = text[start:end]
    if ";" in piece:
        parts = [words for part in head_matcher("reference_part").finditer(piece) if (words := joined(part[0]))]
        if joined(piece) != "; ".join(parts):
            report(codes.REF_SEPARATOR, start, end, expected="one semicolon and a blank", mark="semicolon")
        return tuple(new_reference(part) for part in parts)
    if "," in piece:
        parts = [joined(part[0]) for part in head_matcher("reference_comma").finditer(piece)]
        cited = head_matcher("citation")
        if len(parts) > 1 and all(cited.fullmatch(part) for part in parts):
            report(codes.REF_SEPARATOR, start, end, expected="semicolons", fix="; ".join(parts), mark="comma")
            return tuple(new_reference(part) for part in parts)
    return (new_reference(joined(piece)),)
