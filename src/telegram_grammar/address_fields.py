"""Format lines 7 to 9: one address, and where a further one begins on its line."""

from __future__ import annotations

import re
from typing import Final

from telegram_grammar.codes import heading
from telegram_grammar.diagnostics import Report
from telegram_grammar.heading_checks import check_blanks, check_keyword, rule, unread
from telegram_grammar.heading_model import new_addressee
from telegram_grammar.model import Addressee, Unread
from telegram_grammar.words import BLANKS, joined, word_end, words

__all__ = ["addressee", "cut_points", "regular_addressee"]

#: First letter of an address keyword in either case: the rule of its line and the keyword itself.
_ADDRESS_LINES: Final = {
    letter: (line, keyword)
    for keyword, line in (("TO", "action_address"), ("INFO", "information_address"), ("XMT", "exempted_address"))
    for letter in (keyword[0], keyword[0].lower())
}
_NO_KEYWORD: Final = ("address", "")


def regular_addressee(text: str, start: int, end: int, *, keyword: bool) -> Addressee | None:
    """One address in the regular form, else None: what `addressee` and `cut_points` find in such a line, in one step.

    Nearly every address is so (see `regular_address` in the grammar), and long lists of them are most of a heading.
    """
    found = rule("regular_address").fullmatch(text, start, end)
    if found is None:
        return None
    printed, indicator, name, precedence, numbers = found.groups()
    if (printed is not None) is not keyword:
        return None
    return new_addressee(name, indicator, (), precedence, numbers)


def addressee(text: str, start: int, end: int, report: Report, keyword: bool) -> Addressee | Unread:
    """One address of format lines 7 to 9, after TO, INFO or XMT where `keyword` (5 FAH-2 H-321).

    Words that do not stand in the order of an address are taken for its name, and reported. Unread only where nothing
    is left for a name, or where a further address begins on the line (see `cut_points`).
    """
    line_rule, label = _ADDRESS_LINES.get(text[start : start + 1], _NO_KEYWORD) if keyword else _NO_KEYWORD
    found = rule(line_rule).fullmatch(text, start, end)
    if found is None:
        return _odd_addressee(text, start, end, report, label)
    line = text[start:end]
    if label:
        _check_address_keyword(text, start, found, label, report)
    indicated, delivered, name, offices, _, _, _, precedence, numbers = found.groups()
    if not (line.isprintable() and "  " not in line):
        _check_address_blanks(text, start, end, found, report)
        name = joined(name)
        precedence = joined(precedence) if precedence else None
    if indicated and indicated[-2] not in BLANKS and found.end("INDICATED") == found.start("name"):
        indicator = indicated[:-1]  # as nearly every address has it: nothing to check
    else:
        _check_prefix(text, end, found, "name", report)
        indicator = indicated[:-1].rstrip(BLANKS) if indicated else None
    return new_addressee(
        name,
        indicator,
        _offices(text, found, report) if offices else (),
        precedence,
        numbers,
        delivered is not None,
    )


def _odd_addressee(text: str, start: int, end: int, report: Report, label: str) -> Addressee | Unread:
    """An address whose parts are not in order, by its name and prefix alone."""
    found = rule("odd_keyed_address" if label else "odd_address").fullmatch(text, start, end)
    if found is None:
        return unread(
            text, start, end, report, "the address", "routing indicator, / and a name, as in RUEHC/SECSTATE WASHDC"
        )
    if label:
        _check_address_keyword(text, start, found, label, report)
    check_blanks(text, start, end, report)
    _check_prefix(text, end, found, "odd_name", report)
    report(heading.ODD_ADDRESS, *found.span("odd_name"), expected="name, office symbols, precedence, number")
    indicated = found["INDICATED"]
    return new_addressee(
        joined(found["odd_name"]),
        indicated[:-1].rstrip(BLANKS) if indicated else None,
        delivered=found["DELIVERED"] is not None,
    )


def _check_address_keyword(text: str, start: int, found: re.Match[str], label: str, report: Report) -> None:
    """Report a keyword in small letters and the stroke after XMT."""
    after = start + len(label)
    if text.startswith(label, start) and text[after] != "/":
        return
    if text[after] == "/":
        finish = word_end(text, start, found.end())
        fix = f"{label} {text[after + 1 : finish]}"
        report(heading.EXEMPT_STROKE, start, finish, expected="XMT and a blank", fix=fix)
    else:
        check_keyword(text, start, label, report)


