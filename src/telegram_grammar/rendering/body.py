"""The body in canonical form: items between blank lines, headings over rulers, page marks where sections begin."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Iterable, Sequence
from functools import partial
from typing import Final, NamedTuple

from telegram_grammar.field_wraps import ends_open
from telegram_grammar.joined_lines import JOINED_LINE
from telegram_grammar.leads import DASHES, follows
from telegram_grammar.line_patterns import claims_field, is_claimed, line_matcher, literal, patterns
from telegram_grammar.model import (
    BodyItem,
    Cable,
    Heading,
    ListItem,
    Paragraph,
    PortionMarking,
    Ruler,
    SectionStart,
    Table,
)
from telegram_grammar.page_marks import page_mark
from telegram_grammar.rendering.refusal import RenderError, one_line
from telegram_grammar.rendering.sheet import Sheet
from telegram_grammar.ruled_headings import are_plain, count_before_fields, count_plain, ruled_heading
from telegram_grammar.tail_scanner import CLOSERS
from telegram_grammar.words import are_joined
from telegram_grammar.wrapping import Permits, greedy, rewrap, wrap

__all__ = ["goes_on", "item_lines", "render_body"]

#: Items that are prose.
_PROSE: Final = (Paragraph, ListItem)
#: A longer item is no line of its own at the end of a text.
_SHORT: Final = 80
#: So many items of a body are looked for whose lines claim something; time would be quadratic in their number.
_CLAIMS: Final = 6


def render_body(cable: Cable, sheet: Sheet) -> None:
    """The body's items, closing lines and the signature (5 FAH-1 H-246.2)."""
    sheet.head = False
    starts = _starts_by_item(cable)
    width, last = sheet.width, len(cable.body) - 1
    top = next((place for place, item in enumerate(cable.body) if _ends_head(item)), last + 1)
    plain = _plain_prose(cable.body, range(top, last + 1), starts, width)
    last = _last_of_text(cable.body)
    if last in plain and _may_sign(plain[last][-1]):
        del plain[last]
    before: BodyItem | None = None
    for place, item in enumerate(cable.body):
        lines = plain.get(place)
        inside = _write_marks(cable, starts[place], sheet, before, item) if place in starts else ()
        if not (isinstance(before, ListItem) and goes_on(before, item)):
            sheet.blank()
        if lines is None:
            lines = _item_lines(cable, item, inside, place, width, place >= last, opening=place < top)
        sheet.write(lines, f"body[{place}]")
        before = item
    for number, _ in starts.get(len(cable.body), ()):
        _write_mark(cable, number, sheet, joins=False)
    for place, line in enumerate(cable.closing):
        sheet.blank()
        sheet.write([one_line(line, f"closing[{place}]")], f"closing[{place}]")
    if cable.signature is not None:
        sheet.blank()
        sheet.write([one_line(cable.signature, "signature")], "signature")


def _last_of_text(body: Sequence[BodyItem]) -> int:
    """The place of the last item above the lone stops and the debris with which a text may end under its signature."""
    place, tail = len(body) - 1, patterns().tail
    while place > 0:
        item = body[place]
        if not isinstance(item, Paragraph) or item.number is not None or item.marking is not None:
            break
        if len(item.text) > _SHORT or tail.match(f"{item.text}\n") is None:
            break
        place -= 1
    return place


# ---- page marks ------------------------------------------------------------------------------------------


def _starts_by_item(cable: Cable) -> dict[int, list[tuple[int, SectionStart]]]:
    found: dict[int, list[tuple[int, SectionStart]]] = {}
    for place, start in enumerate(cable.section_starts):
        if not 0 <= start.item <= len(cable.body):
            raise RenderError(f"section_starts[{place}]", f"the body has no item {start.item}")
        found.setdefault(start.item, []).append((place, start))
    return found


def _write_marks(
    cable: Cable, starts: Sequence[tuple[int, SectionStart]], sheet: Sheet, before: BodyItem | None, item: BodyItem
) -> list[SectionStart]:  # fmt: skip
    """The marks of the sections that begin before an item; those that begin inside it are returned."""
    for number, start in starts:
        if not start.offset:
            joins = _could_join(before, item) if before is not None else _could_go_on(sheet, item)
            _write_mark(cable, number, sheet, joins=joins)
    return [start for _, start in starts if start.offset]


def _write_mark(cable: Cable, number: int, sheet: Sheet, *, joins: bool) -> None:
    """A page mark between two items; where prose could go on behind it, more blank lines than a mark has of its own."""
    sheet.blank()
    sheet.write([mark_line(cable, cable.section_starts[number])], f"section_starts[{number}]")
    sheet.lines += ["", "", ""] if joins else [""]


def _could_join(before: BodyItem | None, item: BodyItem) -> bool:
    """Whether reading could take two items for one that a mark interrupts."""
    if isinstance(item, Paragraph | Heading):
        begins_plainly = item.marking is None and not (isinstance(item, Paragraph) and item.number is not None)
    else:
        begins_plainly = isinstance(item, Table)  # its lines are prose until all of them are seen
    return begins_plainly and isinstance(before, Paragraph | ListItem)


