"""A small cable for the examples of rules: conformant as it stands, and each line can be replaced."""

from __future__ import annotations

__all__ = ["telegram"]


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


def _lines(*lines: str) -> str:
    return "\n".join(line for line in lines if line)
