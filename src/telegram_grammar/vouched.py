"""What reading knows of a cable beside its attributes: that its canonical text is read as that cable.

`render` proves that of each text by reading it. A cable of which reading found nothing in doubt (`doubts`) is taken to
read back: to prove it would make printing dearer than reading. What was in doubt is proved by `parse`, and by `render`
once more. The knowledge stays with the object: a changed copy of it is another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from telegram_grammar.model import Cable

__all__ = ["Vouched", "is_vouched", "vouch"]


class Vouched:
    """The slot for it. What is copied, unpickled, built or evolved has it empty."""

    __slots__ = ("_reads_back",)

    _reads_back: bool


def vouch(cable: Cable) -> None:
    """Notes that the canonical text of a cable, in the usual width, is read as that cable."""
    object.__setattr__(cable, "_reads_back", True)  # its attributes are frozen


def is_vouched(cable: Cable) -> bool:
    """Whether that is known."""
    return hasattr(cable, "_reads_back")
