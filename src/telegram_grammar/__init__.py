"""Reading, checking and writing US diplomatic cables: State Department telegrams in the ACP 127 message format.

    import telegram_grammar as tg

    document = tg.parse(text)      # never raises; linear time
    document.cable                 # the meaning: frozen attrs objects
    document.diagnostics           # what had to be repaired or undone, each with code and place
    document.nodes                 # the lossless tree

Nothing but attrs is imported here; Lark and the grammars are loaded when the first text is parsed.
"""

from __future__ import annotations

from telegram_grammar._version import __version__
from telegram_grammar.diagnostics import Code, Diagnostic, Severity, Span
from telegram_grammar.document import Document
from telegram_grammar.errors import TelegramSyntaxError
from telegram_grammar.many import ManyRow, parse_many
from telegram_grammar.model import (
    Addressee,
    BodyItem,
    Cable,
    CitedCable,
    Classification,
    ClassificationLevel,
    ClassifiedBy,
    DateTimeGroup,
    ExecutiveOrder,
    FilingTime,
    Heading,
    ListItem,
    MessageNumber,
    Paragraph,
    PortionMarking,
    Precedence,
    PrecedencePair,
    Readdressal,
    Reasons,
    Reference,
    Ruler,
    Section,
    SectionStart,
    SecurityWarning,
    Table,
    Tag,
    TagKind,
    Transmission,
    Unread,
)
from telegram_grammar.parser import messages, parse, parse_bytes, parse_strict
from telegram_grammar.serialization import dumps, from_dict, loads, to_dict
from telegram_grammar.tree import Leaf, Node

__all__ = [
    "Addressee",
    "BodyItem",
    "Cable",
    "CitedCable",
    "Classification",
    "ClassificationLevel",
    "ClassifiedBy",
    "Code",
    "DateTimeGroup",
    "Diagnostic",
    "Document",
    "ExecutiveOrder",
    "FilingTime",
    "Heading",
    "Leaf",
    "ListItem",
    "ManyRow",
    "MessageNumber",
    "Node",
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
    "Severity",
    "Span",
    "Table",
    "Tag",
    "TagKind",
    "TelegramSyntaxError",
    "Transmission",
    "Unread",
    "__version__",
    "dumps",
    "from_dict",
    "loads",
    "messages",
    "parse",
    "parse_bytes",
    "parse_many",
    "parse_strict",
    "to_dict",
]
