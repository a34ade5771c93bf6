"""Lines of each kind, drawn from the grammars themselves by `hypothesis.extra.lark`.

What the grammars leave open (names, words of prose) is given explicit strategies. A line is drawn from the grammar of
its field, and taken where the scanner gives it the kind it was drawn for and its field reads it: with no report where
regular lines are wanted, with no structural one (TG0xx) where variants may come. After a few failures a plain line of
the kind is taken, so that a draw never fails.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from typing import Any, Final

from hypothesis import strategies as st
from hypothesis.extra.lark import from_lark
from hypothesis.strategies import DrawFn, SearchStrategy
from lark import Lark

from telegram_grammar import heading_fields, text_head_fields
from telegram_grammar._lark import GRAMMARS, load_rules
from telegram_grammar.arguments import demand
from telegram_grammar.diagnostics import Code
from telegram_grammar.line_patterns import line_matcher, patterns
from telegram_grammar.model import Unread
from telegram_grammar.testing.arguments import demand_known
from telegram_grammar.testing.values import cached, digits, headlines, subjects
from telegram_grammar.words import BLANKS

__all__ = ["field_texts", "line_of_kind", "terminal_texts"]

#: The characters of regular lines, and those of variants: blanks of all sorts and small letters too.
_REGULAR: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,:;/()-'#&"
_VARIANT: Final = _REGULAR + 'abcdefghijklmnopqrstuvwxyz\t\xa0"!+$<>¶'

#: In both: the blank between groups is one space, and what the grammar leaves open is a word of our own.
_OPEN: Final[Mapping[str, SearchStrategy[str]]] = {
    "_SP": st.just(" "),
    "_GAP": st.just(" "),
    "WORD": st.sampled_from(["OSLO", "WASHDC", "7", "NORTH", "J-3/J5"]),
    "NAME_START": st.sampled_from(["AMEMBASSY", "AMCONSUL", "SECSTATE", "NSC", "425ABG", "ROME/NAPLES"]),
    "NAME_WORD": st.sampled_from(["OSLO", "PORT", "LOUIS", "COLLECTIVE", "DC", "O'DAIR", "(NORTH)"]),
    "ODD_WORD": st.sampled_from(["OSLO", "0001", "PRIORITY"]),
    "INSTRUCTION": st.sampled_from(["ZDK", "ZDS", "CTG"]),
    "SIGNAL": st.sampled_from(["ZZH", "ZDK", "ZFF3"]),
    "SERVICE_NOTE": st.sampled_from(["(TAO)", "(CCY AD6CB6C9 WSC6493 634)", "()"]),
    "ACCOUNTING_WORD": st.sampled_from(["STATE", "USDOC", "AID-W"]),
    "POST_WORD": st.sampled_from(["OSLO", "PORT", "LOUIS", "ST.", "JOHN'S"]),
    "TAG_CODE": st.sampled_from(["PREL", "PGOV", "KDEM", "NO", "NATO", "ECON"]),
    "PERSON": st.sampled_from(["(DOE, JANE)", "(O'DAIR, A. B.)"]),
    "REMARK": st.sampled_from(["(NOTAL)", "AND PREVIOUS"]),
    "CITED_WORD": st.sampled_from(["OSLO", "STATE", "PORT", "LOUIS"]),
    "PLAIN_WORD": st.sampled_from(["STATE", "DEPT", "NSC", "OSD"]),
    "OFFICE_SYMBOL": st.sampled_from(["EUR/WE", "S/CT", "IO/UNP"]),
    "LISTED": st.sampled_from(["EUR,", "IO;"]),
    "MARK_POST": st.sampled_from(["OSLO ", "PORT LOUIS ", "VIENNA "]),
    "HEADLINE_WORDS": headlines().map(lambda words: words + " "),
    "CLOSED_OFFICES": st.sampled_from(["//J-3/J5//", "//CC//DP//", "//J5 DIRECTORATE (MC)//"]),
    "OPEN_OFFICE": st.sampled_from(["PA", "OLE/OI"]),
    "ODD_STROKES": st.just("//PA"),
}
#: What stands for a form that is none of the regular ones: a regular one, or nothing.
_PLAINER: Final[Mapping[str, SearchStrategy[str]]] = {
    "IRREGULAR_DESIGNATOR": st.just("CCCCC"),
    "OPEN_PARENTHESIS": st.just("(TAO)"),
    "GLUED_WORD": st.just(""),
    "CLASS_SPACED": st.sampled_from(["S E C R E T", "C O N F I D E N T I A L", "T O P S E C R E T"]),
    "CLASS_PLAIN": st.sampled_from(["UNCLAS", "UNCLASSIFIED", "UNCLAS EFTO", "LIMITED OFFICIAL USE"]),
    "CLASS_SENTENCE": st.just("UNCLAS"),
    "DAMAGED_CONFIDENTIAL": st.just("C O N F I D E N T I A L"),
    "DAMAGED_SECRET": st.just("S E C R E T"),
    "DAMAGED_TOP_SECRET": st.just("T O P S E C R E T"),
    "DAMAGED_UNCLASSIFIED": st.just("UNCLAS"),
    "DAMAGED_UNCLAS": st.just("UNCLAS"),
    "CAVEATS": st.just(""),
    "SECTION": st.sampled_from(["SECTION 01 OF 02", "SECTION 03 OF 12"]),
    "NUMBER": digits(6),
    "EO_LABEL": st.just("E.O."),
    "ORDER": st.sampled_from(["12958", "11652", "12065", "12356", "13526"]),
    "EO_COLON": st.just(":"),
    "MARKUP": st.just(""),
    "MISTYPED_DECL": st.just("DECL"),
    "INSTRUCTION_COLON": st.just(":"),
    "DATE_STOP": st.just(""),
    "TAGS_LABEL": st.just("TAGS: "),
    "TAG_SEPARATOR": st.just(" "),
    "STRAY": st.just(" "),
    "PORTION": st.sampled_from(["(C) ", "(S/NF) ", "(SBU) "]),
    "INDICATED": st.sampled_from(["RUEHC/", "RUEHFR/"]),
    "DELIVERED": st.just("ZEN/"),
    "SUBJECT_LABEL": st.just("SUBJECT: "),
    "CLASSIFIED_LABEL": st.just("Classified By:"),
    "MISTYPED_CLASSIFIED": st.just("Classified By:"),
    "DERIVED_LABEL": st.just("Derived From:"),
    "FIRST_NUMBER": st.just(""),
    "CAPTION_SEPARATOR": st.just(""),
}  # fmt: skip
#: The words behind the last thing that a field's grammar tells apart.
_REST: Final[Mapping[str, SearchStrategy[str]]] = {
    "class_line": st.just(""),
    "executive_order": st.sampled_from(["OADR", "CLOSURE OF THE MISSION"]),
    "subject": subjects(),
    "caption": st.just(""),
    "whole_caption": st.sampled_from(["", "DOE AND ROE"]),
    "passing": st.sampled_from(["EUR/WE", "TO USTR", "DOE AND ROE"]),
}


#: Names that mean something else in one of the grammars, where they are a closed list.
_CLOSED: Final = {"heading": ("POST_WORD",), "text_head": ("INSTRUCTION",), "interpret": ("POST_WORD",), "lines": ()}
#: Terminals that hold the end of a line.
_LINE_ENDS: Final = frozenset({"LINE_END", "ITEM_BREAK"})


@functools.cache
def _source(grammar: str) -> Lark:
    """A grammar for hypothesis to draw from: it asks for the rules alone, so that the parser may be the cheapest."""
    return Lark.open(str(GRAMMARS / f"{grammar}.lark"), parser="earley", start=sorted(load_rules(grammar).rules))


def field_texts(grammar: str, rule: str, *, noise: bool = False) -> SearchStrategy[str]:
    """Texts of one rule of a field grammar, as it stands there: for `noise` all that it takes, else regular forms.

    Raises ValueError for a grammar or a rule that there is not, TypeError for a value of another type.
    """
    demand_known(grammar, _CLOSED, "grammar", "field_texts")
    demand_known(rule, sorted(load_rules(grammar).rules), "rule", "field_texts")
    demand(noise, bool, "field_texts(noise=)")
    return _field_texts(grammar, rule, noise)


@cached
def _field_texts(grammar: str, rule: str, noise: bool) -> SearchStrategy[str]:
    parser = _source(grammar)
    known = {str(terminal.name) for terminal in parser.grammar.compile([rule], ())[0]}
    explicit = dict(_OPEN) if noise else {**_OPEN, **_PLAINER}
    for name in _CLOSED[grammar]:
        del explicit[name]
    explicit["REST"] = st.sampled_from(["SIPDIS", "EUR/WE"]) if noise else _REST.get(rule, st.just(""))
    signs = (_VARIANT if noise else _REGULAR) + ("\n" if known & _LINE_ENDS else "")
    return from_lark(
        parser, start=rule, explicit={name: words for name, words in explicit.items() if name in known},
        alphabet=st.sampled_from(signs),
    )  # fmt: skip


@cached
def terminal_texts(terminal: str, *, noise: bool = True) -> SearchStrategy[str]:
    """Texts of a terminal of `lines.lark`: a whole line without its end, or the beginning of one."""
    pattern = load_rules("lines").terminals[terminal]
    alphabet = st.sampled_from(_VARIANT + "¶•=_*$<>@`" if noise else _REGULAR + "abcdefghijklmnopqrstuvwxyz=_*")
    return st.from_regex(pattern, fullmatch=True, alphabet=alphabet)


# ---- lines of a kind ---------------------------------------------------------------------------------------

_Read = Callable[[str, int, int, Any], object]


def _address(keyword: bool) -> _Read:
    def read(text: str, start: int, end: int, report: Any) -> object:
        if heading_fields.cut_points(text, start, end):
            return Unread(text)
        return heading_fields.addressee(text, start, end, report, keyword)

    return read


#: For each kind: the grammar and rules of its field, how the field is read, and a plain line.
_FIELDS: Final[Mapping[str, tuple[str, tuple[str, ...], _Read | None, str]]] = {
    "TRANSMISSION": ("heading", ("identification",), heading_fields.identification, "VZCZCXRO0001"),
    "ROUTING": ("heading", ("routing",), heading_fields.routing, "RR RUEHC"),
    "ROUTING_CONTINUATION": ("heading", ("routing_continuation",), heading_fields.routing_continuation, "RUEHFR"),
    "STATION": ("heading", ("station",), heading_fields.station, "DE RUEHNY #0001 0010001"),
    "SECURITY": ("heading", ("security",), heading_fields.security, "ZNR UUUUU ZZH"),
    "DTG": ("heading", ("precedence_and_dtg",), heading_fields.precedence_and_dtg, "R 010001Z JAN 01"),
    "BARE_DTG": ("heading", ("precedence_and_dtg",), heading_fields.precedence_and_dtg, "010001Z JAN 01"),
    "ORIGINATOR": ("heading", ("originator",), heading_fields.originator, "FM AMEMBASSY OSLO"),
    "ACTION": ("heading", ("action_address",), _address(True), "TO SECSTATE WASHDC"),
    "INFORMATION": ("heading", ("information_address",), _address(True), "INFO AMEMBASSY LISBON"),
    "EXEMPTED": ("heading", ("exempted_address",), _address(True), "XMT AMCONSUL NAPLES"),
    "ADDRESS": ("heading", ("address",), _address(False), "RUEHFR/AMEMBASSY PARIS"),
    "PLAIN_ADDRESS": ("heading", ("address",), _address(False), "AMEMBASSY PARIS"),
    "ACCOUNTING": ("heading", ("accounting",), heading_fields.accounting, "STATE GRNC"),
    "CLASS": ("text_head", ("class_line",), text_head_fields.class_line, "UNCLAS OSLO 000001"),
    "CAPTION": ("text_head", ("caption", "whole_caption"), text_head_fields.captions, "SIPDIS"),
    "EXECUTIVE_ORDER": ("text_head", ("executive_order",), text_head_fields.executive_order, "E.O. 12958: N/A"),
    "TAGS": ("text_head", ("tags",), text_head_fields.tags, "TAGS: PREL"),
    "SUBJECT": ("text_head", ("subject",), text_head_fields.subject, "SUBJECT: FISHERIES"),
}


#: Longer lines show nothing that these do not.
_LONGEST: Final = 160


class _Reports:
    """Takes the codes that a field reports."""

    def __init__(self) -> None:
        self.codes: list[str] = []

    def __call__(self, code: Code, *_: object, **__: object) -> None:
        self.codes.append(code.code)


def _claim(kind: str, line: str) -> str | None:
    """The kind that the scanner gives the line where lines of `kind` stand."""
    mode = patterns().heading if kind in _HEADING_KINDS else patterns().text_head
    found = mode.match(line)
    if found is None or found.end() != len(line):
        plain = line_matcher("plain_address").fullmatch(line)
        return "PLAIN_ADDRESS" if kind == "PLAIN_ADDRESS" and found is None and plain else None
    return found.lastgroup


_HEADING_KINDS: Final = frozenset(kind for kind, (grammar, *_) in _FIELDS.items() if grammar == "heading") | {"CLASS"}


def _fits(kind: str, line: str, *, noise: bool) -> bool:
    if "\n" in line or line != line.strip(BLANKS) or len(line) > _LONGEST or _claim(kind, line) != kind:
        return False
    read = _FIELDS[kind][2]
    if read is None:
        return True
    reports = _Reports()
    value = read(line, 0, len(line), reports)
    if isinstance(value, Unread):
        return False
    return not any(code.startswith("TG0") or not noise for code in reports.codes)


def line_of_kind(kind: str, *, noise: bool = False) -> SearchStrategy[str]:
    """A line of a kind whose field has a grammar, without its end.

    Raises ValueError for a kind without, TypeError for a value of another type.
    """
    demand_known(kind, _FIELDS, "kind", "line_of_kind")
    demand(noise, bool, "line_of_kind(noise=)")
    return _line(kind, noise)


@cached
@st.composite
def _line(draw: DrawFn, kind: str, noise: bool) -> str:
    for _ in range(3):
        line = draw(_candidates(kind, noise)).strip(" ")
        if _fits(kind, line, noise=noise):
            return line
    return _FIELDS[kind][3]


@cached
def _candidates(kind: str, noise: bool) -> SearchStrategy[str]:
    grammar, rules, _, _ = _FIELDS[kind]
    drawn = [_regular_lines(kind)] if kind in _PIECES else [field_texts(grammar, rule) for rule in rules]
    if noise:
        drawn += [field_texts(grammar, rule, noise=True) for rule in rules]
    return st.one_of(*drawn)


# ---- regular lines of fields that have many irregular ones -------------------------------------------------

_ADDRESS: Final = (
    ("INDICATED", "DELIVERED"),
    ("name",),
    ("CLOSED_OFFICES", "NO_OFFICE"),
    (" PRECEDENCE",),
    (" NUMBERS",),
)
#: The symbols of a regular line in their order, one of each group; all but the needed ones may be lacking.
_PIECES: Final[Mapping[str, tuple[tuple[str, ...], ...]]] = {
    "ACTION": (("TO ",), *_ADDRESS),
    "INFORMATION": (("INFO ",), *_ADDRESS),
    "EXEMPTED": (("XMT ",), *_ADDRESS),
    "ADDRESS": _ADDRESS,
    "PLAIN_ADDRESS": _ADDRESS[1:],
    "CLASS": (("CLASS_SPACED", "CLASS_PLAIN"), (" SECTION",), (" post",), (" NUMBER",)),
    "EXECUTIVE_ORDER": (
        ("E.O. ",), ("ORDER",), (":",), (" INSTRUCTION:", " SCHEME", " NOT_APPLICABLE"), (" DATE",), (" AUTHORITY",),
        (" SUFFIX",),
    ),
}  # fmt: skip
_NEEDED: Final = frozenset({"name", "ORDER", "INDICATED", "CLASS_SPACED", "post", " post", " NUMBER"})


@cached
def _regular_lines(kind: str) -> SearchStrategy[str]:
    grammar = _FIELDS[kind][0]
    return st.tuples(*(_piece(grammar, kind, group) for group in _PIECES[kind])).map("".join)


def _piece(grammar: str, kind: str, group: tuple[str, ...]) -> SearchStrategy[str]:
    """One of a group of symbols, or the sign that stands there; blanks before a symbol and colons behind are signs."""
    names = [symbol.strip(" :") for symbol in group]
    known = load_rules(grammar)
    if not any(name in known.rules or name in known.terminals for name in names):
        return st.just(group[0])
    drawn = [_with_signs(symbol, name, _symbol_texts(grammar, name)) for symbol, name in zip(group, names, strict=True)]
    return st.one_of(*drawn) if _NEEDED.intersection(group) else st.one_of(st.just(""), *drawn)


def _with_signs(symbol: str, name: str, texts: SearchStrategy[str]) -> SearchStrategy[str]:
    before, _, behind = symbol.partition(name)
    return texts.map(lambda text: f"{before}{text}{behind}")


def _symbol_texts(grammar: str, symbol: str) -> SearchStrategy[str]:
    """Regular texts of one symbol of a grammar."""
    explicit = {**_OPEN, **_PLAINER}
    if symbol in explicit:
        return explicit[symbol]
    if symbol in load_rules(grammar).rules:
        return field_texts(grammar, symbol)
    pattern = load_rules(grammar).terminals[symbol]
    return st.from_regex(pattern, fullmatch=True, alphabet=st.sampled_from(_REGULAR))
