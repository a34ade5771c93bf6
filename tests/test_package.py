"""What the package promises as a whole: a light import, packed grammars, README commands, rules for its own source."""

from __future__ import annotations

import ast
import graphlib
import os
import re
import subprocess
import sys
import tomllib
from importlib import metadata
from pathlib import Path
from typing import Any, Final

import pytest

import telegram_grammar as tg
from telegram_grammar import _lark

PROJECT: Final = Path(__file__).parents[1]
PACKAGE: Final = PROJECT / "src" / "telegram_grammar"
MODULES: Final = sorted(PACKAGE.rglob("*.py"))
GRAMMAR_FILES: Final = sorted(_lark.GRAMMARS.glob("*.lark"))

#: Modules that may call `re`, and why. Nothing else in src may: what recognises telegram syntax is in grammars/.
MAY_USE_RE: Final = {
    "matchers.py": "compiles the patterns that are derived from the grammars",
    "line_patterns.py": "joins the terminals of lines.lark into one pattern for each part of a message",
}
#: Longest module that can still be read at a sitting.
LINES: Final = 440
#: What the core must not load: each costs time that a user of the core has no use for.
HEAVY: Final = frozenset({"cattrs", "hypothesis", "interegular", "lark", "multiprocessing", "rich", "typer"})


