"""Fields of the State text head, format line 12: class line, E.O., TAGS and SUBJECT; the others are taken in here.

Each function reads one field, `text[start:end]`: the whole field with its label and wrapped lines, trailing blanks cut.
None of them raises; what departs from the canonical form is reported.

Sources: ACP 127(G) sections 208 and 209; TAGS Handbook 1974; 5 FAH-1 H-210 and H-246; 5 FAH-2 H-252.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from typing import Final

from attrs import frozen

from telegram_grammar import registers
from telegram_grammar.caption_fields import captions, is_caption
from telegram_grammar.classified_fields import classified_by, cut_between
from telegram_grammar.codes import noise, structure
from telegram_grammar.codes import text_head as codes
from telegram_grammar.diagnostics import Report
from telegram_grammar.head_words import head_matcher, report_label, without_leftovers
from telegram_grammar.making import maker
from telegram_grammar.model import (
    Classification,
    ClassificationLevel,
    ExecutiveOrder,
    MessageNumber,
    PortionMarking,
    Section,
    Tag,
    Unread,
    new_classification,
    new_executive_order,
    new_message_number,
    new_portion_marking,
    new_section,
    new_tag,
)
from telegram_grammar.reference_fields import references
from telegram_grammar.words import content, content_start, joined, word_end

__all__ = [
    "ClassLine",
    "captions",
    "class_line",
    "classified_by",
    "cut_between",
    "executive_order",
    "executive_order_words",
    "references",
    "subject",
    "tags",
]


@frozen(weakref_slot=False)
class ClassLine:
    """What a class line says (ACP 127 section 209).

    `rest` is the range of what follows the message number, or of all that could not be read; None where nothing does.
    """

    classification: Classification | None
    section: Section | None = None
    message: MessageNumber | None = None
    rest: tuple[int, int] | None = None


new_class_line = maker(ClassLine)

_DAMAGED: Final = {
    "DAMAGED_CONFIDENTIAL": "CONFIDENTIAL",
    "DAMAGED_SECRET": "SECRET",
    "DAMAGED_TOP_SECRET": "TOP SECRET",
    "DAMAGED_UNCLASSIFIED": "UNCLASSIFIED",
    "DAMAGED_UNCLAS": "UNCLAS",
}
#: More words than any post has: a class word, these, and no number is a sentence.
_POST_WORDS: Final = 4


@functools.cache
def _levels() -> Mapping[str, ClassificationLevel]:
    """The class words, without blanks, and the level that each means."""
    return {word.replace(" ", ""): ClassificationLevel[name] for word, name in registers.levels().items()}


@functools.cache
def _regular() -> Mapping[str, tuple[ClassificationLevel, str | None]]:
    """The class words as they are rightly printed, with the level and, where it is not the level's own, the word.

    Classified ones have spaced letters. The grammar says which words of the register are class words.
    """
    levels = {word: ClassificationLevel[name] for word, name in registers.levels().items()}
    return {_spaced(word): (level, None if word == level.value else word) for word, level in levels.items()}


def class_line(text: str, start: int, end: int, report: Report) -> ClassLine:
    """The class line: classification, section, post and number; total for every line that claims to be one."""
    regular = head_matcher("regular_class_line").fullmatch(text, start, end)
    if regular is not None:
        printed, number, total, post, serial = regular.groups()
        return new_class_line(
            new_classification(_regular()[printed][0], (), None),
            new_section(int(number), int(total)) if number else None,
            new_message_number(post, serial),
        )
    found = head_matcher("class_line").fullmatch(text, start, end)
    if found is None:
        return ClassLine(None, rest=(start, end))
    spaced, plain, printed_caveats, printed_section = found.group("CLASS_SPACED", "CLASS_PLAIN", "CAVEATS", "SECTION")
    known = _regular().get(spaced or plain or "")
    level, word = known if known is not None else _irregular_class(found, report)
    caveats = _caveats(found, report) if printed_caveats else ()
    section = _section(found, report) if printed_section else None
    message, rest = _message(found, end, report)
    return new_class_line(new_classification(level, caveats, word), section, message, rest)


def _irregular_class(found: re.Match[str], report: Report) -> tuple[ClassificationLevel, str | None]:
    """Level and printed word of a class word that is damaged, in small letters or wrongly spaced; it is reported."""
    for name, word in _DAMAGED.items():
        if found[name] is not None:
            report(noise.CLASS_DAMAGED, *found.span(name), expected=_spaced(word), fix=_spaced(word),
                   printed=found[name], word=word)  # fmt: skip
            return _regular()[_spaced(word)]
    name = next(name for name in ("CLASS_SPACED", "CLASS_PLAIN", "CLASS_SENTENCE") if found[name] is not None)
    printed = joined(found[name])
    if printed in _regular():
        return _regular()[printed]
    letters = printed.replace(" ", "")
    level = _levels()[_capitals(letters)]
    word = _worded(letters, level) if name == "CLASS_SPACED" else printed
    usual = _spaced(_capitals(word))
    small = word != word.upper()
    report(codes.CLASS_SMALL_LETTERS if small else codes.CLASS_SPACING, *found.span(name),
           expected=usual, fix=usual, printed=printed)  # fmt: skip
    return level, None if word == level.value else word


def _capitals(word: str) -> str:
    """A class word in capitals of the telegraph alphabet: where case is free, the grammar takes a dotted I for an I."""
    return word.upper().replace("\u0130", "I")


def _spaced(word: str) -> str:
    """A class word as the rule prints it."""
    letters = word.replace(" ", "")
    return " ".join(letters) if _levels()[letters].classified else word


def _worded(letters: str, level: ClassificationLevel) -> str:
    """Letters that were printed apart as the words they make, "Topsecret" as "Top secret"."""
    if len(letters) == len(level.value.replace(" ", "")) and " " in level.value:
        rest = iter(letters)
        return "".join(" " if char == " " else next(rest) for char in level.value)
    return letters


def _caveats(found: re.Match[str], report: Report) -> tuple[str, ...]:
    caveats = tuple(joined(one[0]) for one in head_matcher("caveat").finditer(found["CAVEATS"]))
    # the class word belongs to the same word where the strokes touch it
    first, last = found.span("CAVEATS")
    start = content_start(found.string, first, last) if found.string[first] != "/" else found.start()
    report(codes.CAVEAT_ON_CLASS_LINE, start, word_end(found.string, last, found.end()),
           expected="captions on lines of their own", printed=" ".join(caveats))  # fmt: skip
    return caveats


def _section(found: re.Match[str], report: Report) -> Section | None:
    start, end = found.span("SECTION")
    parts = head_matcher("section").fullmatch(found.string, start, end)
    if parts is None:
        return None
    total = int(parts["SECTION_TOTAL"])
    section = new_section(int(parts["SECTION_NUMBER"] or total), total)
    usual = f"SECTION {section.number:02d} OF {section.total:02d}"
    if found["SECTION"] != usual and joined(found["SECTION"]) != usual:
        report(codes.CLASS_LINE_FORM, start, end, expected=usual, fix=usual, printed=joined(found["SECTION"]))
    return section


def _message(found: re.Match[str], end: int, report: Report) -> tuple[MessageNumber | None, tuple[int, int] | None]:
    """Post and number, and what follows them."""
    post, number, words_behind = found.group("post", "NUMBER", "REST")
    rest = found.span("REST") if words_behind else None
    if post and number:
        if found.end("post") == found.start("NUMBER"):
            again = head_matcher("class_line").fullmatch(f"UNCLAS {joined(post)} {number}")
            if again is None or not again["post"] or joined(again["post"]) != joined(post):
                return None, (found.start("post"), end)  # a caveat with figures glued to it is no post
            report(codes.CLASS_LINE_FORM, found.start("post"), word_end(found.string, found.end("NUMBER"), end),
                   expected="a blank before the number", printed=post + number)  # fmt: skip
        return new_message_number(joined(post), number), rest
    if not post and not number:
        return None, rest
    begin = found.start("post" if post else "NUMBER")
    words = joined(post or "")
    if rest or words.count(" ") >= _POST_WORDS or (words and is_caption(words)):
        return None, (begin, end)
    report(codes.NUMBER_MISSING, begin, end, expected="post and number", what="its number" if post else "the post")
    return new_message_number(words, number or ""), None


# ---- E.O. ------------------------------------------------------------------------------------------------


def executive_order(text: str, start: int, end: int, report: Report) -> ExecutiveOrder | Unread:
    """The E.O. line; `Unread` where neither a number of an order nor any known instruction or date is in it."""
    regular = head_matcher("regular_executive_order").fullmatch(text, start, end)
    if regular is not None:
        return new_executive_order(*regular.groups())
    bare = head_matcher("bare_executive_order").fullmatch(text, start, end)
    if bare is not None:
        usual = f"E.O. {bare['REGULAR_ORDER']}:"
        stop = bare.end("REGULAR_ORDER")
        report(codes.ORDER_LABEL, start, stop, expected=usual, fix=usual, printed=text[start:stop], label=usual)
        return new_executive_order(*bare.groups())
    found = head_matcher("executive_order").fullmatch(text, start, end)
    if found is None or not (found["ORDER"] or found["INSTRUCTION"] or found["SCHEME"] or found["NOT_APPLICABLE"]
                             or found["DOWNGRADE"] or found["MISTYPED_DECL"] or found["DATE"]):  # fmt: skip
        report(structure.BROKEN, start, end, field="the E.O. line")
        return Unread(joined(text[start:end]))
    stop = without_leftovers(text, found.start("REST"), end, report) if found["REST"] else end
    read = _order(found, stop)
    value = _report_order_label(found, report)
    usual = _order_value(read)
    if stop != end or joined(text[value:stop]) != usual:
        if joined(text[value:stop]) != usual:
            _report_order_value(found, value, stop, usual, report)
        # without the signs that parted them, words may belong to the instruction: "DECLASSIFY: ON"
        again = head_matcher("executive_order").fullmatch(executive_order_words(read))
        read = _order(again, again.end()) if again else read
    if read.instruction is None and (read.date or read.event):
        place = content(text, value, stop)
        report(codes.INSTRUCTION_MISSING, *place, expected="DECL: before the date or event")
    return read


def _order(found: re.Match[str], stop: int) -> ExecutiveOrder:
    """The parts of an E.O. line, the last of which ends at `stop`."""
    authority, mistyped = found["AUTHORITY"], found["MISTYPED_DECL"]
    return new_executive_order(
        found["ORDER"],
        joined(mistyped[:-1]) if mistyped else _instruction(found),
        found["DATE"],
        (joined(found.string[found.start("REST") : stop]) or None) if found["REST"] else None,
        joined(authority[1:-1]) if authority else None,
        found["SUFFIX"],
        found["LEVEL"],
    )


def _instruction(found: re.Match[str]) -> str | None:
    printed = found["INSTRUCTION"] or found["SCHEME"] or found["NOT_APPLICABLE"] or found["DOWNGRADE"]
    return joined(printed) if printed else None


def _report_order_label(found: re.Match[str], report: Report) -> int:
    """Compares label and number with their canonical form; returns where the value begins."""
    text, start, end = found.string, found.start(), found.end()
    order, label = found["ORDER"], found["EO_LABEL"]
    head = found.end("EO_COLON") if found["EO_COLON"] else found.end("ORDER" if order else "EO_LABEL")
    usual = f"E.O. {order}:" if order else "E.O."
    value = head
    if found["MARKUP"]:
        value = found.end("MARKUP")
        report(noise.MARKUP, head, word_end(text, value, end), found=found["MARKUP"].strip())
    printed = joined(text[start:head])
    if printed != usual or word_end(text, head, end) != head:
        spoilt = "0" in label or label.upper().replace(" ", "") not in ("E.O.", "EO")
        report(codes.LABEL_MISTYPED if spoilt else codes.ORDER_LABEL, start, word_end(text, head, end), expected=usual,
               fix=usual if word_end(text, head, end) == head else None, printed=printed, label=usual)  # fmt: skip
    return value


def _report_order_value(found: re.Match[str], start: int, stop: int, usual: str, report: Report) -> None:
    """What follows the label is not in its canonical form."""
    code = codes.LABEL_MISTYPED if found["MISTYPED_DECL"] else codes.INSTRUCTION_FORM
    whole = word_end(found.string, stop, found.end())
    start, end = content(found.string, start, whole)
    printed = found.string[start:end]
    fix = usual if whole == stop and "\n" not in printed else None
    report(code, start, end, expected=usual, fix=fix, printed=joined(printed), label=usual)


def _order_value(order: ExecutiveOrder) -> str:
    parts = [
        order.instruction and order.instruction + (":" if _takes_colon(order.instruction) else ""),
        order.downgrade,
        order.date,
        order.authority is not None and f"({order.authority})",
        order.suffix,
        order.event,
    ]
    return " ".join(part for part in parts if part)


def _takes_colon(instruction: str) -> bool:
    return instruction == "DECL" or head_matcher("colon_instruction").fullmatch(instruction) is not None


def executive_order_words(order: ExecutiveOrder) -> str:
    """The line as canonical text prints it, as in "E.O. 12958: DECL: 06/20/2017"."""
    head = f"E.O. {order.order}:" if order.order else "E.O."
    value = _order_value(order)
    return f"{head} {value}" if value else head


# ---- TAGS and SUBJECT ------------------------------------------------------------------------------------


def tags(text: str, start: int, end: int, report: Report) -> tuple[Tag, ...]:
    """The TAGS: codes and persons' names. Total: what is no separator is a code or a name."""
    regular = head_matcher("regular_tags").fullmatch(text, start, end)
    if regular is not None:
        return tuple([new_tag(code) for code in regular["REGULAR_TAGS"].split(" ")])
    separated = head_matcher("separated_tags").fullmatch(text, start, end)
    if separated is not None:
        return _separated_tags(separated, report)
    found = head_matcher("tags").fullmatch(text, start, end)
    if found is None:
        return _tag_items(text, start, end, report)
    label, items = found["TAGS_LABEL"], found["tag_list"]
    begin = found.start("tag_list") if items else end
    if label.rstrip() != "TAGS:" or begin == start + len(label.rstrip()) < end:
        report_label(codes.TAGS_LABEL, found, "TAGS_LABEL", "TAGS:", report)
    if not items:
        return ()
    if "(" not in items and ")" not in items and "," not in items and ";" not in items and items[-1] != ".":
        return tuple([new_tag(code) for code in joined(items).split(" ")])
    return _tag_items(text, begin, end, report)


