"""Files of units give every span of their texts back exactly where it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.model.place import Span
from tests.properties.test_offsets import MARKS, check, document_of
from tests.properties.unit_files import UNIT_FILES


@pytest.mark.parametrize("name", UNIT_FILES)
@given(data=st.data(), mark=MARKS)
def test_units(name: str, data: st.DataObject, mark: str) -> None:
    built = data.draw(UNIT_FILES[name])
    document = document_of(built, name, mark)
    check(built, document, data)
    assert "\n".join(document.cut(pair.span) for pair in document.pairs) == document.text
    for at, place in enumerate(built.places):
        if place != (-1, -1):
            found = document.origin.absolute(Span(at, at + 1))
            assert (found.start, found.end) == place