def module_name(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def fenced_blocks(text: str, language: str) -> list[str]:
    """The fenced code blocks of one language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def quick_start() -> str:
    """README's part under the heading `Quick start`."""
    readme = (PROJECT / "README.md").read_text("utf-8")
    parts = re.split(r"^## ", readme, flags=re.MULTILINE)
    return next(part for part in parts if part.startswith("Quick start\n"))


# Import


def run_python(code: str) -> str:
    """What a fresh interpreter prints. It may write bytecode, as an installed package has it."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True, timeout=60
    )
    return done.stdout


def test_import_loads_nothing_heavy() -> None:
    loaded = run_python("import sys, telegram_grammar; print(*sys.modules)").split()
    assert "telegram_grammar" in loaded
    assert not HEAVY.intersection(name.partition(".")[0] for name in loaded)


def test_every_public_name_is_there_and_documented() -> None:
    for name in tg.__all__:
        value = getattr(tg, name)
        if callable(value):
            assert value.__doc__, name


# Packaging


def test_version_is_that_of_the_distribution() -> None:
    assert tg.__version__ == metadata.version("telegram-grammar")


def test_core_needs_lark_and_attrs_only() -> None:
    requirements = [line for line in metadata.requires("telegram-grammar") or () if "extra ==" not in line]
    assert {re.split(r"[^A-Za-z0-9_-]", line)[0] for line in requirements} == {"attrs", "lark"}


def test_licence_is_an_expression_with_its_file() -> None:
    about = metadata.metadata("telegram-grammar")
    assert about["License-Expression"] == "MIT"
    assert about["License-File"] == "LICENSE"
    assert (PROJECT / "LICENSE").is_file()


def test_command_is_installed() -> None:
    [script] = metadata.entry_points(group="console_scripts", name="telegram-grammar")
    assert script.value == "telegram_grammar.cli:main"


def test_package_is_typed() -> None:
    assert (Path(tg.__file__).parent / "py.typed").is_file()


def test_grammars_are_found_at_run_time() -> None:
    assert GRAMMAR_FILES
    assert all(path.read_text("utf-8").strip() for path in GRAMMAR_FILES)


def test_wheel_and_sdist_take_the_grammars() -> None:
    build = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]["targets"]
    assert "grammars" in build["wheel"]["only-include"]
    assert build["wheel"]["sources"]["grammars"] == "telegram_grammar/grammars"
    assert "/grammars" in build["sdist"]["include"]


@pytest.mark.parametrize(
    ("missing", "extra", "code"),
    [
        ("typer", "cli", "from telegram_grammar.cli import main; sys.argv = ['telegram-grammar']; main()"),
        ("rich", "cli", "from telegram_grammar.cli import main; sys.argv = ['telegram-grammar']; main()"),
        ("cattrs", "json", "import telegram_grammar as tg; tg.dumps(tg.Cable())"),
        ("hypothesis", "testing", "import telegram_grammar.testing"),
    ],
)
def test_a_missing_extra_is_named(missing: str, extra: str, code: str) -> None:
    hidden = f"import sys; sys.modules[{missing!r}] = None; {code}"
    done = subprocess.run([sys.executable, "-c", hidden], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode != 0
    assert f"telegram-grammar[{extra}]" in done.stderr


# README


def test_readme_has_two_commands_under_quick_start() -> None:
    part = quick_start()
    setup, test = fenced_blocks(part, "sh")
    assert part.count("```") == 4
    assert "telegram-grammar parse examples/" in setup
    assert test.rstrip().splitlines()[-1] == "pytest"


def test_readme_names_files_that_are_there() -> None:
    readme = (PROJECT / "README.md").read_text("utf-8")
    linked = re.findall(r"\]\(([^)#]+)", readme)
    named = {name for name in linked if "://" not in name} | set(re.findall(r"\bexamples/[\w.-]+", readme))
    assert named
    assert not [name for name in named if not (PROJECT / name).exists()]


# Rules for the source


def calls_of_re(tree: ast.AST) -> list[int]:
    """The lines that use a function of `re`, or import one."""
    found: list[int] = []
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(value=ast.Name(id="re" | "regex"), attr=name) if name not in {"Pattern", "Match"}:
                found.append(node.lineno)
            case ast.ImportFrom(module="re" | "regex"):
                found.append(node.lineno)
            case ast.Import(names=names) if any(name.asname and name.name in {"re", "regex"} for name in names):
                found.append(node.lineno)
    return found


@pytest.mark.parametrize(
    "code", ["import re\nx = re.match('a', 'b')", "from re import compile", "import re as patterns"]
)
def test_the_guard_sees_regular_expressions(code: str) -> None:
    assert calls_of_re(ast.parse(code))


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_no_regular_expression_outside_the_grammars(path: Path) -> None:
    lines = calls_of_re(ast.parse(path.read_text("utf-8")))
    assert not lines or module_name(path) in MAY_USE_RE, f"{module_name(path)}, lines {lines}: say it in grammars/"


def test_modules_that_may_use_regular_expressions_exist() -> None:
    assert set(MAY_USE_RE) <= {module_name(path) for path in MODULES}


def imports_of(path: Path) -> set[str]:
    """The modules of the package that a module imports, inside its functions too; what only type checkers see aside."""
    known = {dotted_name(one) for one in MODULES}
    found: set[str] = set()
    waiting: list[ast.AST] = [ast.parse(path.read_text("utf-8"))]
    while waiting:
        match waiting.pop():
            case ast.If(test=ast.Name(id="TYPE_CHECKING"), orelse=other):
                waiting += other
            case ast.Import(names=names):
                found |= {name.name for name in names}
            case ast.ImportFrom(module=str(module), names=names):
                whole = {f"{module}.{name.name}" for name in names}
                found |= whole & known or {module}
            case node:
                waiting += ast.iter_child_nodes(node)
    return found & known - {dotted_name(path)}


def dotted_name(path: Path) -> str:
    return ".".join([PACKAGE.name, *path.relative_to(PACKAGE).with_suffix("").parts]).removesuffix(".__init__")


#: Methods of a class that are a way to a function further up: the module that has the class, and the one it leads to.
WAYS_UP: Final = {
    ("telegram_grammar.document", "telegram_grammar.editing"): "Document.replace",
    ("telegram_grammar.model", "telegram_grammar.rows"): "Cable.row",
}


def test_modules_stand_in_an_order_in_which_none_needs_a_later_one() -> None:
    needs = {dotted_name(path): imports_of(path) for path in MODULES}
    for module, upper in WAYS_UP:
        needs[module].remove(upper)
    try:
        graphlib.TopologicalSorter(needs).prepare()
    except graphlib.CycleError as error:
        pytest.fail(f"these need one another: {' > '.join(error.args[1])}")


def test_the_guard_sees_imports_inside_functions() -> None:
    assert "telegram_grammar.settling" in imports_of(PACKAGE / "parser.py")


def test_laying_out_knows_nothing_of_reading() -> None:
    needs = {dotted_name(path): imports_of(path) for path in MODULES}
    below = {name for name in needs if name.startswith("telegram_grammar.rendering")}
    waiting = list(below)
    while waiting:
        new = needs[waiting.pop()] - below
        below |= new
        waiting += new
    assert below.isdisjoint({"telegram_grammar.parser", "telegram_grammar.reading", "telegram_grammar.builder"})


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_module_can_be_read_at_a_sitting(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= LINES


def is_cable_id(word: str) -> bool:
    """Whether a word has the form of an archive's cable id: year, post, number."""
    return bool(re.fullmatch(r"[0-9]{2}[A-Z]{4,}[0-9]+", word))


def test_the_guard_sees_cable_ids() -> None:
    assert is_cable_id("99XANADU1234")
    assert not is_cable_id("VZCZCXRO0457")


@pytest.mark.parametrize("path", [*MODULES, *GRAMMAR_FILES], ids=lambda path: path.name)
def test_no_cable_is_a_special_case(path: Path) -> None:
    assert not [word for word in re.findall(r"\w+", path.read_text("utf-8")) if is_cable_id(word)]


@pytest.mark.parametrize("folder", ["benchmarks", "docs", "examples", "grammars", "src", "tests"])
def test_only_conftest_knows_where_real_cables_are(folder: str) -> None:
    # built of two parts, so that this file passes its own test
    word = "sha" + "red/"
    quoted = '"sha' + 'red"'
    files = [path for path in (PROJECT / folder).rglob("*") if path.suffix in {".lark", ".md", ".py", ".txt"}]
    found = [path.name for path in files if word in (text := path.read_text("utf-8", "replace")) or quoted in text]
    assert set(found) <= {"conftest.py"}


def ends_in_lookahead(pattern: str) -> bool:
    """Whether some way through a pattern ends in a positive lookahead."""
    # the module that Python's own compiler reads patterns with; it has no public name
    from re import _constants as op
    from re import _parser as sre

    def ends(operator: Any, value: Any) -> bool:
        if operator is op.ASSERT:
            return bool(value[0] == 1)  # 1 looks ahead, -1 behind
        if operator is op.SUBPATTERN:
            return sequence_ends(value[3])
        if operator is op.ATOMIC_GROUP:
            return sequence_ends(value)
        if operator is op.BRANCH:
            return any(sequence_ends(branch) for branch in value[1])
        if operator in {op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT}:
            return sequence_ends(value[2])
        return False

    def sequence_ends(sequence: Any) -> bool:
        for item in reversed(list(sequence)):
            if ends(*item):
                return True
            if sre.SubPattern(sequence.state, [item]).getwidth()[0]:
                return False  # something is taken here in every case
        return False

    return sequence_ends(sre.parse(pattern))


@pytest.mark.parametrize("pattern", ["a(?=b)", "(?:a|b(?=c))", "(?:a(?=b))+", "(?i:a(?=b))", "(?>a(?=b))", "a(?=b)c?"])
def test_the_guard_sees_lookaheads(pattern: str) -> None:
    assert ends_in_lookahead(pattern)


@pytest.mark.parametrize("pattern", ["a(?!b)", "(?=a)b", "a", "", r"a\(\?=b\)"])
def test_the_guard_lets_other_patterns_pass(pattern: str) -> None:
    assert not ends_in_lookahead(pattern)


@pytest.mark.parametrize("path", GRAMMAR_FILES, ids=lambda path: path.name)
def test_no_terminal_ends_in_a_positive_lookahead(path: Path) -> None:
    terminals = _lark.load_rules(path.stem).terminals
    assert not [name for name, pattern in terminals.items() if ends_in_lookahead(pattern)]


@pytest.mark.parametrize("path", GRAMMAR_FILES, ids=lambda path: path.name)
def test_digits_are_those_of_ascii(path: Path) -> None:
    terminals = _lark.load_rules(path.stem).terminals
    assert not [name for name, pattern in terminals.items() if r"\d" in pattern]
