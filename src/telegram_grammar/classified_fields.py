"""Classified By: who classified the text and why (5 FAH-1 H-246.3; E.O. 12958 section 1.7)."""

from __future__ import annotations

from typing import Final

from telegram_grammar import registers
from telegram_grammar.codes import noise
from telegram_grammar.codes import text_head as codes
from telegram_grammar.diagnostics import Report, silent
from telegram_grammar.head_words import head_matcher, without_leftovers
from telegram_grammar.model import ClassifiedBy, new_classified_by, new_portion_marking
from telegram_grammar.words import BLANKS, content_end, joined, word_end, word_start

__all__ = ["CUT_COLUMNS", "classified_by", "cut_between"]

#: The columns at which the sending program cut a line, blanks at the end not counted (146 first lines).
CUT_COLUMNS: Final = range(69, 72)


def classified_by(text: str, start: int, end: int, report: Report) -> ClassifiedBy:
    """The classifier and the reason, as words; the label may be doubled, the text derived from another document."""
    begin, derived, marking = _labels(text, start, end, report)
    stop = without_leftovers(text, begin, end, report)
    words = text[begin:stop]
    if "\n" in words:
        words = _joined_lines(text, start, begin, stop, report)
    words = joined(words)
    cuts = head_matcher("cut_word")
    sign = head_matcher("cut_sign")
    while sign.search(words) and cuts.search(words) and (mended := _mended(text, begin, stop, words, report)) != words:
        words = mended
    left = without_leftovers(words, 0, len(words), silent)
    if left < len(words):  # joining has made it whole
        report(noise.MARKUP, begin, stop, expected="nothing", found=words[left:])
        words = words[:left]
    if len(words) != stop - begin or not text.startswith(words, begin):
        derived, words = _without_label(words, derived, begin, stop, report)
    return new_classified_by(words, derived, new_portion_marking(marking) if marking else None)


def _without_label(words: str, derived: bool, begin: int, stop: int, report: Report) -> tuple[bool, str]:
    """Takes out another label that joining has made whole; a text derived by one of its labels is derived."""
    labels, place = head_matcher("classified_label"), 0
    while (again := labels.match(words, place)) and again["PORTION"] is None:
        derived, place = derived or again["DERIVED_LABEL"] is not None, again.end()
    if place:
        report(codes.LABEL_DOUBLED, begin, stop, expected="one label", label=words[:place].rstrip(BLANKS))
    return derived, words[place:]


def _labels(text: str, start: int, end: int, report: Report) -> tuple[int, bool, str | None]:
    """Reads all labels; returns where the words begin, whether the text is derived, and the marking."""
    regular = head_matcher("regular_classified_label").match(text, start, end)
    if regular is not None:
        return regular.end(), False, None
    labels = head_matcher("classified_label")
    found = labels.match(text, start, end)
    if found is None:
        return start, False, None
    marking = joined(found["PORTION"][1:-1]) if found["PORTION"] else None
    derived = found["DERIVED_LABEL"] is not None
    first, begin, doubled = found, found.end(), False
    while (again := labels.match(text, begin, end)) and again["PORTION"] is None:
        doubled = True
        derived = derived or again["DERIVED_LABEL"] is not None
        begin = again.end()
    usual = "Derived From:" if derived else "Classified By:"
    if marking is not None:
        usual = f"({marking}) {usual}"
    stop = content_end(text, start, begin)
    whole = word_end(text, stop, end)
    if text[start:whole] == usual:
        return begin, derived, marking
    if doubled:
        report(codes.LABEL_DOUBLED, start, whole, expected=usual, fix=usual if whole == stop else None, label=usual)
    elif joined(text[start:whole]) != usual:
        code = codes.LABEL_MISTYPED if first["MISTYPED_CLASSIFIED"] else codes.CLASSIFIED_LABEL
        report(code, start, whole, expected=usual, fix=usual if whole == stop else None,
               printed=joined(text[start:stop]), label=usual)  # fmt: skip
    return begin, derived, marking


