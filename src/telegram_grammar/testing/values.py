"""Atoms of telegrams: posts, dates, names, codes and words, as hypothesis strategies.

What a register lists is drawn from the register; open words (prose, names) are the project's own. Every value is one
that its field holds as it stands: single blanks, no blank at an edge, no separator of its own field.
"""

from __future__ import annotations

import datetime as dt
import enum
import functools
from collections.abc import Callable
from typing import Final, ParamSpec, TypeVar, cast

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from telegram_grammar import registers
from telegram_grammar.model import DateTimeGroup, FilingTime, PortionMarking, Precedence, PrecedencePair, Tag

__all__ = [
    "Era",
    "agencies",
    "cached",
    "date_time_group",
    "date_time_groups",
    "digits",
    "filing_time",
    "filing_times",
    "headlines",
    "message_numbers",
    "moments",
    "months",
    "one_of_words",
    "people",
    "portion_markings",
    "posts",
    "precedence_pairs",
    "printed_dates",
    "prose",
    "prose_words",
    "routing_indicators",
    "sentences",
    "subjects",
    "surnames",
    "tags",
]

_Of = ParamSpec("_Of")
_Drawn = TypeVar("_Drawn")


def cached(function: Callable[_Of, _Drawn]) -> Callable[_Of, _Drawn]:
    """A function that makes a strategy gives the same one each time: to make and check one costs more than a draw."""
    return cast(Callable[_Of, _Drawn], functools.cache(function))


_FIRST_TAGS: Final = dt.date(1973, 3, 1)  # TAGS and subject are mandatory from this day on (TAGS Handbook 1974)
_LAST_DAY: Final = dt.date(2024, 12, 31)


class Era(enum.Enum):
    """The times of telegrams, each by the executive order on classification that was in force (`registers`)."""

    EO_11652 = "11652"
    EO_12065 = "12065"
    EO_12356 = "12356"
    EO_12958 = "12958"
    EO_13526 = "13526"

    @property
    def first(self) -> dt.date:
        """The first day, not before TAGS and subject were required."""
        return max(registers.executive_orders()[self.value].effective or _FIRST_TAGS, _FIRST_TAGS)

    @property
    def last(self) -> dt.date:
        """The last day."""
        return registers.executive_orders()[self.value].until or _LAST_DAY


# ---- figures and moments -----------------------------------------------------------------------------------


@cached
def digits(count: int) -> SearchStrategy[str]:
    """A number of so many figures, with the noughts in front."""
    return st.integers(0, 10**count - 1).map(lambda value: f"{value:0{count}d}")


@cached
def moments(era: Era | None = None) -> SearchStrategy[dt.datetime]:
    """A minute of the era, UTC."""
    first, last = (era.first, era.last) if era else (Era.EO_11652.first, _LAST_DAY)
    return st.datetimes(
        dt.datetime.combine(first, dt.time()), dt.datetime.combine(last, dt.time(23, 59)), timezones=st.just(dt.UTC)
    ).map(lambda moment: moment.replace(second=0, microsecond=0))


@cached
def months() -> SearchStrategy[str]:
    """A month in three letters."""
    return st.sampled_from(sorted(registers.months(), key=registers.months().__getitem__))


def date_time_group(moment: dt.datetime) -> DateTimeGroup:
    """The date-time group of a moment, as State prints it: zone Z, a year of two figures."""
    names = sorted(registers.months(), key=registers.months().__getitem__)
    return DateTimeGroup(f"{moment:%d}", f"{moment:%H%M}", "Z", names[moment.month - 1], f"{moment:%y}")


def filing_time(moment: dt.datetime) -> FilingTime:
    """The filing time of a moment: day of the year, hours and minutes."""
    return FilingTime(f"{moment:%j}", f"{moment:%H%M}")


@cached
def date_time_groups(era: Era | None = None) -> SearchStrategy[DateTimeGroup]:
    """A date-time group: mostly of a moment of the era; else any figures, zones, and years of none, two or four."""
    years = st.one_of(st.none(), digits(2), digits(4))
    zones = st.sampled_from(sorted(registers.zones(), reverse=True))  # Z first
    loose = st.builds(DateTimeGroup, digits(2), digits(4), zones, months(), years)
    regular = moments(era).map(date_time_group)
    return regular if era else st.one_of(regular, loose)


