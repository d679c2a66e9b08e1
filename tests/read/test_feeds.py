"""RSS, Atom and JSON Feed: one item, one document, with what it says of itself."""

import pytest

from audit.model.text import Document
from tests.read.conftest import ReadBytes

RSS = """<?xml version="1.0" encoding="utf-8"?>
<?xml-stylesheet href="feed.xsl"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:m="http://search.yahoo.com/mrss/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Example</title><language>en-gb</language>
<item>
  <title>Mayor &amp;amp; council agree</title>
  <link>https://news.example/1</link><guid isPermaLink="false">tag:1</guid>
  <pubDate>Tue, 10 Jun 2003 04:00:00 GMT</pubDate>
  <dc:creator>A. Writer who has a very long name and a title as well</dc:creator>
  <description>&lt;p&gt;The &lt;b&gt;mayor&lt;/b&gt; said so […]&lt;/p&gt;</description>
  <content:encoded><![CDATA[<p>The <b>mayor</b> said so today.</p>
  <ul><li>One</ul>]]></content:encoded>
  <m:group><m:content url="a.jpg"><m:title>Mayor</m:title>
  <m:description type="plain">The mayor in Lutsk</m:description></m:content></m:group>
</item>
<item xml:lang="uk"><title>Друга новина</title><link>https://news.example/2</link></item>
<item><category>empty</category></item>
</channel></rss>
"""


def cut(document: Document) -> list[tuple[str, str]]:
    return [(block.kind.value, document.cut(block.span)) for block in document.blocks]


def test_items_of_rss_are_documents(reading: ReadBytes) -> None:
    (first, second), (note,) = reading(RSS, "a.rss")
    assert cut(first) == [
        ("heading", "Mayor & council agree"),
        ("paragraph", "The mayor said so today."),
        ("list-item", "One"),
        ("caption", "Mayor"),
        ("caption", "The mayor in Lutsk"),
    ]
    assert first.text == "\n".join(text for _, text in cut(first))
    assert (first.id, first.lang, first.date) == ("tag:1", "en-GB", "2003-06-10T04:00:00+00:00")
    assert (first.title, first.publisher) == ("Mayor & council agree", "The Example")
    assert first.url == "https://news.example/1"
    assert (second.id, second.lang, second.text) == ("https://news.example/2", "uk", "Друга новина")
    expected = "not checked: 1 item without text, 1 summary that repeats the text"
    assert (note.code, note.message) == ("left-out", expected)


def test_the_kind_is_told_by_the_first_bytes_too(reading: ReadBytes) -> None:
    named = [document.text for document in reading(RSS, "a.rss")[0]]
    doctype = RSS.replace("<rss", "<!DOCTYPE rss [<!ELEMENT rss ANY>]>\n<rss", 1)
    for file in (RSS, f"\ufeff{RSS}", doctype, f"\n{RSS.partition('?>')[2]}"):
        assert [document.text for document in reading(file, "stdin")[0]] == named
    assert [document.text for document in reading(RSS, "a.xml")[0]] == named


def test_rss_1_and_its_items_beside_the_channel(reading: ReadBytes) -> None:
    rdf = (
        '<RDF:RDF xmlns:RDF="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        'xmlns="http://purl.org/rss/1.0/" xmlns:d="https://purl.org/dc/elements/1.1">'
        "<channel><title>Kanal</title></channel><item rdf:about='urn:1'><title>Titel</title>"
        "<description>Ein Text, lang.</description><d:language>de</d:language>"
        "<d:date>2024-05-06</d:date></item></RDF:RDF>"
    )
    (document,), notes = reading(rdf, "a.rdf")
    assert (document.text, notes) == ("Titel\nEin Text, lang.", [])
    assert (document.id, document.lang, document.date) == ("urn:1", "de", "2024-05-06")
    assert document.publisher == "Kanal"


def test_prose_in_an_element_that_is_not_known_is_counted(reading: ReadBytes) -> None:
    extra = f"<x:long>{'many words ' * 9}</x:long><x:short>one two</x:short>"
    file = f"<rss xmlns:x='x'><channel><item><title>A</title>{extra}</item></channel></rss>"
    _, (note,) = reading(file, "a.rss")
    assert note.message == "not checked: 1 element <long>"


def test_texts_of_other_namespaces(reading: ReadBytes) -> None:
    spaces = {
        "d": "http://purl.org/dc/elements/1.1/",
        "i": "http://www.itunes.com/dtds/podcast-1.0.dtd",
        "x": "http://www.w3.org/1999/xhtml",
        "y": "http://news.yandex.ru",
    }
    declared = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in spaces.items())
    texts = (
        "<d:title>A</d:title><i:summary>B &lt;b&gt;b</i:summary><y:full-text>C &amp;amp; c"
        "</y:full-text><x:body><x:p>D &amp;amp; d</x:p></x:body><fulltext>E</fulltext>"
    )
    file = f"<rss {declared}><channel><item>{texts}</item></channel></rss>"
    (document,), notes = reading(file, "a.rss")
    assert (document.text, notes) == ("A\nB b\nC & c\nD &amp; d\nE", [])


