"""Texts as hypothesis strategies: well-formed ones, drawn from the grammars, and any others."""

from __future__ import annotations

from typing import Final

from hypothesis import strategies as st
from hypothesis.extra.lark import from_lark
from hypothesis.strategies import DrawFn, SearchStrategy

from telegram_grammar._lark import declared_lark
from telegram_grammar.arguments import demand
from telegram_grammar.structure import structure
from telegram_grammar.testing.printer import Printer
from telegram_grammar.testing.values import cached
from telegram_grammar.tree import new_leaf

__all__ = ["cable_texts", "structures"]

#: Kinds that canonical text has not: what frames it on the wire, and what publishers, archives and relays put into it.
_NOISE: Final = frozenset(
    {
        "NOTICE", "DATE_LINE", "RECORD", "BANNER", "DISTRIBUTION", "BLANK_WITHIN", "MARK_WITHIN", "HEAD_WITHIN",
        "PILCROW_WITHIN", "JOINT_WITHIN", "DEBRIS", "SEPARATION", "LONE_STOP", "OVERLINE",
    }
)  # fmt: skip
#: Such items of the body, and what stands for them where they are left out.
_INSTEAD: Final = {
    "JOINT": "RULER", "STAMP": "RULER", "RULED_HEADING": "PLAIN_HEADING", "END_OF_TEXT": "RULER", "VALIDATION": "RULER",
    "END_OF_MESSAGE": "RULER",
}  # fmt: skip
#: More lines than these show nothing more.
_MOST_KINDS: Final = 120


def structures(*, noise: bool = False) -> SearchStrategy[tuple[str, ...]]:
    """Sequences of line kinds drawn from the structure grammar; without `noise`, what publishers add is left out."""
    demand(noise, bool, "structures(noise=)")
    return _structures(noise)


@cached
def _structures(noise: bool) -> SearchStrategy[tuple[str, ...]]:
    parser = declared_lark("structure")
    kinds = {name for rule in parser.rules for symbol in rule.expansion if (name := str(symbol.name)).isupper()}
    drawn = from_lark(parser, explicit={kind: st.just(f"{kind} ") for kind in sorted(kinds)})
    kept = drawn.map(str.split).map(lambda found: tuple(found if noise else _plain(found)))
    return kept.filter(lambda found: len(found) <= _MOST_KINDS)


def _plain(kinds: list[str]) -> list[str]:
    """The kinds without noise: of prose that was interrupted, the first part."""
    kept: list[str] = []
    interrupted = False
    for kind in kinds:
        if kind.endswith("_WITHIN"):
            interrupted = True
        elif interrupted and kind in ("PROSE", "TEXT"):
            interrupted = False
        elif kind not in _NOISE and not (kind == "BLANK" and kept[-1:] and kept[-1].startswith("ROUTING")):
            kept.append(_INSTEAD.get(kind, kind))
    return [kind for place, kind in enumerate(kept) if kind != "RULER" or "SIGNATURE" not in kept[:place]]


def cable_texts(*, noise: bool = False) -> SearchStrategy[str]:
    """Well-formed texts, drawn from the grammars: they parse with no repair, and with no diagnostic at all.

    A sequence of line kinds is drawn from the structure grammar, read back into its tree, and printed: each line from
    the grammar of its field. With `noise` come the optional forms that a field takes and reports, and what publishers
    and relays add; such a text parses with no repair still.
    """
    demand(noise, bool, "cable_texts(noise=)")
    return _cable_texts(noise)


@cached
@st.composite
def _cable_texts(draw: DrawFn, noise: bool) -> str:
    kinds = draw(_structures(noise))
    leaves = [new_leaf(kind, place, place + 1) for place, kind in enumerate(kinds)]
    printer = Printer(draw, noise)
    printer.print(structure(leaves, len(leaves)).root)
    return printer.text()
