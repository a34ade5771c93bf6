"""The table of codes, one file a family. Codes are stable and never used again for anything else.

`TG0xx` structure, `TG1xx` transmission and heading lines, `TG2xx` fields of the text head, `TG3xx` body, `TG4xx` page
marks and sections, `TG5xx` agreement between fields, `TG6xx` noise undone (OCR, publisher, circuit).
"""

from __future__ import annotations

from typing import Final

from telegram_grammar.codes import body, heading, noise, pages, structure, text_head
from telegram_grammar.diagnostics import Code

__all__ = ["CODES"]

CODES: Final[dict[str, Code]] = {
    code.code: code for family in (structure, heading, text_head, body, pages, noise) for code in family.ALL
}
