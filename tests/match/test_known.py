"""Known names: spellings of one name share a sense, those of two names do not."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.match.known import MOST_SENSES, Known
from audit.match.names import digests
from audit.match.pairs import pair_up
from benchmarks.name_records import Record, known_of, records

LINES = [
    "bakhtov, bachtow, bahtov, бахтов => Q1",
    "bachtov, бахтов => Q2",
    "bakhtin, бахтин => Q3",
    "telma => Q4",
    "o’telma, al-telma => Q5",
]
TAUGHT = known_of(records(LINES))


def judged(first: str, second: str, known: Known = TAUGHT) -> dict[str, float]:
    """What is said of a pair of names, without zeros."""
    pairs = pair_up([first], [second], np.array([False]))
    found = known.compare(pairs, np.array(digests(pairs.words.words), np.uint32))
    return {name: float(values[0]) for name, values in found.items() if values[0]}


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("Ilya Bakhtov", "Ilya Bachtow", {"known_as_one": 1}),  # spellings of one record
        ("Ilya Bakhtov", "Ilya Bachtov", {"known_as_one": 1}),  # two records, written alike
        ("Ilya Bakhtov", "Ilya Bakhtin", {"known_as_two": 1}),
        ("Bakhtov", "Telma", {"known_as_two": 1}),
        ("Bakhtov", "Bakhtev", {"half_known": 1}),
        ("Bakhtiv", "Bakhtev", {"unknown": 1}),
        ("Telma Bakhtov", "Telma Bakhtov", {}),
        ("Telma Bakhtov", "Thelma Bakhtin", {"half_known": 1, "known_as_two": 1}),
    ],
)
def test_words_that_differ_are_looked_up(
    first: str, second: str, expected: dict[str, float]
) -> None:
    assert judged(first, second) == judged(second, first) == expected


def test_records_are_read_with_their_scripts() -> None:
    one, _, _, _, last = records(LINES)
    assert one == Record(
        "wn:Q1", frozenset({"bakhtov", "bachtow", "bahtov"}), frozenset({"бахтов"})
    )
    assert last.spellings == {"otelma"}  # names of two words are no words


def test_spellings_of_a_record_left_out_are_unknown() -> None:
    known = known_of(records(LINES), {"wn:Q1"})
    assert judged("Bakhtov", "Bakhtin", known) == {"half_known": 1}
    assert judged("Bachtov", "Bakhtin", known) == {"known_as_two": 1}


def test_without_names_all_are_unknown() -> None:
    assert judged("Bakhtov", "Bakhtin", Known()) == {"unknown": 1}


@given(
    st.lists(
        st.tuples(
            st.frozensets(st.text("abc", min_size=2, max_size=4), min_size=1, max_size=4),
            st.frozensets(st.text("абв", min_size=2, max_size=3), max_size=4),
        ),
        max_size=12,
    )
)
def test_names_are_known_after_they_are_stored(
    rows: list[tuple[frozenset[str], frozenset[str]]],
) -> None:
    names = [Record(f"{n}", spellings, own) for n, (spellings, own) in enumerate(rows)]
    known = known_of(names)
    stored = known.to_bytes()
    again = Known.from_bytes(stored)
    assert again.to_bytes() == stored
    spellings = sorted({one for record in names for one in record.spellings})
    if spellings:
        assert (again.find(np.array(digests(spellings), np.uint32)) >= 0).all()
        assert known.counts.max() <= MOST_SENSES
    for record in names:
        places = again.find(np.array(digests(sorted(record.spellings)), np.uint32))
        assert again.share(places[:-1], places[1:]).all()
