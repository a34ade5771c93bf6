"""Line patterns: a run of plain lines ends where a line claims a kind, whatever spares the run a further look."""

from __future__ import annotations

import re
from typing import Final

from hypothesis import example, given
from hypothesis import strategies as st

from telegram_grammar import line_patterns
from telegram_grammar._lark import load_rules

#: How lines begin that claim a kind of the body, or nearly do.
BEGINNINGS: Final = [
    "1. ", "2. (C) ", "¶3. (C) ", "q4. (S) ", "11. ", "(C) ", "(a) ", "-- ", "- ", "* ", "o ", "• ", "a. ", "B) ",
    "9) ",
    "---", "===", "- - -", "#1234", "¶", "SECRET", "S E C R E T", "CONFIDENTIAL", "UNCLAS", "NOFORN", "SIPDIS",
    "SENSITIVE",
    "C O N F I D E N T I A L SECTION 01 OF 02 ", "SECRET SECTION 1 OF 2", "UNCLAS SECTION 01 OF 02 X", "PAGE 02 RUEHAB",
    "VISIT A CLASSIFIED WEBSITE", "PLEASE VISIT A CLASSIFIED WEB SITE", "HTTP://x", "https://x", "MINIMIZE CONSIDERED",
    "END OF CABLE TEXT", "END CABLE TEXT", "====CABLE ENDS====", "NNNN", "BT", "XXXXXXXX", "The ", "and ", "In ",
    '"We ',
]  # fmt: skip
_CHANGES: Final = [str, str.upper, str.lower, str.capitalize, str.swapcase]
_lines = st.builds(
    lambda begin, change, rest: change(begin) + rest,
    st.sampled_from(BEGINNINGS),
    st.sampled_from(_CHANGES),
    st.sampled_from(["", " ", "word", " word", ".", "(C) word"]),
)


def run_end(text: str, guard: str, plain: str) -> int:
    """Where a run of lines from the top ends, with these patterns to spare it further looks."""
    body, lead = line_patterns._kinds("body_line"), line_patterns._kinds("lead")
    pattern = line_patterns._run(body, lead, guard=guard)
    pattern = pattern.replace(f"(?:{load_rules('lines').terminals['PLAIN_START']}", f"(?:{plain}", 1)
    found = re.compile(pattern).match(text)
    assert found is not None
    return found.end()


@given(st.lists(_lines, min_size=1, max_size=3))
@example(["Sensitive"])
@example(["S E C R E T"])
@example(["Http://x"])
def test_what_spares_a_look_hides_no_claim(lines: list[str]) -> None:
    terminals = load_rules("lines").terminals
    text = "\n".join(["Prose.", *lines, "prose"])
    guarded = run_end(text, rf"(?={terminals['CLAIM_START']}|\n)", terminals["PLAIN_START"])
    assert guarded == run_end(text, "", "(?!)")