def _separated_tags(found: re.Match[str], report: Report) -> tuple[Tag, ...]:
    """Codes with commas between them and nothing else."""
    stop, (begin, end) = found.end("BARE_TAGS_LABEL"), found.span("SEPARATED_TAGS")
    if begin - stop == 1:
        report_label(codes.TAGS_LABEL, found, "BARE_TAGS_LABEL", "TAGS:", report)
    read = found["SEPARATED_TAGS"].split(", ")
    report(codes.TAGS_SEPARATOR, begin, end, expected="blanks between the tags", fix=" ".join(read))
    return tuple([new_tag(code) for code in read])


def _tag_items(text: str, begin: int, end: int, report: Report) -> tuple[Tag, ...]:
    """Tags with names or separators, read one by one."""
    read: list[Tag] = []
    spoilt = separated = False
    glued = False
    for item in head_matcher("tag_item").finditer(text, begin, end):
        printed = item[0]
        if item["TAG_SEPARATOR"] is not None:
            separated = separated or "," in printed or ";" in printed
            glued = False
        elif item["PERSON"] is not None:
            name = joined(printed[1:-1])
            spoilt = spoilt or glued or joined(printed) != f"({name})" or not name
            glued = True
            if name:
                read.append(new_tag(name=name))
        elif item["STRAY"] is not None:
            spoilt = True
        else:
            spoilt = spoilt or (glued and bool(read) and read[-1].code is None)
            glued = True
            read.append(new_tag(printed))
    last = read[-1].code if read else None
    if last is not None and last[-1] == "." and (bare := last.rstrip(".")):
        stop = text.rindex(last, begin, end)
        report(codes.TAGS_STOP, stop, stop + len(last), expected=bare, fix=bare)
        read[-1] = new_tag(bare)
    # separators may have hidden a second label from the first
    labels = 0
    while labels < len(read) and head_matcher("tags").fullmatch(read[labels].code or ""):
        labels += 1
    if labels:
        report(codes.LABEL_DOUBLED, begin, end, expected="TAGS:", label="TAGS:")
        del read[:labels]
    if spoilt:
        report(codes.TAGS_PARENTHESIS, begin, end, expected="names in parentheses of their own, as (SMITH, JOHN)")
    if separated:
        usual = " ".join(tag.code or f"({tag.name})" for tag in read)
        report(codes.TAGS_SEPARATOR, begin, end, expected="blanks between the tags",
               fix=usual if not spoilt and "\n" not in text[begin:end] else None)  # fmt: skip
    return tuple(read)


def subject(text: str, start: int, end: int, report: Report) -> tuple[str, PortionMarking | None]:
    """The subject, its lines joined, and the portion marking before it."""
    label = head_matcher("regular_subject_label").match(text, start, end)
    if label is not None:
        return joined(text[label.end() : end]), None
    found = head_matcher("subject").fullmatch(text, start, end)
    if found is None:
        return joined(text[start:end]), None
    if found["SUBJECT_LABEL"].rstrip() != "SUBJECT:" or word_end(text, start + 8, end) != start + 8:
        report_label(codes.SUBJECT_LABEL, found, "SUBJECT_LABEL", "SUBJECT:", report)
    words = joined(found["REST"] or "")
    marking = found["PORTION"]
    if marking is None:
        return words, None
    inner = joined(marking[1:-1])
    if marking != f"({inner})" or word_end(text, found.end("PORTION"), end) != found.end("PORTION"):
        report(codes.PORTION_FORM, found.start("PORTION"), word_end(text, found.end("PORTION"), end),
               expected=f"({inner})", printed=joined(marking))  # fmt: skip
    return words, new_portion_marking(inner)
