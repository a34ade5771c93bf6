"""`Cable` -> text, with the proof that the text reads back as the cable it was made of.

Laying out (`rendering`) knows nothing of reading, and reading may lay out (`settling`); this stands above both.
"""

from __future__ import annotations

from telegram_grammar.arguments import demand, misfit
from telegram_grammar.differences import first_difference, shown
from telegram_grammar.model import Cable
from telegram_grammar.parser import parse
from telegram_grammar.rendering import DEFAULT_WIDTH, RenderError, laid_out
from telegram_grammar.rendering.wire import wire_text
from telegram_grammar.vouched import is_vouched

__all__ = ["prove", "proved", "render"]


def render(cable: Cable, *, width: int = DEFAULT_WIDTH, wire: bool = False) -> str:
    """Canonical text of a cable; `parse(render(cable)).cable == cable`.

    The text is read to prove that, unless `parse` returned this very cable with nothing in doubt; `canonicalize` reads
    every text. `width` is the number of columns at which prose is wrapped, at least 20; ValueError for less. Raises
    RenderError, a ValueError that names attribute and reason, where canonical text cannot carry a value (of what
    `parse` returns, only some hostile texts).

    With `wire` it is the text as it is sent (ACP 127 sections 134, 138 and Annex B): in capitals, for the alphabet of
    the wire has no other letters; lines end with CR CR LF and have 69 characters at most; BT stands before and behind
    the text, the station serial number and NNNN behind that. It reads back as the cable in capitals. RenderError lists
    the characters that the alphabet lacks, with their places; what was never sent, such as a publisher's notice, is
    refused too. TypeError for what is no `Cable`.
    """
    demand(cable, Cable, "render")
    try:
        if wire:
            sent, text = wire_text(cable, width)
            prove(sent, text)
            return text
        if width == DEFAULT_WIDTH and is_vouched(cable):
            return laid_out(cable).text()
        return proved(cable, width)
    except (RenderError, AttributeError, TypeError):
        wrong = misfit(cable)
        if wrong is None:
            raise
    raise RenderError(*wrong)


def proved(cable: Cable, width: int) -> str:
    """Canonical text that was read back, whatever is known of the cable. Raises RenderError."""
    refusal: RenderError | None = None
    for parted in (True, False):  # of a damaged cable the fields may be read only where no blank lines part them
        text = laid_out(cable, width, parted=parted).text()
        try:
            prove(cable, text)
        except RenderError as error:
            refusal = refusal or error
        else:
            return text
    assert refusal is not None  # or the text would have been returned
    raise refusal


def prove(cable: Cable, text: str) -> None:
    """Raises RenderError, naming the first attribute that reads back otherwise."""
    instead = parse(text).cable
    if instead != cable:
        attribute, value, other = first_difference("", cable, instead)
        raise RenderError(attribute, f"{shown(value)} would be read back as {shown(other)}")
