"""Other Python threads run while Calque reads."""

import multiprocessing
import signal
import sys
import threading
from collections.abc import Callable
from operator import length_hint
from types import FrameType

import calque
import pytest


def other_thread_runs_during(work: Callable[[], object]) -> bool:
    """With this switch interval, a thread gets the GIL only if another releases it."""
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1000)
    try:
        go, ran = threading.Event(), threading.Event()

        def run() -> None:
            go.wait()
            ran.set()

        other = threading.Thread(target=run)
        other.start()
        go.set()
        for _ in range(1000):  # the other thread may wake up slowly
            work()
            if ran.is_set():
                break
        has_run = ran.is_set()
        other.join()
        return has_run
    finally:
        sys.setswitchinterval(interval)


def test_the_gil_is_released(texts: list[str]) -> None:
    long_text = "\n\n".join(texts)
    assert other_thread_runs_during(lambda: calque.score(long_text))
    assert other_thread_runs_during(lambda: calque.score_many([long_text], threads=1))
    assert other_thread_runs_during(lambda: calque.explain(long_text))


def test_the_gil_test_can_fail() -> None:
    assert not other_thread_runs_during(lambda: sum(range(1000)))


def test_threads_share_an_analyzer(texts: list[str]) -> None:
    analyzer = calque.load()
    expected = [verdict.to_dict() for verdict in analyzer.score_many(texts)]
    seen: list[list[dict[str, object]]] = []
    threads = [
        threading.Thread(target=lambda: seen.append([v.to_dict() for v in analyzer.score_many(texts, threads=2)]))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen == [expected] * 4


class Alarm(Exception):
    pass


def raise_alarm(number: int, frame: FrameType | None) -> None:
    raise Alarm


def test_a_signal_ends_a_long_call_early(texts: list[str]) -> None:
    many = iter(texts[:1] * 1_000_000)
    before = signal.signal(signal.SIGALRM, raise_alarm)
    try:
        signal.setitimer(signal.ITIMER_REAL, 0.05)
        with pytest.raises(Alarm):
            calque.score_many(many, threads=1)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    assert length_hint(many) > 0


def label(text: str) -> str:
    return calque.score_many([text] * 3, threads=2)[0].label


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_child_processes_score_after_their_parent_has(texts: list[str], method: str) -> None:
    expected = [verdict.label for verdict in calque.score_many(texts, threads=2)]
    with multiprocessing.get_context(method).Pool(2) as pool:
        assert pool.map(label, texts) == expected
