"""Runs a sample of mutmut's mutants of the renderer, the repair and the field builders against the tests.

    python mutation/run.py                          # all modules
    python mutation/run.py structure rendering.wire --mutants 60
    python mutation/run.py --names survivors.txt    # these mutants again

The mutants are those of `mutmut.mutation.file_mutation`; which one is active, mutmut's trampoline decides. The sample,
the order of the tests and the processes are ours: a module's mutants are drawn with a fixed seed, and each runs in a
process forked from one that has read the grammars and collected the tests; what the package keeps in caches is cleared.
"""

from __future__ import annotations

import argparse
import ast
import difflib
import functools
import os
import random
import shutil
import signal
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Final

import libcst as cst
import pytest
from hypothesis import given, settings
from mutmut.mutation.file_mutation import mutate_file_contents
from selection import PACKAGE, TESTS

PROJECT: Final = Path(__file__).resolve().parents[1]
SEED: Final = 1974
#: Seconds that a mutant's tests may take; then it counts as killed.
PATIENCE: Final = 300
#: What reads grammars and registers has no mutants, and its caches are dear.
KEPT: Final = {f"{PACKAGE}.{name}" for name in ("_lark", "matchers", "registers", "line_patterns", "head_words")}
#: What pytest is told. Hypothesis is imported before pytest, which warns of that, and a warning is an error here. Tests
#: of time, of other processes, and of the grammars against Lark say nothing of the mutants.
ARGUMENTS: Final = [
    *("-q", "-s", "-x", "--tb=no", "--no-header", "-p", "no:cacheprovider"),
    *("-W", "ignore::pytest.PytestAssertRewriteWarning", "--hypothesis-profile=mutation"),
    *("-k", "not linear and not process and not lark"),
]
FATES: Final = ("killed", "killed late", "survived")


class Bare(cst.CSTTransformer):
    """`@functools.cache` above a function becomes an assignment below it: mutmut passes decorated functions over."""

    def leave_FunctionDef(  # noqa: N802  # libcst's name
        self, original_node: cst.FunctionDef, updated_node: cst.FunctionDef
    ) -> cst.FunctionDef | cst.FlattenSentinel[cst.BaseStatement]:
        """The function, and behind it the name bound to its cached form."""
        code = [cst.Module([]).code_for_node(each.decorator) for each in updated_node.decorators]
        if len(code) != 1 or not code[0].startswith("functools."):
            return updated_node
        name = updated_node.name.value
        cached = cst.parse_statement(f"{name} = {code[0]}({name})\n")
        return cst.FlattenSentinel([updated_node.with_changes(decorators=[]), cached])


def mutated(module: str, folder: Path) -> list[str]:
    """Writes a module with all its mutants; their names."""
    path = folder / "src" / PACKAGE / f"{module.replace('.', '/')}.py"
    if not path.exists():
        path = path.with_suffix("") / "__init__.py"
    source = cst.parse_module(path.read_text("utf-8")).visit(Bare()).code
    found = mutate_file_contents(str(path), source)
    path.write_text(found.code, "utf-8")
    return [f"{PACKAGE}.{module}.{name}" for name in found.mutant_names]


def difference(mutant: str, folder: Path) -> str:
    """What a mutant changes."""
    module, _, name = mutant.removeprefix(f"{PACKAGE}.").rpartition(".")
    path = folder / "src" / PACKAGE / f"{module.replace('.', '/')}.py"
    code = (path if path.exists() else path.with_suffix("") / "__init__.py").read_text("utf-8")
    bodies = {node.name: node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.FunctionDef)}
    mangled = name.partition("__mutmut_")[0]
    before, after = (ast.unparse(bodies[which]).replace(which, mangled) for which in (f"{mangled}__mutmut_orig", name))
    lines = difflib.unified_diff(before.split("\n"), after.split("\n"), n=2, lineterm="")
    return "\n".join(line for line in lines if not line.startswith(("---", "+++")))


def forget() -> None:
    """Empties the package's caches, so that nothing read before is taken for what the mutant reads."""
    for name, module in list(sys.modules.items()):
        if name.startswith(PACKAGE) and name not in KEPT and not name.startswith(f"{PACKAGE}.testing"):
            for value in list(vars(module).values()):
                if isinstance(value, functools._lru_cache_wrapper) and value.__module__ not in KEPT:
                    value.cache_clear()


class Loop:
    """Instead of running the tests once: runs them for each mutant, in a process of its own."""

    def __init__(self, sample: dict[str, list[str]], late: list[str], told: Callable[[str, str, str], None]) -> None:
        self.sample = sample
        self.late = late
        self.told = told

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Each mutant's fate is handed to `told`, with its module."""
        warm(session.config.rootpath)
        for module, mutants in self.sample.items():
            items = [item for test in TESTS[module] for item in session.items if item.nodeid.startswith(test)]
            late = [item for item in session.items if item.nodeid.startswith(tuple(self.late))] if self.late else []
            early = [item for item in dict.fromkeys(items) if item not in set(late)]
            if (found := fate("", early, late)) != "survived":
                raise SystemExit(f"the tests of {module} fail without a mutant: {found}")
            for mutant in mutants:
                self.told(module, mutant, fate(mutant, early, late))
            self.told(module, "", "")
        return True


