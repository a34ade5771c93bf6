"""Values that tests of canonical form print, and the lines that a cable is laid out in."""

from __future__ import annotations

from typing import Final

from telegram_grammar import Cable, Classification, ClassificationLevel, DateTimeGroup, MessageNumber
from telegram_grammar.heading_model import FilingTime, Transmission
from telegram_grammar.rendering import lay_out

__all__ = ["CONFIDENTIAL", "DTG", "OSLO", "STATION", "UNCLASSIFIED", "lines"]

CONFIDENTIAL: Final = Classification(ClassificationLevel.CONFIDENTIAL)
UNCLASSIFIED: Final = Classification(ClassificationLevel.UNCLASSIFIED)
OSLO: Final = MessageNumber("OSLO", "000012")
DTG: Final = DateTimeGroup("06", "1341", "Z", "MAY", "09")
STATION: Final = Transmission(station="RUEHNY", serial="0012", filed=FilingTime("126", "1341"))


def lines(cable: Cable) -> list[str]:
    """The laid out lines; each has its end."""
    text = lay_out(cable)
    assert text.endswith("\n")
    return text[:-1].split("\n")
