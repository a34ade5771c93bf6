"""Stage 3, second part: the text head's nodes -> classification, captions, E.O., TAGS, SUBJECT, REF, Classified By."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

from telegram_grammar import text_head_fields as fields
from telegram_grammar.body_scanner import scan_remark
from telegram_grammar.build_body import BodyBuilder
from telegram_grammar.caption_fields import SHORT, captions, is_one_caption
from telegram_grammar.classified_fields import classified_by
from telegram_grammar.codes import noise, pages, structure
from telegram_grammar.codes import text_head as codes
from telegram_grammar.drafting import Draft
from telegram_grammar.head_words import head_matcher
from telegram_grammar.inner_labels import INNER_FIELDS, inner_field
from telegram_grammar.line_patterns import literals
from telegram_grammar.markup import has_markup, markup
from telegram_grammar.model import Reference
from telegram_grammar.page_marks import begins_section
from telegram_grammar.reference_fields import references, settled
from telegram_grammar.structure import UNREAD
from telegram_grammar.structure import structure as structure_of
from telegram_grammar.tree import Leaf, Node, Part, new_node
from telegram_grammar.words import BLANKS, begins_line, content, content_end, word_end, word_start

__all__ = ["build_text_head", "rescue_text_head"]

#: A field longer than this is none; its markup is left.
_MARKUP_LIMIT: Final = 20_000
#: So many characters at most are looked through for a word.
_NEAR: Final = 2_000
_REPORTED: Final = frozenset({"PAGE_MARK", "PAGE_HEAD", "BLANK_WITHIN", "MARGIN_STAMP", "LONE_PILCROW", UNREAD})
#: Fields that their label tells, whatever stands before it.
_LABELLED: Final = frozenset({"executive_order", "tags", "subject", "references", "classified_by"})
#: What stands inside a field and is no part of it.
_HIDDEN: Final = frozenset({"PAGE_MARK", "PAGE_HEAD", "MARGIN_STAMP", "LONE_PILCROW", UNREAD})
#: What stands among remarks and is read with them.
_READ_WITH_REMARKS: Final = frozenset({"PAGE_MARK", "PAGE_HEAD", "MARGIN_STAMP", "LONE_PILCROW", "BLANK", "MARK_GAP"})


def build_text_head(node: Node, draft: Draft) -> None:
    """Builds each field of the text head from its node."""
    remarks, fields = _parts(node)
    marks = _marks(node, remarks) if draft.has_strays or _is_parted(node) else ()
    plain = not (marks or (draft.marked_up and has_markup(draft.source, node.start, node.end)))
    source, reference_lines = draft.source, 0
    text = source if plain else _without_hidden(fields, draft)
    above = ""
    for part in fields:
        begin = part.children[0].start
        start, end = content(text, begin, part.children[-1].end)
        reference_lines += part.kind == "references"
        if start == end:
            continue
        if begin and source[begin - 1] != "\n" and not (source[begin - 1] == "\ufeff" and begins_line(source, begin)):
            draft.report(structure.CUT, start, end, expected="each field on a line of its own", what="two fields")
            draft.report_glued(start, end)
            draft.in_doubt = draft.in_doubt or above not in _LABELLED  # by themselves words may be read otherwise
        above = part.kind
        if len(part.children) > 1 and _hides_label(part, draft.words(start, end)):
            draft.in_doubt = True
        if part.kind == "class_line":
            line = part.children[0]
            _class_line(draft, text, start, end, line.value if isinstance(line, Leaf) else None)
        else:
            _FIELDS[part.kind](draft, text, start, end)
        whole = (start, end) if plain else content(source, part.start, part.end)
        if whole != (start, end):
            _widen(draft, (start, end), whole)
    if reference_lines > 1:
        _settle_references(draft)
    if remarks:
        _remarks(node, remarks, draft)
    if not marks:
        return
    last = max((part.end for part in node.children if isinstance(part, Node)), default=node.start)
    for mark in marks:
        _report_mark(mark, draft, above=mark.start < last)


def _parts(node: Node) -> tuple[list[Node], list[Node]]:
    """The remarks of a text head, and its fields."""
    remarks: list[Node] = []
    fields: list[Node] = []
    for part in node.children:
        if isinstance(part, Node):
            if part.kind in _FIELDS:
                fields.append(part)
            elif part.kind == "remark":
                remarks.append(part)
    return remarks, fields


def _hides_label(field: Node, words: str) -> bool:
    """Whether the lines of a field, once they are one, hold a label of another: a line end kept it from being read."""
    kind = field.children[0].kind
    return kind in INNER_FIELDS and inner_field(words, kind, 0, len(words), own=True) < len(words)


def _widen(draft: Draft, read: tuple[int, int], whole: tuple[int, int]) -> None:
    """Gives a field the place of its whole lines, with the markup around what was read."""
    for name, place in draft.ranges.items():
        if place == read:
            draft.ranges[name] = whole


def _range(remarks: Sequence[Node]) -> tuple[int, int]:
    """From the first remark to the last; nothing where there is none."""
    return (remarks[0].start, remarks[-1].end) if remarks else (0, 0)


def _is_parted(node: Node) -> bool:
    """Whether a blank line may stand inside a field: only in a subject, which then has three parts."""
    for part in node.children:
        if part.kind == "subject" and isinstance(part, Node):
            return len(part.children) > 2
    return False


def _marks(node: Node, remarks: Sequence[Node]) -> list[Part]:
    """The page marks and the false blank lines of the text head: right in it, or inside one of its fields.

    Those between the first and the last line of the remarks are read with these.
    """
    first, last = _range(remarks)
    return [
        leaf
        for part in node.children
        for leaf in (part.children if isinstance(part, Node) else (part,))
        if leaf.kind in _REPORTED and not first <= leaf.start < last
    ]


def _without_hidden(fields: Sequence[Node], draft: Draft) -> str:
    """The source with what is no part of these fields blanked out inside them, so that offsets stay its own.

    It is made once for all of them: a copy for each would make time quadratic in their number.
    """
    hidden: list[tuple[int, int]] = []
    text = draft.source
    for field in fields:
        start, end = content(text, field.start, field.end)
        hidden += [(leaf.start, leaf.end) for leaf in field.leaves() if leaf.kind in _HIDDEN]
        if end - start < _MARKUP_LIMIT and has_markup(text, start, end):
            hidden += _markup(draft, start, end)
    pieces, place = [], 0
    for first, last in sorted(hidden):
        first = max(first, place)  # markup may stand in what is hidden as a whole
        if last <= first:
            continue
        kept = "&" if text.startswith("&amp;", first) else ""
        pieces += [text[place:first], kept.ljust(last - first)]
        place = last
    return "".join([*pieces, text[place:]])


def _markup(draft: Draft, start: int, end: int) -> list[tuple[int, int]]:
    """Markup that a converter left inside a field; an entity only where a blank follows, for offsets must stay."""
    text, found, reported = draft.source, [], start
    for mark in markup(text, start, end):
        if mark.group()[0] != "&" or text[mark.end() : mark.end() + 1] in BLANKS:
            if mark.start() >= reported:  # one report for a word, however much of it is markup
                first, reported = word_start(text, start, mark.start()), word_end(text, mark.end(), end)
                expected = "&" if mark.group() == "&amp;" else "nothing"
                fix = "" if (first, reported) == mark.span() and expected == "nothing" else None
                draft.report(noise.MARKUP, first, reported, found=mark.group(), expected=expected, fix=fix)
            found.append(mark.span())
        else:
            draft.in_doubt = True  # it is a word of the field, and may be none where a blank parts it from the next
    return found


def _class_line(draft: Draft, text: str, start: int, end: int, read: Any = None) -> None:
    """Builds the class line; the scanner has read it already, for its number tells page marks."""
    if read is None:
        found = fields.class_line(text, start, end, draft.report)
    else:
        found, recorded = read
        for of, words in recorded:
            draft.report(*of, **words)
    if found.classification is not None:
        draft.put("classification", found.classification, start, end)
    if found.section is not None:
        draft.put("section", found.section, start, end)
    if found.message is not None:
        draft.put("message", found.message, start, end)
    if found.rest is not None:
        _rest_of_class_line(draft, text, *found.rest)


def _rest_of_class_line(draft: Draft, text: str, start: int, end: int) -> None:
    """Captions that stand on the class line itself."""
    first = word_start(text, 0, start)  # the number may be glued to what follows it
    draft.report(codes.CLASS_LINE_REST, first, end, expected="what follows the number on lines of its own")
    _caption(draft, text, start, end)


def _caption(draft: Draft, text: str, start: int, end: int) -> None:
    if end - start <= SHORT and is_one_caption(text[start:end]):
        draft.append("captions", text[start:end], start, end)
        return
    after = "passing" if draft.after == "passing" else "caption"
    for line_start, line_end in _lines(text, start, end):
        for kind, value, first, last in captions(text, line_start, line_end, draft.report, after):
            _instruction(draft, kind, value, first, last)
            after = kind


def _instruction(draft: Draft, kind: str, value: str, start: int, end: int) -> None:
    """Adds a caption or an instruction; an instruction that a comma leaves open goes on with the next line."""
    if kind == "caption":
        draft.append("captions", value, start, end)
        return
    items = draft.parts.get("passing", [])
    whole = _gone_on(items[-1], value) if items else None  # captions between them stand elsewhere in canonical text
    if whole is None:
        draft.append("passing", value, start, end)
    else:
        items[-1] = whole
        places = draft.ranges["passing"]
        places[-1] = (places[-1][0], end)  # type: ignore[index]  # a list, as append made it


def _gone_on(instruction: str, words: str) -> str | None:
    """An instruction that a comma leaves open with the words of the next line; None where nothing goes on with it."""
    return f"{instruction} {words}" if instruction.endswith(literals("open_instruction")) else None


def _lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The physical lines of a range, without blanks around them."""
    found = []
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        line = content(text, start, stop)
        if line[0] < line[1]:
            found.append(line)
        start = stop + 1
    return found


