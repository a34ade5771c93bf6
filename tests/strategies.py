"""The fixtures, and the strategies of `telegram_grammar.testing` that start from texts, started from them."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Final

from hypothesis import strategies as st

from telegram_grammar import testing
from telegram_grammar.testing import arbitrary_texts, line_soup
from telegram_grammar.testing import everyday_texts as well_formed_texts
from telegram_grammar.testing import garbled as damaged

__all__ = [
    "FIXTURES",
    "any_text",
    "arbitrary_texts",
    "damaged",
    "line_soup",
    "near_valid_texts",
    "spliced_texts",
    "well_formed_texts",
]

_FOLDER: Final = Path(__file__).parent / "fixtures"


def _read(path: Path) -> str:
    data = path.read_bytes()
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252")


#: The fixtures' texts by folder and name.
FIXTURES: Final[dict[str, str]] = {
    f"{path.parent.name}/{path.stem}": _read(path) for path in sorted(_FOLDER.glob("*/*.txt"))
}

_fixture = st.sampled_from(sorted(FIXTURES)).map(FIXTURES.__getitem__)
near_valid_texts = partial(testing.near_valid_texts, _fixture)
spliced_texts = partial(testing.spliced_texts, _fixture)
any_text = partial(testing.any_texts, _fixture)
