"""Parts of the State text head, format line 12, as hypothesis strategies."""

from __future__ import annotations

import string
from typing import Any, Final

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from telegram_grammar import registers
from telegram_grammar.model import (
    Classification,
    ClassificationLevel,
    ClassifiedBy,
    ExecutiveOrder,
    MessageNumber,
    PortionMarking,
    Reference,
    Section,
    Tag,
    Unread,
)
from telegram_grammar.testing.values import (
    Era,
    cached,
    digits,
    message_numbers,
    people,
    posts,
    printed_dates,
    subjects,
    tags,
)

__all__ = [
    "captions",
    "classifications",
    "classified_by",
    "executive_orders",
    "message_references",
    "passing_instructions",
    "reference_lists",
    "references",
    "sections",
    "tag_lists",
    "text_head_parts",
]

_Level = ClassificationLevel
#: Words of the class line that are not the level's own.
_WORDS: Final = {
    _Level.UNCLASSIFIED: ["UNCLASSIFIED", "Unclas"],
    _Level.UNCLASSIFIED_EFTO: ["UNCLASSIFIED EFTO"],
    _Level.CONFIDENTIAL: ["Confidential"],
    _Level.SECRET: ["Secret"],
}


@cached
@st.composite
def classifications(draw: DrawFn) -> Classification:
    """A classification with its caveats; the word may be another than the level's own.

    Words in small letters make a class line only where section or number follows at once.
    """
    level = draw(st.sampled_from(_Level))
    word = draw(st.one_of(st.none(), st.sampled_from(_WORDS[level]))) if level in _WORDS else None
    sentence = level is _Level.SENSITIVE_BUT_UNCLASSIFIED or (word is not None and not word.isupper())
    caveats = st.sampled_from(["NOFORN", "NODIS", "EXDIS", "LIMDIS", "EYES ONLY"])
    return Classification(level, tuple(draw(st.lists(caveats, max_size=0 if sentence else 2, unique=True))), word)


@cached
def sections() -> SearchStrategy[Section]:
    """A section of a long message."""
    return st.integers(2, 24).flatmap(lambda total: st.builds(Section, st.integers(1, total), st.just(total)))


@cached
def message_references() -> SearchStrategy[MessageNumber]:
    """Post and number of the message."""
    return st.builds(MessageNumber, posts(), message_numbers())


#: Captions of the register that no class line claims and that need no further words.
_CAPTIONS: Final = sorted(set(registers.captions()) - {"CODEL", "SBU", "CORRECTED COPY", "TERREP CHANNEL"})


@cached
def captions() -> SearchStrategy[str]:
    """A caption: those of the register, and those that go on with words of their own."""
    longer = [
        "CORRECTED COPY (TEXT)",
        "C O R R E C T E D COPY",
        "CODEL DOE",
        "EXDIS (DISTRIBUTE AS NODIS)",
        "TOSEC 190012",
    ]
    return st.one_of(st.sampled_from(["SIPDIS", "NOFORN", "SENSITIVE"]), st.sampled_from([*_CAPTIONS, *longer]))


@cached
def passing_instructions() -> SearchStrategy[str]:
    """A passing or attention instruction."""
    return st.sampled_from(
        [
            "STATE FOR EUR/WE", "DEPT PASS TO USTR", "NSC FOR DOE", "TREASURY FOR OASIA: ROE",
            "PASS TO AMCONSUL MUNICH",
            "SCA/CEN; EEB; NEA/IR", "STATE FOR EUR, IO, AND PM", "OSD FOR ISA", "COMMERCE FOR ITA/ANESA",
        ]
    )  # fmt: skip


@cached
def executive_orders(era: Era | None = None) -> SearchStrategy[ExecutiveOrder]:
    """The E.O. line, in every form that the orders have had (`data/executive_orders.csv`)."""
    build = st.builds
    day = printed_dates(era)
    event = st.sampled_from(["OADR", "MR", "X1", "25X1", "CLOSURE OF THE MISSION"])
    not_classified = build(ExecutiveOrder, st.just(era.value if era else "12958"), st.just("N/A"))
    declassified = st.sampled_from(["12356", "12958", "13526"] if era is None else [era.value]).flatmap(
        lambda order: st.one_of(
            build(ExecutiveOrder, st.just(order), st.just("DECL"), day),
            build(ExecutiveOrder, st.just(order), st.just("DECL"), event=event),
            build(ExecutiveOrder, st.just(order), st.just("DNG"), day, downgrade=st.sampled_from(["CO", "UNCLAS"])),
        )
    )
    of_11652 = st.one_of(
        build(ExecutiveOrder, st.just("11652"), st.sampled_from(["GDS", "XGDS", "XGDS-2", "ADS"])),
        build(ExecutiveOrder, st.just("11652"), st.sampled_from(["ADS DECLAS", "XGDS-1 DECLAS"]), day),
    )
    of_12065 = build(
        ExecutiveOrder, st.just("12065"), st.sampled_from(["GDS", "RDS-1", "RDS-4"]), day,
        authority=st.one_of(st.none(), st.sampled_from(["DOE", "ROE, JOHN A."])),
        suffix=st.one_of(st.none(), st.sampled_from(["OR-P", "OR-M"])),
    )  # fmt: skip
    bare = build(ExecutiveOrder, st.just("12958"), date=day)
    forms = {Era.EO_11652: of_11652, Era.EO_12065: of_12065}
    if era is not None:
        return st.one_of(not_classified, forms.get(era, declassified))
    return st.one_of(not_classified, declassified, of_11652, of_12065, bare)


