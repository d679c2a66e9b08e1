"""Places: maps back to the origin cover exactly what a span came from, and lines are counted."""

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.model.place import IDENTITY, SAME, OffsetMap, Origin, Piece, Place, Span, line_starts


def pieces_of(sizes: list[tuple[int, int, int]]) -> list[Piece]:
    """Pieces from (length, width, gap before it in the origin)."""
    pieces, text, origin = [], 0, 0
    for length, width, gap in sizes:
        pieces.append(Piece(text, length, origin + gap, width))
        text, origin = text + length, origin + gap + width
    return pieces


COPIED = st.integers(1, 5).map(lambda n: (n, n))
ATOMS = st.tuples(st.integers(1, 3), st.integers(0, 9))
PIECES = st.lists(
    st.builds(lambda size, gap: (*size, gap), COPIED | ATOMS, st.integers(0, 4)), min_size=1
).map(pieces_of)


def origins(pieces: list[Piece]) -> list[tuple[int, int]]:
    """For each code point of the text, the range that it came from, by the definition."""
    ranges = []
    for piece in pieces:
        for inside in range(piece.length):
            if piece.length == piece.width:
                ranges.append((piece.origin + inside, piece.origin + inside + 1))
            else:
                ranges.append((piece.origin, piece.origin + piece.width))
    return ranges


class TestSpan:
    def test_is_half_open(self) -> None:
        assert len(Span(2, 5)) == 3
        assert not Span(0, 2).overlaps(Span(2, 4))
        assert Span(0, 3).overlaps(Span(2, 4))

    def test_holds_itself_and_an_empty_one_at_its_end(self) -> None:
        assert Span(1, 4).holds(Span(1, 4))
        assert Span(1, 4).holds(Span(4, 4))
        assert not Span(1, 4).holds(Span(3, 5))

    @pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
    def test_refuses_what_is_no_range(self, start: int, end: int) -> None:
        with pytest.raises(ValueError, match="not a span"):
            Span(start, end)

    def test_shifts_both_ends(self) -> None:
        assert Span(1, 2).shift(10) == Span(11, 12)


class TestOffsetMap:
    def test_an_entity_is_atomic(self) -> None:
        m = OffsetMap.of([Piece(0, 1, 0, 1), Piece(1, 1, 1, 5), Piece(2, 1, 6, 1)])  # A&amp;B
        assert m.back(Span(1, 2)) == Span(1, 6)
        assert m.back(Span(0, 3)) == Span(0, 7)
        assert m.back(Span(2, 3)) == Span(6, 7)
        assert m.back(Span(3, 3)) == Span(7, 7)

    def test_markup_between_two_copied_pieces_belongs_to_neither(self) -> None:
        m = OffsetMap.of([Piece(0, 2, 3, 2), Piece(2, 2, 9, 2)])  # <b>Ki</b>ev
        assert m.back(Span(0, 2)) == Span(3, 5)
        assert m.back(Span(2, 4)) == Span(9, 11)
        assert m.back(Span(1, 3)) == Span(4, 10)

    def test_a_piece_without_width_maps_to_a_point(self) -> None:
        m = OffsetMap.of([Piece(0, 2, 0, 2), Piece(2, 1, 2, 0), Piece(3, 2, 2, 2)])
        assert m.back(Span(2, 3)) == Span(2, 2)
        assert m.back(Span(0, 5)) == Span(0, 4)

    def test_no_pieces_are_the_identity(self) -> None:
        assert SAME.back(Span(7, 9)) == Span(7, 9)

    def test_neighbours_that_were_copied_are_joined(self) -> None:
        m = OffsetMap.of([Piece(0, 2, 5, 2), Piece(2, 3, 7, 3), Piece(5, 1, 20, 1)])
        assert m.pieces == (Piece(0, 5, 5, 5), Piece(5, 1, 20, 1))
        assert m.starts == (0, 5)

    @given(PIECES, st.data())
    def test_back_is_the_hull_of_the_origins_of_the_characters(
        self, pieces: list[Piece], data: st.DataObject
    ) -> None:
        where = origins(pieces)
        start = data.draw(st.integers(0, len(where) - 1))
        end = data.draw(st.integers(start + 1, len(where)))
        back = OffsetMap.of(pieces).back(Span(start, end))
        assert back == Span(where[start][0], where[end - 1][1])

    @given(PIECES, st.data())
    def test_an_empty_span_maps_to_a_point_at_its_start(
        self, pieces: list[Piece], data: st.DataObject
    ) -> None:
        where = origins(pieces)
        at = data.draw(st.integers(0, len(where)))
        back = OffsetMap.of(pieces).back(Span(at, at))
        assert back.start == back.end == (where[at][0] if at < len(where) else where[-1][1])

    @given(PIECES, st.data())
    def test_a_span_that_holds_another_still_does_after_mapping(
        self, pieces: list[Piece], data: st.DataObject
    ) -> None:
        size = sum(piece.length for piece in pieces)
        a, b, c, d = sorted(data.draw(st.tuples(*[st.integers(0, size)] * 4)))
        m = OffsetMap.of(pieces)
        if b < c:
            assert m.back(Span(a, d)).holds(m.back(Span(b, c)))


class TestPlace:
    def test_lines_and_columns_count_from_one(self) -> None:
        origin = Origin(line_starts=line_starts("one\ntwo\n"))
        assert origin.place(Span(0, 1)) == Place(0, 1, 1, 1)
        assert origin.place(Span(5, 7)) == Place(5, 7, 2, 2)
        assert origin.place(Span(8, 8)) == Place(8, 8, 3, 1)

    def test_both_maps_are_followed_and_the_first_line_counts(self) -> None:
        content = OffsetMap.of([Piece(0, 3, 4, 3)])
        file = OffsetMap.of([Piece(0, 20, 10, 20)])
        origin = Origin(content, file, line_starts=(0, 12), first_line=5)
        assert origin.place(Span(0, 2)) == Place(4, 6, 6, 3)

    def test_text_of_its_own_is_one_line(self) -> None:
        assert IDENTITY.place(Span(3, 4)) == Place(3, 4, 1, 4)

    def test_values_travel_between_processes(self) -> None:
        origin = Origin(OffsetMap.of([Piece(0, 1, 0, 5)]))
        assert pickle.loads(pickle.dumps(origin)) == origin


class TestLineStarts:
    def test_knows_all_three_line_ends(self) -> None:
        assert line_starts("a\nb\r\nc\rd") == (0, 2, 5, 7)

    def test_a_line_end_at_the_end_begins_a_line(self) -> None:
        assert line_starts("a\n") == (0, 2)
        assert line_starts("") == (0,)

    @given(st.lists(st.text("ab"), min_size=1), st.sampled_from(["\n", "\r\n", "\r"]))
    def test_agrees_with_joining(self, lines: list[str], end: str) -> None:
        text = end.join(lines)
        starts = line_starts(text)
        ends = (*(start - len(end) for start in starts[1:]), len(text))
        assert [text[a:b] for a, b in zip(starts, ends, strict=True)] == lines

    def test_takes_time_linear_in_the_number_of_lines(self) -> None:
        assert len(line_starts("\n" * 300_000)) == 300_001  # took minutes when it was quadratic
