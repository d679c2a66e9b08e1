"""Feeds that are not well-formed: read as far as it makes sense, and every lost byte told."""

import time

import pytest

from audit.model.report import Note, NoteLevel
from audit.read.xml_events import MAX_DEPTH, MAX_VALUE
from audit.read.xml_news import MAX_LOST
from tests.read.conftest import ReadBytes


def feed(items: str) -> str:
    return f"<rss><channel>\n{items}</channel></rss>"


def item(title: str) -> str:
    return f"<item><title>{title}</title></item>\n"


def errors(notes: list[Note]) -> list[str]:
    return [note.message for note in notes if note.level is NoteLevel.ERROR]


@pytest.mark.parametrize(
    ("title", "text", "told"),
    [
        ("AT&T said", "AT&T said", "1 × `&` that begins no reference"),
        ("Kim&nbsp;Jong &eacute;", "Kim\u00a0Jong é", "2 × reference that only HTML knows"),
        ("3 < 4 &lt; 5", "3 < 4 < 5", "1 × `<` that begins no tag"),
        ("a &copy b", "a &copy b", "1 × `&` that begins no reference"),
        ("a <i>b", "a b", "1 × element that is never closed"),
        ("a ]]> b", "a ]]> b", "not well-formed"),
    ],
)
def test_mended_without_loss(reading: ReadBytes, title: str, text: str, told: str) -> None:
    file = feed(item("One") + item(title) + item("Three"))
    documents, notes = reading(file, "a.rss")
    assert [document.text for document in documents] == ["One", text, "Three"]
    assert errors(notes) == []
    assert (notes[0].level, notes[0].code, notes[0].line) == ("warning", "mended-xml", 3)
    assert told in notes[0].message
    place = documents[1].origin.absolute(documents[1].blocks[0].span)
    assert file[place.start : place.end] == title


def test_an_item_that_the_file_breaks_off_in_is_an_error(reading: ReadBytes) -> None:
    file = feed(item("Один") + item("Two"))[:-30]
    documents, notes = reading(file, "a.rss")
    assert [document.text for document in documents] == ["Один"]
    (error,) = errors(notes)
    lost = file[file.index("<item>", 30) :].encode()
    at = len(file.encode()) - len(lost)
    assert "an item is lost" in error
    assert f": {len(lost)} bytes from byte {at} not read (“<item><title>Two" in error
    assert notes[-1].line == 3


def test_a_file_that_breaks_off_between_items_is_an_error_too(reading: ReadBytes) -> None:
    documents, notes = reading(feed(item("One")).removesuffix("</channel></rss>"), "a.rss")
    assert [document.text for document in documents] == ["One"]
    assert errors(notes) == ["the file breaks off within <channel>"]


def test_items_that_are_not_closed_end_where_the_next_begins(reading: ReadBytes) -> None:
    file = feed("<item><title>One</title><item><title>Two</title></item>")
    documents, notes = reading(file, "a.rss")
    assert [document.text for document in documents] == ["One", "Two"]
    assert "1 × item that is never closed" in notes[0].message
    assert errors(notes) == []


def test_what_is_lost_is_told_with_its_bytes(reading: ReadBytes) -> None:
    file = "Warning: é\n" + feed("</b>" + item("One") + "<![CDATA[ " + item("Two"))
    documents, notes = reading(file, "a.rss")
    assert [document.text for document in documents] == ["One", "Two"]
    lost = [(note.level.value, note.line, note.message) for note in notes[1:]]
    assert lost == [
        (
            "error",
            1,
            "text outside the root element: 12 bytes from byte 0 not read (“Warning: é”)",
        ),
        ("warning", 3, "end tag of nothing: 4 bytes from byte 27 not read (“</b>”)"),
        (
            "warning",
            4,
            "`<![CDATA[` that is never closed: 9 bytes from byte 63 not read (“<![CDATA[”)",
        ),
    ]


