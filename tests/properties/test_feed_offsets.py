"""Feeds give every span of their texts back exactly where it stands, through both layers."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.model.edit import Edit
from audit.model.place import Span
from audit.rewrite import rewrite
from tests.properties.feed_files import FEED_FILES
from tests.properties.test_offsets import MARKS, check, document_of
from tests.properties.test_round_trip import read_all


@pytest.mark.parametrize("name", FEED_FILES)
@given(data=st.data(), mark=MARKS)
def test_feeds(name: str, data: st.DataObject, mark: str) -> None:
    built = data.draw(FEED_FILES[name])
    document = document_of(built, name, mark)
    check(built, document, data)
    for at, place in enumerate(built.places):
        if place != (-1, -1):
            found = document.origin.absolute(Span(at, at + 1))
            assert (found.start, found.end) == place


@pytest.mark.parametrize("name", FEED_FILES)
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@settings(max_examples=20)
@given(data=st.data())
def test_feeds_in_utf_16(name: str, encoding: str, data: st.DataObject) -> None:
    built = data.draw(FEED_FILES[name])
    (document,) = read_all(name, ("\ufeff" + built.file).encode(encoding))
    check(built, document, data)


@pytest.mark.parametrize("name", FEED_FILES)
@given(data=st.data())
def test_a_change_of_letters_is_written_through_both_layers(name: str, data: st.DataObject) -> None:
    built = data.draw(FEED_FILES[name])
    file = built.file.encode()
    documents = read_all(name, file)
    places = [at for at, place in enumerate(built.places) if place != (-1, -1)]
    at = data.draw(st.sampled_from([at for at in places if built.text[at] not in ": &<>\u00a0"]))
    edit = Edit(documents[0].id, Span(at, at + 1), data.draw(st.sampled_from(["Kyivы", "y", "é"])))
    done = rewrite(file, documents, [edit], lambda new: read_all(name, new))
    assert done.refused == ()
    start, end = built.places[at]
    new = done.data.decode()
    assert (new[:start], new[len(new) - len(built.file) + end :]) == (
        built.file[:start],
        built.file[end:],
    )
    (changed,) = read_all(name, done.data)
    assert changed.text == built.text[:at] + edit.replacement + built.text[at + 1 :]
