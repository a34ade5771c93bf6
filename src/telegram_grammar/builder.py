"""Stage 3: tree -> `Cable`, with the place of every part and the diagnostics of parsing."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from operator import attrgetter, itemgetter
from typing import Final

import attrs

from telegram_grammar.build_body import BodyBuilder
from telegram_grammar.build_heading import KEYWORDS, build_heading, rescue_heading
from telegram_grammar.build_text_head import build_text_head, rescue_text_head
from telegram_grammar.codes import body as body_codes
from telegram_grammar.codes import noise
from telegram_grammar.codes import structure as codes
from telegram_grammar.drafting import Draft
from telegram_grammar.model import Cable, new_cable
from telegram_grammar.structure import Repair, RepairKind, Structure
from telegram_grammar.tree import Leaf, Node, new_leaf
from telegram_grammar.words import BLANKS, content, word_end

__all__ = ["build", "finish"]

#: How messages call the line kinds.
KIND_NAMES: Final = {
    "TRANSMISSION": "the transmission identification",
    "ROUTING": "the routing line",
    "ROUTING_CONTINUATION": "a list of routing indicators",
    "STATION": "the station line (DE)",
    "SECURITY": "the security line (ZNR or ZNY)",
    "DTG": "the precedence and date-time group",
    "BARE_DTG": "the date-time group",
    "ORIGINATOR": "the originator (FM)",
    "ACTION": "the action addressee (TO)",
    "INFORMATION": "the information addressee (INFO)",
    "EXEMPTED": "the exempted addressee (XMT)",
    "ADDRESS": "an address",
    "PLAIN_ADDRESS": "an address",
    "STRONG_ADDRESS": "an address",
    "CLASS": "the classification line",
    "CAPTION": "a caption",
    "EXECUTIVE_ORDER": "the E.O. line",
    "TAGS": "the TAGS line",
    "SUBJECT": "the SUBJECT line",
    "REFERENCE": "the REF line",
    "REFERENCE_ITEM": "an item of the REF line",
    "CLASSIFIED_BY": "the Classified By line",
    "REASON": "the reason for classification",
    "SEPARATION": "BT",
    "STRAY_SEPARATION": "BT",
    "BLANK": "a blank line",
    "TEXT": "text",
    "RECORD": "a line of a database record or of a mail",
}
_NOTICE_NAMES: Final = {
    "NOTICE": "the notice of a partial extract",
    "DATE_LINE": "a date line",
    "RECORD": "a line of a database record or of a mail",
    "BANNER": "a banner",
    "DISTRIBUTION": "a distribution block",
    "DEBRIS": "a line that an extraction left",
}
#: The lines with which a field goes on.
_FURTHER_LINES: Final = {
    "EXECUTIVE_ORDER": frozenset({"TEXT"}),
    "TAGS": frozenset({"TEXT"}),
    "SUBJECT": frozenset({"TEXT"}),
    "REFERENCE": frozenset({"TEXT", "REFERENCE_ITEM"}),
    "CLASSIFIED_BY": frozenset({"TEXT", "REASON"}),
}
#: So many lines that belong to no field are looked past for the field above them.
_STRAYS: Final = 8
#: Fields of several lines, between which a line may stand that is none of theirs.
_WRAPPED: Final = ("transmission.routing", "executive_order", "tags", "subject", "classified_by")
#: The attributes of a cable that are tuples.
_TUPLES: Final = tuple(one.name for one in attrs.fields(Cable) if one.default == ())
#: The order of diagnostics.
_BY_PLACE: Final = attrgetter("span.start", "code")
#: Fields that stand together in the text head; blank lines between them make it a spaced one.
_SPACED: Final = frozenset({"EXECUTIVE_ORDER", "TAGS", "SUBJECT"})


def build(tree: Structure, source: str, draft: Draft | None = None) -> Draft:
    """Builds the cable's parts; the result's `parts` are the attributes of a `Cable`. An empty draft may be given."""
    draft = Draft.of(source) if draft is None else draft
    draft.has_strays = tree.has_strays
    body = BodyBuilder.of(draft)
    aside = {id(repair.leaf): repair for repair in tree.repairs if repair.kind is RepairKind.SET_ASIDE}
    for part in tree.root.children:
        if isinstance(part, Leaf):
            _leaf(part, draft, body)
        elif part.kind == "heading":
            build_heading(part, draft)
        elif part.kind == "text_head":
            build_text_head(part, draft)
        elif part.kind == "body":
            body.build(part)
        elif part.kind == "ending":
            _ending(part, draft, body)
        elif part.kind == "notice":
            leaf = part.children[0]
            draft.keep_notice(leaf.start, leaf.end, _NOTICE_NAMES[leaf.kind], joins=leaf.kind == "NOTICE")
    if tree.repairs:
        rescued = _set_aside(tree, aside, draft)
        _report_repairs(tree, rescued, draft)
    _order_unread(draft)
    draft.diagnostics.sort(key=_BY_PLACE)
    return draft


def _order_unread(draft: Draft) -> None:
    """Unread lines in the order of the text, whichever stage kept them."""
    items, ranges = draft.parts.get("unread", []), draft.ranges.get("unread")
    if items is not None and isinstance(ranges, list) and len(ranges) > 1:
        order = sorted(range(len(ranges)), key=ranges.__getitem__)
        draft.parts["unread"] = [items[place] for place in order]
        draft.ranges["unread"] = [ranges[place] for place in order]


def finish(draft: Draft) -> Cable:
    """The frozen cable."""
    values = {**draft.parts}
    for name in _TUPLES:
        if name in values:
            values[name] = tuple(values[name])
    return new_cable(**values)


def _leaf(leaf: Leaf, draft: Draft, body: BodyBuilder) -> None:
    """Leaves right under the root: byte order mark, page marks, another message."""
    if leaf.kind == "BOM":
        end = word_end(draft.source, leaf.end, len(draft.source))
        draft.report(noise.BYTE_ORDER_MARK, leaf.start, end, fix=draft.source[leaf.end : end])
    elif leaf.kind == "OTHER_MESSAGE":
        draft.report(codes.OTHER_MESSAGE, *draft.keep_other(leaf.start, leaf.end, "the end of the message"))
    elif leaf.kind == "MARGIN_STAMP":
        draft.keep_stamp(leaf.start, leaf.end)
    elif leaf.kind in ("PAGE_MARK", "PAGE_HEAD", "LONE_PILCROW"):
        body.leaf(leaf)


def _ending(node: Node, draft: Draft, body: BodyBuilder) -> None:
    for part in node.children:
        if isinstance(part, Node):
            if part.kind == "closing_line":
                body.closing(part)
            elif part.kind == "format_line":
                body.format_line(part)
            elif part.kind == "joint":
                body.joint(part.children[0])
        elif part.kind == "SIGNATURE":
            start, end = content(draft.source, part.start, part.end)
            draft.put("signature", body.words.read(start, end), start, end)
            if part.start and draft.source[part.start - 1] != "\n":
                draft.report(body_codes.GLUED_SIGNATURE, start, end, expected="the signature on a line of its own")
        else:
            body.leaf(part)


def _set_aside(tree: Structure, aside: dict[int, Repair], draft: Draft) -> frozenset[str]:
    """Lines that no production took: a field out of its place is read, the rest is kept; a run of lines is one.

    Returns the kinds of the fields that were read out of their place.
    """
    runs: list[list[Repair]] = []
    rescued: set[str] = set()
    inside = False
    addresses: str | None = None  # the keyword of those that were read right above
    leaves = list(tree.root.leaves()) if aside else []
    read = 0  # so many leaves were read with a field above them
    for place, leaf in enumerate(leaves):
        repair = aside.get(id(leaf)) if place >= read else None
        if repair is not None and repair.after == "SEPARATION":
            addresses = addresses or ("INFORMATION" if "info" in draft.parts else "ACTION")
        whole = _further_lines(leaves, place, aside) if repair is not None else place + 1
        if repair is not None and _rescued(repair, leaves[whole - 1].end, draft, addresses):
            for line in leaves[place:whole]:
                line.kind = aside[id(line)].claim
            rescued.add(leaf.kind)
            read, repair = whole, None
            addresses = leaf.kind if leaf.kind in KEYWORDS else addresses
        else:
            addresses = None
        if repair is not None and inside:
            runs[-1].append(repair)
        elif repair is not None:
            runs.append([repair])
        inside = repair is not None
    ends = _ends(draft) if runs else []
    for run in runs:
        _keep_run(run, ends, draft)
    return frozenset(rescued)


def _further_lines(leaves: Sequence[Leaf], place: int, aside: dict[int, Repair]) -> int:
    """Where the lines end with which a field goes on that was set aside, and they with it."""
    end, further = place + 1, _FURTHER_LINES.get(aside[id(leaves[place])].claim, ())
    while further and end < len(leaves) and id(leaves[end]) in aside and aside[id(leaves[end])].claim in further:
        end += 1
    return end


def _rescued(repair: Repair, end: int, draft: Draft, addresses: str | None) -> bool:
    leaf = new_leaf(repair.claim, repair.leaf.start, end)
    if not (rescue_heading(leaf, draft, addresses) or rescue_text_head(leaf, draft)):
        return False
    start, end = content(draft.source, leaf.start, leaf.end)
    draft.report_glued(start, end)
    if leaf.kind != "CAPTION":
        name = KIND_NAMES.get(leaf.kind, leaf.kind)
        draft.report(codes.OUT_OF_PLACE, start, end, kind=name, after=KIND_NAMES.get(repair.after, repair.after))
    return True


def _keep_run(run: list[Repair], ends: list[tuple[int, str]], draft: Draft) -> None:
    start, end = content(draft.source, run[0].leaf.start, run[-1].leaf.end)
    after = KIND_NAMES.get(run[0].after, run[0].after.lower().replace("_", " "))
    count = sum(bool(line.strip()) for line in draft.source[start:end].split("\n"))
    what = KIND_NAMES.get(run[0].claim, "a line") if len(run) == 1 and count == 1 else f"{count} lines"
    draft.report(codes.SET_ASIDE, start, end, what=what, after=after)
    stop = run[-1].leaf.end
    if draft.source[stop : stop + 1] not in BLANKS:  # the words of a lead may be glued to it
        draft.report_glued(stop, len(draft.source))
    place = bisect_right(ends, start, key=itemgetter(0))
    above = ends[place - 1][1] if place else "the top"
    draft.keep_unread(start, end, _field_around(draft, start) or above)


def _field_around(draft: Draft, place: int) -> str | None:
    """The field whose lines go on behind a place: all of them are printed before what stands between them."""
    for name in _WRAPPED:
        lines = draft.ranges.get(name)
        if isinstance(lines, tuple) and lines[0] < place < lines[1]:
            return name
    return None


def _ends(draft: Draft) -> list[tuple[int, str]]:
    """Where each part of the cable ends, with its path, in order."""
    found: list[tuple[int, str]] = []
    for name, ranges in draft.ranges.items():
        if name != "unread" and ("." in name or draft.parts[name] not in ((), [])):
            if isinstance(ranges, tuple):
                found.append((ranges[1], name))
            else:
                found += [(end, f"{name}[{place}]") for place, (_, end) in enumerate(ranges)]
    # of attributes that share a line, the last one on it; of those that end together, the one that holds the others
    return sorted(found, key=lambda one: (one[0], -len(one[1])))


def _report_repairs(tree: Structure, rescued: frozenset[str], draft: Draft) -> None:
    """The diagnostics of skipped blank lines, missing lines and lines read as text.

    What was read elsewhere is not missing.
    """
    spaced = [
        repair.leaf for repair in tree.repairs if repair.kind is RepairKind.SKIP_BLANK and repair.after in _SPACED
    ]
    if len(spaced) > 1:
        start, end = spaced[0].start, spaced[-1].end
        draft.report(codes.SPACED_FIELDS, start, end, expected="E.O., TAGS and SUBJECT on consecutive lines")
    else:
        spaced = []
    # those of a routing line are reported with it
    told = {one.span.start for one in draft.diagnostics if one.code == codes.SKIPPED_BLANK.code}
    together = told.union(leaf.start for leaf in spaced)
    heads = [part for part in tree.root.children if isinstance(part, Node) and part.kind == "text_head"]
    for repair in tree.repairs:
        leaf = repair.leaf
        above = _field_above(heads, leaf) if repair.after == "TEXT" else repair.after
        after = KIND_NAMES.get(above, above)
        if repair.kind is RepairKind.SKIP_BLANK and leaf.start not in together:
            draft.report(codes.SKIPPED_BLANK, leaf.start, leaf.end, expected="no blank line", fix="", after=after)
        elif repair.kind is RepairKind.INSERT and leaf.kind not in rescued:
            name = KIND_NAMES[leaf.kind]
            draft.report(codes.MISSING, leaf.start, leaf.end, expected=name, kind=name, after=after)
        elif repair.kind is RepairKind.READ_AS_TEXT:
            start, end = content(draft.source, leaf.start, leaf.end)
            draft.report(codes.READ_AS_TEXT, start, end, kind=KIND_NAMES.get(leaf.kind, leaf.kind))


def _field_above(heads: Sequence[Node], leaf: Leaf) -> str:
    """The kind of the field whose further line stands above a leaf of the text head; TEXT where that line has none."""
    for head in heads:  # the grammar has one
        if leaf.start <= head.end:
            place = bisect_right(head.children, leaf.start - 1, key=attrgetter("start"))
            for part in head.children[max(place - _STRAYS, 0) : place][::-1]:
                if isinstance(part, Node):
                    return part.children[0].kind
    return "TEXT"
