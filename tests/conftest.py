"""What all tests share: hypothesis profiles, the command, and the real cables, which are no part of the project.

Profiles: `default` (quick), `ci`, `thorough`, `deep`; the environment variable HYPOTHESIS_PROFILE selects one.

Real cables: a test that asks for the fixture `corpus`, `corpus_texts` or `corpus_path` gets the marker `corpus`. They
are looked for in the folders that TELEGRAM_GRAMMAR_CORPUS names (separated as in PATH), else beside the project.
Without them such a test is skipped, but where the environment variable CI is set it fails: there they must run.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

import pytest
from hypothesis import HealthCheck, settings

from absence import without_corpus
from command import DAMAGED, TEXT, Command

PROJECT: Final = Path(__file__).parents[1]
CORPUS_FIXTURES: Final = frozenset({"corpus", "corpus_texts", "corpus_path"})

# No deadline: a first example builds grammars, and a slow machine is no bug. Time is tested where it is the subject.
settings.register_profile("default", max_examples=100, deadline=None)
settings.register_profile("ci", max_examples=100, deadline=None, derandomize=True, print_blob=True)
for name, examples in (("thorough", 2_000), ("deep", 5_000)):
    settings.register_profile(
        name,
        max_examples=examples,
        deadline=None,
        print_blob=True,
        suppress_health_check=[HealthCheck.too_slow],  # spliced texts are long on purpose
    )
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") else "default"))


def corpus_folders() -> list[Path]:
    """The folders of real cables that there are."""
    named = os.environ.get("TELEGRAM_GRAMMAR_CORPUS")
    if named:
        folders = [Path(name) for name in named.split(os.pathsep) if name]
    else:
        folders = [PROJECT.parent / "shared" / "corpus", PROJECT.parent / "shared" / "seed"]
    return [folder for folder in folders if folder.is_dir()]


def corpus_files() -> list[Path]:
    """The files of real cables, in a fixed order."""
    return sorted(path for folder in corpus_folders() for path in folder.glob("*.txt"))


@pytest.fixture(scope="session")
def corpus() -> list[Path]:
    """The paths of all real cables."""
    files = corpus_files()
    if not files:
        without_corpus()
    return files


@pytest.fixture(scope="session")
def corpus_texts(corpus: list[Path]) -> dict[str, str]:
    """The texts of all real cables by file name without its suffix."""
    return {path.stem: path.read_bytes().decode("utf-8", "replace") for path in corpus}


@pytest.fixture
def corpus_path(request: pytest.FixtureRequest) -> Path:
    """The path of one real cable: the test runs once for each."""
    path: Path | None = request.param
    if path is None:
        without_corpus()
    return path


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    """The command, run in this process."""
    for name in ("FORCE_COLOR", "NO_COLOR", "COLUMNS", "TTY_COMPATIBLE", "GITHUB_ACTIONS"):
        monkeypatch.delenv(name, raising=False)
    return Command(monkeypatch, capsys)


@pytest.fixture
def clean(tmp_path: Path) -> Path:
    """A file with a telegram that nothing is wrong with."""
    path = tmp_path / "clean.txt"
    path.write_text(TEXT, "utf-8")
    return path


@pytest.fixture
def damaged(tmp_path: Path) -> Path:
    """A file with a damaged one."""
    path = tmp_path / "damaged.txt"
    path.write_text(DAMAGED, "utf-8")
    return path


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """One test for each real cable, where a test asks for `corpus_path`."""
    if "corpus_path" in metafunc.fixturenames:
        files = corpus_files()
        params: list[Path | None] = [*files] if files else [None]
        names = [path.stem for path in files] or ["none"]
        metafunc.parametrize("corpus_path", params, ids=names, indirect=True)


@pytest.hookimpl(tryfirst=True)  # before `-m` selects
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks the tests that read real cables, so that `-m corpus` runs them alone."""
    for item in items:
        if CORPUS_FIXTURES.intersection(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.corpus)
