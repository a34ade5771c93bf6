"""The proof of a text: it accepts what reads back and nothing else, and the short one accepts no more than it."""

from __future__ import annotations

from collections.abc import Sequence

import attrs
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

import telegram_grammar as tg
from strategies import any_text, damaged, near_valid_texts
from telegram_grammar.printing import prove
from telegram_grammar.proof import reads_back
from telegram_grammar.rendering import RenderError, laid_out
from telegram_grammar.testing import cables, conformant_cables
from telegram_grammar.words import is_joined

unhurried = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def is_laid_out(item: tg.BodyItem) -> bool:
    """Whether an item could have been printed: what is not joined is refused before any proof."""
    return not isinstance(item, tg.Paragraph | tg.ListItem | tg.Heading) or is_joined(item.text)


@st.composite
def changed(draw: st.DrawFn, items: Sequence[tg.BodyItem]) -> list[tg.BodyItem]:
    """Items of which some are another, or one is too many or too few."""
    known = [item for item in items if is_laid_out(item)]
    for _ in range(draw(st.integers(0, 3))):
        if not known:
            break
        place = draw(st.integers(0, len(known) - 1))
        item = known[place]
        match draw(st.sampled_from(["words", "number", "marking", "kind", "out", "twice"])):
            case "words" if isinstance(item, tg.Paragraph | tg.ListItem | tg.Heading):
                add = draw(st.sampled_from(["x", " x", ".", " (C)", "¶", " & co", " http://a", "<b>"]))
                known[place] = attrs.evolve(item, text=(item.text + add).strip())
            case "number" if isinstance(item, tg.Paragraph):
                known[place] = attrs.evolve(item, number=draw(st.sampled_from([None, 1, 2, 11])))
            case "marking" if isinstance(item, tg.Paragraph | tg.ListItem | tg.Heading):
                text = draw(st.sampled_from(["C", "S//NF", "C  NF", " U"]))
                known[place] = attrs.evolve(item, marking=draw(st.sampled_from([None, tg.PortionMarking(text)])))
            case "kind" if isinstance(item, tg.Paragraph | tg.ListItem | tg.Heading):
                known[place] = draw(st.sampled_from([tg.Heading, tg.Paragraph]))(item.text)
            case "out":
                del known[place]
            case "twice":
                known.insert(place, item)
            case _:
                pass
    return known


def is_sound(cable: tg.Cable, text: str) -> bool:
    """Whether the short proof tells that a text reads back; what it tells holds."""
    told = reads_back(cable, text)
    assert not told or tg.parse(text).cable == cable
    return told


@unhurried
@given(any_text() | near_valid_texts(), st.data())
def test_of_any_text_the_short_proof_tells_only_what_holds(text: str, data: st.DataObject) -> None:
    cable = tg.parse(text).cable
    is_sound(cable, text)
    is_sound(attrs.evolve(cable, body=tuple(data.draw(changed(cable.body)))), text)


@unhurried
@given(cables(), st.sampled_from([20, 65, 100]), st.data())
def test_of_a_laid_out_text_the_short_proof_tells_only_what_holds(
    cable: tg.Cable, width: int, data: st.DataObject
) -> None:
    text = laid_out(cable, width).text()
    is_sound(cable, text)
    is_sound(attrs.evolve(cable, body=tuple(data.draw(changed(cable.body)))), text)
    is_sound(cable, data.draw(damaged(st.just(text))))


@unhurried
@given(conformant_cables())
def test_most_texts_are_told_by_the_short_proof(cable: tg.Cable) -> None:
    text = laid_out(cable).text()
    assert is_sound(cable, text) or not cable.body or tg.parse(text).diagnostics


@unhurried
@given(cables(), st.data())
def test_the_proof_accepts_what_reads_back_and_nothing_else(cable: tg.Cable, data: st.DataObject) -> None:
    text = laid_out(cable).text()
    if data.draw(st.booleans()):
        text = data.draw(damaged(st.just(text)))
    elif data.draw(st.booleans()):
        cable = attrs.evolve(cable, body=tuple(data.draw(changed(cable.body))))
    assume(all(map(is_laid_out, cable.body)))
    try:
        prove(cable, text)
    except RenderError:
        accepted = False
    else:
        accepted = True
    assert accepted == (tg.parse(text).cable == cable)
