"""The table of codes, one file a family. Codes are stable and never used again for anything else.

`TG0xx` structure, `TG1xx` transmission and heading lines, `TG2xx` fields of the text head, `TG3xx` body, `TG4xx` page
marks and sections, `TG5xx` agreement between fields, `TG6xx` noise undone (OCR, publisher, circuit). What the rules
report has families of its own, which begin at TG150, TG255 (REF), TG262 (Classified By), TG270, TG330, TG430 and TG500;
TG460 to TG479 are reported by `join`, the rest by parsing.
"""

from __future__ import annotations

from typing import Final

from telegram_grammar.codes import (
    agreement,
    body,
    body_rules,
    heading,
    heading_rules,
    noise,
    page_rules,
    pages,
    reference_rules,
    sections,
    structure,
    text_head,
    text_head_rules,
)
from telegram_grammar.diagnostics import Code

__all__ = ["CODES"]

CODES: Final[dict[str, Code]] = {
    code.code: code
    for family in (
        structure, heading, heading_rules, text_head, reference_rules, text_head_rules, body, body_rules, pages,
        page_rules, sections, agreement, noise,
    )
    for code in family.ALL
}  # fmt: skip
