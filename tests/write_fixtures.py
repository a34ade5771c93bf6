"""What parsing makes of each fixture, as `NAME.json` beside `NAME.txt`.

    python tests/write_fixtures.py [NAME...]

writes the files anew, all or those named, and lists the ones that changed. They are no proof by themselves: read the
difference against the text before you keep it. `test_fixtures.py` compares parsing with what was kept.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any, Final

import telegram_grammar as tg

__all__ = ["FIXTURES", "as_text", "snapshot", "texts"]

FIXTURES: Final = Path(__file__).parent / "fixtures"
_WIDTH: Final = 118


def texts() -> list[Path]:
    """The texts of all fixtures, in a fixed order."""
    return sorted(FIXTURES.glob("*/*.txt"))


def snapshot(path: Path) -> dict[str, Any]:
    """The whole model of a text, and each diagnostic as code, line, column, length."""
    document = tg.parse_bytes(path.read_bytes())
    found = [
        [one.code, *document.line_column(one.span.start), len(one.span)]
        for one in document.diagnostics
    ]  # fmt: skip
    return {**tg.to_dict(document.cable), "diagnostics": found}


def as_text(value: object, indent: int = 0) -> str:
    """JSON in which whatever fits on a line stands on one, so that a difference shows what changed."""
    line = json.dumps(value, ensure_ascii=False)
    if indent + len(line) <= _WIDTH or not isinstance(value, dict | list) or not value:
        return line
    inner = " " * (indent + 2)
    if isinstance(value, dict):
        parts = [f"{json.dumps(key, ensure_ascii=False)}: {as_text(one, indent + 2)}" for key, one in value.items()]
        return "{\n" + ",\n".join(inner + part for part in parts) + "\n" + " " * indent + "}"
    return "[\n" + ",\n".join(inner + as_text(one, indent + 2) for one in value) + "\n" + " " * indent + "]"


def main(names: list[str]) -> int:
    """Writes the files; returns how many changed."""
    changed = []
    for path in texts():
        if names and path.stem not in names:
            continue
        target = path.with_suffix(".json")
        new = as_text(snapshot(path)) + "\n"
        if not target.exists() or target.read_text("utf-8") != new:
            target.write_text(new, "utf-8")
            changed.append(f"{path.parent.name}/{target.name}")
    sys.stdout.writelines(f"{name}\n" for name in [*changed, f"{len(changed)} changed: read them against their texts"])
    return len(changed)


if __name__ == "__main__":
    main(sys.argv[1:])