def test_bytes_that_are_no_utf_8(reading: ReadBytes) -> None:
    file = feed(item("One") + item("Київ\0")).encode().replace(b"\0", b"\xd0")
    documents, notes = reading(file, "a.rss")
    assert [document.text for document in documents] == ["One", "Київ\ufffd"]
    at = file.index(b"\xd0<")
    (error,) = errors(notes)
    told = f"1 byte is not valid UTF-8 and therefore lost: byte {at} (line 3); read as U+FFFD"
    assert error == told
    whole = documents[1].origin.absolute(documents[1].blocks[0].span)
    assert len(whole) == len("Київ") + 1
    documents, notes = reading(feed(item("Київ" * 40)).encode("cp1251"), "a.rss")
    assert documents == []
    assert len(errors(notes)) == 1


def test_many_losses_are_summed_up(reading: ReadBytes) -> None:
    _, notes = reading(feed("</b>" * (MAX_LOST + 5) + item("One")), "a.rss")
    assert len(notes) == MAX_LOST + 2
    assert notes[-1].message == "20 more bytes in 5 places could not be read"


def test_html_within_that_ends_in_a_tag_is_told(reading: ReadBytes) -> None:
    (document,), (note,) = reading(
        feed('<item><description>Text &lt;a href="x</description></item>'), "a.rss"
    )
    assert document.text == "Text"
    assert (note.level, note.code, note.line) == ("warning", "html-unclosed", 2)
    assert "13 bytes were not read" in note.message


ENTITIES = '<!DOCTYPE rss [<!ENTITY e SYSTEM "secret.txt">]>'
ATTACKS = {
    "an entity": f"{ENTITIES}{feed(item('&e;'))}",
    "an entity behind a fault": f"&{ENTITIES}{feed(item('&e;'))}",
    "depth": "<rss>" + "<a>" * 200_000,
    "depth behind a fault": "<rss>&" + "<a>" * 200_000,
    "a giant attribute": f'<rss a="{"x" * (MAX_VALUE + 1)}"/>',
    "a giant attribute behind a fault": f'<rss>&<a a="{"x" * (MAX_VALUE + 1)}"/></rss>',
}


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_is_an_error(reading: ReadBytes, attack: str) -> None:
    began = time.process_time()
    documents, notes = reading(ATTACKS[attack], "a.rss")
    assert time.process_time() - began < 5
    assert documents == []
    (error,) = errors(notes)
    expected = ("entit", f"more than {MAX_DEPTH} deep", "an attribute has")
    assert any(told in error for told in expected)


@pytest.mark.parametrize(
    "scrap",
    [
        "<![CDATA[",
        "<!--",
        "<?x",
        '<a|b="',
        "<a|b='",
        "<a|",
        "&",
        "</a>",
        "<!DOCTYPE|[",
        "<",
        "<a|x",
    ],
)
def test_a_broken_file_takes_time_linear_in_its_size(reading: ReadBytes, scrap: str) -> None:
    began = time.process_time()
    reading("<rss>" + scrap.replace("|", " ") * (200_000 // len(scrap)), "a.rss")
    assert time.process_time() - began < 5


@pytest.mark.parametrize("scrap", ["<!--", "<", "<a.", "&<a:", "<!DOCTYPE rss ["])
def test_a_file_without_a_root_is_told_quickly(reading: ReadBytes, scrap: str) -> None:
    began = time.process_time()
    documents, notes = reading(scrap * (200_000 // len(scrap)), "a.rss")
    assert time.process_time() - began < 5
    assert documents == []
    assert len(errors(notes)) == 1


def test_json_that_is_deep_or_odd(reading: ReadBytes) -> None:
    version = '{"version": "https://jsonfeed.org/version/1.1", "items": '
    for items in ("[" * 100_000 + "]" * 100_000, "[[[1]]]", '[{"title": 5, "id": {}}]', "[null]"):
        documents, notes = reading(f"{version}{items}}}", "a.json")
        assert documents == []
        assert len(errors(notes)) == 1
