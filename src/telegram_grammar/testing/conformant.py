"""Conformant cables as hypothesis strategies: what a cable says twice it says alike, and every rule is kept."""

from __future__ import annotations

import datetime as dt
import string
from typing import Any, Final

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from telegram_grammar import registers
from telegram_grammar.model import (
    Addressee,
    BodyItem,
    Cable,
    Classification,
    ClassificationLevel,
    ClassifiedBy,
    ExecutiveOrder,
    Heading,
    ListItem,
    MessageNumber,
    Paragraph,
    PortionMarking,
    Precedence,
    PrecedencePair,
    Reference,
    Section,
    SectionStart,
    SecurityWarning,
    Tag,
    TagKind,
    Transmission,
)
from telegram_grammar.testing.arguments import demand_member, demand_size
from telegram_grammar.testing.body_parts import tables
from telegram_grammar.testing.values import (
    Era,
    cached,
    date_time_group,
    digits,
    filing_time,
    headlines,
    moments,
    people,
    prose,
    routing_indicators,
    subjects,
)

__all__ = ["conformant_cables"]

_Level = ClassificationLevel
_SENSITIVE_SINCE: Final = dt.date(1995, 10, 1)  # STATE 018029; until then LIMITED OFFICIAL USE
_CLASSIFIERS_SINCE: Final = registers.executive_orders()["12958"].effective or dt.date(1995, 10, 14)
_DESIGNATORS: Final = {_Level.CONFIDENTIAL: "CCCCC", _Level.SECRET: "SSSSS", _Level.TOP_SECRET: "TTTTT"}
_LETTERS: Final = {_Level.CONFIDENTIAL: "C", _Level.SECRET: "S", _Level.TOP_SECRET: "TS"}
_LEVELS: Final = (Precedence.ROUTINE, Precedence.PRIORITY, Precedence.IMMEDIATE, Precedence.FLASH)


def conformant_cables(*, era: Era | None = None, size: int = 5) -> SearchStrategy[Cable]:
    """Cables whose canonical text gives neither an error nor a warning when it is checked.

    Serial number and message number, date and filing time, precedence and addresses, classification, E.O., portion
    markings and captions agree. `era` is one of 1973 to today; `size` is the greatest number of paragraphs, 1 or more.
    Raises ValueError for an era or a size that cannot be, TypeError for a value of another type.
    """
    demand_member(era, Era, "era", "conformant_cables")
    demand_size(size, 1, "conformant_cables")
    return _conformant_cables(era, size)


@cached
@st.composite
def _conformant_cables(draw: DrawFn, era: Era | None, size: int) -> Cable:
    moment = draw(moments(era).filter(lambda found: found.hour or found.minute))
    day = moment.date()
    levels = [_Level.UNCLASSIFIED, _Level.CONFIDENTIAL, _Level.SECRET]
    level = draw(st.sampled_from([*levels, _Level.LIMITED_OFFICIAL_USE] if day < _SENSITIVE_SINCE else levels))
    station, post = draw(_stations())
    number = draw(digits(6))
    noforn = level.classified and day >= _CLASSIFIERS_SINCE and draw(st.booleans())
    body, starts = draw(_bodies(level, noforn, size))
    section = Section(1, len(starts) + 1) if starts else None
    parts: dict[str, Any] = {
        "dtg": date_time_group(moment),
        "originator": f"AMEMBASSY {post}",
        "classification": Classification(level),
        "section": section,
        "message": MessageNumber(post, number),
        "captions": draw(_captions(level, day, noforn)),
        "executive_order": draw(_executive_orders(level, day)),
        "tags": draw(_tags()),
        "subject": draw(subjects()),
        "references": draw(_references(day)),
        "body": body,
        "section_starts": starts,
        "signature": draw(st.sampled_from(["DOE", "MERRIWEATHER", "CASTLETON"])),
    }
    parts.update(draw(_addresses()))
    if level.classified and day >= _CLASSIFIERS_SINCE:
        parts["classified_by"] = draw(_classified_by(day))
    if draw(st.booleans()):
        highest = parts["precedence"].action.prosign * 2
        parts["transmission"] = Transmission(
            f"VZCZCXRO{draw(digits(4))}", highest, tuple(sorted(draw(_routings()))), station, number[-4:],
            "01" if section else None, filing_time(moment),
            SecurityWarning("ZNY" if level.classified else "ZNR", _DESIGNATORS.get(level, "UUUUU")), ("ZZH",),
        )  # fmt: skip
    return Cable(**parts)