def test_markup_that_was_not_escaped_is_text_all_the_same(reading: ReadBytes) -> None:
    file = "<rss><channel><item><description>One <b>two</b><br/>three &lt;</description></item>"
    (document,), _ = reading(f"{file}</channel></rss>", "a.rss")
    assert document.text == "One two\nthree <"


ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title>Blatt</title>
<entry><id>urn:1</id><title type="html">A &amp;lt; B</title><link rel="self" href="x"/>
<link href="https://blatt.example/1"/><updated>2024-05-06T07:08:09Z</updated>
<author><name>Niemand</name></author><source><title>Quelle</title></source>
<summary>Kurz &amp;amp; gut</summary>
<content type="xhtml" xml:lang="fr"><x:div xmlns:x="http://www.w3.org/1999/xhtml">
<x:p>Un <x:em>texte</x:em> &amp;lt;</x:p><x:script>no</x:script></x:div></content></entry>
<entry><id>urn:2</id><title>B</title><content type="text">Eins.

Zwei.</content></entry>
<entry><id>urn:3</id><title>C</title><content src="elsewhere"/></entry>
<entry><id>urn:4</id><title>D</title><content type="image/png">aaaa</content></entry></feed>
"""


def test_entries_of_atom_by_their_types(reading: ReadBytes) -> None:
    (first, second, *_), (note,) = reading(ATOM, "a.atom")
    assert cut(first) == [
        ("heading", "A < B"),
        ("paragraph", "Kurz &amp; gut"),
        ("paragraph", "Un texte &lt;"),
    ]
    assert (first.id, first.lang, first.publisher) == ("urn:1", "fr", "Quelle")
    assert (first.url, first.date) == ("https://blatt.example/1", "2024-05-06T07:08:09Z")
    assert second.text == "B\nEins.\n\nZwei."
    assert (second.lang, second.publisher) == ("de", "Blatt")
    expected = "not checked: 1 text of type image/png, 1 text that stands elsewhere"
    assert note.message == expected


def test_atom_0_3(reading: ReadBytes) -> None:
    file = (
        '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry><id>1</id><title>A</title>'
        '<issued>2004-01-02</issued><content type="text/html" mode="escaped">&lt;p&gt;Old</content>'
        '</entry><entry><id>2</id><content mode="base64">QQ==</content></entry></feed>'
    )
    (document,), (note,) = reading(file, "a.xml")
    assert (document.text, document.date) == ("A\nOld", "2004-01-02")
    assert note.message == "not checked: 1 item without text, 1 text of type base64"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "windows-1251", "koi8-u"])
def test_encodings(reading: ReadBytes, encoding: str) -> None:
    declared = "" if encoding.startswith("utf") else f'<?xml version="1.0" encoding="{encoding}"?>'
    file = f"{declared}<rss><channel><item><title>Новина дня</title></item></channel></rss>"
    (document,), _ = reading(file.encode(encoding), "a.rss")
    assert document.text == "Новина дня"


def test_json_feed(reading: ReadBytes) -> None:
    (first, second), (note,) = reading(
        '{"version": "https://jsonfeed.org/version/1.1", "title": "F", "language": "de",\n'
        '"items": [{"id": 7, "title": "A & B", "summary": "Kurz", "date_published": "2024-01-02",\n'
        '"content_html": "<p>B\\u00e4r &amp; \\"Wolf\\"<\\/p><p>Ende", "url": "https://f.example/7"},\n'
        '{"id": "b", "language": "uk", "content_text": "Рядок.\\n\\nДругий."}, {"id": "c"}, 5]}',
        "a.json",
    )
    assert first.text == 'A & B\nKurz\nBär & "Wolf"\nEnde'
    assert (first.id, first.lang, first.publisher) == ("7", "de", "F")
    assert (first.url, first.date) == ("https://f.example/7", "2024-01-02")
    assert (second.id, second.lang, second.text) == ("b", "uk", "Рядок.\n\nДругий.")
    assert note.message == "not checked: 2 items without text"
    assert first.place(first.blocks[2].span).line == 3


def test_ids_that_recur_are_told_apart(reading: ReadBytes) -> None:
    item = "<item><guid>1</guid><title>A</title></item>"
    documents, (note,) = reading(f"<rss><channel>{item * 2}</channel></rss>", "a.rss")
    assert [document.id for document in documents] == ["1", "1#2"]
    assert note.code == "duplicate-id"


def test_a_feed_of_nothing_is_an_error(reading: ReadBytes) -> None:
    for file in ("<rss><channel/></rss>", "<feed/>", "<rss><channel><item/></channel></rss>"):
        documents, notes = reading(file, "a.rss")
        assert documents == []
        assert [note.code for note in notes if note.level == "error"] == ["empty"]
