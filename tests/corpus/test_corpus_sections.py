"""Law 8 on every real cable: what is split into sections joins to the whole, and each new section is a message."""

from __future__ import annotations

import random
from pathlib import Path

import telegram_grammar as tg
from telegram_grammar.rendering import notice_lines
from telegram_grammar.rendering.heading import transmission_lines


def text_lines(part: tg.Cable) -> int:
    """Lines from format line 5 on."""
    above = sum(len(notice_lines(notice)) for notice in part.notices)
    above += len(transmission_lines(part.transmission)) if part.transmission is not None else 0
    return tg.render(part).count("\n") - above


def test_sections_of_a_real_cable_join_to_the_whole(corpus_path: Path) -> None:
    cable = tg.parse(corpus_path.read_bytes().decode("utf-8", "replace")).cable
    whole, parts = tg.sectioned(cable), list(tg.split(cable))
    random.Random(8).shuffle(parts)
    assert tg.join(parts) == whole
    has_starts = bool(cable.section_starts)
    assert whole == cable or not has_starts
    for part in parts:
        assert tg.parse(tg.render(part)).cable == part
        assert has_starts or text_lines(part) <= 100 or len(parts) == 1
    assert tg.join([tg.render(part) for part in parts]) == whole
