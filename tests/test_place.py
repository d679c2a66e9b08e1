from audit.model.place import OffsetMap, Piece, Span

def test_entity_is_atomic() -> None:
    # "A&amp;B" -> "A&B"
    m = OffsetMap.of([Piece(0, 1, 0, 1), Piece(1, 1, 1, 5), Piece(2, 1, 6, 1)])
    assert m.back(Span(1, 2)) == Span(1, 6)
    assert m.back(Span(0, 3)) == Span(0, 7)
    assert m.back(Span(2, 3)) == Span(6, 7)
    assert m.back(Span(3, 3)) == Span(7, 7)
