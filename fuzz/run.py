"""Runs the entry points of `test_laws.py` in turn for a given time; prints executions and findings of each."""

from __future__ import annotations

import argparse
import inspect
import time
from collections import Counter
from collections.abc import Callable
from typing import Any

import test_laws
from hypothesis import Phase, settings


def run(law: Callable[..., Any], seconds: float) -> tuple[int, Counter[str]]:
    """Executions of a law, and its findings by the first line of what they say."""
    count, findings, stop = 0, Counter[str](), time.monotonic() + seconds
    tested = law.hypothesis.inner_test  # type: ignore[attr-defined]  # hypothesis sets it

    def counted(*args: Any, **kwargs: Any) -> None:
        nonlocal count
        count += 1
        try:
            tested(*args, **kwargs)
        except Exception as error:  # every fault is a finding, whatever its kind
            findings[f"{type(error).__name__}: {str(error)[:100]}".partition("\n")[0]] += 1

    law.hypothesis.inner_test = counted  # type: ignore[attr-defined]  # hypothesis sets it
    once = settings(max_examples=200, database=None, phases=[Phase.generate])(law)
    while time.monotonic() < stop:
        once()
    return count, findings


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--minutes", type=float, default=10)
    minutes = options.parse_args().minutes
    laws = [law for name, law in inspect.getmembers(test_laws, inspect.isfunction) if name.startswith("test_")]
    total = 0
    for law in laws:
        count, findings = run(law, 60 * minutes / len(laws))
        total += count
        print(f"{law.__name__:24} {count:9,} executions {sum(findings.values()):6,} findings", flush=True)
        for what, times in findings.most_common(5):
            print(f"{times:8,} x {what}")
    print(f"{'all':24} {total:9,} executions")


if __name__ == "__main__":
    main()
