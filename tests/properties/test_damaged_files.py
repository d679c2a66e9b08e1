"""A damaged file of units or of news is read as far as it makes sense, or told.

It never breaks the reader.
"""

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.model.place import Span
from audit.model.text import Document
from audit.read import read
from tests.properties.feed_files import FEED_FILES
from tests.properties.unit_files import UNIT_FILES

FILES = UNIT_FILES | FEED_FILES
SCRAPS = st.sampled_from(
    ["<", ">", "&", '"', "]]>", "<target>", "</target>", "<seg>", "\n", "\t", ",", "\\", "msgstr "]
) | st.sampled_from(["<![CDATA[", "<!--", "<item>", "</item>", "&nbsp;", "\\u", "{", "]", "</p>"])


@pytest.mark.parametrize("name", FILES)
@given(data=st.data())
def test_a_damaged_file_is_read_or_told(name: str, data: st.DataObject) -> None:
    text = data.draw(FILES[name]).file
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(text)))
        cut = data.draw(st.integers(0, 12))
        text = text[:at] + data.draw(st.just("") | SCRAPS) + text[at + cut :]
    found = list(read(["-"], stdin=BytesIO(text.encode()), stdin_filename=name))
    assert found
    for document in found:
        if not isinstance(document, Document):
            continue
        for pair in document.pairs:
            place = document.origin.absolute(pair.span)
            assert 0 <= place.start <= place.end <= len(text)
            assert document.origin.content.back(pair.span).start == document.place(pair.span).start
        for tag in document.markup:
            assert 0 <= tag.at <= len(document.text)
            assert tag.text in text
        whole = Span(0, len(document.text))
        assert document.place(whole).line >= 1
