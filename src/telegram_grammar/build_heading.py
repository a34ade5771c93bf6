"""Stage 3, first part: the heading's nodes -> transmission, date, addresses (format lines 1 to 11)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from attrs import evolve

from telegram_grammar import heading_fields as fields
from telegram_grammar.codes import heading as heading_codes
from telegram_grammar.codes import noise, pages
from telegram_grammar.codes import structure as codes
from telegram_grammar.drafting import Draft
from telegram_grammar.heading_fields import SecurityLine, StationLine
from telegram_grammar.heading_model import new_transmission
from telegram_grammar.line_patterns import line_matcher
from telegram_grammar.model import Addressee, Readdressal, Transmission, Unread
from telegram_grammar.tree import Leaf, Node, new_leaf, new_node
from telegram_grammar.words import content

__all__ = ["ADDRESSES", "KEYWORDS", "build_heading", "rescue_heading"]

_ADDRESS_LISTS: Final = {"action": "action", "information": "info", "exempted": "exempt"}
_KEYWORD_LISTS: Final = {"ACTION": "action", "INFORMATION": "info", "EXEMPTED": "exempt"}
KEYWORDS: Final = frozenset(_KEYWORD_LISTS)
ADDRESSES: Final = KEYWORDS | {"ADDRESS", "PLAIN_ADDRESS"}
_REGULAR_LINES: Final = ["TRANSMISSION", "routing", "STATION", "SECURITY"]
_PAGES: Final = frozenset({"PAGE_MARK", "PAGE_HEAD"})


def build_heading(node: Node, draft: Draft) -> None:
    """Builds the heading: of a readdressed message the original one, with the supplementary one beside it."""
    for leaf in node.leaves() if draft.has_strays else ():
        if leaf.kind == "MARGIN_STAMP":
            draft.keep_stamp(leaf.start, leaf.end)
        elif leaf.kind == "LONE_PILCROW":
            draft.report(noise.LONE_PILCROW, *content(draft.source, leaf.start, leaf.end), fix="")
        elif leaf.kind in _PAGES:
            code = pages.PAGE_HEAD if leaf.kind == "PAGE_HEAD" else pages.MARK_IN_HEAD
            draft.report(code, *content(draft.source, leaf.start, leaf.end))
    readdressed = next((part for part in node.children if part.kind == "readdressed"), None)
    for part in node.children:
        if not isinstance(part, Node):
            continue
        if part.kind == "transmission":
            _transmission(part, draft)
        elif part.kind == "message" and readdressed is not None:
            _supplementary(part, draft)
        elif part.kind in ("message", "readdressed", "bare_date"):
            message = part.children[0] if part.kind == "readdressed" else part
            for child in message.children if isinstance(message, Node) else ():
                _message_part(child, draft)


def _transmission(node: Node, draft: Draft) -> None:
    if _regular_transmission(node, draft):
        return
    values: dict[str, Any] = {}
    first = last = None
    for part in node.children:
        start, end = content(draft.source, part.start, part.end)
        if start == end:
            continue
        if part.kind == "routing" and isinstance(part, Node):
            _routing(part, draft, values)
        elif part.kind in _TRANSMISSION_LINES:
            _TRANSMISSION_LINES[part.kind](draft, start, end, values)
        else:  # it was set aside here, and is kept elsewhere
            continue
        first, last = (start if first is None else first), end
    if first is not None and last is not None:
        draft.put("transmission", new_transmission(**values), first, last)


def _regular_transmission(node: Node, draft: Draft) -> bool:
    """Format lines 1 to 4 in the regular form, read in one step. Returns whether they are in it."""
    if [part.kind for part in node.children] != _REGULAR_LINES:
        return False
    start, end = content(draft.source, node.start, node.end)
    regular = fields.regular_transmission(draft.source, start, end, draft.report)
    if regular is None:
        return False
    transmission, places = regular
    draft.ranges.update(places)
    draft.inner["transmission.filed"] = places["transmission.station"]
    draft.inner["transmission.security"] = places["transmission.security"]
    draft.put("transmission", transmission, start, end)
    return True


def _identification(draft: Draft, start: int, end: int, values: dict[str, Any]) -> None:
    values["identification"] = fields.identification(draft.source, start, end, draft.report)
    draft.ranges["transmission.identification"] = (start, end)


def _routing(node: Node, draft: Draft, values: dict[str, Any]) -> None:
    indicators: list[str] = []
    draft.ranges["transmission.routing"] = content(draft.source, node.start, node.end)
    for leaf in node.children:
        start, end = content(draft.source, leaf.start, leaf.end)
        if leaf.kind == "ROUTING" and start < end:
            found = fields.routing(draft.source, start, end, draft.report)
            if isinstance(found, Unread):
                values["routing"] = found
                draft.ranges["transmission.routing"] = (start, end)
                continue
            values["precedence"] = found[0]
            indicators.extend(found[1])
        elif leaf.kind == "BLANK" and indicators == [fields.WEB]:
            draft.report(heading_codes.BLANK_AFTER_ROUTING, leaf.start, leaf.end)
        elif leaf.kind == "BLANK":
            draft.report(
                codes.SKIPPED_BLANK, leaf.start, leaf.end, expected="no blank line", fix="", after="the routing line"
            )
        elif leaf.kind == "ROUTING_CONTINUATION":
            more = fields.routing_continuation(draft.source, start, end, draft.report)
            if isinstance(more, Unread) or "routing" in values:  # lines of what could not be read
                draft.keep_unread(start, end, "transmission")
            else:
                indicators.extend(more)
    values.setdefault("routing", tuple(indicators))


def _station(draft: Draft, start: int, end: int, values: dict[str, Any]) -> None:
    found = fields.station(draft.source, start, end, draft.report)
    draft.ranges["transmission.station"] = (start, end)
    if isinstance(found, StationLine):
        values.update(station=found.station, serial=found.serial, section=found.section, filed=found.filed)
        draft.inner["transmission.filed"] = (start, end)
    else:
        values["station"] = found


def _security(draft: Draft, start: int, end: int, values: dict[str, Any]) -> None:
    found = fields.security(draft.source, start, end, draft.report)
    draft.ranges["transmission.security"] = (start, end)
    if isinstance(found, SecurityLine):
        values.update(security=found.warning, operating_signals=found.signals)
        draft.inner["transmission.security"] = (start, end)
    else:
        values["security"] = found


_TRANSMISSION_LINES: Final[dict[str, Callable[[Draft, int, int, dict[str, Any]], None]]] = {
    "TRANSMISSION": _identification,
    "STATION": _station,
    "SECURITY": _security,
}


def _message_part(part: Leaf | Node, draft: Draft) -> None:
    if isinstance(part, Node):
        _addresses(part, _ADDRESS_LISTS[part.kind], draft)
        return
    start, end = content(draft.source, part.start, part.end)
    if start == end:
        return
    if part.kind in ("DTG", "BARE_DTG"):
        _date(draft, start, end)
    elif part.kind == "ORIGINATOR":
        _originator(draft, start, end)
    elif part.kind == "SEPARATION":
        draft.report(heading_codes.FRAME_LINE, start, end, found=draft.source[start:end])
    elif part.kind == "ACCOUNTING":
        draft.put("accounting", draft.words(start, end), start, end)


def _date(draft: Draft, start: int, end: int) -> None:
    regular = fields.regular_date(draft.source, start, end)
    if regular is not None:
        draft.put("precedence", regular[0], start, end)
        draft.put("dtg", regular[1], start, end)
        return
    found = fields.precedence_and_dtg(draft.source, start, end, draft.report)
    if isinstance(found, Unread):
        draft.put("dtg", found, start, end)
        return
    if found.precedence is not None:
        draft.put("precedence", found.precedence, start, end)
    if found.instructions is not None:
        draft.put("message_instructions", found.instructions, start, end)
    draft.put("dtg", found.dtg, start, end)


def _originator(draft: Draft, start: int, end: int) -> None:
    found = fields.originator(draft.source, start, end, draft.report)
    if isinstance(found, str):
        draft.put("originator", found, start, end)
    else:
        draft.keep_unread(start, end, draft.last())


def _addresses(node: Node, name: str, draft: Draft) -> None:
    text = draft.source
    for leaf in node.children:
        if leaf.kind not in ADDRESSES:
            continue
        keyword = leaf.kind in KEYWORDS
        start, end = leaf.start, leaf.end - 1
        if text[end : leaf.end] == "\n":  # nearly every line is an address and its line end, and nothing to cut off
            regular = fields.regular_addressee(text, start, end, keyword=keyword)
            if regular is not None:
                draft.append(name, regular, start, end)
                continue
        start, end = content(text, leaf.start, leaf.end)
        if start == end:
            continue
        regular = fields.regular_addressee(text, start, end, keyword=keyword)
        if regular is not None:
            draft.append(name, regular, start, end)
            continue
        for addressee, first, last in _addressees(draft, start, end, keyword=keyword):
            draft.append(name, addressee, first, last)


def _addressees(draft: Draft, start: int, end: int, *, keyword: bool) -> list[tuple[Addressee | Unread, int, int]]:
    """The addresses of a line: one, or several that were joined, each a repair of its own."""
    cuts = fields.cut_points(draft.source, start, end)
    if cuts and not keyword and not _is_address(draft.source, *content(draft.source, start, cuts[0])):
        cuts = []  # on a line of its own what stands before the further address would be none
    found = []
    draft.in_doubt = draft.in_doubt or bool(cuts)  # on a line of its own each is read by what stands beside it
    for first, last in zip([start, *cuts], [*cuts, end], strict=True):
        begin, stop = content(draft.source, first, last)
        if begin != start:
            draft.report(codes.CUT, begin, stop, expected="each address on a line of its own", what="a further address")
        addressee = fields.addressee(draft.source, begin, stop, draft.report, keyword=keyword and begin == start)
        found.append((addressee, begin, stop))
    return found


def _is_address(text: str, start: int, end: int) -> bool:
    """Whether the words of a range are an address on a line of their own: by a prefix, or as those of a name."""
    return text.find("/", start, end) >= 0 or line_matcher("plain_address").fullmatch(text, start, end) is not None


def _supplementary(node: Node, draft: Draft) -> None:
    """The heading that a readdressal puts before the original one (ACP 127 section 503)."""
    inner = Draft(draft.source, draft.words, diagnostics=draft.diagnostics)
    for part in node.children:
        _message_part(part, inner)
    draft.in_doubt = draft.in_doubt or inner.in_doubt
    values: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in inner.parts.items()
    }
    places = inner.ranges.get("unread", [])
    for kept, at in zip(values.pop("unread", ()), places, strict=True):
        assert isinstance(at, tuple)  # a list of ranges wherever append made it
        draft.append("unread", kept, *at)
    place = inner.ranges.get("accounting")
    if isinstance(place, tuple):  # of the supplementary heading: nothing holds it
        draft.keep_unread(*place, "readdressal")
        del values["accounting"]
    draft.put("readdressal", Readdressal(**values), *content(draft.source, node.start, node.end))


def rescue_heading(leaf: Leaf, draft: Draft, above: str | None = None) -> bool:
    """Reads a heading line that stood out of its place, if its field is still empty. Returns whether it was read.

    `above` is the kind of the keyword of the addresses that were read right above: an address goes on with them.
    """
    start, end = content(draft.source, leaf.start, leaf.end)
    if leaf.kind in ("DTG", "BARE_DTG") and "dtg" not in draft.parts:
        if fields.has_full_shape("DTG", draft.source, start, end):
            _date(draft, start, end)
            return True
    elif leaf.kind == "ORIGINATOR" and "originator" not in draft.parts:
        _originator(draft, start, end)
        return True
    elif leaf.kind in ADDRESSES and fields.has_full_shape("ADDRESS", draft.source, start, end):
        return _rescue_address(leaf.kind, draft, start, end, above)
    elif leaf.kind in ("SEPARATION", "STRAY_SEPARATION"):
        draft.report(heading_codes.FRAME_LINE, start, end, found=draft.source[start:end])
        return True
    elif leaf.kind in _RESCUED_LINES and fields.has_full_shape(leaf.kind, draft.source, start, end):
        return _rescue_transmission(leaf.kind, draft, start, end)
    return False


def _rescue_address(kind: str, draft: Draft, start: int, end: int, above: str | None) -> bool:
    """Reads an address line into the list that its keyword names, if that is empty, or that of the line above."""
    keyword = kind in KEYWORDS
    name = _KEYWORD_LISTS.get(kind if keyword else above or "")
    if name is None or (keyword and name in draft.parts):
        return False
    for addressee, first, last in _addressees(draft, start, end, keyword=keyword):
        draft.append(name, addressee, first, last)
    return True


#: The attribute that shows whether the transmission has a line already.
_RESCUED_LINES: Final = {
    "TRANSMISSION": "identification",
    "ROUTING": "routing",
    "STATION": "station",
    "SECURITY": "security",
}


def _rescue_transmission(kind: str, draft: Draft, start: int, end: int) -> bool:
    """Reads one of format lines 1 to 4 into the transmission, if that has none of its kind."""
    transmission: Transmission = draft.parts.get("transmission") or Transmission()
    if getattr(transmission, _RESCUED_LINES[kind]):
        return False
    values: dict[str, Any] = {}
    if kind == "ROUTING":
        _routing(new_node("routing", [new_leaf(kind, start, end)]), draft, values)
    else:
        _TRANSMISSION_LINES[kind](draft, start, end, values)
    place = draft.ranges.get("transmission")
    first, last = place if isinstance(place, tuple) else (start, end)
    draft.put("transmission", evolve(transmission, **values), min(first, start), max(last, end))
    return True
