"""The closed vocabularies of telegrams: precedences, classification levels, kinds of TAGS."""

from __future__ import annotations

import enum
from typing import Final

__all__ = ["ClassificationLevel", "Precedence", "TagKind"]


class Precedence(enum.Enum):
    """How fast a message must be handled (ACP 127 sections 150-152; ECP from US practice). The value is the prosign."""

    EMERGENCY_COMMAND = "Y"
    FLASH = "Z"
    IMMEDIATE = "O"
    PRIORITY = "P"
    ROUTINE = "R"

    @property
    def prosign(self) -> str:
        """The procedure sign that stands for it in format lines 2 and 5."""
        return str(self.value)

    @property
    def rank(self) -> int:
        """0 for the most urgent; a smaller rank is handled first."""
        return _PRECEDENCE_ORDER.index(self)

    @classmethod
    def of_word(cls, words: str) -> Precedence | None:
        """The precedence that a word in an address means, as in "NIACT IMMEDIATE"; None for an unknown one."""
        return cls.__members__.get(words.upper().split()[-1]) if words.split() else None


_PRECEDENCE_ORDER: Final = tuple(Precedence)


class ClassificationLevel(enum.Enum):
    """The classification of a text or a portion, in rising order. The value is the word in the class line."""

    UNCLASSIFIED = "UNCLAS"
    UNCLASSIFIED_EFTO = "UNCLAS EFTO"
    SENSITIVE_BUT_UNCLASSIFIED = "SENSITIVE BUT UNCLASSIFIED"
    LIMITED_OFFICIAL_USE = "LIMITED OFFICIAL USE"
    RESTRICTED = "RESTRICTED"
    CONFIDENTIAL = "CONFIDENTIAL"
    SECRET = "SECRET"
    TOP_SECRET = "TOP SECRET"

    @property
    def rank(self) -> int:
        """0 for unclassified; a greater rank needs more protection."""
        return _LEVEL_ORDER.index(self)

    @property
    def classified(self) -> bool:
        """Whether an executive order protects it (CONFIDENTIAL and above; RESTRICTED until 1953)."""
        return self.rank >= _LEVEL_ORDER.index(ClassificationLevel.RESTRICTED)


_LEVEL_ORDER: Final = tuple(ClassificationLevel)


class TagKind(enum.Enum):
    """The kinds of TAGS (5 FAH-3 H-110; TAGS Handbook 1974)."""

    SUBJECT = "subject"
    PROGRAM = "program"
    GEOGRAPHIC = "geographic"
    ORGANIZATION = "organization"
    PERSON = "person"
    UNKNOWN = "unknown"
