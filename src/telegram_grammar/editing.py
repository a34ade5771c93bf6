"""Lossless edits: some attributes of a parsed cable changed, and every other character of its text as it was.

The cable as it was and the cable as it is to be are laid out, part by part. What is printed otherwise is put into the
source in the place of what stood there, and the text is read again: it must give the cable that was asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

import attrs

from telegram_grammar.alignment import aligned
from telegram_grammar.arguments import misfit_of, near
from telegram_grammar.differences import first_difference, shown
from telegram_grammar.document import Document
from telegram_grammar.model import BodyItem, Cable, ListItem, Paragraph, SectionStart, Unread
from telegram_grammar.parser import parse
from telegram_grammar.rendering import laid_out
from telegram_grammar.rendering.refusal import RenderError
from telegram_grammar.rendering.sheet import Block, Sheet
from telegram_grammar.splicing import Placed, Printed, Reach, Splice
from telegram_grammar.tree import Node
from telegram_grammar.words import content_end

__all__ = ["replace"]

#: What unread lines at the top of a text follow.
_TOP: Final = "the top"
#: Attributes that are tuples; None takes all their items out.
_TUPLES: Final = frozenset(field.name for field in attrs.fields(Cable) if field.default == ())


def replace(document: Document, changes: Mapping[str, Any]) -> Document:
    """The document with some attributes of its cable changed (see `Document.replace`)."""
    _verify(changes)
    given: dict[str, Any] = {
        name: () if value is None and name in _TUPLES else value for name, value in changes.items()
    }
    wanted = _counted_anew(document.cable, attrs.evolve(document.cable, **given), given)
    if wanted == document.cable:
        return document
    changed = frozenset(
        name for name in attrs.fields_dict(Cable) if getattr(document.cable, name) != getattr(wanted, name)
    )
    splice = _splice(document, wanted, changed)
    differences = []
    for reach in Reach:
        text = splice.text(reach)
        if text is not None:
            edited = parse(text)
            read = edited.cable
            if "unread" not in given and [one.text for one in read.unread] == [one.text for one in wanted.unread]:
                wanted = attrs.evolve(wanted, unread=read.unread)  # what they follow now is for the text to say
            if read == wanted:
                return edited
            differences.append(first_difference("", wanted, read))
    raise _refusal(differences, given)


def _verify(changes: Mapping[str, Any]) -> None:
    """Raises TypeError for a name that `Cable` does not have, RenderError for a value of another type than its own."""
    names = attrs.fields_dict(Cable)
    for name, value in changes.items():
        if name not in names:
            raise TypeError(f"Cable has no attribute {name!r}{near(name, names)}")
        wrong = misfit_of(name, value) if value is not None else None
        if wrong is not None:
            raise RenderError(*wrong)


def _refusal(differences: list[tuple[str, object, object]], given: Iterable[str]) -> RenderError:
    """What is to blame: a value that was given where one of them reads back otherwise."""
    names = tuple(given)
    for path, value, instead in differences:
        if _attribute(path) in names:
            return RenderError(path, f"{shown(value)} would be read back as {shown(instead)}")
    for path, value, instead in differences:
        return RenderError(
            ", ".join(names), f"with the change {path} would be read as {shown(instead)}, which is {shown(value)}"
        )
    return RenderError(", ".join(names), "the lines to be changed cannot be told from those about them")


def _attribute(path: str) -> str:
    return path.partition("[")[0].partition(".")[0]


# ---- numbers of items ------------------------------------------------------------------------------------


def _counted_anew(cable: Cable, wanted: Cable, given: Mapping[str, Any]) -> Cable:
    """The cable with places counted anew where items come or go: of section starts, and of what unread lines follow."""
    moves = {
        name: {old: new for new, old in aligned(getattr(cable, name), getattr(wanted, name)).items()}
        for name in given
        if name in _TUPLES and getattr(cable, name) != getattr(wanted, name)
    }
    if "body" in moves and "section_starts" not in given:
        wanted = attrs.evolve(wanted, section_starts=tuple(_starts(cable, wanted, moves["body"])))
    if cable.unread and "unread" not in given:
        wanted = attrs.evolve(wanted, unread=tuple(_anchored(cable, wanted, moves)))
    return wanted


def _anchored(cable: Cable, wanted: Cable, moves: Mapping[str, Mapping[int, int]]) -> Iterator[Unread]:
    """What is unread: behind the part that it follows, or where that is taken out, behind the one above that."""
    printed = {path for block in laid_out(wanted).blocks for path in block.paths}
    above, anchors = _TOP, dict[str | None, str]()
    for block in laid_out(cable).blocks:
        for path in block.paths:
            moved = _moved(path, moves)
            above = moved if moved in printed and not path.startswith("unread[") else above
            anchors[path] = above
    for one in cable.unread:
        yield attrs.evolve(one, after=anchors.get(one.after, one.after))


def _starts(cable: Cable, wanted: Cable, moves: Mapping[int, int]) -> Iterator[SectionStart]:
    """Sections begin at the same items, and inside one at the same word.

    One that began before an item that is taken out begins behind it.
    """
    for place, start in enumerate(cable.section_starts):
        item = moves.get(start.item)
        if item is None and start.offset:
            raise RenderError(
                f"section_starts[{place}]", f"the section begins inside body[{start.item}], which is taken out"
            )
        if item is None:
            following = (moves[old] for old in range(start.item, len(cable.body)) if old in moves)
            item = next(following, len(wanted.body))
        offset = start.offset and _word_place(cable.body[start.item], wanted.body[item], start.offset)
        yield attrs.evolve(start, item=item, offset=offset)


def _word_place(old: BodyItem, new: BodyItem, offset: int) -> int:
    """Where the word at a place of an item stands in another in its place, or the next word that stayed."""
    if not isinstance(old, Paragraph | ListItem) or not isinstance(new, Paragraph | ListItem) or old.text == new.text:
        return offset
    olds, words = old.text.split(" "), new.text.split(" ")
    stayed = {here: there for there, here in aligned(olds, words).items()}
    begin = old.text.count(" ", 0, offset)
    number = next((stayed[place] for place in range(begin, len(olds)) if place in stayed), len(words) - 1)
    return len(" ".join(words[:number])) + 1 if number else 0


def _moved(path: str, moves: Mapping[str, Mapping[int, int]]) -> str:
    """The path of a part where items come or go; "" for one that is taken out."""
    name, _, rest = path.partition("[")
    if not rest or name not in moves:
        return path
    number = moves[name].get(int(rest[:-1]))
    return f"{name}[{number}]" if number is not None else ""


# ---- what is printed -------------------------------------------------------------------------------------


def _splice(document: Document, wanted: Cable, changed: frozenset[str]) -> Splice:
    before, after = laid_out(document.cable), laid_out(wanted)
    if "section_starts" in changed:
        changed |= {"body"}  # marks stand inside its items
    olds = [_placed(document, before, number) for number in range(len(before.blocks))]
    news = [_printed(after, number) for number in range(len(after.blocks))]
    if any(leaf.kind == "SEPARATION" and leaf.start < leaf.end for leaf in document.leaves()):  # BT is there already
        news = [attrs.evolve(one, lines=one.lines[:1]) if one.attribute == "accounting" else one for one in news]
    follows = _follows(olds, before, after)
    affected = {
        number
        for number, block in enumerate(before.blocks)
        if not changed.isdisjoint(_attribute(path) for path in block.paths)
    }
    otherwise = affected - {old for new, old in follows.items() if olds[old].words == _words(after, new)}
    for new, block in enumerate(after.blocks):
        span = _span(document, block) if new not in follows and "[" not in block.paths[0] else None
        if span is not None:  # a label stands there with nothing behind it
            follows[new] = len(olds)
            otherwise.add(len(olds))
            olds.append(Placed(news[new].attribute, "", *span))
    if any(olds[number].attribute == "references" for number in otherwise):
        more = _further_references(document)
        otherwise |= set(range(len(olds), len(olds) + len(more)))
        olds += more
    return Splice(document.source, olds, news, follows, frozenset(otherwise))


def _placed(document: Document, sheet: Sheet, number: int) -> Placed:
    """A block of the cable as it was, where it stands in the source."""
    block = sheet.blocks[number]
    span = _span(document, block)
    assert span is not None  # every part has its place
    return Placed(_attribute(block.paths[0]), _words(sheet, number), *span)


def _span(document: Document, block: Block) -> tuple[int, int] | None:
    """The range of the parts that a block prints; None where none of them stands in the source."""
    spans = []
    for path in block.paths:
        try:
            spans.append(document.span_of(path))
        except KeyError:  # one of several parts on a line, and absent
            continue
    return (min(span.start for span in spans), max(span.end for span in spans)) if spans else None


def _printed(sheet: Sheet, number: int) -> Printed:
    block = sheet.blocks[number]
    blanks = block.first - (sheet.blocks[number - 1].end if number else 0)
    return Printed(_attribute(block.paths[0]), sheet.lines[block.first : block.end], blanks)


def _words(sheet: Sheet, number: int) -> str:
    """The words of a block, however they are wrapped."""
    block = sheet.blocks[number]
    return " ".join(sheet.lines[block.first : block.end])


def _follows(olds: list[Placed], before: Sheet, after: Sheet) -> dict[int, int]:
    """For blocks of the new sheet those of the old one that they go on: by what they print, then by their words."""
    old_numbers, new_numbers = _by_name(before), _by_name(after)
    follows: dict[int, int] = {}
    for name, numbers in new_numbers.items():
        there = old_numbers.get(name, [])
        pairs = aligned([olds[old].words for old in there], [_words(after, new) for new in numbers])
        follows.update({numbers[new]: there[old] for new, old in pairs.items()})
    return follows


def _by_name(sheet: Sheet) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for number, block in enumerate(sheet.blocks):
        found.setdefault(block.paths[0].partition("[")[0], []).append(number)
    return found


def _further_references(document: Document) -> list[Placed]:
    """Further REF lines: their items are those of the one field, which has its place at the first."""
    return [
        Placed("references", "", part.start, content_end(document.source, part.start, part.end))
        for head in document.nodes.children
        if isinstance(head, Node) and head.kind == "text_head"
        for part in [one for one in head.children if one.kind == "references"][1:]
    ]
