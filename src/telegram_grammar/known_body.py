"""Stage 3 of a text that was laid out: an item of the body that stands in it as it was printed is not built anew.

The renderer proves each text by reading it (`printing`). Scanner and structure find the parts of the body without any
help; only where a part says the same as the item that is expected there, number for number and word for word, the item
itself is taken. What differs or is out of the ordinary is built as in any other text.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from attrs import define

from telegram_grammar.build_body import BodyBuilder
from telegram_grammar.drafting import Draft
from telegram_grammar.leads import Lead
from telegram_grammar.model import BodyItem, Heading, ListItem, Paragraph, PortionMarking
from telegram_grammar.prose_words import ProseWords
from telegram_grammar.tree import Leaf, Node, Part

__all__ = ["KnownBody"]

#: Signs of words that are not read as they stand: markup, false pilcrows, addresses that may be broken.
_SIGNS: Final = ("<", "$", "&", "¶", "://")
#: The leaves of a heading in the usual form.
_RULED: Final = ["HEADLINE", "UNDERLINE"]


@define
class KnownBody(BodyBuilder):
    """Gives the same items as `BodyBuilder`, sooner; of what is unusual about a known item it reports nothing."""

    #: The items that are expected; single blanks stand between the words of their texts, for they were laid out.
    known: Sequence[BodyItem] = ()
    #: Whether the source has no sign of words that are not read as they stand.
    plain: bool = False

    @classmethod
    def expecting(cls, known: Sequence[BodyItem], draft: Draft) -> KnownBody:
        """A builder for the draft's source, in which these items are expected."""
        plain = not any(sign in draft.source for sign in _SIGNS)
        return cls(draft, draft.source, ProseWords.of(draft), known=known, plain=plain)

    def expected(self) -> BodyItem | None:
        """The item that is expected next."""
        place = len(self.items) if self.items is not None else 0
        return self.known[place] if place < len(self.known) else None

    def paragraph(self, node: Node) -> None:
        """A paragraph: the expected one, where lead and words are its own and nothing stands within."""
        item, leaves = self.expected(), node.children
        if item.__class__ is Paragraph and len(leaves) == 2:
            lead = leaves[0]
            read: Lead | None = lead.value if isinstance(lead, Leaf) else None
            if (
                read is not None
                and read.number == item.number
                and self.is_marked(read, item.marking)
                and self.says(leaves[1], item.text)
            ):
                self.add(item, lead, leaves[1])
                return
        super().paragraph(node)

    def list_item(self, node: Node) -> None:
        """An item of a list: the expected one, where marker, marking and words are its own."""
        item, leaves = self.expected(), node.children
        if item.__class__ is ListItem and len(leaves) == 2:
            lead = leaves[0]
            read: Lead | None = lead.value if isinstance(lead, Leaf) else None
            if (
                read is not None
                and read.marker == item.marker
                and self.is_marked(read, item.marking)
                and self.says(leaves[1], item.text)
            ):
                self.add(item, lead, leaves[1])
                return
        super().list_item(node)

    def heading(self, node: Node) -> None:
        """A heading over its ruler: the expected one, where the words are its own and no marking stands before them."""
        item, leaves = self.expected(), node.children
        if (
            item.__class__ is Heading
            and item.marking is None
            and [leaf.kind for leaf in leaves] == _RULED
            and self.says(leaves[0], item.text)
        ):
            self.add(item, leaves[0], leaves[1])
            return
        super().heading(node)

    def is_marked(self, read: Lead, marking: PortionMarking | None) -> bool:
        """Whether a lead has this marking."""
        if read.marking is None or marking is None:
            return read.marking is None and marking is None
        start, end = read.marking
        words = self.source[start:end] if read.regular else self.draft.words(start, end)
        return words == marking.text

    def says(self, prose: Part, text: str) -> bool:
        """Whether the words of a leaf are read as this text."""
        if self.source[prose.start : prose.end].replace("\n", " ").strip(" ") != text:
            return False
        return self.plain or not any(sign in text for sign in _SIGNS)