def cut_between(line: str, following: str) -> bool:
    """Whether a line break between these two lines would be read as a cut inside a word: no place to wrap at."""
    line = line.rstrip(BLANKS)
    text = f"{line}\n{following}"
    return bool(line) and _cut(text, 0, len(line), len(line) + 1, len(text), len(line) in CUT_COLUMNS)


def _joined_lines(text: str, start: int, begin: int, stop: int, report: Report) -> str:
    """The lines of the range, joined by a blank, or by nothing where a word or group was cut."""
    pieces: list[str] = []
    place, column_start = begin, start
    while (newline := text.find("\n", place, stop)) >= 0:
        left_end = content_end(text, place, newline)
        pieces.append(text[place:left_end])
        right = newline + 1
        if left_end > place and _cut(text, place, left_end, right, stop, left_end - column_start in CUT_COLUMNS):
            begin_word = word_start(text, place, left_end)
            end_word = word_end(text, right, stop)
            report(noise.CUT_WORD, begin_word, end_word, expected="lines wrapped at words",
                   word=text[begin_word:left_end] + text[right:end_word])  # fmt: skip
        else:
            pieces.append(" ")
        place = column_start = right
    pieces.append(text[place:stop])
    return "".join(pieces)


def _cut(text: str, begin: int, left_end: int, right: int, stop: int, at_column: bool) -> bool:
    """Whether the line break cuts a word or a group: the characters on both sides decide, then words, then the column.

    No word begins with a closing sign or ends with an opening one. Fragments that make a known word are one. At the
    column of the cut, small letters on both sides are one word, unless the right one is whole.
    """
    if right >= stop or text[right] in BLANKS:
        return False
    last, first = text[left_end - 1], text[right]
    if first in "),.;:/" or last == "(":
        return True
    if last.isdigit() or (last == "." and text[left_end - 2].isdigit()):
        return first.isdigit()
    if not (last.isalpha() and first.isalpha()):
        return False
    left = _letters_before(text, begin, left_end)
    right_word = _letters_after(text, right, stop)
    known = registers.clause_words().get((left + right_word).upper())
    if known is not None and known.rejoined:
        return not (_is_whole(left) and _is_whole(right_word))
    if not at_column or _is_whole(right_word):
        return False
    return (last.islower() and first.islower()) or (last.isupper() and first.isupper() and len(right_word) <= 2)


def _is_whole(word: str) -> bool:
    """Whether a word is whole although small, so that at a line's beginning it is no fragment."""
    known = registers.clause_words().get(word.upper())
    return known is not None and known.whole


def _letters_before(text: str, begin: int, place: int) -> str:
    start = place
    while start > begin and text[start - 1].isalpha():
        start -= 1
    return text[start:place]


def _letters_after(text: str, place: int, stop: int) -> str:
    end = place
    while end < stop and text[end].isalpha():
        end += 1
    return text[place:end]


def _mended(text: str, begin: int, stop: int, words: str, report: Report) -> str:
    """Takes out the blank that joined the halves of a cut word or group."""
    pieces: list[str] = []
    place = 0
    aligned = text.startswith(words, begin)  # no blank was lost in joining, so that places agree
    for found in head_matcher("cut_word").finditer(words):
        if found[0][0] != ")" and found.start() and words[found.start() - 1].isalnum():
            continue
        whole = _mend(found[0])
        pieces += [words[place : found.start()], whole]
        place = found.end()
        first, last = (begin + found.start(), begin + found.end()) if aligned else (begin, stop)
        word = whole[2:-2] if whole[0] == ")" else whole
        report(noise.CUT_WORD, word_start(text, begin, first), word_end(text, last, stop), expected=word, word=word)
    return "".join([*pieces, words[place:]])


def _mend(cut: str) -> str:
    """The cut word without its blank; the blanks around "a nd" stay."""
    if cut[0] == ")":
        return f") {cut[2:-2].replace(' ', '')} ("
    return cut.replace(" ", "")
