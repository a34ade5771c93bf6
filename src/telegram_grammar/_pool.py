"""A function applied to many items in processes: results in order, bounded look-ahead, no item stops the rest.

Items travel to the processes in chunks, for a journey costs about as much as a short text. Chunks begin with one item
and grow, so that few items are still shared out among all processes.
"""

from __future__ import annotations

import itertools
import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from typing import Final, Generic, TypeVar

__all__ = ["Failure", "apply", "processes"]

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")

#: Most items of a chunk, and the weight (characters) at which it is full before.
_CHUNK_ITEMS: Final = 64
_CHUNK_WEIGHT: Final = 500_000
#: Chunks under way for each process: one in work, one waiting for it, two done and waiting for their turn.
_AHEAD: Final = 4


class Failure(str):
    """What an item yields in place of its result: the error in words."""

    __slots__ = ()


def processes(jobs: int | None) -> int:
    """How many processes `jobs` asks for: None means one for each processor that this process may use.

    Raises ValueError where `jobs` is less than 1.
    """
    if jobs is None:
        affinity = getattr(os, "sched_getaffinity", None)  # not on every system
        return len(affinity(0)) if affinity else os.cpu_count() or 1
    if jobs < 1:
        raise ValueError(f"jobs is {jobs}; give at least 1, or None for a process on each processor")
    return jobs


def apply(
    function: Callable[[_Item], _Result], items: Iterable[_Item], jobs: int, weight: Callable[[_Item], int]
) -> Iterator[_Result | Failure]:
    """The result of the function for each item, in order; a `Failure` where it raised or its process died.

    With `jobs` of 1 all is done in this process, item by item. Otherwise function, items and results must be picklable.
    In a process that was itself started by multiprocessing, all is done there: such a process may start none.
    """
    if jobs == 1 or multiprocessing.parent_process() is not None:
        return map(_Guarded(function), items)
    return _Pool(function, jobs).run(_chunks(items, jobs, weight))


class _Guarded(Generic[_Item, _Result]):
    """The function, with a `Failure` for every exception; a class, because processes need to find it by its name."""

    def __init__(self, function: Callable[[_Item], _Result]) -> None:
        self.function = function

    def __call__(self, item: _Item) -> _Result | Failure:
        try:
            return self.function(item)
        except Exception as error:  # whatever is wrong with one item is no reason to lose the others
            return Failure(f"{type(error).__name__}: {error}")

    def all(self, items: list[_Item]) -> list[_Result | Failure]:
        """The results for a chunk."""
        return [self(item) for item in items]


def _chunks(items: Iterable[_Item], jobs: int, weight: Callable[[_Item], int]) -> Iterator[list[_Item]]:
    """The items in chunks, which grow by one item when each process has had one."""
    source = iter(items)
    for number in itertools.count():
        chunk: list[_Item] = []
        heavy = 0
        for item in itertools.islice(source, min(1 + number // jobs, _CHUNK_ITEMS)):
            chunk.append(item)
            heavy += weight(item)
            if heavy >= _CHUNK_WEIGHT:
                break
        if not chunk:
            return
        yield chunk


def _ignore_interrupts() -> None:
    """In a worker: Ctrl-C goes to all processes of a terminal; the one that began the work ends it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


class _Pool(Generic[_Item, _Result]):
    """Processes, which are started anew when one of them dies."""

    def __init__(self, function: Callable[[_Item], _Result], jobs: int) -> None:
        self._work = _Guarded(function)
        self._jobs = jobs
        self._most = jobs * _AHEAD
        self._under_way: deque[tuple[list[_Item], Future[list[_Result | Failure]]]] = deque()
        self._executor = self._start()

    def _start(self) -> ProcessPoolExecutor:
        """A pool that has shown that it works, so that a death later on is the fault of an item."""
        executor = ProcessPoolExecutor(self._jobs, initializer=_ignore_interrupts)
        try:
            executor.submit(os.getpid).result()
        except BrokenProcessPool as error:
            executor.shutdown()
            raise RuntimeError(
                "worker processes cannot start; a script that asks for jobs must do its work under "
                "`if __name__ == '__main__':`, for each worker imports the script"
            ) from error
        return executor

    def run(self, chunks: Iterable[list[_Item]]) -> Iterator[_Result | Failure]:
        """The results in order; the processes are ended when the caller is done or stops."""
        try:
            for chunk in chunks:
                self._under_way.append((chunk, self._submit(chunk)))
                # what is ready is not held back until a slow source has filled the look-ahead
                while self._under_way and (len(self._under_way) >= self._most or self._under_way[0][1].done()):
                    yield from self._first()
            while self._under_way:
                yield from self._first()
        finally:
            self._executor.shutdown(cancel_futures=True)

    def _first(self) -> Iterator[_Result | Failure]:
        """The results of the chunk whose turn it is."""
        chunk, future = self._under_way.popleft()
        try:
            results = future.result()
        except Exception as error:  # a process died, or an item or a result could not be carried over
            yield from self._one_by_one(chunk, error)
        else:
            yield from results

    def _one_by_one(self, chunk: list[_Item], error: Exception) -> Iterator[_Result | Failure]:
        """The results of a chunk that failed as a whole: only the item that is to blame fails.

        Nothing else is under way meanwhile, or an item would be blamed for the death that another one caused.
        """
        wait([future for _, future in self._under_way])
        if any(map(_is_death, [error, *(future.exception() for _, future in self._under_way)])):
            self._restart()
        for item in chunk:
            try:
                [result] = self._executor.submit(self._work.all, [item]).result()
            except Exception as fault:
                result = Failure("the worker process died" if _is_death(fault) else f"{type(fault).__name__}: {fault}")
                if _is_death(fault):
                    self._restart()
            yield result
        self._under_way = deque(
            (more, self._submit(more) if _is_death(future.exception()) else future) for more, future in self._under_way
        )

    def _submit(self, chunk: list[_Item]) -> Future[list[_Result | Failure]]:
        try:
            return self._executor.submit(self._work.all, chunk)
        except BrokenProcessPool as error:
            failed: Future[list[_Result | Failure]] = Future()
            failed.set_exception(error)
            return failed

    def _restart(self) -> None:
        """New processes where one died."""
        self._executor.shutdown()
        self._executor = self._start()


def _is_death(error: BaseException | None) -> bool:
    """Whether an error says that a process died."""
    return isinstance(error, BrokenProcessPool)
