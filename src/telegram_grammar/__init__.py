"""Reading, checking and writing US diplomatic cables: State Department telegrams in the ACP 127 message format.

    import telegram_grammar as tg

    document = tg.parse(text)      # never raises; linear time
    document.cable                 # the meaning: frozen attrs objects
    document.diagnostics           # what had to be repaired or undone, each with code and place
    document.nodes                 # the lossless tree
    tg.check(text)                 # every departure from the rules, each with code, place and source
    tg.fix(text)                   # the text with its safe fixes, and what was fixed

The model and attrs are imported here. The functions are imported when they are first asked for, Lark and the grammars
when the first text is parsed.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Final

from telegram_grammar._version import __version__
from telegram_grammar.diagnostics import Code, Diagnostic, Severity, Span
from telegram_grammar.document import Document
from telegram_grammar.errors import TelegramSyntaxError
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
from telegram_grammar.tree import Leaf, Node

if TYPE_CHECKING:
    from telegram_grammar.canonical import canonicalize
    from telegram_grammar.checking import check, check_document
    from telegram_grammar.fixing import fix
    from telegram_grammar.many import ManyRow, parse_many
    from telegram_grammar.parser import messages, parse, parse_bytes, parse_strict
    from telegram_grammar.printing import render
    from telegram_grammar.profiles import PROFILES, Profile, detect
    from telegram_grammar.rendering import RenderError
    from telegram_grammar.rules import CHAINS
    from telegram_grammar.rules.context import Context, Finding
    from telegram_grammar.rules.rule import Rule
    from telegram_grammar.sections import JoinDiagnostic, Joined, join, join_with_report, sectioned, split
    from telegram_grammar.serialization import dumps, from_dict, loads, to_dict

__all__ = [
    "CHAINS",
    "PROFILES",
    "Addressee",
    "BodyItem",
    "Cable",
    "CitedCable",
    "Classification",
    "ClassificationLevel",
    "ClassifiedBy",
    "Code",
    "Context",
    "DateTimeGroup",
    "Diagnostic",
    "Document",
    "ExecutiveOrder",
    "FilingTime",
    "Finding",
    "Heading",
    "JoinDiagnostic",
    "Joined",
    "Leaf",
    "ListItem",
    "ManyRow",
    "MessageNumber",
    "Node",
    "Paragraph",
    "PortionMarking",
    "Precedence",
    "PrecedencePair",
    "Profile",
    "Readdressal",
    "Reasons",
    "Reference",
    "RenderError",
    "Rule",
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
    "canonicalize",
    "check",
    "check_document",
    "detect",
    "dumps",
    "fix",
    "from_dict",
    "join",
    "join_with_report",
    "loads",
    "messages",
    "parse",
    "parse_bytes",
    "parse_many",
    "parse_strict",
    "render",
    "sectioned",
    "split",
    "to_dict",
]

#: The module of each name that is imported when first asked for (PEP 562): the pipeline takes as long as all the rest.
_LATER: Final = {
    "CHAINS": "rules",
    "Context": "rules.context",
    "Finding": "rules.context",
    "JoinDiagnostic": "sections",
    "Joined": "sections",
    "ManyRow": "many",
    "RenderError": "rendering",
    "PROFILES": "profiles",
    "Profile": "profiles",
    "Rule": "rules.rule",
    "canonicalize": "canonical",
    "check": "checking",
    "check_document": "checking",
    "detect": "profiles",
    "dumps": "serialization",
    "fix": "fixing",
    "from_dict": "serialization",
    "join": "sections",
    "join_with_report": "sections",
    "loads": "serialization",
    "messages": "parser",
    "parse": "parser",
    "parse_bytes": "parser",
    "parse_many": "many",
    "parse_strict": "parser",
    "render": "printing",
    "sectioned": "sections",
    "split": "sections",
    "to_dict": "serialization",
}


def __getattr__(name: str) -> object:
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(importlib.import_module(f"{__name__}.{_LATER[name]}"), name)
    globals()[name] = value  # from now on without this function
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