def _could_go_on(sheet: Sheet, item: BodyItem) -> bool:
    """Whether reading could take the first item for the rest of the last field, which its words leave open."""
    last = next((line for line in reversed(sheet.lines) if line), "")
    return not _ends_head(item) and bool(last) and ends_open(last, 0, len(last))


def mark_line(cable: Cable, start: SectionStart) -> str:
    """The page mark where a section begins; without a class line there are as many sections as the last mark says."""
    total = cable.section.total if cable.section is not None else cable.section_starts[-1].section
    mark = page_mark(cable.message, start.section, start.page, total)
    if mark is None:
        raise RenderError("section_starts", f"no page mark can be printed for section {start.section} of {total}")
    return mark


# ---- items -----------------------------------------------------------------------------------------------


def _ends_head(item: BodyItem) -> bool:
    """Whether no line of an item, or of those behind it, could be one of the text head's."""
    if isinstance(item, Paragraph):
        return item.number is not None or item.marking is not None
    return isinstance(item, Ruler | Heading)


def goes_on(before: BodyItem | None, item: BodyItem) -> bool:
    """Whether an item goes on with a list; behind a blank line its number might be a paragraph's."""
    return isinstance(before, ListItem) and isinstance(item, ListItem) and follows(item.marker, before.marker)


def item_lines(item: BodyItem, place: int, width: int) -> list[str]:
    """The lines of an item that is not the last and in which no section begins."""
    return _item_lines(Cable(), item, (), place, width, False)


def _item_lines(
    cable: Cable, item: BodyItem, inside: Sequence[SectionStart], place: int, width: int, last: bool,
    *, opening: bool = False,
) -> list[str]:  # fmt: skip
    path = f"body[{place}]"
    if isinstance(item, Paragraph | ListItem):
        lead, text = _lead(item, place), one_line(item.text, f"{path}.text")
        return (
            _sectioned(cable, _Prose(lead, text, path, width, last, opening), inside)
            if inside
            else _wrapped(text, lead, width, last, opening)
        )
    if inside:
        raise RenderError(path, "a section begins inside an item that is no prose")
    match item:
        case Heading():
            return ruled_heading(_marking(item.marking), one_line(item.text, f"{path}.text"))
        case Table():
            return _table(item, path)
        case Ruler():
            return [one_line(item.text, f"{path}.text")]


def _lead(item: Paragraph | ListItem, place: int) -> str:
    """What leads prose: its number or its marker, and its marking."""
    if isinstance(item, Paragraph):
        lead = f"{item.number}. " if item.number is not None else ""
    elif item.marker == DASHES:
        lead = f"{DASHES} "  # as nearly all are: one line by itself
    else:
        lead = f"{one_line(item.marker, f'body[{place}].marker')} "
    return lead if item.marking is None else f"{lead}({item.marking.text}) "


def _marking(marking: PortionMarking | None) -> str:
    return f"({marking.text}) " if marking is not None else ""


def _table(table: Table, path: str) -> list[str]:
    for line in table.lines:
        if "\n" in line or line != line.rstrip(" \t\xa0\f\r"):
            raise RenderError(f"{path}.lines", "a line break or a blank at the end of a line")
    return list(table.lines)


# ---- prose -----------------------------------------------------------------------------------------------


class _Prose(NamedTuple):
    """Prose to lay out: what leads its first line, its words, its path, and whether it is the body's last item."""

    lead: str
    text: str
    path: str
    width: int
    last: bool
    #: Whether its lines stand where a line may be one of the text head.
    opening: bool


def _plain_prose(
    body: Sequence[BodyItem], places: Iterable[int], starts: Container[int], width: int
) -> dict[int, list[str]]:  # fmt: skip
    """The lines of the prose at some places, where no section begins and none of its lines claims anything.

    Nearly all prose is such, and to ask about the lines of many items at once costs less.
    """
    prose = {place: item for place in places if isinstance(item := body[place], _PROSE) and place not in starts}
    if not are_joined([item.text for item in prose.values()]):
        return {}
    found: dict[int, list[str]] = {}
    below = [""]  # the lines that stand below others
    for place, item in prose.items():
        lead = _lead(item, place)
        lines = found[place] = greedy(item.text, lead, width)
        if len(lines) > 1:
            first = lines[0]
            if _ends_in_ruler(first) or len(first) > JOINED_LINE or (not lead and is_claimed(first)):
                del found[place]
            else:
                below += lines[1:]
    if max(map(len, below)) > JOINED_LINE:
        return {}
    return found if count_plain(below) == len(below) else _without_claims(found)


def _without_claims(found: dict[int, list[str]]) -> dict[int, list[str]]:
    """Of the lines of items those among which none claims anything."""
    below, owners = [""], [-1]  # the lines that stand below others, and whose they are
    for place, lines in found.items():
        below += lines[1:]
        owners += [place] * (len(lines) - 1)
    for _ in range(_CLAIMS):
        plain = count_plain(below)
        if plain == len(below):
            return found
        owner = owners[plain]
        del found[owner]
        behind = bisect_right(owners, owner) - 1  # the last line of that item stands above those of the others
        below, owners = below[behind:], owners[behind:]
    for place in set(owners[1:]):
        del found[place]
    return found


