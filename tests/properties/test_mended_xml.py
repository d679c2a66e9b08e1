"""XML of any kind of brokenness: not one byte of it goes missing without being told."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from audit.errors import InputError
from audit.read.xml_events import EventKind, events
from audit.read.xml_mended import Mended

SCRAPS = (
    st.sampled_from(
        ["<", ">", "&", "&amp;", "&nbsp;", "&#1;", "a", "é😀", "\r\n", "\r", " ", "<!DOCTYPE", "="]
    )
    | st.sampled_from(
        ["<!--", "-->", "<?x", "?>", "<![CDATA[", "]]>", "<rss>", "</rss>", "<item>", "</item>"]
    )
    | st.sampled_from(
        [
            "<br/>",
            "<item/>",
            "<a b='>'>",
            "</a>",
            '<a:b c="&lt;',
            '">',
            "</a:b>",
            "<!DOCTYPE x>",
            "\udc80",
        ]
    )
)
FILES = st.lists(SCRAPS, max_size=30).map("".join)
ITEMS = frozenset({"item"})


def well_formed(text: str) -> bool:
    try:
        list(events(text, "a.xml"))
    except InputError:
        return False
    return True


@given(FILES)
def test_every_character_is_an_event_or_lost(text: str) -> None:
    mended = Mended(text, "a.xml", ITEMS)
    found = list(mended.events())
    ranges = sorted(
        [(one.start, one.end) for one in found] + [(one.start, one.end) for one in mended.lost]
    )
    at = 0
    for start, end in ranges:
        assert start <= at
        at = max(at, end)
    assert at == len(text)
    texts = [(one.start, one.end) for one in found if one.kind is EventKind.TEXT]
    assert all(one[1] <= two[0] for one, two in pairwise(texts))


@given(FILES)
def test_text_that_is_read_stands_there_or_is_a_reference(text: str) -> None:
    for one in Mended(text, "a.xml", ITEMS).events():
        if one.kind is EventKind.TEXT:
            raw = text[one.start : one.end].replace("\udc80", "\ufffd")
            assert one.text == raw or raw[0] == "&" or (one.text == "\n" and raw in "\r\n")


@given(FILES.map(lambda text: f"<rss>{text}</rss>").filter(well_formed))
def test_what_is_well_formed_reads_the_same(text: str) -> None:
    mended = Mended(text, "a.xml", frozenset())
    ours, theirs = (
        [(one.kind, one.start, one.end, one.text, one.name) for one in each]
        for each in (mended.events(), events(text, "a.xml"))
    )
    kinds = {EventKind.START, EventKind.END}
    assert [one for one in ours if one[0] in kinds] == [one for one in theirs if one[0] in kinds]
    said = ["".join(one[3] for one in each) for each in (ours, theirs)]
    assert said[0] == said[1]
    assert not mended.lost
    assert not mended.mended
