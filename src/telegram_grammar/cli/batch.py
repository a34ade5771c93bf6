"""A run over many texts: what a command does for each, in as many processes as wanted, in order, and what comes of it.

Only strings and numbers come back from a process, so that no tree has to travel.
"""

from __future__ import annotations

import itertools
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Annotated, Final, TypeAlias

import typer
from attrs import Factory, define, field, frozen
from rich.console import Console
from rich.progress import Progress

from telegram_grammar._pool import Failure, apply, processes
from telegram_grammar.cli import ending, sources
from telegram_grammar.cli.sources import Source
from telegram_grammar.diagnostics import Diagnostic, Severity

__all__ = ["JOBS", "Batch", "Paths", "Report", "counted"]

#: The argument of a command that reads texts.
Paths: TypeAlias = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH...",
        help="Files, folders (with all folders in them) or - for standard input. In a folder, files with the "
        "suffix .txt, .cable or .msg or with none are read; hidden ones are not.",
        show_default=False,
    ),
]
#: The option of a command that may work in several processes.
JOBS: Final = typer.Option("--jobs", "-j", min=0, metavar="N", help="Processes at work; 0 is one for each processor.")


@frozen
class Report:
    """What came of one text."""

    name: str
    #: What is printed of it.
    text: str = ""
    #: How many diagnostics it has, by code and severity.
    counts: Counter[tuple[str, Severity]] = Factory(Counter)
    #: How many safe fixes it has had, or could have.
    fixes: int = 0
    #: The bytes of the changed text, where it came by standard input.
    content: bytes | None = None
    #: Why it could not be read, or what else `failed` names.
    fault: str | None = None
    failed: str = "read"


def counted(diagnostics: Iterable[Diagnostic]) -> Counter[tuple[str, Severity]]:
    """How many there are of each code and severity."""
    return Counter((found.code, found.severity) for found in diagnostics)


@define
class Batch:
    """One run: iterate over it for the reports on the texts that could be read, then ask for what they come to."""

    #: What is done for a text, in this process or in another; it must be picklable.
    work: Callable[[Source], Report]
    paths: Sequence[str]
    #: How many processes; 0 for one on each processor.
    jobs: int
    #: What the progress bar is called.
    title: str
    #: How many texts have been read.
    read: int = field(default=0, init=False)
    counts: Counter[tuple[str, Severity]] = field(factory=Counter, init=False)
    #: In how many texts there is each of them.
    texts: Counter[tuple[str, Severity]] = field(factory=Counter, init=False)
    #: How many safe fixes there were, and in how many texts.
    fixes: int = field(default=0, init=False)
    fixed: int = field(default=0, init=False)
    #: Names of inputs that could not be read or written, each with what is said of it.
    faults: list[tuple[str, str]] = field(factory=list, init=False)

    def __iter__(self) -> Iterator[Report]:
        """The reports in the order of the paths, each as soon as it is there."""
        for report in self._watched(self._reports()):
            if report.fault is None:
                self.read += 1
                self.counts.update(report.counts)
                self.texts.update(report.counts.keys())
                self.fixes += report.fixes
                self.fixed += report.fixes > 0
                yield report
            else:
                self.faults.append((report.name, f"cannot {report.failed} {report.name}: {report.fault}"))

    @property
    def severities(self) -> Counter[Severity]:
        """How many diagnostics there are of each severity."""
        counts: Counter[Severity] = Counter()
        for (_, severity), number in self.counts.items():
            counts[severity] += number
        return counts

    def end(self) -> int:
        """Names what could not be read, and returns the exit code."""
        sys.stdout.flush()
        for _, fault in self.faults:
            ending.complain(fault)
        if self.faults:
            return ending.UNREADABLE
        return ending.ERRORS if self.severities[Severity.ERROR] else ending.CLEAN

    def _reports(self) -> Iterator[Report]:
        found = sources.find(self.paths)
        wanted = processes(self.jobs or None)
        # no more processes than texts; and no list of them all, which a large archive would make long
        first = list(itertools.islice(found, wanted))
        named, carried = itertools.tee(itertools.chain(first, found))
        results = apply(self.work, carried, max(min(wanted, len(first)), 1), _weight)
        for source, result in zip(named, results, strict=True):
            yield Report(source.name, fault=str(result)) if isinstance(result, Failure) else result

    def _watched(self, reports: Iterator[Report]) -> Iterator[Report]:
        """The reports, with a progress bar on standard error.

        There is none where standard error is no terminal, where only one text is read, and where the results themselves
        run over the screen.
        """
        watched = sys.stderr.isatty() and not sys.stdout.isatty()
        total = sources.count(self.paths) if watched else 0
        if total < 2:
            yield from reports
            return
        # without auto_refresh rich starts no thread, and processes can be forked safely
        bar = Progress(console=Console(stderr=True), auto_refresh=False, transient=True, redirect_stdout=False)
        with bar:
            task = bar.add_task(self.title, total=total)
            step = max(total // 200, 1)
            for number, report in enumerate(reports, 1):
                bar.update(task, completed=number, refresh=number % step == 0)
                yield report


def _weight(source: Source) -> int:
    """How much is carried to a worker: only standard input is read here."""
    return len(source.data or b"")