@cached
def filing_times() -> SearchStrategy[FilingTime]:
    """Any filing time; whether the calendar has it is another matter."""
    return st.builds(FilingTime, digits(3), digits(4))


@cached
def printed_dates(era: Era | None = None) -> SearchStrategy[str]:
    """A date as the E.O. line prints it: 06/20/2017, 6/20/17, 2017/06/20."""
    days = st.dates(era.first if era else _FIRST_TAGS, dt.date(2049, 12, 31))
    forms = st.sampled_from(["{0:%m/%d/%Y}", "{0.month}/{0.day}/{0:%Y}", "{0:%m/%d/%y}", "{0:%Y/%m/%d}"])
    return st.tuples(forms, days).map(lambda pair: pair[0].format(pair[1]))


# ---- names -------------------------------------------------------------------------------------------------

_CAPITALS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@cached
def posts() -> SearchStrategy[str]:
    """The name of a post, of one to three words, as posts name themselves in cables."""
    known = sorted(set(registers.posts().values()), key=lambda name: (len(name), name))
    return st.sampled_from(known)


@cached
def routing_indicators() -> SearchStrategy[str]:
    """A routing indicator: RU or RH and two to five letters."""
    return st.tuples(
        st.sampled_from(["RU", "RH"]), st.text(_CAPITALS, min_size=3, max_size=5)
    ).map("".join)  # fmt: skip


@cached
def agencies() -> SearchStrategy[str]:
    """The name of an agency in Washington, of a command or of a collective address."""
    return st.sampled_from(
        [
            "SECSTATE WASHDC", "NSC WASHINGTON DC", "DEPT OF ENERGY WASHINGTON DC", "CIA WASHINGTON DC", "JOINT STAFF",
            "USMISSION GENEVA", "USEU BRUSSELS", "HQ USEUCOM VAIHINGEN GE", "AIG 7 NORTH",
            "EU MEMBER STATES COLLECTIVE",
            "ALL DIPLOMATIC AND CONSULAR POSTS", "425ABG IZMIR TU", "SECDEF WASHDC",
        ]
    )  # fmt: skip


_SURNAMES: Final = ["DOE", "MERRIWEATHER", "O'DAIR", "VAN DER BERG", "CASTLETON", "SMITH-JONES", "ST. CLAIR", "ROE JR"]


@cached
def surnames() -> SearchStrategy[str]:
    """A surname as it stands under a telegram."""
    return st.sampled_from(_SURNAMES)


@cached
def people() -> SearchStrategy[str]:
    """A name with a first name, as in "Jane Doe"."""
    first = st.sampled_from(["Jane", "John", "A. B.", "Mary Ann"])
    return st.tuples(first, st.sampled_from(["Doe", "Roe", "Castleton", "O'Dair", "Smith-Jones"])).map(" ".join)


# ---- codes -------------------------------------------------------------------------------------------------


def _codes(kind: str) -> list[str]:
    return sorted(code for code, known in registers.tags().items() if known[0].kind == kind and " " not in code)


@cached
def tags() -> SearchStrategy[Tag]:
    """One of the TAGS: of each kind, codes that no register has, and persons."""
    kinds = [_codes(kind) for kind in ("subject", "geographic", "program", "organization")]
    known = st.one_of(*(st.sampled_from(codes) for codes in kinds))
    unknown = st.sampled_from(["parm", "ZZZZ", "Q9"])
    persons = st.tuples(st.sampled_from(["DOE", "O'DAIR"]), st.sampled_from(["JANE", "A. B."])).map(", ".join)
    return st.one_of(st.builds(Tag, st.one_of(known, unknown)), st.builds(Tag, name=persons))


@cached
def message_numbers() -> SearchStrategy[str]:
    """The number of a message: six figures, or three to eight where others are wanted."""
    return st.one_of(digits(6), st.integers(3, 8).flatmap(digits))


@cached
def precedence_pairs() -> SearchStrategy[PrecedencePair]:
    """One precedence, or one for action and one for information."""
    levels = [
        Precedence.ROUTINE, Precedence.PRIORITY, Precedence.IMMEDIATE, Precedence.FLASH, Precedence.EMERGENCY_COMMAND,
    ]  # fmt: skip
    return st.builds(PrecedencePair, st.sampled_from(levels), st.one_of(st.none(), st.sampled_from(levels)))


