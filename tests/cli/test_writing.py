"""Files are written whole or not at all."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path

import pytest

from telegram_grammar.cli.writing import ChangedError, write_atomically


def test_a_file_gets_new_content_and_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_atomically(path, b"new\r\n")
    assert path.read_bytes() == b"new\r\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert list(tmp_path.iterdir()) == [path]


def test_a_new_file_has_the_mode_that_any_new_file_has(tmp_path: Path) -> None:
    write_atomically(tmp_path / "a", b"x")
    (tmp_path / "b").write_bytes(b"x")
    assert (tmp_path / "a").stat().st_mode == (tmp_path / "b").stat().st_mode


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="root alone may give a file away")
def test_a_file_that_root_writes_keeps_its_owner_and_group(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    os.chown(path, 4711, 4712)
    path.chmod(0o2640)  # of which a change of the owner takes the first figure away
    write_atomically(path, b"new")
    status = path.stat()
    assert (status.st_uid, status.st_gid, stat.S_IMODE(status.st_mode)) == (4711, 4712, 0o2640)


@pytest.mark.skipif(not hasattr(os, "chown"), reason="files have no owner of this kind")
@pytest.mark.parametrize(("permitted", "asked"), [("both", 1), ("group", 2), ("neither", 2)])
def test_owner_and_group_are_kept_as_far_as_is_permitted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, permitted: str, asked: int
) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    old = path.stat()
    given: list[tuple[int, int]] = []

    def chown(_: object, owner: int, group: int) -> None:
        given.append((owner, group))
        if permitted == "neither" or (permitted == "group" and owner != -1):
            raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "chown", chown)
    write_atomically(path, b"new")
    assert given == [(old.st_uid, old.st_gid), (-1, old.st_gid)][:asked]
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_another_hard_link_keeps_the_old_content(tmp_path: Path) -> None:
    """What a file written whole or not at all costs: its name goes to a new file."""
    path, other = tmp_path / "a", tmp_path / "b"
    path.write_bytes(b"old")
    other.hardlink_to(path)
    write_atomically(path, b"new")
    assert (path.read_bytes(), other.read_bytes()) == (b"new", b"old")


def test_a_link_goes_on_leading_to_its_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"old")
    (tmp_path / "folder").mkdir()
    link = tmp_path / "folder" / "link"
    link.symlink_to("../file")
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert (tmp_path / "file").read_bytes() == b"new"


def test_a_file_that_changed_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"other")
    with pytest.raises(ChangedError):
        write_atomically(path, b"new", instead_of=b"old")
    assert path.read_bytes() == b"other"
    assert list(tmp_path.iterdir()) == [path]
    write_atomically(path, b"new", instead_of=b"other")
    assert path.read_bytes() == b"new"


@pytest.mark.parametrize("failing", ["fsync", "replace"])
def test_what_fails_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, failing, fail)
    with pytest.raises(OSError, match="No space left"):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_the_content_is_on_the_disk_before_it_takes_the_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []
    fsync, replace = os.fsync, os.replace

    def noted_fsync(number: int) -> None:
        done.append("fsync")
        fsync(number)

    def noted_replace(old: str, new: str) -> None:
        done.append("replace")
        replace(old, new)

    monkeypatch.setattr(os, "fsync", noted_fsync)
    monkeypatch.setattr(os, "replace", noted_replace)
    write_atomically(tmp_path / "a", b"new")
    assert done == ["fsync", "replace"]


def test_what_a_kill_would_leave_is_named_as_the_reference_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names: list[str] = []
    replace = os.replace

    def noted_replace(old: str, new: str) -> None:
        names.append(os.path.basename(old))
        replace(old, new)

    monkeypatch.setattr(os, "replace", noted_replace)
    write_atomically(tmp_path / "a", b"new")
    [name] = names
    assert re.fullmatch(r"\.[0-9a-f]{16}\.tmp", name)
    page = Path(__file__).parents[2] / "docs" / "reference" / "command-line.md"
    assert "named by a dot, 16 hexadecimal digits and `.tmp`" in page.read_text("utf-8")


def test_a_file_that_may_not_be_written_is_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda *_: False)  # root may write anything
    with pytest.raises(PermissionError):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"


def test_a_missing_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_atomically(tmp_path / "none" / "a", b"x")
