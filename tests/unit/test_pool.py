"""Work in processes: order, look-ahead, and what happens to the rest when one item fails or kills its process."""

from __future__ import annotations

import itertools
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from telegram_grammar._pool import Failure, _chunks, apply, processes


def double(item: int) -> int:
    if item < 0:
        raise ValueError(f"{item} is negative")
    return 2 * item


def die_at_seven(item: int) -> int:
    if item == 7:
        os._exit(1)
    return item


def lambda_at_seven(item: int) -> object:
    return (lambda: None) if item == 7 else item


def process_of(item: int) -> int:
    return os.getpid() + 0 * item


def no_weight(_: object) -> int:
    return 0


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_the_order_of_the_items(jobs: int) -> None:
    assert list(apply(double, range(300), jobs, no_weight)) == [2 * item for item in range(300)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_no_items_give_no_results(jobs: int) -> None:
    assert list(apply(double, [], jobs, no_weight)) == []


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_item_that_raises_is_a_failure_and_the_rest_goes_on(jobs: int) -> None:
    results = list(apply(double, [1, -1, 2], jobs, no_weight))
    assert results == [2, "ValueError: -1 is negative", 4]
    assert [isinstance(result, Failure) for result in results] == [False, True, False]


def test_an_item_that_kills_its_process_is_a_failure_and_the_rest_goes_on() -> None:
    results = list(apply(die_at_seven, range(40), 2, no_weight))
    assert results == [*range(7), "the worker process died", *range(8, 40)]
    assert isinstance(results[7], Failure)


def die_at_once_at_one(item: int) -> int:
    if item == 1:
        os._exit(1)
    time.sleep(0.2)  # so that it is under way when the process of item 1 dies
    return item


def test_no_other_item_is_blamed_for_a_death() -> None:
    assert list(apply(die_at_once_at_one, range(4), 2, no_weight)) == [0, "the worker process died", 2, 3]


def test_an_item_that_cannot_be_carried_over_is_a_failure_and_the_rest_goes_on() -> None:
    items: list[Any] = [1, iter(()), threading.Lock(), 2]
    first, _, failed, last = apply(double, items, 2, no_weight)
    assert (first, last) == (2, 4)
    assert isinstance(failed, Failure)


def test_a_result_that_cannot_be_carried_over_is_a_failure_and_the_rest_goes_on() -> None:
    results = list(apply(lambda_at_seven, range(20), 2, no_weight))
    assert [place for place, result in enumerate(results) if isinstance(result, Failure)] == [7]


def test_one_job_is_this_process() -> None:
    assert set(apply(process_of, range(3), 1, no_weight)) == {os.getpid()}


def test_several_jobs_are_other_processes() -> None:
    used = set(apply(process_of, range(200), 2, no_weight))
    assert os.getpid() not in used
    assert len(used) <= 2


def counted(taken: list[int]) -> Iterator[int]:
    for number in itertools.count():
        taken.append(number)
        yield number


@pytest.mark.parametrize(("jobs", "ahead"), [(1, 0), (2, 512)])
def test_endless_items_are_read_only_a_little_ahead(jobs: int, ahead: int) -> None:
    taken: list[int] = []
    results = apply(double, counted(taken), jobs, no_weight)
    for number in range(2000):
        assert next(results) == 2 * number
        assert len(taken) <= number + 1 + ahead + 64 * jobs
    del results  # ends the processes


def test_what_is_ready_is_not_held_back_by_a_slow_source() -> None:
    """The look-ahead is not filled first: a first result is there before 512 items are."""
    taken: list[int] = []
    results = apply(double, counted(taken), 2, no_weight)
    next(results)
    assert len(taken) < 512


def test_chunks_begin_with_one_item_and_grow() -> None:
    sizes = [len(chunk) for chunk in itertools.islice(_chunks(itertools.count(), 2, no_weight), 200)]
    assert sizes[:6] == [1, 1, 2, 2, 3, 3]
    assert max(sizes) == 64


def test_a_heavy_item_closes_its_chunk() -> None:
    chunks = list(_chunks(range(10), 1, lambda _: 10_000_000))
    assert chunks == [[number] for number in range(10)]


def test_processes_none_is_one_for_each_processor() -> None:
    assert processes(None) >= 1
    assert processes(3) == 3


@pytest.mark.parametrize("jobs", [0, -1])
def test_fewer_than_one_job_is_refused(jobs: int) -> None:
    with pytest.raises(ValueError, match="at least 1"):
        processes(jobs)


SCRIPT = """\
import multiprocessing
from telegram_grammar._pool import apply
{guard}
    multiprocessing.set_start_method("spawn", force=True)
    print(list(apply(str, [1, 2, 3], 2, lambda _: 0)))
"""


def run_script(folder: Path, guard: str) -> subprocess.CompletedProcess[str]:
    script = folder / "script.py"
    script.write_text(SCRIPT.format(guard=guard), "utf-8")
    return subprocess.run([sys.executable, str(script)], capture_output=True, text=True, timeout=60, check=False)


def test_spawned_workers_work_under_the_guard(tmp_path: Path) -> None:
    assert run_script(tmp_path, 'if __name__ == "__main__":').stdout == "['1', '2', '3']\n"


def test_spawned_workers_without_the_guard_end_with_an_error_that_names_it(tmp_path: Path) -> None:
    done = run_script(tmp_path, "if True:")
    assert done.stdout == ""
    assert done.stderr.splitlines()[-1].startswith("RuntimeError: worker processes cannot start")
    assert "__main__" in done.stderr.splitlines()[-1]