@cached
def portion_markings() -> SearchStrategy[PortionMarking]:
    """A portion marking: levels with and without controls (5 FAH-1 H-246.2)."""
    levels = st.sampled_from(["U", "C", "S", "SBU", "TS", "LOU"])
    controls = st.sampled_from(["", "/NF", "//NF", "/REL NATO", "//REL TO USA, FVEY", "/FOUO", "//FGI//NF", "/NOFORN"])
    whole = st.sampled_from(["C - ENTIRE TEXT", "SECRET", "UNCLASSIFIED"])
    return st.one_of(st.tuples(levels, controls).map("".join), whole).map(PortionMarking)


# ---- words -------------------------------------------------------------------------------------------------

_PROSE_WORDS: Final = [
    "the", "minister", "said", "that", "his", "government", "would", "study", "our", "proposal", "and", "reply",
    "before", "winter", "because", "several", "partners", "had", "asked", "for", "more", "time", "while", "others",
    "wanted", "an", "early", "answer", "on", "fisheries", "customs", "visas", "in", "a", "of", "harbour-master's",
]  # fmt: skip
#: Words that would be something else at the beginning of a line: what wrapping must get over. No number is the next
#: of a text: inside a line that nothing can break it would be a paragraph of a joined text, which is refused.
_HAZARDS: Final = [
    "TO PARIS", "FM OSLO", "INFO LISBON", "REF: OSLO 12", "SUBJECT: fish", "TAGS: PREL", "B. STATE 1", "A. STATE 2",
    "92. (S)", "1999.", "93.", "--", "- ", "(C)", "(a)", "b)", "SIPDIS", "NNNN", "BT", "#1234", "E.O. 12958: N/A",
    "OSLO 00001234 002 OF 003", "PARIS", "S E C R E T", "-----", "Classified By: nobody",
    "VISIT OSLO'S CLASSIFIED WEBSITE",
    "http://www.example.gov/a/rather/long/path/that/no/line/can/hold/at/all.html", "\"quoted\"", "(in parentheses)",
    "U.S.", "Mr. Doe", "2,100", "50%", "END SUMMARY", "Comment", "é", "MINIMIZE CONSIDERED", "1.4 (b) and (d)",
]  # fmt: skip


@cached
def prose_words() -> SearchStrategy[str]:
    """A word of prose that claims nothing, in small letters."""
    return st.sampled_from(_PROSE_WORDS)


def _sentence(words: list[str]) -> str:
    text = " ".join(" ".join(words).split())
    return text[0].upper() + text[1:] + "."


@cached
def sentences(*, hazards: bool = False) -> SearchStrategy[str]:
    """A sentence. With hazards: words that would claim a line if a line began with them, never first nor last."""
    plain = st.lists(prose_words(), min_size=2, max_size=12)
    if not hazards:
        return plain.map(_sentence)
    inner = st.lists(st.one_of(prose_words(), st.sampled_from(_HAZARDS)), max_size=12)
    return st.tuples(plain, inner, plain).map(lambda parts: _sentence([*parts[0], *parts[1], *parts[2]]))


@cached
def prose(*, hazards: bool = False, most: int = 4) -> SearchStrategy[str]:
    """The logical text of a paragraph: sentences of prose on one line."""
    return st.lists(sentences(hazards=hazards), min_size=1, max_size=most).map(" ".join)


@cached
def one_of_words(least: int, most: int) -> SearchStrategy[list[str]]:
    """So many words of prose."""
    return st.lists(prose_words(), min_size=least, max_size=most)


#: Words that close a subject or a heading: behind others, it might go on.
_LAST_WORDS: Final = ["fisheries", "customs", "visas", "winter", "partners"]


@cached
def subjects() -> SearchStrategy[str]:
    """The words of a subject, in capitals."""
    last = st.sampled_from(_LAST_WORDS)
    place = st.sampled_from(["", "NORWAY: ", "PORTUGAL/SPAIN: ", "CODEL DOE: "])
    return st.tuples(place, one_of_words(1, 12), last).map(
        lambda parts: parts[0] + " ".join([*parts[1], parts[2]]).upper()
    )


@cached
def headlines() -> SearchStrategy[str]:
    """The words of a heading in the body."""
    last = st.sampled_from(_LAST_WORDS)
    words = st.tuples(one_of_words(0, 4), last).map(lambda parts: " ".join([*parts[0], parts[1]]))
    return st.one_of(words.map(str.title), words.map(str.upper), st.just("Summary"))
