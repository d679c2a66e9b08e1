"""Windows over a long text: every piece once, seen where it has most context, words kept whole."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.neural.base import Stretch
from audit.neural.windows import Piece, joined, stretches

LABELS = ["O", "B-PER", "I-PER", "B-LOC", "I-LOC", "PER", "S-LOC"]


def pieces(text: str, labels: list[str]) -> list[Piece]:
    """One piece for each word of `text`."""
    found, at = [], 0
    for word, label in zip(text.split(), labels, strict=True):
        start = text.index(word, at)
        at = start + len(word)
        found.append(Piece(start, at, label))
    return found


def read(text: str, labels: list[str]) -> list[tuple[str, str]]:
    return [(text[s.start : s.end], s.label) for s in stretches(text, pieces(text, labels))]


@given(st.lists(st.sampled_from(LABELS), max_size=60), st.integers(4, 12), st.integers(1, 3))
def test_windows_give_what_one_look_at_all_gives(
    labels: list[str], size: int, overlap: int
) -> None:
    whole = [Piece(2 * i, 2 * i + 1, label) for i, label in enumerate(labels)]
    step = size - overlap
    windows = [whole[at : at + size] for at in range(0, max(1, len(whole) - overlap), step)]
    assert joined(windows) == whole


@given(st.integers(1, 40), st.integers(6, 12))
def test_a_piece_is_believed_where_it_lies_deepest(count: int, size: int) -> None:
    """Labels name the window; of two that hold a piece the one with more around it is taken."""
    step = size // 2
    starts = list(range(0, max(1, count - size + step), step))
    windows = [
        [Piece(i, i + 1, str(start)) for i in range(start, min(start + size, count))]
        for start in starts
    ]
    for piece in joined(windows):
        holding = [w for w in windows if w[0].start <= piece.start <= w[-1].start]

        def depth(window: list[Piece], at: int = piece.start) -> int:
            before = at - window[0].start if window is not windows[0] else count
            after = window[-1].start - at if window is not windows[-1] else count
            return min(before, after)

        chosen = next(w for w in holding if w[0].label == piece.label)
        assert depth(chosen) == max(map(depth, holding))


class TestStretches:
    @pytest.mark.parametrize(
        ("labels", "expected"),
        [
            ("O B-PER I-PER O", [("Olena Hart", "PER")]),
            ("O PER PER O", [("Olena Hart", "PER")]),
            ("O B-PER L-PER O", [("Olena Hart", "PER")]),
            ("O B-PER B-PER O", [("Olena", "PER"), ("Hart", "PER")]),
            ("O S-PER U-LOC O", [("Olena", "PER"), ("Hart", "LOC")]),
            ("O I-PER I-LOC O", [("Olena", "PER"), ("Hart", "LOC")]),
            ("O O O O", []),
        ],
    )
    def test_labels_are_read(self, labels: str, expected: list[tuple[str, str]]) -> None:
        assert read("saw Olena Hart again", labels.split()) == expected

    def test_a_comma_parts_two_names(self) -> None:
        assert read("saw Olena , Hart", ["O", "PER", "O", "PER"]) == [
            ("Olena", "PER"),
            ("Hart", "PER"),
        ]

    def test_the_first_piece_speaks_for_the_word(self) -> None:
        text = "saw Hrytsenko"
        split = [Piece(0, 3, "O"), Piece(4, 7, "B-PER"), Piece(7, 10, "O"), Piece(10, 13, "I-LOC")]
        assert list(stretches(text, split)) == [Stretch(4, 13, "PER")]

    def test_han_characters_are_words_of_their_own(self) -> None:
        text = "见王毅在"
        split = [Piece(i, i + 1, label) for i, label in enumerate(["O", "B-PER", "I-PER", "O"])]
        assert list(stretches(text, split)) == [Stretch(1, 3, "PER")]

    @given(st.lists(st.sampled_from(LABELS), min_size=1, max_size=20))
    def test_no_word_is_cut_and_none_stands_twice(self, labels: list[str]) -> None:
        text = " ".join(f"w{i}" for i in range(len(labels)))
        found = list(stretches(text, pieces(text, labels)))
        starts = {piece.start for piece in pieces(text, labels)}
        ends = {piece.end for piece in pieces(text, labels)}
        assert all(one.start in starts and one.end in ends for one in found)
        assert all(a.end <= b.start for a, b in pairwise(found))
        labelled = sum(label != "O" for label in labels)
        assert sum(len(text[s.start : s.end].split()) for s in found) == labelled
