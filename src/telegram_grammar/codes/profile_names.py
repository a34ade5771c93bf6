"""Names of profiles, for `Code.profiles`: groups that many codes share. `telegram_grammar.profiles` says more."""

from __future__ import annotations

from typing import Final

__all__ = ["DATED", "MODERN", "STRICT", "WHOLE", "WIRE"]

#: Texts whose lines are those of the wire.
WIRE: Final = ("wire-2000s", "strict")
#: Texts since October 1995 of which all is here.
WHOLE: Final = ("wire-2000s", "republished", "strict")
#: Texts since October 1995, whoever printed them.
MODERN: Final = ("wire-2000s", "republished", "partial-extract", "strict")
#: All but the years before TAGS.
DATED: Final = ("wire-2000s", "republished", "partial-extract", "1980s", "1970s", "strict")
#: What only text to be sent has to keep.
STRICT: Final = ("strict",)
