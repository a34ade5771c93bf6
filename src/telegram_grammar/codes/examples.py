"""Small cables for the examples of rules: conformant as they stand, and each line can be replaced."""

from __future__ import annotations

__all__ = ["sent", "telegram"]


def telegram(
    *,
    identification: str = "VZCZCXRO0457",
    routing: str = "PP RUEHBS RUEHCP",
    station: str = "DE RUEHNY #0159 0161533",
    security: str = "ZNY CCCCC ZZH",
    date: str = "P 161533Z JAN 09",
    originator: str = "FM AMEMBASSY OSLO",
    action: str = "TO RUEHC/SECSTATE WASHDC PRIORITY 4242",
    info: str = "INFO RUEHCP/AMEMBASSY COPENHAGEN PRIORITY 0800",
    class_line: str = "C O N F I D E N T I A L OSLO 000159",
    captions: str = "SIPDIS",
    order: str = "E.O. 12958: DECL: 01/16/2019",
    tags: str = "TAGS: PREL EFIS NO",
    subject: str = "SUBJECT: TALKS ON FISHERIES",
    references: str = "REF: 08 STATE 61194",
    classified_by: str = "Classified By: DCM JANE DOE, REASONS 1.4 (B) AND (D).",
    body: str = "1. (C) The minister agreed to meet.\n\n2. (C) He named no date.",
    ending: str = "ROE",
) -> str:
    """The cable with these lines; "" leaves a line out. An argument may hold several lines."""
    heading = (identification, routing, station, security, date, originator, action, info, class_line)
    blocks = (captions, _lines(order, tags, subject), references, classified_by)
    head = "\n".join((_lines(*heading), *(f"\n{block}" for block in blocks if block)))
    return f"{head}\n\n{_lines(body, ending)}\n"


def sent(**lines: str) -> str:
    """The cable as ACP 127 wants it to the letter, for codes of the strict profile; the arguments are the same."""
    usual = {
        "identification": "VZCZCXRO457",
        "date": "P 161533Z JAN 2009",
        "security": "ZNR UUUUU ZZH",
        "class_line": "BT\nUNCLAS OSLO 000159",
        "order": "E.O. 12958: N/A",
        "classified_by": "",
        "body": "1. THE MINISTER AGREED TO MEET.\n\n2. HE NAMED NO DATE.",
        "ending": "ROE\nBT\n#0159\nNNNN",
    }
    return telegram(**{**usual, **lines})


def _lines(*lines: str) -> str:
    return "\n".join(line for line in lines if line)
