"""The meaning of a telegram: frozen attrs classes, one for each thing the standards name.

An attribute holds the *words of the value* as the text prints them: labels, separators, blanks and line
breaks belong to the form and are not here. What the library thinks about a value (a date, an enum, a
canonical id) is a derived property beside it, so that an opinion can never destroy what was printed.
Equality ignores where a thing stood in its source; `telegram_grammar.Document` keeps the places.

Sources: ACP 127(G) for the format lines (FL), 5 FAH-1 and 5 FAH-2 for the State text, and practice.
"""

from __future__ import annotations

import datetime as dt
from typing import TypeAlias

from attrs import frozen

from telegram_grammar import interpret
from telegram_grammar.heading_model import (
    Addressee,
    DateTimeGroup,
    FilingTime,
    PrecedencePair,
    Readdressal,
    SecurityWarning,
    Transmission,
    Unread,
)
from telegram_grammar.making import maker
from telegram_grammar.vocabulary import ClassificationLevel, Precedence, TagKind
from telegram_grammar.vouched import Vouched

__all__ = [
    "Addressee",
    "BodyItem",
    "Cable",
    "CitedCable",
    "Classification",
    "ClassificationLevel",
    "ClassifiedBy",
    "DateTimeGroup",
    "ExecutiveOrder",
    "FilingTime",
    "Heading",
    "ListItem",
    "MessageNumber",
    "Paragraph",
    "PortionMarking",
    "Precedence",
    "PrecedencePair",
    "Readdressal",
    "Reasons",
    "Reference",
    "Ruler",
    "Section",
    "SectionStart",
    "SecurityWarning",
    "Table",
    "Tag",
    "TagKind",
    "Transmission",
    "Unread",
]


@frozen(weakref_slot=False)
class Classification:
    """The classification at the head of the text, format line 12 (ACP 127 section 209)."""

    level: ClassificationLevel
    #: Caveats on the class line itself, as printed ("NOFORN", "NODIS"); those on lines of their own are captions.
    caveats: tuple[str, ...] = ()
    #: The word as printed where it is not the level's own ("UNCLASSIFIED", "Secret"); letter spacing is form.
    word: str | None = None


@frozen(weakref_slot=False)
class Section:
    """`SECTION nn OF nn` in the class line (ACP 127 section 208)."""

    number: int
    total: int


@frozen(weakref_slot=False)
class MessageNumber:
    """Post and serial number of the message, as printed in the class line."""

    post: str
    number: str

    def mrn(self, year: int) -> str:
        """The message reference number of the given year: year, post, number, as in "07 PARIS 2652"."""
        return interpret.message_reference_number(year, self.post, self.number)


@frozen(weakref_slot=False)
class ExecutiveOrder:
    """The E.O. line: which order protects the text, and until when (TAGS Handbook 1974; E.O. 12958 section 1.7)."""

    #: Number of the order, as in "12958".
    order: str | None = None
    #: "DECL", "GDS", "XGDS-2", "ADS", "RDS-4", "DNG", "N/A", ... as printed.
    instruction: str | None = None
    #: Date as printed, as in "06/20/2017".
    date: str | None = None
    #: Event or code instead of a date, as in "OADR", "MR", "X1", "CLOSURE OF ICTY".
    event: str | None = None
    #: Name in parentheses after the date (E.O. 12065).
    authority: str | None = None
    #: Authority suffix (E.O. 12065), as in "OR-P".
    suffix: str | None = None
    #: Level to downgrade to (DNG), as in "CO".
    downgrade: str | None = None

    @property
    def declassify_on(self) -> dt.date | None:
        """The day of declassification; None where none is printed, or the date cannot be one or is of a downgrade."""
        return self._day if self.downgrade is None else None

    @property
    def downgrade_on(self) -> dt.date | None:
        """The day of a downgrade (DNG), after which the text is still classified; None as above."""
        return self._day if self.downgrade is not None else None

    @property
    def _day(self) -> dt.date | None:
        return interpret.calendar_date(self.date) if self.date else None


@frozen(weakref_slot=False)
class Tag:
    """One of the TAGS: a code, or a person's name (5 FAH-3; TAGS Handbook 1974)."""

    #: Code as printed ("PREL", "parm"); None for a person.
    code: str | None = None
    #: A person's name, as in "CLINTON, HILLARY", printed in parentheses.
    name: str | None = None

    @property
    def kind(self) -> TagKind:
        """What the registers say of the code; a name is always a person."""
        if self.code is None:
            return TagKind.PERSON
        return TagKind(interpret.tag_kind(self.code))


