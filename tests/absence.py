"""What a test does where there are no real cables."""

from __future__ import annotations

import os
from typing import NoReturn

import pytest

__all__ = ["without_corpus"]


def without_corpus() -> NoReturn:
    """Ends a test that needs real cables where there are none."""
    message = "no real cables here; TELEGRAM_GRAMMAR_CORPUS names the folders that hold them"
    if os.environ.get("CI"):
        pytest.fail(f"{message}. Where CI is set they must be there.", pytrace=False)
    pytest.skip(message)
