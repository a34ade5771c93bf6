"""How often each code is reported for real cables, as a page of the documentation.

    python benchmarks/rule_rates.py --corpus FOLDER > docs/reference/rule-rates.md

Nothing of the cables is printed but figures.
"""

from __future__ import annotations

import argparse
import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from telegram_grammar.checking import check_document
from telegram_grammar.codes import CODES
from telegram_grammar.diagnostics import Severity
from telegram_grammar.parser import parse_bytes
from telegram_grammar.profiles import detect

HEAD: Final = """\
# How often each rule fires

Counted on {texts:,} real cables, each by the profile that is detected for it ({profiles}).
*Cables* is the number of cables with at least one diagnostic of the code, *places* the number of diagnostics; a run of
the same on following lines is one. {conformant:,} cables are conformant: no error, no warning.

The page is printed by `benchmarks/rule_rates.py`.

| code | name | severity | cables | in 100 | places |
|---|---|---|--:|--:|--:|"""


def main() -> None:
    """Counts and prints."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--corpus", type=Path, action="append", required=True, metavar="FOLDER")
    folders: list[Path] = parser.parse_args().corpus
    paths = sorted(path for folder in folders for path in folder.glob("*.txt"))
    if not paths:
        parser.error("there is no .txt file in the folder")
    for line in page(path.read_bytes() for path in paths):
        print(line)


def page(texts: Iterable[bytes]) -> Iterator[str]:
    """The lines of the page."""
    cables: Counter[str] = Counter()
    places: Counter[str] = Counter()
    profiles: Counter[str] = Counter()
    number = conformant = 0
    for text in texts:
        document = parse_bytes(text)
        found = check_document(document)
        number += 1
        conformant += all(one.severity is Severity.INFORMATION for one in found)
        profiles[detect(document).name] += 1
        cables.update({one.code for one in found})
        places.update(one.code for one in found)
    named = ", ".join(f"{name} {count:,}" for name, count in profiles.most_common())
    yield HEAD.format(texts=number, profiles=named, conformant=conformant)
    yield from rows(cables, places, number)
    never = [code for code in CODES if not places[code]]
    yield ""
    yield from textwrap.wrap(f"Never: {', '.join(sorted(never)) or 'none'}.", 120)


def rows(cables: Counter[str], places: Counter[str], number: int) -> Sequence[str]:
    """The rows of the table, the most frequent code first."""
    return [
        f"| [{code}](rules/{code}.md) | {CODES[code].name} | {CODES[code].severity.value} "
        f"| {count:,} | {100 * count / number:.1f} | {places[code]:,} |"
        for code, count in sorted(cables.items(), key=lambda item: (-item[1], item[0]))
    ]


if __name__ == "__main__":
    main()
