"""Values to change attributes to, one of each kind and drawn ones, and what an edit must leave alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

import telegram_grammar as tg

__all__ = ["CHANGES", "VALUES", "Changes", "changes_to", "lines_left_alone", "makes_edit", "only_lines_of"]

Changes = dict[str, Any]

#: A value for each attribute that can be put into any text that has the lines it needs about it.
CHANGES: Final[Changes] = {
    "transmission": tg.Transmission(
        "VZCZCXRO9999", "OO", ("RUEHZZ", "RUEHXX"), "RUEHYY", "0007", "01", tg.FilingTime("033", "1200"),
        tg.SecurityWarning("ZNR", "UUUUU"), ("ZZH",),
    ),
    "precedence": tg.PrecedencePair(tg.Precedence.FLASH, tg.Precedence.ROUTINE),
    "dtg": tg.DateTimeGroup("02", "0830", "Z", "FEB", "99"),
    "message_instructions": "ZDK",
    "originator": "AMEMBASSY XANADU",
    "action": (tg.Addressee("SECSTATE WASHDC", "RUEHC", (), "PRIORITY", "0001"), tg.Addressee("USMISSION GENEVA")),
    "info": (tg.Addressee("AMEMBASSY OSLO", "RUEHNY"), tg.Addressee("AMEMBASSY ROME", "RUEHRO", ("J2", "J5"))),
    "exempt": (tg.Addressee("AMCONSUL BERGEN"),),
    "accounting": "STATE GRNC",
    "classification": tg.Classification(tg.ClassificationLevel.SECRET, ("NOFORN",)),
    "section": tg.Section(1, 2),
    "message": tg.MessageNumber("XANADU", "000123"),
    "captions": ("NOFORN", "SIPDIS"),
    "passing": ("STATE FOR EUR/WE", "DEPT PASS TO USTR"),
    "executive_order": tg.ExecutiveOrder("12958", "DECL", "02/02/2019"),
    "tags": (tg.Tag("PREL"), tg.Tag("ECON"), tg.Tag(name="DOE, JANE")),
    "subject": "A STATELY PLEASURE DOME IS DECREED BY THE RIVER THAT RUNS DOWN TO A SUNLESS SEA, AND ITS PRICE",
    "subject_marking": tg.PortionMarking("U"),
    "references": (tg.Reference("XANADU 12", "A"), tg.Reference("08 STATE 11 (NOTAL)", "B")),
    "classified_by": tg.ClassifiedBy("DCM JANE DOE FOR REASONS 1.4 (B) AND (D)."),
    "body": (
        tg.Paragraph("The embassy reports that work on the dome has begun where the sacred river runs.", 1,
                     tg.PortionMarking("U")),
        tg.Heading("Caverns"),
        tg.Paragraph("Their measure was not taken.", 2, tg.PortionMarking("C")),
    ),
    "signature": "KUBLA",
    "closing": ("Minimize considered",),
}  # fmt: skip
_ITEM: Final = tg.Paragraph("Nobody had counted the towers and the walls before this week.", 77, tg.PortionMarking("U"))


def changes_to(cable: tg.Cable) -> Iterator[Changes]:
    """Each attribute in turn: another value, none, and for tuples items more and less."""
    for name, value in CHANGES.items():
        yield {name: value}
    for name in attrs.fields_dict(tg.Cable):
        value = getattr(cable, name)
        if value in (None, ()):
            continue
        yield {name: None}
        if isinstance(value, tuple) and name in CHANGES:
            new = CHANGES[name][0] if name != "body" else _ITEM
            middle = len(value) // 2
            yield {name: (*value, new)}
            yield {name: (*value[:middle], new, *value[middle:])}
            yield {name: (*value[:middle], *value[middle + 1 :])}
            if name == "body":
                yield {name: (*value[:middle], new, *value[middle + 1 :])}


def makes_edit(document: tg.Document, changes: Changes) -> bool:
    """Makes an edit and asserts all that it promises; returns whether the text could carry it."""
    try:
        edited = document.replace(**changes)
    except tg.RenderError as refused:
        assert refused.attribute  # noqa: PT017  # a refusal is no failure
        return False
    read = tg.parse(edited.source).cable
    assert read == edited.cable
    for field in attrs.fields(tg.Cable):
        name = field.name
        if name in changes:
            assert getattr(read, name) == (changes[name] if changes[name] is not None else field.default)
        elif name == "unread":  # what they follow is counted anew
            assert [one.text for one in read.unread] == [one.text for one in document.cable.unread]
        elif name != "section_starts" or "body" not in changes:
            assert getattr(read, name) == getattr(document.cable, name)
    names = frozenset(changes)
    if "body" in changes or "section_starts" in changes:  # marks stand in the body
        names |= {"body", "section_starts"}
    assert only_lines_of(document, edited, names)
    return True


def only_lines_of(document: tg.Document, edited: tg.Document, names: frozenset[str]) -> bool:
    """Whether all lines but those of the attributes, and of what shares a line with them, are the same bytes."""
    while (joined := names | _sharing(document, names) | _sharing(edited, names)) != names:
        names = joined
    before, after = lines_left_alone(document, names), lines_left_alone(edited, names)
    if len(before) != len(after) and [*_page_marks(document).values()] == [*_page_marks(edited).values()]:
        # a line that is new may stand above a mark, which stood above the first line of its attribute
        before, after = lines_left_alone(document, names, marks=False), lines_left_alone(edited, names, marks=False)
    if document.source[-1:] != "\n" and before and len(before) == len(after):  # a line's end is made whole
        before[-1], after[-1] = ((gap, line.rstrip("\r")) for gap, line in (before[-1], after[-1]))
    return len(before) == len(after) and all(
        one == other and (gap is None or new_gap is None or gap == new_gap)
        for (gap, one), (new_gap, other) in zip(before, after, strict=True)
    )


def lines_left_alone(
    document: tg.Document, names: frozenset[str], *, marks: bool = True
) -> list[tuple[str | None, str]]:
    """The lines that print nothing of the attributes, each with the blank lines before it; None behind other lines.

    Without `marks`, those of page marks are left out.
    """
    taken = {line for name in names for line in _lines_of(document, name)}
    if not marks:
        taken |= set(_page_marks(document))
    found: list[tuple[str | None, str]] = []
    gap: str | None = ""
    for number, line in enumerate(document.source.removeprefix("\ufeff").split("\n"), 1):
        if number in taken:
            gap = None
        elif line.strip():
            found.append((gap, line))
            gap = ""
        elif gap is not None:
            gap += f"{line}\n"
    return found


def _page_marks(document: tg.Document) -> dict[int, str]:
    """The page marks that stand between parts, in order: the line on which each stands, and what it says."""
    marks = (leaf for leaf in document.leaves() if leaf.kind == "PAGE_MARK")
    return {document.line_column(mark.start)[0]: document.source[mark.start : mark.end] for mark in marks}


def _lines_of(document: tg.Document, name: str) -> set[int]:
    value = getattr(document.cable, name)
    count = len(value) if isinstance(value, tuple) else 0
    found: set[int] = set()
    for path in (name, *(f"{name}[{place}]" for place in range(count))):
        try:
            span = document.span_of(path)
        except KeyError:
            continue
        first, last = document.line_column(span.start)[0], document.line_column(max(span.end - 1, span.start))[0]
        found |= set(range(first, last + 1))
    return found


def _sharing(document: tg.Document, names: frozenset[str]) -> frozenset[str]:
    """The attributes, and those that stand on their lines."""
    lines = {name: _lines_of(document, name) for name in attrs.fields_dict(tg.Cable)}
    taken = set().union(*(lines[name] for name in names))
    return names | {name for name, own in lines.items() if not taken.isdisjoint(own)}


# ---- drawn values ----------------------------------------------------------------------------------------

_WORDS: Final = [
    "the", "minister", "said", "that", "OSLO", "would", "study", "our", "proposal", "(C)", "2.", "B.", "TO", "TAGS",
    "SUBJECT", "REF:", "BT", "--", "1976", "a", "DE", "FM", "ZNR",
]  # fmt: skip
_words: Final = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=30).map(" ".join)
_any_words: Final = st.one_of(_words, st.text(max_size=40), st.sampled_from(["", " X", "X\nY", "X  Y", "\r", "¶1. X"]))
_marking: Final = st.none() | st.sampled_from(["U", "C", "S//NF", "C/REL NATO", "x"]).map(tg.PortionMarking)
_addressees: Final = st.lists(
    st.builds(
        tg.Addressee, st.sampled_from(["AMEMBASSY OSLO", "SECSTATE WASHDC", "CIA", "HQ USEUCOM VAIHINGEN GE"]) | _words,
        st.none() | st.just("RUEHXX"), st.sampled_from([(), ("",), ("J2", "J5")]),
        st.none() | st.just("PRIORITY"), st.none() | st.just("0042"), st.booleans(),
    ),
    max_size=4,
).map(tuple)  # fmt: skip
_item: Final = st.one_of(
    st.builds(tg.Paragraph, _any_words, st.none() | st.integers(0, 200), _marking),
    st.builds(tg.Heading, st.sampled_from(["Summary", "COMMENT", "The River And The Sea"]) | _words, _marking),
    st.builds(tg.ListItem, st.sampled_from(["--", "-", "A.", "(1)", "b)"]), _words, _marking),
    st.builds(tg.Ruler, st.integers(1, 60).map("-".__mul__)),
    st.builds(tg.Table, st.just(("PORT      SHIPS", "OSLO         12"))),
)

#: Values of each attribute, many of which canonical text cannot carry.
VALUES: Final[dict[str, SearchStrategy[Any]]] = {
    **{name: st.just(value) for name, value in CHANGES.items()},
    "originator": _any_words,
    "message_instructions": _any_words,
    "action": _addressees,
    "info": _addressees,
    "exempt": _addressees,
    "captions": st.lists(st.sampled_from(["SIPDIS", "NOFORN", "CORRECTED COPY (TEXT)"]) | _words, max_size=3).map(
        tuple
    ),
    "passing": st.lists(st.sampled_from(["STATE FOR EUR/WE"]) | _words, max_size=3).map(tuple),
    "tags": st.lists(
        st.builds(tg.Tag, st.sampled_from(["PREL", "XF", "parm", "("])) | st.builds(tg.Tag, name=_words), max_size=4
    ).map(tuple),
    "subject": st.none() | _any_words,
    "subject_marking": _marking,
    "references": st.lists(
        st.builds(tg.Reference, st.sampled_from(["OSLO 12", "08 STATE 1 (NOTAL)"]) | _words, st.sampled_from("ABCx")),
        max_size=3,
    ).map(tuple),
    "classified_by": st.none() | st.builds(tg.ClassifiedBy, _any_words, st.booleans(), _marking),
    "body": st.lists(_item, max_size=4).map(tuple),
    "signature": st.none() | st.sampled_from(["KUBLA", "VAN DER BERG"]) | _any_words,
    "closing": st.lists(st.sampled_from(["Minimize considered", "End Cable Text"]) | _words, max_size=2).map(tuple),
    "notices": st.lists(_any_words, max_size=2).map(tuple),
    "unread": st.lists(
        st.builds(tg.Unread, _any_words, st.sampled_from(["subject", "dtg", "body[0]"])), max_size=2
    ).map(tuple),
}
