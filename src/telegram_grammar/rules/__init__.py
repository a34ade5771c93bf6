"""The rules of conformance, one file a family, in named chains that a caller selects, ignores or extends."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from telegram_grammar.rules import agreement, body, classified, heading, pages, references, text_head
from telegram_grammar.rules.rule import Rule

__all__ = ["CHAINS"]

#: The rules by family. No rule looks at what another has found, so their order does not matter.
CHAINS: Final[Mapping[str, tuple[Rule, ...]]] = MappingProxyType({
    "heading": heading.RULES,
    "text-head": text_head.RULES,
    "references": references.RULES,
    "classified": classified.RULES,
    "body": body.RULES,
    "pages": pages.RULES,
    "agreement": agreement.RULES,
})  # fmt: skip
