"""Entries: what is asked for is what was put last, in whatever order it is asked for."""

from collections.abc import Sequence
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audit.entries import KEPT_RUNS, Entries

NAME = "entries.sqlite"
numbers = count()
keys = st.integers(0, 9)
steps = st.tuples(st.sampled_from(["get", "put", "write", "in order"]), keys)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("entries")


def key(number: int) -> bytes:
    return number.to_bytes(2, "big")


def value(entries: Entries, number: int) -> bytes | None:
    found = entries.get(key(number))
    return None if found is None else bytes(found)


@settings(
    deadline=None, max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(steps, max_size=20))
def test_each_key_has_the_value_that_was_written_last(
    home: Path, history: Sequence[tuple[str, int]]
) -> None:
    entries = Entries(home / str(next(numbers)), NAME)
    written = {number: b"first %d" % number for number in range(8)}
    for number, first in written.items():
        entries.put(key(number), first)
    waiting: dict[int, bytes] = {}
    entries.write()
    for turn, (what, number) in enumerate(history):
        if what == "put":
            waiting[number] = b"turn %d" % turn
            entries.put(key(number), waiting[number])
        elif what == "write":
            entries.write()
            written |= waiting
            waiting.clear()
        else:
            last = number + 4 if what == "in order" else number + 1
            for one in range(number, last):
                if one not in waiting:
                    assert value(entries, one) == written.get(one)
    entries.close()


def test_what_is_read_ahead_stays_in_use(tmp_path: Path) -> None:
    """Entries that a run asks for in order are renewed like those that are looked up."""
    entries = Entries(tmp_path, NAME)
    for number in range(100):
        entries.put(key(number), b"value")
    entries.close()
    for _ in range(KEPT_RUNS + 2):
        entries = Entries(tmp_path, NAME)
        entries.begin()
        assert all(value(entries, number) == b"value" for number in range(100))
        entries.close()


def test_what_was_read_ahead_is_read_again_once_it_is_written_anew(tmp_path: Path) -> None:
    entries = Entries(tmp_path, NAME)
    for number in range(9):
        entries.put(key(number), b"before")
    entries.write()
    assert [value(entries, number) for number in range(4)] == [b"before"] * 4
    entries.put(key(4), b"since")
    entries.write()
    assert [value(entries, number) for number in (4, 5)] == [b"since", b"before"]
