"""How the examples of rules are tested: the bad one yields its code, at its place, and the good one nothing."""

from __future__ import annotations

import telegram_grammar as tg
from telegram_grammar.diagnostics import Code, Severity

__all__ = ["assert_fires", "assert_silent", "profile_of"]


def profile_of(code: Code) -> str | None:
    """The profile under which the examples of a code are checked: its first; None, to be detected, where it has all."""
    return code.profiles[0] if code.profiles else None


def assert_fires(code: Code, under: str) -> None:
    """The bad example yields the code once, over the text `under`, and no other error and no other warning."""
    found = tg.check(code.bad, profile=profile_of(code))
    mine = [one for one in found if one.code == code.code]
    assert [code.bad[one.span.start : one.span.end] for one in mine] == [under]
    assert [one for one in found if one.code != code.code and one.severity is not Severity.INFORMATION] == []
    assert mine[0].severity is code.severity
    assert "{" not in mine[0].message


def assert_silent(code: Code) -> None:
    """The good example yields nothing of the code, and no error and no warning."""
    found = tg.check(code.good, profile=profile_of(code))
    assert code.code not in {one.code for one in found}
    assert [one for one in found if one.severity is not Severity.INFORMATION] == []
