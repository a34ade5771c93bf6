"""Lines and telegrams of every day, of few words: quick to draw, and made to be damaged.

What `cable_texts` draws from the grammars is richer and slower. All words are the project's own.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from telegram_grammar.measures import MARK_POST

__all__ = ["LINE_KINDS", "everyday_texts"]

# ---- words and lines ---------------------------------------------------------------------------------------

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
        _post.map(lambda post: post[:MARK_POST]), " ", _number(8), st.sampled_from([" ", "  "]), _number(3),
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
def everyday_texts(draw: DrawFn) -> str:
    """A telegram in the full or the short form, every line of it in its place; it may have diagnostics all the same."""

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