def _executive_order(draft: Draft, text: str, start: int, end: int) -> None:
    draft.put("executive_order", fields.executive_order(text, start, end, draft.report), start, end)


def _tags(draft: Draft, text: str, start: int, end: int) -> None:
    found = fields.tags(text, start, end, draft.report)
    draft.put("tags", found, start, end)
    if not found:
        draft.report(codes.EMPTY_FIELD, start, end, expected="one TAGS code at least", field="TAGS")


def _subject(draft: Draft, text: str, start: int, end: int) -> None:
    subject, marking = fields.subject(text, start, end, draft.report)
    draft.put("subject", subject, start, end)
    if not draft.parts.get("subject"):
        draft.parts["subject"] = ""
    if marking is not None:
        draft.put("subject_marking", marking, start, end)


def _references(draft: Draft, text: str, start: int, end: int) -> None:
    told = len(draft.diagnostics)
    found = references(text, start, end, draft.report, pilcrow=noise.PILCROW)
    doubled = any(one.code == codes.LABEL_DOUBLED.code for one in draft.diagnostics[told:])
    if not found:
        draft.report(codes.EMPTY_FIELD, start, end, expected="a reference", field="REF")
    items: list[Reference] | None = draft.parts.get("references")
    if items is None:
        draft.put("references", list(found), start, end)
    else:  # a second REF line goes on with the first
        before = items[-1].text if _are_parted(items, found) else ""
        _report_second_references(draft, text, start, end, before, doubled=doubled)
        items.extend(found)
        draft.after = "references"


