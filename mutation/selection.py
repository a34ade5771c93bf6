"""Which modules are mutated, and with which tests, in the order in which they run: quick ones that kill most first."""

from __future__ import annotations

from typing import Final

PACKAGE: Final = "telegram_grammar"

_UNIT: Final = "tests/unit/test_"
_WORDS: Final = f"{_UNIT}reported_words.py"
_FIXTURES: Final = "tests/test_fixtures.py::test_fixture_gives_the_model_and_the_diagnostics_that_were_reviewed"
_EXACT: Final = [
    f"tests/property/test_law_exact.py::test_{name}"
    for name in (
        "canonical_text_carries_every_drawn_cable",
        "the_text_of_a_conformant_cable_gives_no_structural_diagnostic",
    )
]
_RENDERED: Final = [
    f"{_UNIT}builder.py",
    f"{_UNIT}canonical.py",
    f"{_UNIT}wrapping.py",
    f"{_UNIT}rendering.py",
    f"{_UNIT}body_layout.py",
    f"{_UNIT}refusals.py",
    *_EXACT,
]
_HARD: Final = f"{_UNIT}hard_texts.py"
_REPORTS: Final = f"{_UNIT}field_reports.py"
_READ: Final = [
    _FIXTURES,
    _WORDS,
    _REPORTS,
    f"{_UNIT}parser.py",
    f"{_UNIT}interpret.py",
    "tests/property/test_model_values.py",
]
_RANGES: Final = f"{_UNIT}field_ranges.py"
_HEADING: Final = [_RANGES, f"{_UNIT}heading_fields.py", *_READ]
_TEXT_HEAD: Final = [_RANGES, f"{_UNIT}text_head_fields.py", *_READ]

#: The tests of each module.
TESTS: Final[dict[str, list[str]]] = {
    "printing": [f"{_UNIT}wire.py", f"{_UNIT}vouched.py", *_RENDERED],
    "differences": [f"{_UNIT}wire.py", *_RENDERED],
    "rendering.body": [*_RENDERED, f"{_UNIT}sections.py"],
    "rendering.heading": [*_RENDERED, f"{_UNIT}heading_fields.py"],
    "rendering.layout": [f"{_UNIT}wire.py", *_RENDERED],
    "rendering.refusal": [f"{_UNIT}wire.py", *_RENDERED],
    "rendering.sheet": [f"{_UNIT}wire.py", *_RENDERED, f"{_UNIT}editing.py"],
    "rendering.text_head": [*_RENDERED, f"{_UNIT}text_head_fields.py"],
    "rendering.wire": [f"{_UNIT}wire.py", *_RENDERED],
    "wrapping": _RENDERED,
    "ruled_headings": [*_RENDERED, *_READ],
    "page_marks": [*_RENDERED, f"{_UNIT}sections.py", _REPORTS],
    "structure": [
        f"{_UNIT}structure.py",
        "tests/property/test_structure_stage.py",
        f"{_UNIT}parser.py",
        _FIXTURES,
        _WORDS,
        _HARD,
    ],
    "build_heading": [f"{_UNIT}builder.py", *_HEADING, _HARD],
    "build_text_head": [f"{_UNIT}builder.py", *_TEXT_HEAD, _HARD],
    "build_body": [f"{_UNIT}body_reports.py", f"{_UNIT}builder.py", f"{_UNIT}body_scanner.py", *_READ],
    "heading_fields": _HEADING,
    "address_fields": _HEADING,
    "text_head_fields": _TEXT_HEAD,
    "reference_fields": _TEXT_HEAD,
    "classified_fields": _TEXT_HEAD,
    "caption_fields": _TEXT_HEAD,
}