@frozen(weakref_slot=False)
class CitedCable:
    """A cable that a reference cites: `year` as printed or None, `post`, `number` as printed."""

    year: str | None
    post: str
    number: str


@frozen(weakref_slot=False)
class Reference:
    """One item of the REF line."""

    #: The words of the item as printed, without its letter, as in "08 STATE 61194 AND PREVIOUS (NOTAL)".
    text: str
    #: Its letter as printed, without punctuation ("A", "b"); None where there is none.
    letter: str | None = None

    @property
    def cable(self) -> CitedCable | None:
        """The cable that is cited; None for an e-mail, a letter, a telephone call and the like."""
        found = interpret.reference(self.text)
        return CitedCable(found.year, found.post, found.number) if found else None

    @property
    def notal(self) -> bool:
        """Whether the item says NOTAL: not to, nor needed by, all addressees."""
        return interpret.reference_flags(self.text).notal

    @property
    def and_previous(self) -> bool:
        """Whether the item says AND PREVIOUS."""
        return interpret.reference_flags(self.text).and_previous


@frozen(weakref_slot=False)
class Reasons:
    """Why a text is classified: `section` of the order ("1.4") and its `letters`, lower case."""

    section: str | None
    letters: tuple[str, ...]


@frozen(weakref_slot=False)
class PortionMarking:
    """The marking of a portion, as printed between its parentheses: "C", "S//NF", "C/REL NATO" (5 FAH-1 H-246)."""

    text: str

    @property
    def level(self) -> ClassificationLevel | None:
        """Level of the portion; None where the letters name none."""
        name = interpret.portion(self.text).level
        return ClassificationLevel[name] if name else None

    @property
    def controls(self) -> tuple[str, ...]:
        """Dissemination controls after the level, as in ("NF",) or ("REL NATO", "ISAF")."""
        return interpret.portion(self.text).controls


@frozen(weakref_slot=False)
class ClassifiedBy:
    """Who classified the text and why (E.O. 12958 section 1.7; 5 FAH-1 H-246.3)."""

    #: The words after the label as printed, cut words re-joined.
    text: str
    #: True for "Derived From": the classification comes from another document.
    derived: bool = False
    #: Portion marking before the label, as in "(U) Classified by".
    marking: PortionMarking | None = None

    @property
    def name(self) -> str | None:
        """The classifier's name; None where nothing tells it from the title."""
        return interpret.classifier(self.text).name

    @property
    def title(self) -> str | None:
        """The classifier's title, or the name and title together where nothing decides."""
        return interpret.classifier(self.text).title

    @property
    def reasons(self) -> Reasons | None:
        """The reason clause; None where there is none."""
        found = interpret.classifier(self.text)
        return Reasons(found.section, found.letters) if found.section or found.letters else None


@frozen(weakref_slot=False)
class Paragraph:
    """A paragraph of the text (5 FAH-1 H-246.2).

    `text` is the logical text: lines joined, page marks and false blank lines removed, cut words re-joined.
    """

    text: str
    #: Paragraph number, or None where it has none.
    number: int | None = None
    marking: PortionMarking | None = None


@frozen(weakref_slot=False)
class Heading:
    """A heading between paragraphs; its ruler is form."""

    text: str
    marking: PortionMarking | None = None


@frozen(weakref_slot=False)
class ListItem:
    """A lettered, numbered or dashed item; `marker` as printed: "--", "A.", "(1)"."""

    marker: str
    text: str
    marking: PortionMarking | None = None


@frozen(weakref_slot=False)
class Table:
    """Preformatted text: lines whose layout carries meaning, kept as they stand, trailing blanks removed."""

    lines: tuple[str, ...]


@frozen(weakref_slot=False)
class Ruler:
    """A ruler that underlines no heading; `text` as printed, a blank after 45 characters removed."""

    text: str


BodyItem: TypeAlias = Paragraph | Heading | ListItem | Table | Ruler


@frozen(weakref_slot=False)
class SectionStart:
    """Where a transmitted section begins in the body (ACP 127 section 208).

    The section begins at character `offset` of the text of body item number `item` (from 0);
    `page` is the page within the section where the mark is dotted (`002.2 OF 003`), else None.
    """

    section: int
    item: int
    offset: int = 0
    page: str | None = None


