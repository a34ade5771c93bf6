"""The command `split`: the sections of long messages, each a message by itself."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Final

import typer

from telegram_grammar.canonical import losses
from telegram_grammar.cli import ending, sources
from telegram_grammar.cli.batch import Paths
from telegram_grammar.cli.format_command import WIDTH
from telegram_grammar.cli.output import layout
from telegram_grammar.cli.sources import STANDARD_INPUT, UnreadableError
from telegram_grammar.cli.writing import write_atomically
from telegram_grammar.encodings import decode, encode
from telegram_grammar.model import Cable
from telegram_grammar.parser import messages, parse
from telegram_grammar.printing import render
from telegram_grammar.rendering import DEFAULT_WIDTH, RenderError
from telegram_grammar.rendering.wire import in_capitals
from telegram_grammar.sections import split

__all__ = ["ABOUT", "EXIT_CODES", "split_"]

ABOUT: Final = (
    "Splits long messages into the sections in which they are sent (ACP 127 section 208), in canonical form.\n\n"
    "A message that one section holds comes out whole. Sections go to standard output one behind another, or, with "
    "--output, each into a file of its own, named after the text: cable-01.txt, cable-02.txt."
)
EXIT_CODES: Final = """\
Exit codes:

0  every text was read and split

2  wrong usage or settings, or an extra that is needed is not installed

3  at least one input could not be read, split or written (whatever else there is)"""


def split_(
    paths: Paths,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="DIR", help="Write each section into a file here."),
    ] = None,
    wire: Annotated[
        bool, typer.Option("--wire", help="Write messages as they are sent: capitals, CR CR LF, BT, serial, NNNN.")
    ] = False,
    width: Annotated[int, WIDTH] = DEFAULT_WIDTH,
) -> None:
    """The command `split`."""
    if output is not None and output.exists() and not output.is_dir():
        ending.wrong_usage(f"{output} is no folder")
    with ending.orderly_end():
        layout(sys.stdout, machine=True)
        faults: list[str] = []
        written: set[Path] = set()
        for source in sources.find(paths):
            try:
                decoded = decode(sources.read(source))
                texts = _sections(decoded.text, wire, width)
                data = [encode(text, decoded.encoding) for text in texts]
                if output is None:
                    _print(data, frame=not wire and len(texts) > 1)
                else:
                    _write(output, source.name, data, written)
            except UnreadableError as error:
                faults.append(f"cannot read {source.name}: {error}")
            except (RenderError, UnicodeEncodeError) as error:
                faults.append(f"cannot split {source.name}: {error}")
            except OSError as error:
                if output is None:
                    raise  # standard output, of which the end of the command speaks
                faults.append(f"cannot write the sections of {source.name}: {error.strerror or error}")
        for fault in faults:
            ending.complain(fault)
        raise typer.Exit(ending.UNREADABLE if faults else ending.CLEAN)


def _sections(text: str, wire: bool, width: int) -> list[str]:
    """The texts of the sections of all messages of a text. Raises RenderError where something cannot be printed."""
    found: list[str] = []
    for message in messages(text):
        lost = losses(message, width=width)
        if lost:
            raise RenderError("text", lost[0])
        cable: Cable = parse(message).cable
        # where sections end is decided by the words that are printed, and capitals may be read otherwise
        parts = split(in_capitals(cable) if wire else cable, width=width)
        found += [render(part, width=width, wire=wire) for part in parts]
    return found


def _print(texts: Sequence[bytes], *, frame: bool) -> None:
    """Sections one behind another; NNNN tells them apart where no transmission identification does."""
    for text in texts:
        sys.stdout.flush()
        sys.stdout.buffer.write(text + b"NNNN\n" if frame else text)
    sys.stdout.buffer.flush()


def _write(folder: Path, name: str, texts: Sequence[bytes], written: set[Path]) -> None:
    """Each section into a file, named after its text. Raises OSError, and where two texts would have the same files."""
    folder.mkdir(parents=True, exist_ok=True)
    stem, suffix = os.path.splitext(os.path.basename(name)) if name != STANDARD_INPUT else ("cable", ".txt")
    targets = [folder / f"{stem}-{number:02d}{suffix}" for number in range(1, len(texts) + 1)]
    for target in targets:
        if target in written:
            raise FileExistsError(f"{target} holds a section of another text")
    for target, text in zip(targets, texts, strict=True):
        write_atomically(target, text)
        written.add(target)
