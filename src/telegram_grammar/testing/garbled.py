"""Texts of which nothing is promised but the laws: telegrams garbled, pieces glued together, lines in any order.

For code that must take whatever comes. What checking must find in a text is known where `damaged` has damaged it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from telegram_grammar._lark import load_rules
from telegram_grammar.line_patterns import line_matcher
from telegram_grammar.measures import LONGEST_TOKEN
from telegram_grammar.testing.arguments import demand_texts, text_of
from telegram_grammar.testing.everyday import LINE_KINDS, everyday_texts

__all__ = ["any_line", "any_texts", "arbitrary_texts", "garbled", "line_soup", "near_valid_texts", "spliced_texts"]

# ---- damage ------------------------------------------------------------------------------------------------

_Damage = Callable[[DrawFn, list[str]], list[str]]


def _place(draw: DrawFn, lines: list[str]) -> int:
    return draw(st.integers(0, len(lines) - 1))


def _delete(draw: DrawFn, lines: list[str]) -> list[str]:
    place = _place(draw, lines)
    return lines[:place] + lines[place + 1 :]


def _swap(draw: DrawFn, lines: list[str]) -> list[str]:
    one, other = _place(draw, lines), _place(draw, lines)
    lines[one], lines[other] = lines[other], lines[one]
    return lines


def _repeat(draw: DrawFn, lines: list[str]) -> list[str]:
    place = _place(draw, lines)
    return lines[:place] + [lines[place]] * draw(st.integers(2, 4)) + lines[place + 1 :]


def _replace(draw: DrawFn, lines: list[str]) -> list[str]:
    lines[_place(draw, lines)] = draw(st.one_of(st.text(max_size=30), any_line()))
    return lines


def _character(draw: DrawFn, lines: list[str]) -> list[str]:
    place = _place(draw, lines)
    line = lines[place]
    if line:
        at = draw(st.integers(0, len(line) - 1))
        other = draw(st.one_of(st.sampled_from(["", "¶", "q", "1", " ", "\r", "\t", "\xa0"]), st.characters()))
        lines[place] = line[:at] + other + line[at + 1 :]
    return lines


def _lower(draw: DrawFn, lines: list[str]) -> list[str]:
    place = _place(draw, lines)
    lines[place] = lines[place].lower()
    return lines


def _join_lines(draw: DrawFn, lines: list[str]) -> list[str]:
    place = _place(draw, lines)
    joined = draw(st.sampled_from([" ", "", "  "])).join(lines[place : place + 2])
    return [*lines[:place], joined, *lines[place + 2 :]]


def _split_line(draw: DrawFn, lines: list[str]) -> list[str]:
    place = _place(draw, lines)
    at = draw(st.integers(0, len(lines[place])))
    between = draw(st.sampled_from([[], [""]]))
    return [*lines[:place], lines[place][:at], *between, lines[place][at:], *lines[place + 1 :]]


def _blank_between(draw: DrawFn, lines: list[str]) -> list[str]:
    first, last = sorted((_place(draw, lines), _place(draw, lines)))
    spaced = [piece for line in lines[first : last + 1] for piece in (line, "")]
    return lines[:first] + spaced + lines[last + 1 :]


def _pilcrow_as_one(draw: DrawFn, lines: list[str]) -> list[str]:
    return [_with_digit(line) for line in lines]


def _with_digit(line: str) -> str:
    """A line with a digit 1 for the pilcrow before its number, or where that would stand."""
    found = line_matcher("paragraph_lead").match(line)
    numbered = found is not None and found.start("NUMERAL") <= 1 and found["PUNCTUATION"] == "."
    return f"1{line[found.start('NUMERAL') :]}" if found is not None and numbered else line


def _break_at_45(draw: DrawFn, lines: list[str]) -> list[str]:
    return [" ".join(" ".join(_pieces(word)) for word in line.split(" ")) for line in lines]


def _pieces(word: str) -> list[str]:
    return [word[place : place + LONGEST_TOKEN] for place in range(0, len(word), LONGEST_TOKEN)]


def _page_mark(draw: DrawFn, lines: list[str]) -> list[str]:
    place = _place(draw, lines)
    blank = draw(st.sampled_from([[], [""]]))
    return [*lines[:place], *blank, draw(LINE_KINDS["PAGE_MARK"]), *blank, *lines[place:]]


def _cut(draw: DrawFn, lines: list[str]) -> list[str]:
    place = _place(draw, lines)
    return draw(st.sampled_from([lines[:place], lines[place:]])) or [""]


def _carriage_returns(draw: DrawFn, lines: list[str]) -> list[str]:
    return [line + draw(st.sampled_from(["\r", "\r\r"])) for line in lines]


_DAMAGES: Final[list[_Damage]] = [
    _delete, _swap, _repeat, _replace, _character, _character, _lower, _join_lines, _split_line, _blank_between,
    _pilcrow_as_one, _break_at_45, _page_mark, _cut, _carriage_returns,
]  # fmt: skip


def garbled(texts: SearchStrategy[str]) -> SearchStrategy[str]:
    """A text with one to six pieces of damage, as circuits, print and hands do it to lines and characters.

    Raises TypeError for what is no strategy, and at the first draw for one of something else than texts.
    """
    demand_texts(texts, "garbled")
    return _garbled(texts)


@st.composite
def _garbled(draw: DrawFn, texts: SearchStrategy[str]) -> str:
    lines = text_of(draw, texts).split("\n")
    for damage in draw(st.lists(st.sampled_from(_DAMAGES), min_size=1, max_size=6)):
        lines = damage(draw, lines) or [""]
    return "\n".join(lines)


def near_valid_texts(texts: SearchStrategy[str] | None = None) -> SearchStrategy[str]:
    """Telegrams with some damage: drawn ones, and those of `texts`, which may be an archive's own.

    Raises TypeError as `garbled` does.
    """
    if texts is None:
        return _garbled(everyday_texts())
    demand_texts(texts, "near_valid_texts")
    return _garbled(st.one_of(texts, everyday_texts()))


def spliced_texts(texts: SearchStrategy[str] | None = None) -> SearchStrategy[str]:
    """Pieces of several telegrams glued at line or character offsets: whole messages and halves of words.

    The telegrams are those of `texts`, or drawn ones. Raises TypeError as `garbled` does.
    """
    if texts is None:
        return _spliced(everyday_texts())
    demand_texts(texts, "spliced_texts")
    return _spliced(texts)


@st.composite
def _spliced(draw: DrawFn, texts: SearchStrategy[str]) -> str:
    pieces = []
    for _ in range(draw(st.integers(2, 4))):
        text = text_of(draw, texts)
        start, end = sorted((draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))))
        if draw(st.booleans()):
            start, end = text.rfind("\n", 0, start) + 1, text.rfind("\n", 0, end) + 1
        pieces.append(text[start:end])
    return draw(st.sampled_from(["", "\n", "\n\n", "NNNN\n"])).join(pieces)


# ---- soup --------------------------------------------------------------------------------------------------

_ALPHABET: Final = st.characters(codec="latin-1", exclude_characters="\n")


def _of_terminal(kind: str) -> SearchStrategy[str]:
    pattern = load_rules("lines").terminals[kind]
    return st.from_regex(pattern, fullmatch=True, alphabet=_ALPHABET).map(lambda line: line[:200])


def _terminals() -> list[str]:
    """The line kinds of the grammar's modes, by the rules that list them."""
    found = set()
    for rule in ("heading_line", "text_head_line", "body_line", "tail_line", "lead"):
        found |= {str(branch.children[0].children[0].name) for branch in load_rules("lines").rules[rule].children}  # type: ignore[union-attr]  # Lark's trees are untyped
    return sorted(found)


