"""What the diagnostics of all fixtures say, each wording once, as `reported_words.jsonl` beside this.

    python tests/reported_words.py

writes the file anew: code, message, what was expected, safe replacement. Read the difference before you keep it.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

import telegram_grammar as tg
from write_fixtures import texts

__all__ = ["KEPT", "reported"]

KEPT: Final = Path(__file__).with_suffix(".jsonl")


def reported() -> set[str]:
    """Each wording as a line of JSON."""
    return {
        json.dumps([one.code, one.message, one.expected, one.fix], ensure_ascii=False)
        for path in texts()
        for one in tg.parse_bytes(path.read_bytes()).diagnostics
    }


if __name__ == "__main__":
    KEPT.write_text("".join(f"{line}\n" for line in sorted(reported())), "utf-8")