# ---- heading -----------------------------------------------------------------------------------------------


@cached
def _stations() -> SearchStrategy[tuple[str, str]]:
    """Routing indicator and post of an embassy that the registers know by both (ACP 117)."""
    posts = set(registers.posts().values())
    known = [
        (indicator, post)
        for indicator, names in registers.routing_indicators().items()
        for name in names
        if name.startswith("AMEMBASSY ") and (post := name.removeprefix("AMEMBASSY ")) in posts
    ]
    return st.sampled_from(sorted(known, key=lambda pair: (len(pair[1]), pair)))


@cached
def _routings() -> SearchStrategy[list[str]]:
    return st.lists(routing_indicators(), min_size=1, max_size=12, unique=True)


@cached
@st.composite
def _addresses(draw: DrawFn) -> dict[str, Any]:
    """Precedence and addresses: each prosign is the highest of its addressees."""
    action = draw(st.sampled_from(_LEVELS))
    found: dict[str, Any] = {"precedence": PrecedencePair(action), "action": draw(_addressees(action))}
    if draw(st.booleans()):
        info = draw(st.sampled_from(_LEVELS[: _LEVELS.index(action) + 1]))
        found["info"] = draw(_addressees(info))
        found["precedence"] = PrecedencePair(action, info if info is not action else None)
    return found


@cached
@st.composite
def _addressees(draw: DrawFn, highest: Precedence) -> tuple[Addressee, ...]:
    """Addressees of which the first has the highest precedence; one without a word has ROUTINE."""
    count = draw(st.integers(1, 4))
    names = [f"AMEMBASSY {draw(_stations())[1]}" for _ in range(count)]
    words = [highest, *(draw(st.sampled_from(_LEVELS[: _LEVELS.index(highest) + 1])) for _ in range(count - 1))]
    return tuple(
        Addressee(
            name, draw(routing_indicators()), (), word.name if word is not Precedence.ROUTINE else None,
            draw(st.one_of(st.none(), digits(4))),
        )
        for name, word in zip(names, words, strict=True)
    )  # fmt: skip


# ---- text head ---------------------------------------------------------------------------------------------


@st.composite
def _captions(draw: DrawFn, level: ClassificationLevel, day: dt.date, noforn: bool) -> tuple[str, ...]:
    """NOFORN, then SIPDIS (on two lines in its time), then SENSITIVE on what is not classified."""
    found = ["NOFORN"] if noforn else []
    if day >= _SENSITIVE_SINCE and draw(st.booleans()):
        found += ["SIPDIS"] * (2 if registers.eras()["sipdis-surely-doubled"].covers(day) else 1)
    if level is _Level.UNCLASSIFIED and day >= _SENSITIVE_SINCE and draw(st.booleans()):
        found.append("SENSITIVE")
    return tuple(found)


@st.composite
def _executive_orders(draw: DrawFn, level: ClassificationLevel, day: dt.date) -> ExecutiveOrder:
    """The order of the day, with what it asks for."""
    order = next(era.value for era in Era if day <= era.last)
    if not level.classified:
        return ExecutiveOrder(order, "N/A")
    years = {"12065": 6}.get(order, draw(st.integers(1, 9)))
    date = f"{day + dt.timedelta(days=365 * years):%m/%d/%Y}"
    match order:
        case "11652":
            return ExecutiveOrder(order, draw(st.sampled_from(["GDS", "XGDS-2"])))
        case "12065":
            return ExecutiveOrder(order, "GDS", date, authority="DOE, JANE")
        case "12356":
            return ExecutiveOrder(order, "DECL", event="OADR")
    return ExecutiveOrder(order, "DECL", date)


