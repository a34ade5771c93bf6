"""Names and titles: which words of a Classified By line are the classifier's name and which the title.

The register `title_words` decides. Practice has three orders: title and name in one run of words ("Ambassador Jane
Doe"), name and title in segments ("Jane Doe, Ambassador, Embassy Paris"), and, rarely, a name before its title in one
run.
"""

from __future__ import annotations

from typing import Final, TypeAlias

from telegram_grammar import registers

__all__ = ["name_and_title"]

_Pair: TypeAlias = tuple[str | None, str | None]

#: A name has no more words than this; a run that is longer is prose.
_LONGEST_NAME: Final = 6

#: A name of a single word before its title cannot be told from an office ("INR Director").
_SHORTEST_LEADING_NAME: Final = 2

#: Office symbols have short parts: EUR/WE, POL/C.
_LONGEST_SYMBOL: Final = 5

#: The kinds of words that make a title: an office symbol stands in one ("EUR/WE Director") or for one ("POL/C").
_TITLES: Final = ("title", "symbol")


def name_and_title(segments: list[list[str]]) -> _Pair:
    """Name and title in the segments of a line, a segment being the words between commas and the like.

    Where nothing decides, the name is None and the title has all the words; both are None where there are no words.
    """
    runs = _with_suffixes([segment for segment in segments if segment])
    if not runs:
        return None, None
    everything = ", ".join(map(_printed, runs))
    title = next((place for place, run in enumerate(runs) if _has_title(run)), None)
    if title is None:
        return None, everything
    if title > 0:
        return _name_first(runs, title) or (None, everything)
    return _title_first(runs) or (None, everything)


def _name_first(runs: list[list[str]], title: int) -> _Pair | None:
    """`Jane Doe, Ambassador, Embassy Paris`: the first segment is the name, the title begins in segment `title`."""
    if not _is_name(runs[0]):
        return None
    end = _end_of_titles(runs, title + 1)
    return _printed(runs[0]), ", ".join(map(_printed, runs[title:end]))


def _title_first(runs: list[list[str]]) -> _Pair | None:
    """`Ambassador Jane Doe`, `Charge d'Affaires, a.i., Jane Doe`: the first segment has a title."""
    within = _split(runs[0])
    end = _end_of_titles(runs, 1)
    follower = runs[end] if end < len(runs) else []
    title_last = _kind(runs[0][0]) not in _TITLES and _kind(runs[0][-1]) in _TITLES
    if title_last and _is_name(follower) and len(follower) >= _SHORTEST_LEADING_NAME:
        within = None  # "Southern Africa Director, Jane Doe"
    if within:
        return within
    if end == len(runs):
        return None
    titles = ", ".join(map(_printed, runs[:end]))
    if _is_name(follower) and not _has_title(follower):
        return _printed(follower), titles
    rest = _split(follower)
    return (rest[0], f"{titles}, {rest[1]}") if rest else None


def _split(run: list[str]) -> _Pair | None:
    """Name and title in one run of words; None where the run does not hold both."""
    places = [place for place, word in enumerate(run) if _kind(word) in _TITLES]
    if not places:
        return None
    before, after = run[: places[0]], run[places[-1] + 1 :]
    while after and _kind(after[-1]) == "connector":
        after.pop()
    if not after:
        named = len(before) >= _SHORTEST_LEADING_NAME and _is_name(before)
        return (_printed(before), _printed(run[places[0] :])) if named else None
    # of "Jane Doe Ambassador Paris" and "Border Crossing Chief Doe" nobody can tell which is which
    if not _is_name(after) or (len(before) > 1 and len(after) == 1):
        return None
    return _printed(after), _printed(run[: places[-1] + 1])


def _end_of_titles(runs: list[list[str]], start: int) -> int:
    """The end of the segments from `start` on that hold title words alone: "a.i.", "Acting"."""
    while start < len(runs) and all(_kind(word) == "title" for word in runs[start]):
        start += 1
    return start


def _has_title(run: list[str]) -> bool:
    return any(_kind(word) in _TITLES for word in run)


def _is_name(run: list[str]) -> bool:
    """Whether the words may be a name: few, no figures, none that names an office or joins the words of a title."""
    if not 0 < len(run) <= _LONGEST_NAME:
        return False
    return all(_kind(word) in ("", "suffix") and not any(map(str.isdigit, word)) for word in run)


def _with_suffixes(segments: list[list[str]]) -> list[list[str]]:
    """The segments, "Jr." and the like joined to the name before them."""
    runs: list[list[str]] = []
    for segment in segments:
        if runs and all(_kind(word) == "suffix" for word in segment):
            runs[-1] = [*runs[-1], *segment]
        else:
            runs.append(segment)
    return runs


def _kind(word: str) -> str:
    """The register's kind of a word, "symbol" for an office symbol, "" for any other word."""
    known = registers.title_words()
    key = word.upper().replace("’", "'").strip(".()'\"")
    kind = known.get(key) or known.get(key.replace(".", ""))
    if kind:
        return kind
    parts = key.replace("-", "/").split("/")
    if len(parts) == 1 or not all(parts):
        return ""
    titles = [known.get(part) == "title" for part in parts]
    if all(titles):
        return "title"
    short = (title or len(part) <= _LONGEST_SYMBOL for part, title in zip(parts, titles, strict=True))
    return "symbol" if "/" in key and all(short) else ""


def _printed(run: list[str]) -> str:
    """The words, without the full stop that ends the sentence; that of an abbreviation or an initial stays."""
    last = run[-1]
    bare = last.rstrip(".")
    abbreviated = "." in bare or len(bare) == 1 or _kind(last) == "suffix"
    return " ".join(run) if abbreviated or not bare else " ".join((*run[:-1], bare))