@cached
def tag_lists() -> SearchStrategy[tuple[Tag, ...]]:
    """The TAGS line."""
    return st.lists(tags(), min_size=1, max_size=12).map(tuple)


_CITATIONS: Final = ["{post} {number}", "08 {post} {number}", "2007 {post} {number}", "{post} {number} AND PREVIOUS",
                     "{post} {number} (NOTAL)"]  # fmt: skip
_OTHER_REFERENCES: Final = ["DOE/ROE E-MAIL OF MAY 5", "EMBASSY NOTE 12/07", "ROE TELCON", "FBIS REPORT OF 3 MARCH"]


@cached
def _reference_texts() -> SearchStrategy[str]:
    cited = st.builds(
        lambda form, post, number: form.format(post=post, number=number),
        st.sampled_from(_CITATIONS), posts(), st.integers(1, 99999),
    )  # fmt: skip
    return st.one_of(cited, st.sampled_from(_OTHER_REFERENCES))


@cached
def references() -> SearchStrategy[Reference]:
    """One reference, without a letter."""
    return _reference_texts().map(Reference)


@cached
@st.composite
def reference_lists(draw: DrawFn) -> tuple[Reference, ...]:
    """The REF line: lettered references from A on, or unlettered ones; a letter may be small."""
    texts = draw(st.lists(_reference_texts(), min_size=1, max_size=6))
    if not draw(st.booleans()):
        return tuple(Reference(text) for text in texts)
    letters = draw(st.sampled_from([string.ascii_uppercase, string.ascii_lowercase]))
    return tuple(Reference(text, letter) for text, letter in zip(texts, letters, strict=False))


_TITLES: Final = ["DCM", "Ambassador", "POL/C", "Political Counselor", "Charge d'Affaires, a.i.,", "CDA"]
_REASONS: Final = ["", " for reasons 1.4 (b) and (d)", ", REASON: 1.4 (B), (D)", ". Reason: 1.4 (b/d)", " per 1.5 (d)"]


@cached
@st.composite
def classified_by(draw: DrawFn) -> ClassifiedBy:
    """Who classified the text and why; or the document from which the classification comes."""
    derived = draw(st.booleans())
    words = "DSCG 05-1, D" if derived else f"{draw(st.sampled_from(_TITLES))} {draw(people())}"
    marking = draw(st.one_of(st.none(), st.just(PortionMarking("U"))))
    return ClassifiedBy(f"{words}{draw(st.sampled_from(_REASONS))}.", derived, marking)


@cached
@st.composite
def text_head_parts(draw: DrawFn, *, era: Era | None = None, most: int = 4) -> dict[str, Any]:
    """The attributes that the text head fills: classification line, instructions, fields.

    The subject is always there; the rest may be lacking, but for what is known only by what stands before it.
    """
    found: dict[str, Any] = {"subject": draw(st.one_of(subjects(), st.just("")) if era is None else subjects())}
    if found["subject"] and draw(st.booleans()):
        found["subject_marking"] = draw(_subject_markings())
    if draw(st.booleans()):
        found.update(draw(_class_line(era, most)))
    if draw(st.booleans()):
        broken = st.just(Unread("E.O. 1295-8 DECLX"))
        orders = executive_orders(era)
        found["executive_order"] = draw(orders if era else st.one_of(orders, orders, orders, broken))
        found["tags"] = draw(tag_lists())
    if draw(st.booleans()):
        found["references"] = draw(reference_lists())
    if draw(st.booleans()):
        found["classified_by"] = draw(classified_by())
    return found


@cached
def _subject_markings() -> SearchStrategy[PortionMarking]:
    """Markings that the grammar of the SUBJECT line has (`PORTION` in text_head.lark)."""
    return st.sampled_from(["S", "C", "U", "C/NF", "S//NF", "SBU", "S/REL UK"]).map(PortionMarking)


@cached
@st.composite
def _class_line(draw: DrawFn, era: Era | None, most: int) -> dict[str, Any]:
    found: dict[str, Any] = {"classification": draw(classifications()), "message": draw(message_references())}
    classification = found["classification"]
    by_number = classification.level is _Level.SENSITIVE_BUT_UNCLASSIFIED or not (classification.word or "A").isupper()
    if era is not None or by_number:  # without a number of four figures and more, the words are a caption or a sentence
        found["message"] = MessageNumber(found["message"].post, draw(digits(6)))
    if draw(st.booleans()):
        found["section"] = draw(sections())
    found["captions"] = tuple(draw(st.lists(captions(), max_size=most)))
    found["passing"] = tuple(draw(st.lists(passing_instructions(), max_size=most)))
    return found