@cached
def _tags() -> SearchStrategy[tuple[Tag, ...]]:
    """Subjects and programs, then places and organizations, then persons; each once, and all in the register."""
    codes = {
        kind: sorted(code for code in registers.tags() if Tag(code).kind is kind and " " not in code)
        for kind in TagKind
    }
    subjects_first = st.lists(
        st.sampled_from([*codes[TagKind.SUBJECT], *codes[TagKind.PROGRAM]]), min_size=1, max_size=4, unique=True
    )
    places = [code for code in [*codes[TagKind.GEOGRAPHIC], *codes[TagKind.ORGANIZATION]] if code != "US"]
    persons = st.sampled_from([(), (Tag(name="DOE, JANE"),)])
    return st.tuples(
        subjects_first, st.lists(st.sampled_from(places), max_size=4, unique=True), persons
    ).map(lambda found: (*map(Tag, found[0] + found[1]), *found[2]))  # fmt: skip


@st.composite
def _references(draw: DrawFn, day: dt.date) -> tuple[Reference, ...]:
    """Telegrams of the year before, lettered where there are several."""
    count = draw(st.integers(0, 4))
    texts = [f"{(day.year - 1) % 100:02d} {draw(_stations())[1]} {draw(st.integers(1, 9999))}" for _ in range(count)]
    if count < 2:
        return tuple(map(Reference, texts))
    return tuple(Reference(text, letter) for text, letter in zip(texts, string.ascii_uppercase, strict=False))


@st.composite
def _classified_by(draw: DrawFn, day: dt.date) -> ClassifiedBy:
    """Name, title, and a reason of the section in force on the day."""
    order = "13526" if day >= Era.EO_13526.first else "12958"
    rows = [
        row
        for row in registers.reasons()
        if row.order == order
        and (row.effective is None or row.effective <= day)
        and (row.until is None or day <= row.until)
    ]
    section = rows[0].section
    letters = draw(st.lists(st.sampled_from([row.letter for row in rows if row.section == section]), min_size=1,
                            max_size=2, unique=True).map(sorted))  # fmt: skip
    cited = " and ".join(f"({letter})" for letter in letters)
    return ClassifiedBy(f"DCM {draw(people())} for reasons {section} {cited}.")


# ---- body --------------------------------------------------------------------------------------------------


@st.composite
def _bodies(
    draw: DrawFn, level: ClassificationLevel, noforn: bool, size: int
) -> tuple[tuple[BodyItem, ...], tuple[SectionStart, ...]]:
    """Paragraphs 1 to n, each with its marking, the highest that of the text; a single one has no number."""
    count = draw(st.integers(1, size))
    own = _LETTERS.get(level, "U")
    if level is _Level.LIMITED_OFFICIAL_USE:
        own = "LOU"
    markings = [f"{own}/NF" if noforn else own, *(draw(st.sampled_from(["U", own])) for _ in range(count - 1))]
    items: list[BodyItem] = []
    starts: list[SectionStart] = []
    sectioned = count > 1 and draw(st.booleans())
    for number, marking in enumerate(markings, 1):
        if draw(st.booleans()):
            items.append(Heading(draw(headlines())))
        if sectioned and number > 1 and (number == 2 or draw(st.booleans())):
            starts.append(SectionStart(len(starts) + 2, len(items)))
        text = draw(prose(most=3))
        items.append(Paragraph(text, number if count > 1 else None, PortionMarking(marking)))
        if draw(st.booleans()):
            items += [draw(tables()), ListItem("--", draw(prose(most=1)))]
    return tuple(items), tuple(starts)
