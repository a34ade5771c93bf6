"""Stage 1, third mode: the leaves of the body, its end looked at first."""

from __future__ import annotations

from telegram_grammar.body_pass import BodyPass
from telegram_grammar.leads import may_begin_with_digit
from telegram_grammar.tail_scanner import scan_tail
from telegram_grammar.tree import Leaf

__all__ = ["scan_body", "scan_remark"]


def scan_body(text: str, position: int, leaves: list[Leaf], mark: str | None, *, later_section: bool) -> None:
    """Reads the body's leaves to the end of the text.

    `mark` is the number of the class line as page marks print it, eight digits; a mark inside a line is known by it.
    The digit 1 for a pilcrow is decided once: the body is read so where its first number is 11, and read again without
    where not every number agrees.
    """
    tail = scan_tail(text, position, goes_on=later_section)
    if not tail.leaves and _has_remark(leaves):
        tail = scan_tail(text, position, goes_on=True)
    if not later_section and may_begin_with_digit(text, position):
        scan = BodyPass(text, tail.end, items=tail.items, mark=mark, digit_pilcrow=True)
        scan.run(position)
        if scan.numbers_agree():
            leaves += scan.leaves
            leaves += tail.leaves
            return
    scan = BodyPass(text, tail.end, items=tail.items, mark=mark, digit_pilcrow=False, later_section=later_section)
    scan.run(position)
    leaves += scan.leaves
    leaves += tail.leaves


def _has_remark(leaves: list[Leaf]) -> bool:
    """Whether text stands between fields behind the subject: canonical text has it below them."""
    below = ""
    for leaf in reversed(leaves):
        if leaf.kind == "SUBJECT":
            return False
        if leaf.kind == "BLANK" and below == "TEXT":
            return any(above.kind == "SUBJECT" for above in leaves)
        below = leaf.kind
    return False


def scan_remark(text: str, position: int, end: int) -> list[Leaf]:
    """The leaves of lines between the fields of the text head, read like those of the body."""
    scan = BodyPass(text, end, items=end + 1, mark=None, digit_pilcrow=False)
    scan.run(position)
    return scan.leaves
