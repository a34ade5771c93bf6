"""The scanner's patterns: the line kinds of `grammars/lines.lark`, joined into one alternation a mode.

The grammar says what each kind looks like and in which order a mode asks for them; here the ends of lines are added,
which are the same for all, and the runs of lines that claim nothing.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from typing import Final

from attrs import frozen

from telegram_grammar._lark import load_rules
from telegram_grammar.matchers import matcher, pattern
from telegram_grammar.words import BLANKS, content_start

__all__ = [
    "BodyPatterns",
    "Patterns",
    "body_patterns",
    "claim",
    "claims_field",
    "first_claim",
    "first_web_address",
    "is_claimed",
    "line_matcher",
    "literal",
    "literals",
    "patterns",
]

#: What may stand between the words of a line and its end, and the end itself: `\r\n` and `\r\r\n` too.
_BLANKS: Final = r"[ \t\xa0\f\r]*+"
_END_OF_LINE: Final = rf"{_BLANKS}(?:\n|\Z)"
_BLANK: Final = r"(?:[ \t\xa0\f\r]*+\n)++(?:[ \t\xa0\f\r]++\Z)?|[ \t\xa0\f\r]++\Z"
#: No line that was wrapped for the wire has so many characters; of a longer one the groups LONG and LONG_FIRST tell.
_WIRE_LINE: Final = 75
#: A run of the body has so many lines at most. Where its lines turn out to be paragraphs, it is read again from each of
#: them on, so it must not be as long as the text. The pieces of a longer one are joined, but at their border nothing is
#: seen that stands on two lines. The longest run of the corpus has 50.
_RUN_LINES: Final = 500

#: The matcher of a rule of `lines.lark`, built when first asked for.
line_matcher: Callable[[str], re.Pattern[str]] = functools.cache(functools.partial(matcher, "lines"))


class Patterns:
    """The patterns of the heading, the text head and the bounds of messages, each built on first use."""

    @functools.cached_property
    def heading(self) -> re.Pattern[str]:
        """The lines of the heading."""
        return re.compile(_lines(_kinds("heading_line")))

    @functools.cached_property
    def text_head(self) -> re.Pattern[str]:
        """The lines of the text head."""
        return re.compile(_lines(_kinds("text_head_line")))

    @functools.cached_property
    def lead(self) -> re.Pattern[str]:
        """What opens an item of the body."""
        start = load_rules("lines").terminals["LEAD_START"]
        return re.compile(f"(?={start})(?:{'|'.join(_leading(_kinds('lead')))})")

    @functools.cached_property
    def head_run(self) -> re.Pattern[str]:
        """A line of the heading that claims nothing, with those behind it."""
        return re.compile(_run("heading_line"))

    @functools.cached_property
    def message(self) -> re.Pattern[str]:
        """The first line of a message that has a transmission identification."""
        return re.compile(f"^(?:{_BLANKS}\ufeff)*{pattern('heading', 'identification')}{_END_OF_LINE}", re.MULTILINE)

    @functools.cached_property
    def next_message(self) -> re.Pattern[str]:
        """The end of a message and the first lines of the next."""
        terminals = load_rules("lines").terminals
        return re.compile(
            f"^{terminals['END_OF_MESSAGE']}{_END_OF_LINE}(?:{_BLANK})?"
            f"(?P<begin>{terminals['DTG']}{_END_OF_LINE}{terminals['ORIGINATOR']}{_END_OF_LINE}"
            f"|{pattern('heading', 'identification')}{_END_OF_LINE})",
            re.MULTILINE,
        )

    @functools.cached_property
    def tail(self) -> re.Pattern[str]:
        """The lines that close a text."""
        return re.compile(_lines(_kinds("tail_line")))


@frozen(eq=False)
class BodyPatterns:
    """The patterns of a body: what a line claims, and a run of lines that claim nothing with the blank lines behind it.

    A paragraph or an item that begins in the regular form is read with its run at once, for nearly every one does; and
    so is a run whose first line begins as no claim does.
    """

    line: re.Pattern[str]
    run: re.Pattern[str]


@functools.cache
def patterns() -> Patterns:
    """The one object that holds them."""
    return Patterns()


def claim(pattern: re.Pattern[str], text: str, position: int, size: int) -> re.Match[str] | None:
    """What a line claims; blanks before its words do not hide it, unless they tell the kind themselves."""
    found = pattern.match(text, position, size)
    if found is None and text[position] in BLANKS:
        return pattern.match(text, content_start(text, position, size), size)
    return found


@functools.cache
def body_patterns() -> BodyPatterns:
    """The patterns of a body, the same for every text.

    To leave out the kinds of which a text has no words costs more than it saves: many patterns are in no cache.
    """
    lead = _kinds("lead")
    start = load_rules("lines").terminals["CLAIM_START"]
    run = f"(?P<RUN>{_body_run()})(?:{_BLANK})?"
    claims = f"{start}|{_END_OF_LINE}|{_rare_lines()}"
    begin = f"(?:{pattern('lines', 'regular_number')}|{pattern('lines', 'regular_item')}|(?!{claims}))"
    kinds = "(?(REGULAR_NUMERAL)(?P<REGULAR_NUMBER>)|(?(REGULAR_DASHES)(?P<REGULAR_ITEM>)|(?P<PLAIN>)))"
    lines = _whole((*_kinds("rare_body_line"), *_kinds("body_line")))
    whole = [f"(?P<BLANK>{_BLANK})", f"{begin}{run}{kinds}", *_leading(lead[:1]), *lines, *_leading(lead[1:])]
    return BodyPatterns(line=re.compile("|".join(whole)), run=re.compile(run))


@functools.cache
def _address_sign() -> re.Pattern[str]:
    """What every web address has; `search` takes half the time of `find`."""
    return re.compile(re.escape(literal("address_sign")))


def first_web_address(text: str) -> int | None:
    """Where the sign of a web address stands first."""
    found = _address_sign().search(text)
    return found.start() if found is not None else None


def _lines(kinds: tuple[str, ...]) -> str:
    """An alternation of whole lines."""
    return "|".join([f"(?P<BLANK>{_BLANK})", *_whole(kinds)])


def _whole(kinds: tuple[str, ...]) -> list[str]:
    # the group that tells the kind is empty and at the end: what a line begins with is looked at first
    terminals = load_rules("lines").terminals
    return [f"{_start(kind)}{terminals[kind]}{_END_OF_LINE}(?P<{kind}>)" for kind in kinds]


def _start(kind: str) -> str:
    """With what a line of the kind begins, where the grammar says so: asked first, it spares most lines a long look."""
    start = load_rules("lines").terminals.get(f"{kind}_START")
    return f"(?={start})" if start is not None else ""


def _leading(kinds: tuple[str, ...]) -> list[str]:
    terminals = load_rules("lines").terminals
    return [f"{terminals[kind]}(?P<{kind}>)" for kind in kinds]


def _run(*modes: str) -> str:
    """A line, and the lines behind it that claim nothing in some modes."""
    return f"{_line('LONG_FIRST')}(?:(?!{_claims(*modes)}){_line('LONG')})*+"


def _body_run() -> str:
    """The same in the body, where how a line begins may spare it further looks."""
    terminals = load_rules("lines").terminals
    capital = f"(?={terminals['CAPITAL_START']})(?!{_rare_lines()})"
    claimed = f"{_body_claims()}|{_rare_lines()}"
    plain = f"{terminals['PLAIN_START']}|{capital}|(?!\n)(?!{claimed})"  # most runs end at an empty line
    return f"{_line('LONG_FIRST')}(?:(?:{plain}){_line('LONG')}){{0,{_RUN_LINES}}}+"


def _claims(*modes: str) -> str:
    """A line that claims something in some modes, or is blank."""
    terminals = load_rules("lines").terminals
    lines = [f"{terminals[kind]}{_END_OF_LINE}" for mode in modes for kind in _kinds(mode)]
    return "|".join([_END_OF_LINE, *lines, *(terminals[kind] for kind in _kinds("lead"))])


def _body_claims() -> str:
    """The same in the body, the rare ones aside: asked first is with what any of them begins."""
    return rf"(?={load_rules('lines').terminals['CLAIM_START']}|\n)(?:{_claims('body_line')})"


def _rare_lines() -> str:
    """Lines of rare kinds. Most of prose are told from most kinds by their ends, which are seen sooner."""
    terminals, told = load_rules("lines").terminals, _kinds("ended_rare_line")
    end = rf"(?=[^\n]*+(?<={terminals['RARE_END']}))"
    ended = "|".join(f"{terminals[kind]}{_END_OF_LINE}" for kind in told)
    others = [f"{terminals[kind]}{_END_OF_LINE}" for kind in _kinds("rare_body_line") if kind not in told]
    return "|".join([f"{end}(?:{ended})", *others])


def _line(group: str) -> str:
    """A line, or the rest of one, with its end; the group is set where it is long."""
    return rf"[^\n]{{0,{_WIRE_LINE}}}+(?:\n|[^\n]++\n?+(?P<{group}>)|)"


def _kinds(rule: str) -> tuple[str, ...]:
    """The terminals of a rule that is one alternation, in order."""
    tree = load_rules("lines").rules[rule]
    return tuple(str(branch.children[0].children[0].name) for branch in tree.children)  # type: ignore[union-attr]  # Lark's trees are untyped


@functools.cache
def literals(rule: str) -> tuple[str, ...]:
    """The strings of a rule of `lines.lark` that is an alternation of strings."""
    tree = load_rules("lines").rules[rule]
    tokens = [branch.children[0].children[0].children[0] for branch in tree.children]  # type: ignore[union-attr]  # as above
    return tuple(str(token)[1:-1] for token in tokens)


@functools.cache
def literal(rule: str) -> str:
    """The words of a rule of `lines.lark` that is one string, for where a search or a comparison is all it takes."""
    (words,) = literals(rule)
    return words


def first_claim(lines: str) -> int:
    """Where the first line begins that claims something in any body, but for the top one; the end where none does.

    The first line of another message claims its own place too.
    """
    found = _claimed_line().search(lines)
    return found.start() + 1 if found is not None else len(lines)


def is_claimed(line: str) -> bool:
    """Whether a line claims something in any body, or begins another message."""
    return _claimed_line().match(f"\n{line}") is not None


def claims_field(line: str) -> bool:
    """Whether a line claims something in a text head."""
    return patterns().text_head.match(f"{line}\n") is not None


@functools.cache
def _claimed_line() -> re.Pattern[str]:
    """A line break, and behind it what a line of any body may claim, or the first line of a message."""
    terminals = load_rules("lines").terminals
    message = pattern("heading", "identification") + _END_OF_LINE
    plain, capital = terminals["PLAIN_START"], terminals["CAPITAL_START"]
    return re.compile(rf"\n(?:(?!{plain})(?:(?!{capital}){_body_claims()}|{_rare_lines()})|{message})")
