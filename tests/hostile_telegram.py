"""What stands above hostile lines: a telegram up to the end of its heading, its captions or its first paragraph."""

from __future__ import annotations

from typing import Final

__all__ = ["BODY", "CLASS", "HEADING"]

HEADING: Final = """\
VZCZCXRO0001
RR RUEHBC RUEHDE
DE RUEHOS #0141 1060320
ZNY CCCCC ZZH
R 160320Z APR 09
FM AMEMBASSY OSLO
TO RUEHC/SECSTATE WASHDC 1387
"""
CLASS: Final = f"{HEADING}C O N F I D E N T I A L OSLO 000141\n\nSIPDIS\n\n"
BODY: Final = f"{CLASS}E.O. 12958: DECL: 04/16/2019\nTAGS: SENV NO\nSUBJECT: ICE\n\n1. (C) The harbour is frozen.\n\n"
