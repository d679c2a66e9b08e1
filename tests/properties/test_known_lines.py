"""Lines of JSON that are known from before come to what reading them anew comes to."""

import json
from collections.abc import Sequence
from io import BytesIO

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from audit.model.place import Span
from audit.model.report import Note
from audit.model.text import Document
from audit.read import Record, read


class Kept:
    """Lines kept as a cache keeps them."""

    def __init__(self) -> None:
        self.entries: dict[bytes, bytes] = {}
        self.found = 0

    def get(self, line: bytes) -> Record | None:
        value = self.entries.get(line)
        self.found += value is not None
        return None if value is None else msgspec.msgpack.decode(value, type=Record)

    def put(self, line: bytes, record: Record) -> None:
        self.entries[line] = msgspec.msgpack.encode(record)


WORDS = st.sampled_from(["Kim", "met", "Ужгород", "😀", '"Yes"', "a\\b", "\t", "x\ny", "\x07", ""])
TEXTS = st.lists(WORDS, max_size=4).map(" ".join)
EXTRAS = st.dictionaries(
    st.sampled_from(["title", "lang", "source_lang", "date", "url", "source", "other"]),
    st.sampled_from(["en", "de-AT", "Один", "", None, 7]),
    max_size=2,
)
SEGMENTS = st.lists(
    st.fixed_dictionaries({"target": TEXTS}, optional={"source": TEXTS, "id": st.integers(0, 3)}),
    max_size=3,
)
OBJECTS = st.builds(
    lambda identity, body, extras, plain: json.dumps(
        {"id": identity, **body, **extras}, ensure_ascii=plain
    ),
    st.sampled_from(["a", "b", 1, "", None]),
    TEXTS.map(lambda text: {"text": text}) | SEGMENTS.map(lambda some: {"segments": some}),
    EXTRAS,
    st.booleans(),
)
ODD = st.sampled_from(
    [
        '{"id": "a", "id": "b", "text": "Twice named."}',
        '{"id": "a", "text": "Cut of',
        '{"uri": "u", "body_text": "An item of ninjs.", "headline": "Item"}',
        '["id", "text"]',
        "",
        "  ",
        '  {"id": "a",  "text":"Spaced."}  ',
    ]
)
LINES = st.lists(OBJECTS | ODD, min_size=1, max_size=6)


def read_all(data: bytes, kept: Kept | None) -> list[Document | Note]:
    return list(read(["-"], stdin=BytesIO(data), stdin_filename="feed.jsonl", lines=kept))


def file_of(lines: Sequence[str], end: str, encoding: str, last: bool) -> bytes:
    text = end.join(lines) + (end if last else "")
    return text.encode(encoding)


@given(
    LINES,
    LINES,
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    st.booleans(),
)
def test_known_lines_are_what_they_would_be_read_as(
    before: list[str], since: list[str], end: str, encoding: str, last: bool
) -> None:
    kept = Kept()
    read_all(file_of([*before, *since], end, "utf-8", last=True), kept)
    for lines in ([*since, *before], before, [*before[1:], *since]):
        data = file_of(lines, end, encoding, last)
        known, anew = read_all(data, kept), read_all(data, None)
        assert known == anew
        for one, other in zip(known, anew, strict=True):
            if isinstance(one, Document) and isinstance(other, Document):
                for at in range(len(one.text)):
                    assert one.origin.absolute(Span(at, at + 1)) == other.origin.absolute(
                        Span(at, at + 1)
                    )


def test_only_lines_that_nothing_is_said_of_are_kept() -> None:
    kept = Kept()
    good = '{"id": "a", "text": "It rained."}'
    odd = ('{"id": "b", "id": "c", "text": "It rained."}', '{"id": "d", "text": "\\u0007."}')
    data = "\n".join([good, *odd, "no", good]).encode()
    found = read_all(data, kept)
    assert [*kept.entries] == [f"{good}\n".encode(), good.encode()]
    assert kept.found == 0
    assert read_all(data, kept) == found
    assert kept.found == 2