def _are_parted(references: Sequence[Reference], more: Sequence[Reference]) -> bool:
    """Whether canonical text sets a semicolon between references and further ones: there are no letters that do."""
    return bool(references and more) and references[-1].letter is None and more[0].letter is None


def _report_second_references(
    draft: Draft, text: str, start: int, end: int, before: str, *, doubled: bool
) -> None:  # fmt: skip
    """The label of a second REF line; and the last word of `before`, behind which canonical text sets a separator.

    A label that is `doubled` on the line itself has been told.
    """
    place = draft.ranges["references"]
    assert isinstance(place, tuple)  # as `put` left it
    label = head_matcher("reference_label").match(text, start, end)
    stop = content_end(text, start, label.end()) if label else start
    if not doubled:
        draft.report(codes.LABEL_DOUBLED, start, word_end(text, stop, end), expected="one REF line", label="REF:")
    if before:
        word = _last_word(text, *place, before.rpartition(" ")[2])
        draft.report(codes.REF_SEPARATOR, *word, expected="a semicolon", mark="label")
    draft.ranges["references"] = (place[0], end)


def _last_word(text: str, start: int, end: int, word: str) -> tuple[int, int]:
    """Where `word` stands last in a range; its last word where that was changed in reading."""
    begin = max(start, end - _NEAR)
    place = text.rfind(word, begin, end)
    while place >= 0:
        if word_start(text, begin, place) == place and word_end(text, place, end) == place + len(word):
            return place, place + len(word)
        place = text.rfind(word, begin, place)
    return word_start(text, start, end), end


def _settle_references(draft: Draft) -> None:
    """The references of several REF lines, as the one line reads that canonical text makes of them."""
    place, found = draft.ranges["references"], tuple(draft.parts["references"])
    assert isinstance(place, tuple)  # as `put` left it
    read = settled(found, *place, draft.report)
    if read != found:
        draft.in_doubt = True
        draft.parts["references"] = list(read)