def _check_address_blanks(text: str, start: int, end: int, found: re.Match[str], report: Report) -> None:
    """Report wide blanks; before the precedence two of them mean more than elsewhere."""
    place = found.start("PRECEDENCE")
    gap = start + len(text[start:place].rstrip(" ")) if place >= 0 else place
    if gap + 1 < place:
        report(heading.LOST_WORD, gap, place, expected="one blank, or the word that fell out")
        check_blanks(text, start, gap, report)
        check_blanks(text, place, end, report)
    else:
        check_blanks(text, start, end, report)


def _check_prefix(text: str, end: int, found: re.Match[str], name: str, report: Report) -> None:
    """Report blanks beside the stroke of the prefix, and ZEN in small letters."""
    group = _prefix_group(found)
    if group is None:
        return
    prefix = found[group]
    sign = prefix[:-1].rstrip(BLANKS)
    begin, after = found.span(group)
    finish = found.start(name)
    if len(sign) + 1 != len(prefix) or after != finish:
        last = word_end(text, finish, end)
        fix = f"{sign}/{text[finish:last]}"
        report(heading.PREFIX_BLANK, begin, last, expected=f"{sign}/ next to the name", fix=fix, prefix=sign)
    if group == "DELIVERED" and sign != "ZEN":
        last = word_end(text, begin, end)
        fix = f"ZEN{text[begin + 3 : last]}"
        report(heading.SMALL_KEYWORD, begin, last, expected="ZEN/", fix=fix, word=sign)


def _prefix_group(found: re.Match[str]) -> str | None:
    """The group that matched before the name; None where the name stands alone."""
    return "INDICATED" if found["INDICATED"] else "DELIVERED" if found["DELIVERED"] else None


def _offices(text: str, found: re.Match[str], report: Report) -> tuple[str, ...]:
    """Office symbols, one for each pair of strokes."""
    closed, open_office = found["CLOSED_OFFICES"], found["OPEN_OFFICE"]
    symbols = [joined(symbol) for symbol in closed[2:-2].split("//")] if closed else []
    if open_office:
        symbols.append(open_office)
    faults = _office_faults(found)
    if faults:
        _report_offices(text, found, symbols, faults, report)
    return tuple(symbols) or ("",)


def _office_faults(found: re.Match[str]) -> list[str]:
    """What canonical text prints otherwise, in words."""
    start, end = found.span("offices")
    tests = (
        (start != found.end("name"), "stand apart from the name"),
        (found["OPEN_OFFICE"] is not None, "are not closed"),
        (found.start("PRECEDENCE") == end, "run into the precedence"),
    )
    return [fault for wrong, fault in tests if wrong]


def _report_offices(text: str, found: re.Match[str], symbols: list[str], faults: list[str], report: Report) -> None:
    """One report for all faults, from the last word of the name to the last word that changes."""
    begin = found.end("name") - len(words(found["name"])[-1])
    prefix = _prefix_group(found)
    if prefix and begin == found.start("name"):  # a name of one word makes one word with its prefix
        begin = found.start(prefix)
    end = found.end("offices")
    strokes = f"//{'//'.join(symbols)}//" if symbols else "//"
    fix = text[begin : found.end("name")] + strokes
    if found.start("PRECEDENCE") == end:
        end = found.end("PRECEDENCE")
        fix = f"{fix} {joined(found['PRECEDENCE'])}"
    report(heading.OFFICES, begin, end, expected="name//OFFICE//", fix=fix, what=" and ".join(faults))


def cut_points(text: str, start: int, end: int) -> list[int]:
    """Offsets where a further address, one with a routing indicator or ZEN, begins on this line; mostly none.

    Each address stands on a line of its own (ACP 127 sections 205-206).
    """
    # it needs a stroke: what follows the last one need not be searched, and mostly that is all but one group
    last = text.rfind("/", start, end)
    if last < 0:
        return []
    further = rule("further_address")
    if further.search(text, start, last + 1) is None:
        return []
    # the prefix that stands after the keyword is the line's own
    keyword = rule("address_keyword").match(text, start, end)
    begin = keyword.end() if keyword else start
    return [found.start("FURTHER_PREFIX") for found in further.finditer(text, begin, end)]
