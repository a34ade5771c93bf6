"""The stack of the structure grammar's parser, interned, and what a line kind does to it.

The grammar does not nest, so a few hundred stacks exist: each is one `Configuration` in a chain, and what a line kind
does to it, all reductions included, is worked out once.
"""

from __future__ import annotations

import functools
from typing import Final, TypeAlias

from attrs import define

from telegram_grammar._lark import ParseTable, Reduction, parse_table

__all__ = ["END", "Closing", "Configuration", "Step", "empty_stack"]

#: The kind of what stands behind the last line.
END: Final = "$END"
#: Productions that are closed: how many symbols of the stack become one, or -1 where none become one, and the rule's
#: name, empty where its parts go straight into the rule above.
Closing: TypeAlias = tuple[int, str]
#: A repetition goes on with its next part.
NEXT_PART: Final[tuple[Closing, ...]] = ((1, ""),)
#: What is done before a shift: the rule whose parts become one, whether the top symbol is one with that below it
#: before, and whether it is so afterwards; all productions that are closed, where they are others; the `unparted` of
#: the step. (A tuple, since it is taken apart for most lines.)
Plan: TypeAlias = tuple[str, bool, bool, tuple[Closing, ...], frozenset[str]]
#: A step taken apart: its plan, where there is more to it than the shift; and its target.
PlannedStep: TypeAlias = "tuple[Plan | None, Configuration]"


@define(eq=False)
class Step:
    """What a line kind does: productions to close, then the configuration behind the shift."""

    closings: tuple[Closing, ...]
    target: Configuration
    #: The kinds that may stand before a blank line and not behind it, None until somebody asks; of other lines none.
    unparted: frozenset[str] | None

    def planned(self) -> PlannedStep:
        """The step as `Configuration.planned` has it."""
        closings, target, unparted = self.closings, self.target, self.unparted or frozenset()
        if not closings:
            return ("", False, False, (), unparted) if unparted else None, target
        (fewer, rule), *others = closings
        if closings == NEXT_PART:
            return ("", False, True, (), unparted), target
        if rule and fewer in (0, 1) and tuple(others) in ((), NEXT_PART):
            return (rule, fewer == 1, bool(others), (), unparted), target
        return ("", False, False, closings, unparted), target


@define(eq=False)
class Configuration:
    """A parser stack, interned: its top state and the rest of it."""

    state: int
    below: Configuration | None
    table: ParseTable
    above: dict[int, Configuration]
    steps: dict[str, Step | None]
    #: Those of the steps of which all is worked out.
    planned: dict[str, PlannedStep]

    def push(self, state: int) -> Configuration:
        """The stack with a state more."""
        found = self.above.get(state)
        if found is None:
            found = self.above[state] = Configuration(state, self, self.table, {}, {}, {})
        return found

    def step(self, kind: str) -> Step | None:
        """What `kind` does here; None where it cannot stand."""
        try:
            return self.steps[kind]
        except KeyError:
            found = self.steps[kind] = self._work_out(kind)
            if found is not None and found.unparted is not None:
                self.planned[kind] = found.planned()
            return found

    def _work_out(self, kind: str) -> Step | None:
        here: Configuration = self
        closed: list[Reduction] = []
        table = self.table
        while True:
            action = table.actions[here.state].get(kind)
            if action is None:
                return None
            if isinstance(action, int):
                return self._to(here.push(action), kind, closed)
            closed.append(action)
            for _ in range(action.length):
                assert here.below is not None  # a reduction never takes more than was shifted
                here = here.below
            here = here.push(table.gotos[here.state][action.rule])
            if kind == END and here.state == table.end:
                return self._to(here, kind, closed)

    def parted_by(self, blank: Step) -> frozenset[str]:
        """The kinds that a blank line here would keep from standing: before one of them it is skipped."""
        kinds = {kind for row in self.table.actions for kind in row}
        blank.unparted = frozenset(
            kind for kind in kinds if self.step(kind) is not None and blank.target.step(kind) is None
        )
        self.planned["BLANK"] = blank.planned()
        return blank.unparted

    @staticmethod
    def _to(target: Configuration, kind: str, closed: list[Reduction]) -> Step:
        return Step(_closings(closed), target, None if kind == "BLANK" else frozenset())


def _closings(closed: list[Reduction]) -> tuple[Closing, ...]:
    """What the reductions come to: those that put their parts into the rule above are one with what follows them."""
    found: list[Closing] = []
    for rule, length, inline in closed:
        fewer = length - 1
        if found and not found[-1][1] and found[-1][0] >= 0 <= fewer:
            fewer += found.pop()[0]
        if fewer or not inline:
            found.append((fewer, "" if inline else rule))
    return tuple(found)


@functools.cache
def empty_stack() -> Configuration:
    """The stack before the first line."""
    table = parse_table("structure")
    return Configuration(table.start, None, table, {}, {}, {})
