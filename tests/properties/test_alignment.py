"""Alignment keeps order, loses nothing of what it takes, and undoes what joined passages."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from audit.lang.lengths import Expansion, expansion
from audit.model.text import Document
from audit.segment.beads import Passage, beads
from audit.segment.pairs import pairs
from audit.segment.sound import sound

LENGTHS = Expansion(1.0)
PASSAGES = st.lists(
    st.builds(
        Passage,
        st.integers(0, 400),
        st.frozensets(st.sampled_from(["12", "2023", "kvr", "lndn"]), max_size=3),
        st.booleans(),
    ),
    max_size=60,
)
LINES = st.lists(
    st.text(st.characters(codec="utf-8", exclude_characters="\r\n"), max_size=40), max_size=8
)


@given(PASSAGES, PASSAGES)
def test_beads_hold_every_passage_once_and_in_order(
    source: list[Passage], target: list[Passage]
) -> None:
    found = beads(source, target, LENGTHS)
    ours = [n for bead in found for n in range(bead.target_start, bead.target_end)]
    theirs = [n for bead in found for n in range(bead.source_start, bead.source_end)]
    assert ours == list(range(len(target)))
    assert theirs == list(range(len(source)))


@given(PASSAGES, PASSAGES)
def test_what_is_believed_keeps_its_order(source: list[Passage], target: list[Passage]) -> None:
    kept = sound(beads(source, target, LENGTHS), source, target, LENGTHS)
    for one, other in pairwise(kept):
        assert one.source_end <= other.source_start
        assert one.target_end <= other.target_start


@given(st.lists(st.integers(60, 300), min_size=1, max_size=80))
def test_a_text_beside_itself_is_aligned_passage_by_passage(lengths: list[int]) -> None:
    side = [Passage(length, frozenset({f"{n}"})) for n, length in enumerate(lengths)]
    found = beads(side, side, LENGTHS)
    assert [(one.source_start, one.target_start) for one in found] == [
        (n, n) for n in range(len(side))
    ]


@given(LINES, LINES)
def test_pairs_lie_in_order_in_both_texts(ours: list[str], theirs: list[str]) -> None:
    text, source = "\n".join(ours), "\n".join(theirs)
    document = Document("a", "a.txt", text, lang="en", source=source, source_lang="ru")
    found = pairs(document, "en", "ru")
    at = 0
    for pair in found:
        assert pair.source in source[at:]
        at = source.index(pair.source, at) + len(pair.source)
        assert 0 <= pair.span.start <= pair.span.end <= len(text)
    for one, other in pairwise(found):
        assert one.span.end <= other.span.start


@given(st.integers(1, 500), st.integers(1, 500))
def test_the_longer_the_translation_the_further_it_departs(source: int, target: int) -> None:
    usual = expansion("ru", "en")
    assert usual is not None
    assert usual.departure(source, target) < usual.departure(source, target + 1)
    assert usual.spread(source) >= usual.spread(source + 1)
