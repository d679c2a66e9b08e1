"""What has no room in memory comes back from disk equal, in any order, and leaves nothing there."""

import pickle
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit import shelf as module
from audit.errors import ConfigError
from audit.model.finding import Hit
from audit.model.place import OffsetMap, Origin, Piece, Span
from audit.model.text import Document
from audit.run.examine import Examined
from audit.run.feed import Feed
from audit.run.packed import pack, unpack
from audit.score import words_of
from audit.shelf import Flat, Seen, Shelf
from tests.builders import document, mentions


def shelf(room: int) -> "Shelf[str]":
    return Shelf(str.encode, bytes.decode, room)


@given(values=st.lists(st.text(st.characters(codec="utf-8"), max_size=9)), room=st.integers(0, 30))
def test_a_shelf_is_the_list_of_what_was_put_there(values: list[str], room: int) -> None:
    kept = shelf(room)
    for value in values:
        kept.append(value, len(value))
    assert list(kept) == values
    assert [kept[at] for at in reversed(range(len(values)))] == values[::-1]
    assert kept[1:3] == values[1:3]
    assert kept[-1:] == values[-1:]
    assert kept.is_held is (sum(map(len, values)) <= room)
    with pytest.raises(IndexError):
        kept[len(values)]


@given(st.lists(st.lists(st.integers(), max_size=3).map(tuple)))
def test_a_flat_sequence_has_the_elements_of_its_rows(rows: list[tuple[int, ...]]) -> None:
    flat = Flat(rows, [len(row) for row in rows])
    every = [one for row in rows for one in row]
    assert (list(flat), len(flat)) == (every, len(every))
    assert [flat[at] for at in range(len(every))] == every
    assert flat[1:] == every[1:]
    assert list(Seen(flat, str)) == [str(one) for one in every]


def test_single_values_that_are_asked_for_again_are_at_hand() -> None:
    read: list[bytes] = []

    def unpacked(data: bytes) -> str:
        read.append(data)
        return data.decode()

    kept = Shelf(str.encode, unpacked, 0)
    for number in range(module.RECENT + 1):
        kept.append(str(number), 1)
    assert [kept[at] for at in (0, 1, 0)] == ["0", "1", "0"]
    assert len(read) == 2
    list(map(kept.__getitem__, range(len(kept))))
    assert kept[0] == "0"
    assert read.count(b"0") == 2


def test_a_full_disk_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(**_: str) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(tempfile, "TemporaryFile", full)
    with pytest.raises(ConfigError, match=r"No space left on device; name a folder .* TMPDIR"):
        shelf(0).append("x", 1)


def test_nothing_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    kept = shelf(0)
    kept.append("x", 1)
    del kept
    assert list(tmp_path.iterdir()) == []


def examined(text: str = "Kim Jong Un met Kim.", values: object = (("word", "x"),)) -> Examined:
    one = document(text, id="a")
    named = replace(one, mentions=tuple(mentions([one], "Kim")) if "Kim" in text else ())
    origin = Origin(content=OffsetMap.of([Piece(0, 3, 7, 3)]), first_line=4)
    hit = Hit("a", Span(0, 3), values, confidence=1 / 3)  # type: ignore[arg-type]
    return Examined(replace(named, origin=origin), (("NAM001", hit),), (), words_of(named))


class Odd(OffsetMap):
    """A map of a reader of its own."""


@pytest.mark.parametrize(
    "one",
    [
        examined(),
        examined("a lone \ud800 surrogate"),
        examined(values=(("count", 3),)),
        replace(examined(), document=replace(document("x"), origin=Origin(file=Odd()))),
    ],
    ids=["usual", "surrogate", "no-text", "own-map"],
)
def test_what_is_unpacked_is_what_was_packed(one: Examined) -> None:
    found = unpack(pack(one))
    assert found == one
    assert type(found.document.origin.file) is type(one.document.origin.file)
    assert pickle.dumps(found)


def test_mentions_share_what_is_equal() -> None:
    first, second = (unpack(pack(examined())).document.mentions[0] for _ in "ab")
    assert first.text is second.text
    assert first.lang is second.lang


def test_a_feed_gives_documents_by_number_and_id(monkeypatch: pytest.MonkeyPatch) -> None:
    given_ = [Document(f"d{n}", "f.txt", f"Text {n}.") for n in range(4)]
    for held in (0, 15, 1000):
        monkeypatch.setattr("audit.run.feed.HELD", held)
        feed = Feed()
        for one in given_:
            feed.add(Examined(one, (), (), words_of(one)))
        assert list(feed.documents) == given_
        assert feed.by_id == {one.id: one for one in given_}
        assert "d9" not in feed.by_id
