"""One cable, and the sections in which it is transmitted (ACP 127 section 208).

A message of more than a hundred lines is sent in sections. Each is a message by itself: it repeats format lines 1 to
10, the class line with its own `SECTION nn OF nn`, captions and passing instructions, E.O., TAGS and SUBJECT, and so
can be routed, filed and protected alone. It has a station serial number of its own, the next one, and the date-time
group and the filing time of the whole. References, Classified By and notices are in the first section alone, closing
lines and signature in the last. Copies put together print a page mark where a section began; `Cable.section_starts`
keeps the places.
"""

from __future__ import annotations

from attrs import evolve

from telegram_grammar.arguments import demand
from telegram_grammar.model import Cable, ListItem, Paragraph, Section
from telegram_grammar.rendering import DEFAULT_WIDTH, RenderError
from telegram_grammar.section_joining import JoinDiagnostic, Joined, join, join_with_report
from telegram_grammar.section_layout import fits, layout
from telegram_grammar.section_parts import cut, put_together

__all__ = ["JoinDiagnostic", "Joined", "join", "join_with_report", "sectioned", "split"]


def sectioned(cable: Cable, *, width: int = DEFAULT_WIDTH) -> Cable:
    """The cable as the first of its sections with all others joined to it: numbered, with its `section_starts`.

    A cable that has its section starts keeps them. Another one is laid out, at `width` columns: no section has more
    than a hundred lines from format line 5 on, unless its heading leaves no page of twenty lines or one table is
    longer. Sections begin between items or at a word of prose, never behind a heading.

    A cable that one section holds, that is a later section itself, that has no class line, where SECTION would stand,
    or that is longer than 99 sections, which is what can be counted, is returned as it is. Raises RenderError where the
    cable's own starts cannot be, or it cannot be printed at all: of what `parse` returned only where `render` refuses
    it too. TypeError for what is no `Cable`.
    """
    demand(cable, Cable, "sectioned")
    if cable.classification is None:
        return cable
    if cable.section_starts:
        _verify(cable)
        return _in_order(_numbered(cable) if cable.section is None else cable)
    if (cable.section is not None and cable.section.number > 1) or fits(cable, width):
        return cable
    first = _numbered(evolve(cable, section=None))
    starts = layout(first, width)
    if not starts:
        return cable
    return _in_order(evolve(first, section=Section(1, starts[-1].section), section_starts=starts))


def split(cable: Cable, *, width: int = DEFAULT_WIDTH) -> tuple[Cable, ...]:
    """The sections of a cable, each a complete message; one alone where `sectioned` leaves the cable as it is.

    `join(split(cable)) == sectioned(cable)`, whatever the order of the parts. Raises what `sectioned` does.
    """
    demand(cable, Cable, "split")
    whole = sectioned(cable, width=width)
    return cut(whole) if whole.section is not None else (whole,)


def _in_order(cable: Cable) -> Cable:
    """The cable as its sections give it when they are put together: unread lines in the order of the text.

    Raises RenderError where they would not give it.
    """
    together = put_together(cut(cable))
    if evolve(together, unread=cable.unread) != cable:
        raise RenderError("section_starts", "sections that begin there could not be put together again")
    return together if together != cable else cable


def _numbered(cable: Cable) -> Cable:
    """The cable with the number of its first section on the class line and, where there is one, on the station line."""
    transmission = cable.transmission
    if transmission is not None and isinstance(transmission.station, str):
        transmission = evolve(transmission, section="01")
    total = max([1, *(start.section for start in cable.section_starts)])
    return evolve(cable, transmission=transmission, section=Section(1, total))


def _verify(cable: Cable) -> None:
    """Raises RenderError where a section start has no place in the body, or not behind the one before it."""
    last = (0, 0)
    for place, start in enumerate(cable.section_starts):
        path = f"section_starts[{place}]"
        if (start.item, start.offset) < last:
            raise RenderError(path, "it stands before the one above it")
        last = (start.item, start.offset)
        item = cable.body[start.item] if start.item < len(cable.body) else None
        size = len(item.text) if isinstance(item, Paragraph | ListItem) else 0
        if start.item > len(cable.body) or not 0 <= start.offset < max(size, 1):
            raise RenderError(path, "the body has no such place")
