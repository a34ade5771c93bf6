"""The State text head in canonical form: class line, captions, fields (ACP 127 section 209; TAGS Handbook 1974)."""

from __future__ import annotations

from telegram_grammar.classified_fields import cut_between
from telegram_grammar.line_patterns import line_matcher, literals, patterns
from telegram_grammar.measures import LINE
from telegram_grammar.model import Cable, Classification, ClassifiedBy, PortionMarking, Tag, Unread
from telegram_grammar.reference_fields import references_words
from telegram_grammar.rendering.refusal import RenderError, one_line
from telegram_grammar.rendering.sheet import Sheet
from telegram_grammar.text_head_fields import executive_order_words
from telegram_grammar.wrapping import Permits, greedy, wrap

__all__ = ["class_line", "render_text_head"]


def render_text_head(cable: Cable, sheet: Sheet) -> None:
    """The class line and all that stands between it and the body."""
    sheet.head = True
    if cable.classification is not None:
        sheet.write([class_line(cable)], "classification", "section", "message")
    elif cable.section is not None or cable.message is not None:
        raise RenderError("classification", "section and number stand behind a classification, and there is none")
    _captions(cable, sheet)
    _fields(cable, sheet)
    if cable.references:
        sheet.blank()
        sheet.write(_wrapped_references(cable), "references")
    if cable.classified_by is not None:
        sheet.blank()
        sheet.write(_wrapped_classifier(cable.classified_by), "classified_by")


def class_line(cable: Cable) -> str:
    """Classification with its letters spaced, section, post and number (ACP 127 sections 208 and 209)."""
    assert cable.classification is not None  # the caller has looked
    groups = [class_words(cable.classification)]
    groups += [one_line(caveat, "classification.caveats") for caveat in cable.classification.caveats]
    if cable.section is not None:
        groups.append(f"SECTION {cable.section.number:02d} OF {cable.section.total:02d}")
    if cable.message is not None:
        groups += [part for part in (one_line(cable.message.post, "message.post"), cable.message.number) if part]
    return " ".join(groups)


def class_words(classification: Classification) -> str:
    """The class word; the letters of a classified one are spaced, and those of one in small letters."""
    level, word = classification.level, classification.word
    printed = one_line(word if word is not None else level.value, "classification.word")
    if level.classified or (not printed.isupper() and " " not in printed):
        return " ".join(printed.replace(" ", ""))
    return printed


def _captions(cable: Cable, sheet: Sheet) -> None:
    """Captions, then passing and attention instructions, one a line (5 FAH-2 H-252 and H-440)."""
    has_field = _has_field(cable)  # without a field only what stands right below the class line is no part of the body
    for place, caption in enumerate(cable.captions):
        if not place and has_field:
            sheet.blank()
        sheet.write([one_line(caption, f"captions[{place}]")], f"captions[{place}]")
    for place, instruction in enumerate(cable.passing):
        if not place and has_field:
            sheet.blank()
        sheet.write(_wrapped_instruction(instruction, f"passing[{place}]"), f"passing[{place}]")


def _has_field(cable: Cable) -> bool:
    fields = (cable.executive_order, cable.subject, cable.classified_by)
    return bool(cable.tags or cable.references) or any(field is not None for field in fields)


def _wrapped_instruction(instruction: str, attribute: str) -> list[str]:
    """An instruction; it goes on behind a line that a comma, a semicolon or a stroke ends."""

    def permits(line: str, following: str, last: bool) -> bool:
        if not line.endswith(literals("open_instruction")) or line_matcher("heading_opener").match(following):
            return False  # above the first line of a heading the class line would be a banner
        return _is_text(line, following)

    return wrap(one_line(instruction, attribute), "", LINE, permits)


def _fields(cable: Cable, sheet: Sheet) -> None:
    """E.O., TAGS and SUBJECT on lines that follow one another (TAGS Handbook 1974)."""
    if cable.executive_order is not None or cable.tags or cable.subject is not None:
        sheet.blank()
    if cable.executive_order is not None:
        order = cable.executive_order
        words = order.text if isinstance(order, Unread) else executive_order_words(order)
        sheet.write(_wrapped(one_line(words, "executive_order")), "executive_order")
    if cable.tags:
        words = " ".join(["TAGS:", *map(tag_words, cable.tags)])
        sheet.write(_wrapped(one_line(words, "tags")), "tags")
    if cable.subject is not None:
        marking = marking_words(cable.subject_marking)
        words = " ".join(part for part in ("SUBJECT:", marking, one_line(cable.subject, "subject")) if part)
        sheet.write(_wrapped(words), "subject", "subject_marking")
    elif cable.subject_marking is not None:
        raise RenderError("subject_marking", "it stands before a subject, and there is none")


def tag_words(tag: Tag) -> str:
    """A code, or a name in its parentheses."""
    if (tag.code is None) == (tag.name is None):
        raise RenderError("tags", "a tag has either a code or a name")
    return tag.code if tag.code is not None else f"({tag.name})"


def marking_words(marking: PortionMarking | None) -> str:
    """A portion marking in its parentheses; "" for none."""
    return f"({marking.text})" if marking is not None else ""


def _wrapped(words: str) -> list[str]:
    """A field whose further lines are plain text."""
    return _broken(words, _is_text)


def _broken(words: str, permits: Permits) -> list[str]:
    """The lines of a field: broken wherever the width allows, unless one of these breaks is not permitted."""
    lines = greedy(words, "", LINE)
    for place in range(1, len(lines)):
        if not permits(lines[place - 1], lines[place], place == len(lines) - 1):
            return wrap(words, "", LINE, permits)
    return lines


def _is_text(line: str, following: str, last: bool = False) -> bool:
    """Whether the scanner takes a line for a further line of the field above."""
    known = patterns()
    claims = known.text_head.match(following) or known.lead.match(following) or known.message.match(following)
    return claims is None


def _wrapped_references(cable: Cable) -> list[str]:
    """The REF field: unlettered items, then a line for each letter, all wrapped."""
    for place, reference in enumerate(cable.references):
        one_line(reference.text, f"references[{place}].text")
    lines = references_words(cable.references).split("\n")
    return [part for line in lines for part in _wrapped(line)]


def _wrapped_classifier(classified: ClassifiedBy) -> list[str]:
    """Classified By; no break that would be read as a word cut in two."""
    marking = marking_words(classified.marking)
    label = "Derived From:" if classified.derived else "Classified By:"
    text = one_line(classified.text, "classified_by.text")
    words = " ".join(part for part in (marking, label, text) if part)

    def permits(line: str, following: str, last: bool) -> bool:
        return _is_text(line, following) and not cut_between(line, following)

    return _broken(words, permits)
