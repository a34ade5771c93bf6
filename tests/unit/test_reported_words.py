"""Diagnostics say what was reviewed, word for word: message, what was expected, safe replacement."""

from __future__ import annotations

from reported_words import KEPT, reported


def test_each_wording_that_was_reviewed_is_still_said() -> None:
    # after a change that is meant: `python tests/reported_words.py`, then read the difference
    kept = set(KEPT.read_text("utf-8").splitlines())
    assert kept
    assert sorted(kept - reported()) == []