def any_line() -> SearchStrategy[str]:
    """A line of any kind, an everyday one or one drawn from a terminal of the grammar."""
    return st.one_of(
        st.sampled_from(sorted(LINE_KINDS)).flatmap(LINE_KINDS.__getitem__),
        st.deferred(lambda: st.sampled_from(_terminals()).flatmap(_of_terminal)),
    )


_PIECES: Final = [
    "¶", "1", "11.", "1. ", "(C)", "(", ")", " ", "  ", "\t", "\xa0", "\r", "\f", "-", "--", "/", "//", ":", ".", "...",
    "A", "A. ", "RUEHC/", "TO ", "INFO ", "DE ", "#", "BT", "NNNN", "VZCZC", "SIPDIS", "E.O. 12958:", "TAGS:",
    "SUBJECT:", "REF:", "Classified By:", "REASON:", "S E C R E T", "SECTION 01 OF 02", "OSLO 00001234", " 002 OF 003",
    "XXXXXXXX", "http://", "http://" + 38 * "w", 45 * "w", "<b>", "&amp;", "$x$", "word", "END SUMMARY",
    "201029Z JUN 07", "\u2028", "\x1c", "\u0663", "\ufeff", "\x00", "ß", "İ",
]  # fmt: skip


def arbitrary_texts() -> SearchStrategy[str]:
    """Any text, with half surrogates too; and garbage in lines, of pieces that telegrams are made of."""
    garbage = st.lists(st.lists(st.sampled_from(_PIECES), max_size=8).map("".join), max_size=40).map("\n".join)
    return st.one_of(st.text(st.characters()), garbage)


def line_soup() -> SearchStrategy[str]:
    """Lines of all kinds, drawn from the terminals of the grammar too, in any order, with blank lines."""
    blank = st.sampled_from(["", "", " ", "\t"])
    return st.lists(st.one_of(any_line(), any_line(), blank), max_size=40).map("\n".join)


def any_texts(texts: SearchStrategy[str] | None = None) -> SearchStrategy[str]:
    """A text of any of these sorts; `texts` are telegrams to damage and to cut, beside drawn ones.

    Raises TypeError as `garbled` does.
    """
    if texts is not None:
        demand_texts(texts, "any_texts")
    return st.one_of(arbitrary_texts(), near_valid_texts(texts), spliced_texts(texts), line_soup())
