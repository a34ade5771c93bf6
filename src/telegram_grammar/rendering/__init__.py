"""`Cable` -> canonical text, and the proof for each text that it reads back as the cable it was made of."""

from __future__ import annotations

from telegram_grammar.model import Cable
from telegram_grammar.rendering.layout import DEFAULT_WIDTH, laid_out, lay_out, notice_lines
from telegram_grammar.rendering.proof import prove
from telegram_grammar.rendering.refusal import RenderError
from telegram_grammar.rendering.wire import render_wire

__all__ = ["DEFAULT_WIDTH", "RenderError", "laid_out", "lay_out", "notice_lines", "render"]


def render(cable: Cable, *, width: int = DEFAULT_WIDTH, wire: bool = False) -> str:
    """Canonical text of a cable; `parse(render(cable)).cable == cable`.

    `width` is the number of columns at which prose is wrapped. Raises RenderError, a ValueError that names attribute
    and reason, where canonical text cannot carry a value (of what `parse` returns, only some hostile texts).

    With `wire` it is the text as it is sent (ACP 127 sections 134, 138 and Annex B): in capitals, for the alphabet of
    the wire has no other letters; lines end with CR CR LF and have 69 characters at most; BT stands before and behind
    the text, the station serial number and NNNN behind that. It reads back as the cable in capitals. RenderError lists
    the characters that the alphabet lacks, with their places; what was never sent, such as a publisher's notice, is
    refused too.
    """
    if wire:
        return render_wire(cable, width)
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