def fate(mutant: str, early: list[pytest.Item], late: list[pytest.Item]) -> str:
    """How the tests fare with a mutant, "" for none: "killed", "killed late" (by the later tests alone), "survived"."""
    child = os.fork()
    if not child:
        code = 1
        try:
            silence = os.open(os.devnull, os.O_WRONLY)
            os.dup2(silence, 1)
            os.dup2(silence, 2)
            os.environ["MUTANT_UNDER_TEST"] = mutant
            forget()
            signal.alarm(PATIENCE)
            code = 0 if passed(early) else 1
            signal.alarm(PATIENCE)
            code = code or (0 if passed(late) else 2)
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    return {0: "survived", 2: "killed late"}.get(os.waitstatus_to_exitcode(status), "killed")


def passed(items: list[pytest.Item]) -> bool:
    """Whether all tests pass; it stops at the first that does not."""
    for place, item in enumerate(items):
        following = items[place + 1] if place + 1 < len(items) else None
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        if item.session.testsfailed:
            return False
    return True


def warm(folder: Path) -> None:
    """Has the grammars read and the strategies built, once for all mutants."""
    from telegram_grammar import parse, render
    from telegram_grammar.testing import cables, conformant_cables

    for text in sorted((folder / "tests" / "fixtures").glob("*/*.txt"))[::20]:
        try:
            render(parse(text.read_bytes().decode("cp1252")).cable)
        except ValueError:
            continue  # it is refused, or not in that encoding

    @settings(max_examples=5, database=None)
    @given(cables(), conformant_cables())
    def draw(one: object, other: object) -> None:
        """The first draws are slow."""

    draw()


def main() -> None:
    """Prints the survivors, each with what it changes, and a row for each module."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("modules", nargs="*", help="as in selection.py; all of them by default")
    options.add_argument("--mutants", type=int, default=30, help="so many of each module")
    options.add_argument("--names", type=Path, help="a file with mutants' names, instead of a sample")
    options.add_argument("--late", nargs="*", default=[], help="tests to run last; what they alone kill is told apart")
    options.add_argument("--survivors", type=Path, help="where the survivors' names are written")
    chosen = options.parse_args()
    modules = chosen.modules or list(TESTS)
    with tempfile.TemporaryDirectory(prefix="mutation-") as place:
        folder = Path(place) / "project"
        shutil.copytree(PROJECT, folder, ignore=shutil.ignore_patterns(".*", "__pycache__", "mutation"))
        names = {module: mutated(module, folder) for module in modules}
        wanted = set(chosen.names.read_text("utf-8").split()) if chosen.names else None
        sample = {module: drawn(module, all_, chosen.mutants, wanted) for module, all_ in names.items()}
        counts: dict[str, Counter[str]] = {module: Counter() for module in modules}

        def told(module: str, mutant: str, found: str) -> None:
            if not mutant:
                row = (len(names[module]), len(sample[module]), *map(counts[module].__getitem__, FATES))
                print(f"{module:22}{''.join(f'{count:12}' for count in row)}", flush=True)
                return
            counts[module][found] += 1
            if found != "killed":
                print(f"# {found}: {mutant}\n{difference(mutant, folder)}", flush=True)
            if found == "survived" and chosen.survivors:
                with chosen.survivors.open("a", encoding="utf-8") as out:
                    out.write(f"{mutant}\n")

        os.environ.update(MUTANT_UNDER_TEST="", HYPOTHESIS_PROFILE="ci", PYTHONPATH=str(folder / "src"))
        sys.path[:0] = [str(folder / "src")]
        os.chdir(folder)
        settings.register_profile("mutation", max_examples=10, deadline=None, derandomize=True, database=None)
        print(f"{'module':22}{''.join(f'{word:>12}' for word in ('mutants', 'sample', *FATES))}", flush=True)
        every = sorted({test for module in modules for test in TESTS[module]} | set(chosen.late))
        pytest.main([*ARGUMENTS, *every], plugins=[Loop({m: s for m, s in sample.items() if s}, chosen.late, told)])
        os.chdir(PROJECT)


def drawn(module: str, names: list[str], count: int, wanted: set[str] | None) -> list[str]:
    """The mutants to run: those that are wanted, or a sample."""
    if wanted is not None:
        return [name for name in names if name in wanted]
    return sorted(random.Random(f"{SEED}{module}").sample(names, min(count, len(names))))


if __name__ == "__main__":
    main()