def _sectioned(cable: Cable, prose: _Prose, starts: Sequence[SectionStart]) -> list[str]:
    """The lines of prose, with a page mark before each word at which a section begins.

    Where the words behind a mark would claim something on a line of their own, or be the signature, they stand on the
    line of the mark.
    """
    text, places = prose.text, [start.offset for start in starts]
    _check_places(places, len(text), prose.path)
    lines = _piece(prose, 0, places[0], prose.lead)
    alone = False  # whether the mark above has no text behind it
    for start, end in zip(starts, [*places[1:], len(text)], strict=True):
        mark, above = mark_line(cable, start), [] if alone else [""]
        alone = end == start.offset
        if alone:
            lines += [*above, mark]
            continue
        piece = _piece(prose, start.offset, end, "")
        ends = prose.last and cable.signature is None and end == len(text)
        signs = ends and len(piece) == 1 and _may_sign(piece[0])
        if above and (signs or is_claimed(piece[0])):
            lines += _piece(prose, start.offset, end, f"{mark} ")
        else:
            lines += [*above, mark, "", "", *piece]
    return lines


def _check_places(places: Sequence[int], end: int, path: str) -> None:
    """Refuses section starts that do not follow one another inside a text."""
    before = 0
    for number, place in enumerate(places):
        if not before <= place < end or (place == before and not number):
            raise RenderError("section_starts", f"{path}.text has no place {place} behind that of the section before")
        before = place


def _piece(prose: _Prose, start: int, end: int, lead: str) -> list[str]:
    """The lines of a part of prose."""
    return _wrapped(prose.text[start:end].rstrip(" "), lead, prose.width, prose.last, prose.opening)


def _wrapped(text: str, lead: str, width: int, last: bool, opening: bool) -> list[str]:
    """The lines of prose: broken wherever the width allows, up to the first break that is not permitted."""
    lines = greedy(text, lead, width)
    if len(lines) == 1:
        return lines
    permits = _last_permits if last else _is_plain
    if opening:
        permits = partial(_claims_no_field, permits)
    if literal("inline_ruler") in lines[0]:  # where another line may begin nowhere else, the first one might end there
        permits = partial(_ends_in_no_ruler, permits)
    begins = True
    if not lead:  # cut off from the others the first line might claim what the text does not
        no_claim, no_field = not is_claimed(text), opening and not claims_field(text)
        permits = partial(_begins_plainly, permits, no_claim, no_field)
        begins = _claims_less(lines[0], no_claim, no_field)
    if not begins or _ends_in_ruler(lines[0]) or max(map(len, lines)) > JOINED_LINE:
        return wrap(text, lead, width, permits)
    plain = count_plain(lines)
    if opening:
        plain = count_before_fields(lines, plain)
    if last and plain == len(lines) and _may_sign(lines[-1]):
        plain -= 1
    return lines if plain == len(lines) else rewrap(lines, plain, lead, width, permits)


def _is_plain(line: str, following: str, last: bool) -> bool:
    """Whether the scanner takes a line for more of the same prose."""
    if len(line) > JOINED_LINE and line[-1] in CLOSERS and not following[0].islower():
        return False
    return are_plain(f".\n{following}")


def _last_permits(line: str, following: str, last: bool) -> bool:
    """The same for the body's last item: its last line must not be taken for the signature."""
    return _is_plain(line, following, last) and not (last and _may_sign(following))


def _claims_no_field(permits: Permits, line: str, following: str, last: bool) -> bool:
    """The same above the first paragraph with a number or a marking: till then a line may belong to the text head."""
    return permits(line, following, last) and not claims_field(following)


def _claims_less(line: str, no_claim: bool, no_field: bool) -> bool:
    """Whether a line claims nothing where its text does not, and no field."""
    return not (no_claim and is_claimed(line)) and not (no_field and claims_field(line))


def _begins_plainly(permits: Permits, no_claim: bool, no_field: bool, line: str, following: str, last: bool) -> bool:
    """The same of a text without a lead, the first line of which is asked too."""
    return _claims_less(line, no_claim, no_field) and permits(line, following, last)


def _ends_in_no_ruler(permits: Permits, line: str, following: str, last: bool) -> bool:
    """The same where dashes stand at the end of the first line, which would be a heading with its ruler."""
    return not _ends_in_ruler(line) and permits(line, following, last)


def _ends_in_ruler(line: str) -> bool:
    """Whether a line ends in dashes, parted by blanks or not, that would be the ruler of a heading on its line."""
    return line[-1:] == "-" and literal("inline_ruler") in line[len(line.rstrip("- ")) :]


def _may_sign(line: str) -> bool:
    return line_matcher("signature_line").fullmatch(line) is not None
