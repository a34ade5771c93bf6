"""Settings of a project: where they are found, what they may say, and that the command line wins."""

from __future__ import annotations

from pathlib import Path

import pytest

from command import TEXT, Command
from telegram_grammar.cli import settings
from telegram_grammar.cli.check_text import Format, Selection
from telegram_grammar.cli.settings import Settings, SettingsError


def write(folder: Path, content: str, name: str = "pyproject.toml") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(content, "utf-8")
    return path


def table(content: str) -> str:
    return f"[tool.telegram-grammar]\n{content}\n"


def test_all_keys(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        table('select = ["TG0", "TG232"]\nignore = ["TG005"]\nprofile = "1970s"\nformat = "github"\njobs = 0'),
    )
    selection = Selection(("TG0", "TG232"), ("TG005",), "1970s")
    assert settings.load(path) == settings.find(tmp_path) == Settings(selection, Format.GITHUB, 0)


def test_an_empty_table_says_nothing(tmp_path: Path) -> None:
    assert settings.load(write(tmp_path, table(""))) == Settings()


def test_the_nearest_file_with_the_table_counts(tmp_path: Path) -> None:
    write(tmp_path, table("jobs = 3"))
    write(tmp_path / "a", table("jobs = 2"))
    write(tmp_path / "a" / "b", "[project]\nname = 'x'\n")
    (tmp_path / "a" / "b" / "c").mkdir()
    assert settings.find(tmp_path / "a" / "b" / "c").jobs == 2
    assert settings.find(tmp_path).jobs == 3


def test_no_file_is_no_settings(tmp_path: Path) -> None:
    assert settings.find(tmp_path) == Settings()


@pytest.mark.parametrize(
    ("content", "key"),
    [
        ("slect = []", "slect"),
        ('select = "TG0"', "select"),
        ("select = [1]", "select"),
        ('ignore = "TG0"', "ignore"),
        ("profile = 1970", "profile"),
        ("jobs = true", "jobs"),
        ("jobs = -1", "jobs"),
        ('jobs = "2"', "jobs"),
        ('format = "xml"', "format"),
        ('select = ["TG9"]', "select"),
        ('ignore = ["TG9"]', "ignore"),
        ('profile = "1860s"', "profile"),
    ],
)
def test_what_is_wrong_is_named_with_file_and_key(tmp_path: Path, content: str, key: str) -> None:
    path = write(tmp_path, table(content))
    with pytest.raises(SettingsError) as error:
        settings.load(path)
    assert str(path) in str(error.value)
    assert key in str(error.value)


@pytest.mark.parametrize("content", ["[tool", "\xff", "tool = 1", '[tool]\ntelegram-grammar = "x"', "[project]\n"])
def test_a_file_that_cannot_be_used_is_named(tmp_path: Path, content: str) -> None:
    path = tmp_path / "x.toml"
    path.write_bytes(content.encode("latin-1"))
    with pytest.raises(SettingsError, match=r"x\.toml: "):
        settings.load(path)


# In the command


def test_settings_hold_and_the_command_line_wins(
    run: Command, clean: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, table('select = ["TG232"]\nformat = "jsonl"'))
    (tmp_path / "inner").mkdir()
    monkeypatch.chdir(tmp_path / "inner")
    assert '"TG232"' in run("check", clean).out
    assert run("check", clean, "--select", "TG005").out == ""
    assert run("check", clean, "--ignore", "TG2").out == ""
    assert run("check", clean, "--format", "github").out.startswith("::notice ")
    other = write(tmp_path, table('ignore = ["TG232"]'), "other.toml")
    assert "TG232" not in run("check", clean, "--config", other).out
    assert run("check", clean, "--isolated", "--select", "TG232").out.startswith(f"{clean}:")


def test_wrong_settings_are_wrong_usage(
    run: Command, clean: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path, table("colour = true"))
    monkeypatch.chdir(tmp_path)
    done = run("check", clean)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"telegram-grammar: {path}: tool.telegram-grammar has no key 'colour'")
    assert run("check", clean, "--isolated").code == 0
    assert clean.read_text("utf-8") == TEXT