def _classified_by(draft: Draft, text: str, start: int, end: int) -> None:
    if "classified_by" in draft.parts:
        draft.report(structure.SET_ASIDE, start, end, what="another Classified By line", after="the first")
        draft.keep_unread(start, end, "classified_by")
    else:
        draft.put("classified_by", classified_by(text, start, end, draft.report), start, end)


def _remarks(node: Node, remarks: Sequence[Node], draft: Draft) -> None:
    """Lines between the fields that are none: the first of the body, and read like it.

    Canonical text has them one behind another, so they are read so: what stands between them is blanked out, but for
    page marks and the like, which the body knows how to read.
    """
    first, last = _range(remarks)
    own = {id(leaf) for remark in remarks for leaf in remark.children if leaf.kind != UNREAD}
    pieces, place = [], 0
    for leaf in node.leaves():
        if first <= leaf.start < last and not (id(leaf) in own or leaf.kind in _READ_WITH_REMARKS):
            stop = leaf.end - draft.source.endswith("\n", leaf.start, leaf.end)  # what stands below keeps its own line
            pieces += [draft.source[place : leaf.start], " " * (stop - leaf.start)]
            place = stop
    text = "".join([*pieces, draft.source[place:]]) if place else draft.source
    start, end = content(text, first, last)
    draft.in_doubt = True
    lines = draft.over(text)
    body = BodyBuilder.of(lines)
    for part in structure_of(scan_remark(text, start, end), end).root.children:
        if isinstance(part, Node):
            body.build(part)
        else:
            body.leaf(part)
    draft.go_on(lines)


_FIELDS: Final[dict[str, Callable[[Draft, str, int, int], None]]] = {
    "class_line": _class_line,
    "caption": _caption,
    "passing": _caption,
    "executive_order": _executive_order,
    "tags": _tags,
    "subject": _subject,
    "references": _references,
    "classified_by": _classified_by,
}
#: Fields that are read where they stand out of their place, unless the cable has them already.
_RESCUED: Final[dict[str, tuple[str, Callable[[Draft, str, int, int], None]]]] = {
    "CLASS": ("classification", _class_line),
    "EXECUTIVE_ORDER": ("executive_order", _executive_order),
    "TAGS": ("tags", _tags),
    "SUBJECT": ("subject", _subject),
    "REFERENCE": ("references", _references),
    "CLASSIFIED_BY": ("classified_by", _classified_by),
}


def rescue_text_head(leaf: Leaf, draft: Draft) -> bool:
    """Reads a field that stood out of its place, if the cable has none of its kind. Returns whether it was read."""
    start, end = content(draft.source, leaf.start, leaf.end)
    if leaf.kind == "CAPTION":
        draft.report(codes.CAPTION_OUT_OF_PLACE, start, end, expected="captions right under the class line")
        _caption(draft, draft.source, start, end)
        return True
    if leaf.kind not in _RESCUED:
        return False
    name, build = _RESCUED[leaf.kind]
    if name in draft.parts:
        return False
    text = _without_hidden([new_node("field", [leaf])], draft)
    build(draft, text, *content(text, leaf.start, leaf.end))
    return True


def _report_mark(leaf: Part, draft: Draft, *, above: bool) -> None:
    """Page marks and false blank lines in the text head; `above` says that a field goes on or begins below.

    The mark of a page of the first section carries no meaning. That of a later section says that no text of the body
    stood before it.
    """
    start, end = content(draft.source, leaf.start, leaf.end)
    if leaf.kind == UNREAD:
        return  # kept with the lines of its kind
    if leaf.kind == "MARGIN_STAMP":
        draft.keep_stamp(leaf.start, leaf.end)
        return
    if leaf.kind == "LONE_PILCROW":
        draft.report(noise.LONE_PILCROW, start, end, fix="")
    elif leaf.kind == "BLANK_WITHIN":
        draft.in_doubt = True  # on one line its words may hold another field
        draft.report(
            structure.SKIPPED_BLANK, leaf.start, leaf.end, fix="", expected="no blank line", after="the subject"
        )
    elif leaf.kind == "PAGE_HEAD":
        draft.report(pages.PAGE_HEAD, start, end)
    elif not begins_section(draft.source, start, end):
        draft.report(pages.MARK_IN_HEAD, start, end)
    else:
        if above:
            draft.report(pages.MARK_ABOVE_FIELD, start, end, expected="the mark behind the text head")
        BodyBuilder.of(draft).mark(leaf, 0)
