"""Makes the texts of a folder of findings small, and groups them by what they break and the kinds of their lines."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from laws import broken_law

import telegram_grammar as tg

__all__ = ["kind_of", "minimized"]


def kind_of(broken: str) -> str:
    """The law and where it broke, without what the text says; "" for none."""
    return ": ".join(broken.split(": ")[:2])


def minimized(text: str) -> str:
    """A text from which nothing can be taken that keeps breaking the same law: first lines, then characters."""
    kind = kind_of(broken_law(text))
    before = ""
    while text != before:
        before = text
        text = "\n".join(_fewer(text.split("\n"), "\n", kind))
        text = "".join(_fewer(text, "", kind))
    return text


def _fewer(parts: Sequence[str], between: str, kind: str) -> list[str]:
    """Parts less those without which the law breaks as well; tried in ever smaller runs."""
    kept = list(parts)
    size = max(len(kept) // 2, 1)
    while True:
        place = 0
        while place < len(kept):
            tried = kept[:place] + kept[place + size :]
            if kind_of(broken_law(between.join(tried))) == kind:
                kept = tried
            else:
                place += size
        if size == 1:
            return kept
        size //= 2


def main() -> None:
    groups: dict[str, list[str]] = defaultdict(list)
    for path in sorted(Path(sys.argv[1]).glob("*.txt")):
        with path.open(encoding="utf-8", errors="surrogatepass", newline="") as file:
            text = file.read()
        broken = broken_law(text)
        if not broken:
            print(f"{path.name} breaks nothing any more")
            continue
        small = minimized(text)
        leaves = [leaf.kind for leaf in tg.parse(small).leaves()] if not broken.startswith("parse") else ["?"]
        groups[f"{kind_of(broken_law(small))} [{' '.join(leaves)}]"].append(small)
    for group, texts in sorted(groups.items(), key=lambda item: -len(item[1])):
        print(f"\n{len(texts)} x {group}")
        for small in sorted(texts, key=len)[:2]:
            print(f"    {small!r}\n    {broken_law(small)}")


if __name__ == "__main__":
    main()
