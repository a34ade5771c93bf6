"""Strategies for texts: anything, telegrams with damage, pieces glued together, lines of all kinds in any order.

All words are the project's own: the fixtures, and lines drawn here or from the terminals of the grammars.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from telegram_grammar._lark import load_rules

__all__ = [
    "FIXTURES",
    "LINE_KINDS",
    "any_text",
    "arbitrary_texts",
    "damaged",
    "line_soup",
    "near_valid_texts",
    "spliced_texts",
    "well_formed_texts",
]

_FOLDER: Final = Path(__file__).parent / "fixtures"


def _read(path: Path) -> str:
    data = path.read_bytes()
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252")


#: The fixtures' texts by folder and name.
FIXTURES: Final[dict[str, str]] = {
    f"{path.parent.name}/{path.stem}": _read(path) for path in sorted(_FOLDER.glob("*/*.txt"))
}

# ---- words and lines of our own ----------------------------------------------------------------------------

_PROSE_WORDS: Final = [
    "the", "minister", "said", "that", "his", "government", "would", "study", "our", "proposal", "and", "reply",
    "before", "winter", "because", "several", "partners", "had", "asked", "for", "more", "time", "while", "others",
    "wanted", "an", "early", "answer", "on", "fisheries", "customs", "and", "visas",
]  # fmt: skip
_NAMES: Final = ["LISBON", "OSLO", "PORT LOUIS", "RIO DE JANEIRO", "STATE", "VIENNA", "USUN NEW YORK"]
_PEOPLE: Final = ["MERRIWEATHER", "O'DAIR", "VAN DER BERG", "Castleton", "SMITH-JONES"]
_CODES: Final = ["PREL", "PGOV", "ECON", "KDEM", "XF", "NO", "PO", "parm"]


def _number(digits: int) -> SearchStrategy[str]:
    return st.integers(0, 10**digits - 1).map(lambda value: f"{value:0{digits}d}")


def _join(*parts: SearchStrategy[str] | str) -> SearchStrategy[str]:
    return st.tuples(*(part if isinstance(part, SearchStrategy) else st.just(part) for part in parts)).map("".join)


_indicator = st.text("ABCDEFGHIKLMNOPRSTUVZ", min_size=2, max_size=5).map(lambda tail: "RU" + tail)
_post = st.sampled_from(_NAMES)
_month = st.sampled_from(["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"])
_word = st.sampled_from(_PROSE_WORDS)
_marking = st.sampled_from(["(C)", "(S)", "(U)", "(SBU)", "(S/NF)", "(C/REL NATO)", "(C - ENTIRE TEXT)"])
_date = _join(_number(2), "/", _number(2), "/20", _number(2))
_class_words = st.sampled_from(
    ["C O N F I D E N T I A L", "S E C R E T", "UNCLAS", "UNCLAS EFTO", "LIMITED OFFICIAL USE"]
)


def _sentence(words: list[str]) -> str:
    text = " ".join(words)
    return text[0].upper() + text[1:] + "."


_sentences = st.lists(_word, min_size=3, max_size=12).map(_sentence)


@st.composite
def _prose(draw: DrawFn) -> str:
    """A few sentences, wrapped at 65."""
    words = " ".join(draw(st.lists(_sentences, min_size=1, max_size=5))).split()
    lines, line = [], ""
    for word in words:
        if line and len(line) + len(word) >= 65:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return "\n".join([*lines, line])


_address = _join(
    st.one_of(_join(_indicator, "/"), st.sampled_from(["", "ZEN/"])),
    st.sampled_from(["AMEMBASSY ", "AMCONSUL ", "SECSTATE ", "USMISSION "]), _post,
    st.sampled_from(["", "//J2/J5//", "//"]),
    st.sampled_from(["", " PRIORITY", " IMMEDIATE", " NIACT IMMEDIATE"]),
    st.one_of(st.just(""), _join(" ", _number(4)), _join(" ", _number(4), "-", _number(4))),
)  # fmt: skip

#: One line of each kind, without its end. The kinds are those of the grammar; prose kinds may hold several lines.
LINE_KINDS: Final[Mapping[str, SearchStrategy[str]]] = {
    "TRANSMISSION": _join("VZCZCXRO", _number(4)),
    "ROUTING": _join(
        st.sampled_from(["OO ", "PP ", "RR ", "ZZ "]), st.lists(_indicator, min_size=1, max_size=8).map(" ".join)
    ),
    "ROUTING_CONTINUATION": st.lists(_indicator, min_size=1, max_size=8).map(" ".join),
    "STATION": _join("DE ", _indicator, " #", _number(4), st.sampled_from(["", "/01", "/02"]), " ", _number(7)),
    "SECURITY": st.sampled_from(["ZNR UUUUU ZZH", "ZNY CCCCC ZZH", "ZNY SSSSS ZZH ZDK", "ZNY CCCCC ZZH(ABC)"]),
    "DTG": _join(st.sampled_from("ZOPR"), " ", st.sampled_from(["", "R "]), _number(6), "Z ", _month, " ", _number(2)),
    "BARE_DTG": _join(_number(6), "Z ", _month, " ", _number(2)),
    "ORIGINATOR": _join("FM AMEMBASSY ", _post),
    "ACTION": _join("TO ", _address),
    "INFORMATION": _join("INFO ", _address),
    "EXEMPTED": _join("XMT AMCONSUL ", _post),
    "ADDRESS": _address,
    "ACCOUNTING": st.just("STATE GRNC"),
    "SEPARATION": st.just("BT"),
    "CLASS": _join(
        _class_words, st.sampled_from([" ", " SECTION 01 OF 02 ", " SECTION 02 OF 03 ", " NOFORN "]),
        _post, " ", _number(6),
    ),
    "CAPTION": st.sampled_from(["SIPDIS", "NOFORN", "SENSITIVE", "EXDIS", "CORRECTED COPY (TEXT)", "SIPDIS SIPDIS"]),
    "PASSING": st.sampled_from(["STATE FOR EUR/WE", "DEPT PASS TO USTR", "PENTAGON FOR OSD", "STATE FOR EUR, IO"]),
    "EXECUTIVE_ORDER": st.one_of(
        _join("E.O. 12958: DECL: ", _date),
        st.sampled_from(["E.O. 12958: N/A", "E.O. 11652: GDS", "EO 12958 DECL: OADR"]),
        _join("E.O. 12065: RDS-3 ", _date, " (MERRIWEATHER, A.) OR-P"),
    ),
    "TAGS": st.lists(st.sampled_from([*_CODES, "(DOE, JANE)"]), min_size=1, max_size=9).map(
        lambda codes: "TAGS: " + " ".join(codes)
    ),
    "SUBJECT": _join(
        "SUBJECT: ", st.sampled_from(["", "(C) "]),
        st.lists(_word, min_size=1, max_size=12).map(lambda w: " ".join(w).upper()),
    ),
    "REFERENCE": _join(
        "REF: ", st.sampled_from(["", "A. ", "A) ", "(A) "]), _post, " ", _number(4),
        st.sampled_from(["", " (NOTAL)", " AND PREVIOUS"]),
    ),
    "REFERENCE_ITEM": _join(st.sampled_from(["B. ", "C. ", "     B. ", "¶B. "]), _post, " ", _number(4)),
    "CLASSIFIED_BY": _join(
        st.sampled_from(["Classified By: ", "CLASSIFIED BY: ", "(U) Classified by ", "Derived From: "]),
        st.sampled_from(["DCM Jane Doe", "AMBASSADOR JOHN ROE", "POLCOUNS A. B. POE"]),
        st.sampled_from([", REASONS 1.4 (B) AND (D).", ". Reason: 1.4 (b).", ""]),
    ),
    "REASON": st.sampled_from(["REASONS: 1.4 (B), (D)", "1.5 (b) and (d)"]),
    "NUMBERED": _join(st.integers(1, 19).map(str), ". ", _marking, " ", _prose()),
    "PILCROW_NUMBERED": _join("¶", st.integers(1, 19).map(str), ". ", _marking, " ", _prose()),
    "UNMARKED": _join(st.integers(1, 2100).map(str), ". ", _prose()),
    "MARKED": _join(_marking, " ", _prose()),
    "PROSE": _prose(),
    "ITEM": _join(st.sampled_from(["-- ", "- ", "a. ", "(1) ", "1) ", "* ", "--"]), _sentences),
    "HEADING": st.lists(_word, min_size=1, max_size=5).map(lambda words: " ".join(words).title()),
    "RULED": _join(st.sampled_from(["SUMMARY", "Comment", "Background"]), " -------"),
    "RULER": st.integers(3, 60).map(lambda width: "-" * width),
    "TABLE": _join(
        "PORT      SHIPS     TONS\nOSLO      ", _number(2), "        ", _number(4),
        "\nLISBON    ", _number(2), "        ", _number(4),
    ),
    "PAGE_MARK": _join(
        _post.map(lambda post: post[:10]), " ", _number(8), st.sampled_from([" ", "  "]), _number(3),
        st.sampled_from(["", ".2"]), " OF ", _number(3),
    ),
    "PAGE_HEAD": _join("PAGE ", _number(2), " RUEHAB", _number(4), " C O N F I D E N T I A L"),
    "FOOTER": st.sampled_from(
        ["Visit Oslo's Classified Website:", "http://www.example.sgov.gov/p/eur/oslo/index.c fm"]
    ),
    "MINIMIZE": st.just("Minimize considered"),
    "TRAILER": st.sampled_from(["End Cable Text", "=======CABLE ENDS============"]),
    "SIGNATURE": st.sampled_from(_PEOPLE),
    "FORMAT": st.sampled_from(["BT", "#1234", "NNNN"]),
    "NOTICE": st.just("This record is a partial extract of the original cable. The full text is not available."),
    "DATE_LINE": st.just("Monday, 05 March 2007, 10:29"),
    "DISTRIBUTION": st.sampled_from(
        ["ACTION EUR-12", "INFO  OCT-01 ISO-00", "      ------------------071029  A12345 /43"]
    ),
    "RECORD": st.sampled_from(["Document Number: 2007OSLO00123", "> record 17"]),
    "REDACTED": st.sampled_from(["XXXXXXXXXXXX", "[NAME REMOVED]", "...", "¶", "."]),
}  # fmt: skip


# ---- whole telegrams ---------------------------------------------------------------------------------------


@st.composite
def well_formed_texts(draw: DrawFn) -> str:
    """A telegram in the full or the short form, every line of it in its place."""

    def line(kind: str) -> str:
        return draw(LINE_KINDS[kind])

    def several(kind: str, most: int) -> list[str]:
        return draw(st.lists(LINE_KINDS[kind], max_size=most))

    lines: list[str] = []
    if draw(st.booleans()):
        lines += [line("TRANSMISSION"), line("ROUTING"), line("STATION"), line("SECURITY")]
    lines += [line("DTG"), line("ORIGINATOR"), line("ACTION"), *several("ADDRESS", 3)]
    if draw(st.booleans()):
        lines += [line("INFORMATION"), *several("ADDRESS", 4)]
    lines += [line("CLASS"), "", *several("CAPTION", 2), "", *several("PASSING", 2), ""]
    lines += [line("EXECUTIVE_ORDER"), line("TAGS"), line("SUBJECT"), ""]
    if draw(st.booleans()):
        lines += [line("REFERENCE"), *several("REFERENCE_ITEM", 2), ""]
    if draw(st.booleans()):
        lines += [line("CLASSIFIED_BY"), ""]
    for number in range(1, draw(st.integers(1, 5)) + 1):
        if draw(st.booleans()):
            heading = line("HEADING")
            lines += [heading, "-" * len(heading), ""]
        lines += [f"{number}. {draw(_marking)} {draw(_prose())}", ""]
    if draw(st.booleans()):
        lines.append(line("SIGNATURE"))
    return "\n".join(lines) + "\n"


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
    lines[_place(draw, lines)] = draw(st.one_of(st.text(max_size=30), _any_line()))
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
    return [re.sub(r"^¶?([1-9][0-9]?\. )", r"1\1", line) for line in lines]


def _break_at_45(draw: DrawFn, lines: list[str]) -> list[str]:
    return [re.sub(r"(\S{45})(?=\S)", r"\1 ", line) for line in lines]


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


@st.composite
def damaged(draw: DrawFn, texts: SearchStrategy[str]) -> str:
    """A text with one to six operators of damage applied."""
    lines = draw(texts).split("\n")
    for damage in draw(st.lists(st.sampled_from(_DAMAGES), min_size=1, max_size=6)):
        lines = damage(draw, lines) or [""]
    return "\n".join(lines)


def _fixture() -> SearchStrategy[str]:
    return st.sampled_from(sorted(FIXTURES)).map(FIXTURES.__getitem__)


def near_valid_texts() -> SearchStrategy[str]:
    """Telegrams, drawn or from the fixtures, with some damage."""
    return damaged(st.one_of(_fixture(), well_formed_texts()))


@st.composite
def spliced_texts(draw: DrawFn) -> str:
    """Pieces of several fixtures glued at line or character offsets: whole messages and halves of words."""
    pieces = []
    for _ in range(draw(st.integers(2, 4))):
        text = draw(_fixture())
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


def _any_line() -> SearchStrategy[str]:
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
    """Any text; and garbage in lines, of pieces that telegrams are made of."""
    garbage = st.lists(st.lists(st.sampled_from(_PIECES), max_size=8).map("".join), max_size=40).map("\n".join)
    return st.one_of(st.text(st.characters()), garbage)  # half surrogates too


def line_soup() -> SearchStrategy[str]:
    """Lines of all kinds in any order, with blank lines."""
    blank = st.sampled_from(["", "", " ", "\t"])
    return st.lists(st.one_of(_any_line(), _any_line(), blank), max_size=40).map("\n".join)


def any_text() -> SearchStrategy[str]:
    """A text of any of these sorts."""
    return st.one_of(arbitrary_texts(), near_valid_texts(), spliced_texts(), line_soup())
