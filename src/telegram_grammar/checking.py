"""Conformance: every departure of a text from the rules, with the diagnostics that parsing gave."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from telegram_grammar.codes import CODES
from telegram_grammar.diagnostics import Code, Diagnostic, Span
from telegram_grammar.document import Document
from telegram_grammar.parser import parse
from telegram_grammar.profiles import PROFILES, Profile, detect
from telegram_grammar.rules import CHAINS
from telegram_grammar.rules.context import Context, Finding
from telegram_grammar.rules.rule import Rule

__all__ = ["check", "check_document"]

_RULES: Final = tuple(rule for chain in CHAINS.values() for rule in chain)


def check(
    text: str,
    *,
    select: Iterable[str] | None = None,
    ignore: Iterable[str] = (),
    profile: str | None = None,
    rules: Iterable[Rule] = (),
) -> tuple[Diagnostic, ...]:
    """Parses a text and reports all that parsing and the rules find in it, in order of place and code.

    `select` and `ignore` name codes ("TG501"), families by the beginning of their codes ("TG5"), names
    ("serial-and-number") and chains of rules ("agreement"); without `select` all are reported. `profile` is a name out
    of `PROFILES`; without it, it is detected. A code that is selected by its whole code or its name is reported in any
    profile. `rules` are further rules of the caller's own.

    Raises ValueError for a selector or a profile that is not known. Never raises for a text.
    """
    wanted = _Selection.of(select, ignore, tuple(rules))
    kind = _profile(profile)
    return _checked(parse(text), wanted, kind)


def check_document(
    document: Document,
    *,
    select: Iterable[str] | None = None,
    ignore: Iterable[str] = (),
    profile: str | None = None,
    rules: Iterable[Rule] = (),
) -> tuple[Diagnostic, ...]:
    """The same as `check` for a text that is parsed already."""
    return _checked(document, _Selection.of(select, ignore, tuple(rules)), _profile(profile))


def _profile(name: str | None) -> Profile | None:
    if name is not None and name not in PROFILES:
        raise ValueError(f"no profile {name!r}{_near(name, PROFILES)}")
    return PROFILES[name] if name is not None else None


def _checked(document: Document, wanted: _Selection, profile: Profile | None) -> tuple[Diagnostic, ...]:
    profile = profile or detect(document)
    context = Context(document, profile)
    found = [one for one in document.diagnostics if wanted.reports(one.code, profile)]
    for rule in wanted.rules:
        if wanted.reports(rule.code.code, profile):
            found += map(_diagnostic, rule.check(context))
    return tuple(sorted(found, key=_place))


def _place(one: Diagnostic) -> tuple[int, str, int, str]:
    """Place and code; then what makes the order the same whichever rule was asked first."""
    return one.span.start, one.code, one.span.end, one.message


def _diagnostic(finding: Finding) -> Diagnostic:
    code = finding.code
    message = code.message.format(**finding.words)
    span = Span(finding.start, finding.end)
    return Diagnostic(code.code, code.severity, message, span, finding.expected, finding.fix, code.name)


class _Selection:
    """Which codes are reported, of parsing and of which rules."""

    def __init__(self, codes: Mapping[str, Code], rules: tuple[Rule, ...], chosen: set[str], named: set[str]) -> None:
        self.codes, self.rules, self.chosen, self.named = codes, rules, chosen, named

    @classmethod
    def of(cls, select: Iterable[str] | None, ignore: Iterable[str], more: tuple[Rule, ...]) -> _Selection:
        codes = CODES | {rule.code.code: rule.code for rule in more} if more else CODES
        chosen, named = (set(codes), set()) if select is None else _resolved(select, codes)
        without, _ = _resolved(ignore, codes)
        return cls(codes, (*_RULES, *more), chosen - without, named)

    def reports(self, code: str, profile: Profile) -> bool:
        """Whether a code is reported in a profile."""
        profiles = self.codes[code].profiles
        return code in self.chosen and (not profiles or profile.name in profiles or code in self.named)


def _resolved(selectors: Iterable[str], codes: Mapping[str, Code]) -> tuple[set[str], set[str]]:
    """The codes that selectors mean, and those of them that were named themselves."""
    found: set[str] = set()
    named: set[str] = set()
    for selector in (selectors,) if isinstance(selectors, str) else selectors:
        itself = {code for code, row in codes.items() if selector in (code, row.name)}
        meant = itself or set(_meant(selector, codes))
        if not meant and selector not in CHAINS:
            names = {*codes, *CHAINS, *(row.name for row in codes.values())}
            raise ValueError(f"no code, name or chain {selector!r}{_near(selector, names)}")
        found |= meant
        named |= itself
    return found, named


def _meant(selector: str, codes: Mapping[str, Code]) -> Iterator[str]:
    """The codes of a chain, or of a family by the beginning of its codes."""
    if selector in CHAINS:
        yield from (rule.code.code for rule in CHAINS[selector])
    elif selector:
        yield from (code for code in codes if code.startswith(selector))


def _near(word: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(word, sorted(known), n=3)
    return f"; did you mean {', '.join(near)}?" if near else ""
