"""Conformance: every departure of a text from the rules, with the diagnostics that parsing gave."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from telegram_grammar.arguments import demand, near
from telegram_grammar.codes import CODES
from telegram_grammar.diagnostics import Code, Diagnostic, new_diagnostic, new_span
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
    wanted, kind = _selection(select, ignore, rules), _profile(profile)
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
    demand(document, Document, "check_document")
    return _checked(document, _selection(select, ignore, rules), _profile(profile))


def _profile(name: str | None) -> Profile | None:
    if name is not None and name not in PROFILES:
        hint = near(name, PROFILES) or f"; there are {', '.join(PROFILES)}"
        raise ValueError(f"no profile {name!r}{hint}")
    return PROFILES[name] if name is not None else None


def _checked(document: Document, wanted: _Selection, profile: Profile | None) -> tuple[Diagnostic, ...]:
    profile = profile or detect(document)
    context = Context(document, profile)
    codes, rules = wanted.under(profile)
    found = [one for one in document.diagnostics if one.code in codes]
    for rule in rules:
        found += map(_diagnostic, rule.check(context))
    found.sort(key=_place)
    return tuple(dict.fromkeys(found))  # of two parts that have no place of their own, the same may be said


def _place(one: Diagnostic) -> tuple[int, str, int, str]:
    """Place and code; then what makes the order the same whichever rule was asked first."""
    return one.span.start, one.code, one.span.end, one.message


def _diagnostic(finding: Finding) -> Diagnostic:
    code = finding.code
    message = code.message.format(**finding.words)
    span = new_span(finding.start, finding.end)
    return new_diagnostic(code.code, code.severity, message, span, finding.expected, finding.fix, code.name)


class _Selection:
    """Which codes are reported, of parsing and of which rules."""

    def __init__(self, select: Iterable[str] | None, ignore: Iterable[str], more: tuple[Rule, ...]) -> None:
        self.codes = CODES | {rule.code.code: rule.code for rule in more} if more else CODES
        self.rules = (*_RULES, *more)
        chosen, self.named = (set(self.codes), set()) if select is None else _resolved(select, self.codes)
        self.chosen = chosen - _resolved(ignore, self.codes)[0]
        self._under: dict[str, tuple[frozenset[str], tuple[Rule, ...]]] = {}

    def under(self, profile: Profile) -> tuple[frozenset[str], tuple[Rule, ...]]:
        """The codes that are reported in a profile, and the rules of those that have one."""
        known = self._under.get(profile.name)
        if known is None:
            codes = frozenset(code for code in self.chosen if self._reports(self.codes[code], profile))
            rules = tuple(rule for rule in self.rules if rule.code.code in codes)
            known = self._under[profile.name] = codes, rules
        return known

    def _reports(self, code: Code, profile: Profile) -> bool:
        return not code.profiles or profile.name in code.profiles or code.code in self.named


@functools.cache
def _everything() -> _Selection:
    return _Selection(None, (), ())


def _selection(select: Iterable[str] | None, ignore: Iterable[str], rules: Iterable[Rule]) -> _Selection:
    """The selection that was asked for; what selects nothing apart is made once."""
    ignore, more = (ignore,) if isinstance(ignore, str) else tuple(ignore), tuple(rules)
    return _everything() if select is None and not ignore and not more else _Selection(select, ignore, more)


def _resolved(selectors: Iterable[str], codes: Mapping[str, Code]) -> tuple[set[str], set[str]]:
    """The codes that selectors mean, and those of them that were named themselves."""
    found: set[str] = set()
    named: set[str] = set()
    for selector in (selectors,) if isinstance(selectors, str) else selectors:
        itself = {code for code, row in codes.items() if selector.upper() == code or selector == row.name}
        meant = itself or set(_meant(selector, codes))
        if not meant and selector not in CHAINS:
            names = {*codes, *CHAINS, *(row.name for row in codes.values())}
            raise ValueError(f"no code, name or chain {selector!r}{near(selector, names)}")
        found |= meant
        named |= itself
    return found, named


def _meant(selector: str, codes: Mapping[str, Code]) -> Iterator[str]:
    """The codes of a chain, or of a family by the beginning of its codes."""
    if selector in CHAINS:
        yield from (rule.code.code for rule in CHAINS[selector])
    elif selector:
        yield from (code for code in codes if code.startswith(selector.upper()))