@frozen(weakref_slot=False)
class Cable(Vouched):
    """One telegram. Every attribute is optional, for every line may be missing from a damaged text."""

    #: Format lines 1-4.
    transmission: Transmission | None = None
    #: Format line 5: precedence for action and, where it is another, for information.
    precedence: PrecedencePair | None = None
    #: Format line 5: date-time group, as in "201029Z JUN 07".
    dtg: DateTimeGroup | Unread | None = None
    #: Format line 5, after the date: operating signals and service text as printed, as in "ZDK".
    message_instructions: str | None = None
    #: Format line 6: plain language address of the originator, as in "AMEMBASSY PARIS".
    originator: str | None = None
    #: Format line 7 (TO): action addressees, in order.
    action: tuple[Addressee | Unread, ...] = ()
    #: Format line 8 (INFO): information addressees, in order.
    info: tuple[Addressee | Unread, ...] = ()
    #: Format line 9 (XMT): addressees of a collective to whom the message is not sent.
    exempt: tuple[Addressee | Unread, ...] = ()
    #: The heading of a station that sent the message on, where there is one.
    readdressal: Readdressal | None = None
    #: Format line 10: accounting symbol, as in "STATE".
    accounting: str | None = None
    #: The class line's classification with its caveats (ACP 127 section 209; 5 FAH-2 H-252).
    classification: Classification | None = None
    #: `SECTION nn OF nn` of the class line (ACP 127 section 208).
    section: Section | None = None
    #: Post and number of the class line, as in "PARIS 002652".
    message: MessageNumber | None = None
    #: Captions in order, as printed: "SIPDIS", "NOFORN", "CORRECTED COPY (TEXT)".
    captions: tuple[str, ...] = ()
    #: Passing and attention instructions, one an item: "STATE FOR EUR/WE".
    passing: tuple[str, ...] = ()
    #: The E.O. line: order, date or event of declassification, exemptions (TAGS Handbook 1974 and the orders).
    executive_order: ExecutiveOrder | Unread | None = None
    #: TAGS: codes and names, in order (TAGS Handbook 1974).
    tags: tuple[Tag, ...] = ()
    #: Subject, lines joined.
    subject: str | None = None
    #: The portion marking before the subject, or behind it.
    subject_marking: PortionMarking | None = None
    #: REF: what is cited, each with its letter if it has one.
    references: tuple[Reference, ...] = ()
    #: `Classified By` or `Derived From`, with the reasons.
    classified_by: ClassifiedBy | None = None
    #: Paragraphs, headings, list items, tables and lone rulers, in order (5 FAH-1 H-246.2).
    body: tuple[BodyItem, ...] = ()
    #: The signature, as printed, as in "PEKALA".
    signature: str | None = None
    #: Lines around the signature that close the text: website footers, "Minimize considered", trailers.
    closing: tuple[str, ...] = ()
    #: What a publisher or an archive added: notices, date line, distribution block, database record.
    notices: tuple[str, ...] = ()
    #: Lines that no field owns, each with what it follows.
    unread: tuple[Unread, ...] = ()
    #: Where sections 2 to n begin in the body.
    section_starts: tuple[SectionStart, ...] = ()

    @property
    def mrn(self) -> str | None:
        """Message reference number, as in "07 PARIS 2652"; None without class line or date."""
        moment = self.dtg.datetime if isinstance(self.dtg, DateTimeGroup) else None
        return self.message.mrn(moment.year) if self.message and moment else None

    def cite(self, item: Paragraph) -> str:
        """How to cite a paragraph of this cable: "07 PARIS 2652, para 3".

        Raises ValueError where `item` is no paragraph of this body.
        """
        if not any(item is mine and isinstance(mine, Paragraph) for mine in self.body):
            raise ValueError("only a paragraph of this cable's body can be cited")
        place = f"para {item.number}" if item.number is not None else f"unnumbered para {self._ordinal(item)}"
        return f"{self.mrn or 'unnumbered telegram'}, {place}"

    def _ordinal(self, item: Paragraph) -> int:
        unnumbered = [part for part in self.body if isinstance(part, Paragraph) and part.number is None]
        return next(place for place, part in enumerate(unnumbered, 1) if part is item)

    def row(self) -> dict[str, str | int | None]:
        """One flat row for tables, derived values included; its columns are `telegram_grammar.rows.ROW_COLUMNS`."""
        from telegram_grammar.rows import cable_row

        return cable_row(self)


# What the stages call in place of the classes (see `making`).
new_cable = maker(Cable)
new_classification = maker(Classification)
new_classified_by = maker(ClassifiedBy)
new_executive_order = maker(ExecutiveOrder)
new_heading = maker(Heading)
new_list_item = maker(ListItem)
new_message_number = maker(MessageNumber)
new_paragraph = maker(Paragraph)
new_portion_marking = maker(PortionMarking)
new_reference = maker(Reference)
new_section = maker(Section)
new_section_start = maker(SectionStart)
new_tag = maker(Tag)
