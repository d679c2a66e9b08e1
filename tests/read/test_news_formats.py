"""What agencies and publishers send: sitemaps, NITF, NewsML-G2, ninjs, and JSON-LD of pages."""

from pathlib import Path

from audit.model.report import NoteLevel
from audit.model.text import Document
from audit.read import read
from tests.read.conftest import ReadBytes
from tests.read.test_feeds import cut

NITF = """<nitf><head><title>slug</title><docdata><doc-id id-string="n-1"/>
<date.issue norm="20240506T070809Z"/></docdata><pubdata name="Agency"/></head>
<body xml:lang="en"><body.head><hedline><hl1>Storm in Lviv</hl1><hl2>Roofs torn off</hl2></hedline>
<byline>By A. Writer</byline><dateline><location>LVIV</location></dateline>
<abstract><p>What is known.</p></abstract></body.head>
<body.content><p>The <org>city</org> council met.</p><media><media-caption><p>A roof</p>
</media-caption><media-producer>no</media-producer></media><ul><li>One</li></ul></body.content>
<body.end><tagline>no</tagline></body.end></body></nitf>"""


def test_nitf(reading: ReadBytes) -> None:
    (document,), (note,) = reading(NITF, "stdin")
    assert cut(document) == [
        ("heading", "Storm in Lviv"),
        ("heading", "Roofs torn off"),
        ("paragraph", "LVIV"),
        ("paragraph", "What is known."),
        ("paragraph", "The city council met."),
        ("caption", "A roof"),
        ("list-item", "One"),
    ]
    assert (document.id, document.lang, document.title) == ("n-1", "en", "Storm in Lviv")
    assert (document.date, document.publisher) == ("2024-05-06T07:08:09Z", "Agency")
    assert note.message == "not checked: 1 byline"


def newsml(content: str) -> str:
    return (
        '<n:newsMessage xmlns:n="http://iptc.org/std/nar/2006-10-01/"><n:itemSet>'
        '<n:newsItem guid="urn:1" xml:lang="en"><n:itemMeta><n:provider literal="AG"/>'
        "<n:versionCreated>2024-01-02T03:04:05Z</n:versionCreated></n:itemMeta><n:contentMeta>"
        "<n:headline>Head</n:headline><n:description role='drol:caption'>In Rivne</n:description>"
        f"<n:language tag='uk'/></n:contentMeta><n:contentSet>{content}</n:contentSet></n:newsItem>"
        "<n:packageItem/></n:itemSet></n:newsMessage>"
    )


def test_newsml_g2_with_xhtml(reading: ReadBytes) -> None:
    xhtml = (
        "<n:inlineXML><html xmlns='http://www.w3.org/1999/xhtml'><head><title>no</title></head>"
        "<body><h1>Head</h1><p>A <b>text</b>.</p></body></html></n:inlineXML><n:remoteContent/>"
    )
    (document,), (note,) = reading(newsml(xhtml), "a.xml")
    expected = [("caption", "In Rivne"), ("heading", "Head"), ("paragraph", "A text.")]
    assert cut(document) == expected
    assert (document.id, document.lang, document.publisher) == ("urn:1", "uk", "AG")
    assert (document.title, document.date) == ("Head", "2024-01-02T03:04:05Z")
    assert "1 element <packageItem>" in note.message
    assert "1 title that the text repeats" in note.message


def test_newsml_g2_with_data(reading: ReadBytes) -> None:
    html = '<n:inlineData contenttype="text/html">&lt;p&gt;A&amp;amp;B.</n:inlineData>'
    (document,), _ = reading(newsml(html), "a.xml")
    assert document.text == "Head\nIn Rivne\nA&B."
    plain = "<n:inlineData>A &amp;amp; B.\n\nTwo.</n:inlineData>"
    (document,), _ = reading(newsml(plain), "a.xml")
    assert document.text == "Head\nIn Rivne\nA &amp; B.\n\nTwo."
    pdf = '<n:inlineData contenttype="application/pdf">AAAA</n:inlineData>'
    _, (note,) = reading(newsml(pdf), "a.xml")
    assert "1 text of type application/pdf" in note.message
    (document,), _ = reading(newsml(f"<n:inlineXML>{NITF}</n:inlineXML>"), "a.xml")
    assert document.text.startswith("Head\nIn Rivne\nStorm in Lviv\n")


def test_news_sitemap(reading: ReadBytes) -> None:
    file = (
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        'xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://a.example/1'
        "</loc><n:news><n:publication><n:name>P</n:name><n:language>uk</n:language></n:publication>"
        "<n:publication_date>2024-01-02</n:publication_date><n:title>Дощ &amp; вітер</n:title>"
        "</n:news></url><url><loc>https://a.example/2</loc></url></urlset>"
    )
    (document,), (note,) = reading(file, "sitemap.xml")
    assert (document.text, document.lang, document.publisher) == ("Дощ & вітер", "uk", "P")
    assert (document.id, document.date) == ("https://a.example/1", "2024-01-02")
    assert (note.level, note.code) == ("info", "listed-addresses")
    assert note.message.startswith("lists 2 addresses, whose pages were not read: https://a.ex")


def test_a_sitemap_without_titles_is_told_with_its_addresses(reading: ReadBytes) -> None:
    urls = "".join(f"<sitemap><loc>https://a.example/{n}</loc></sitemap>" for n in range(9))
    documents, (listed, empty) = reading(f"<sitemapindex>{urls}</sitemapindex>", "s.xml")
    assert documents == []
    assert listed.message.endswith("https://a.example/2 and 6 more")
    assert (empty.level, empty.code) == ("error", "empty")


def test_ninjs_3(reading: ReadBytes) -> None:
    (document,), (note,) = reading(
        '{"uri": "https://a.example/1", "language": "en", "contentCreated": "2024-01-02",'
        '"by": "No",'
        '"headlines": [{"role": "main", "value": "Head"}], "deks": [{"value": "Dek"}],'
        '"bodies": [{"contentType": "text/plain", "value": "One. Two."},'
        '{"contentType": "application/xhtml+xml", "value": "<p>One.</p> <p>Two.</p>"},'
        '{"contentType": "application/nitf+xml", "value": "<nitf/>"}], "associations":'
        '[{"type": "picture", "uri": "p", "headlines": [{"value": "Pic"}], "captions":'
        '[{"value": "In Sumy"}]}, {"type": "text", "uri": "t", "headlines": []}]}',
        "a.json",
    )
    assert cut(document) == [
        ("heading", "Head"),
        ("paragraph", "Dek"),
        ("paragraph", "One."),
        ("paragraph", "Two."),
        ("caption", "Pic"),
        ("caption", "In Sumy"),
    ]
    assert (document.id, document.date) == ("https://a.example/1", "2024-01-02")
    expected = "not checked: 1 associated item, 1 text in XML, 1 text that stands twice"
    assert note.message == expected


def test_ninjs_1_and_several_items(reading: ReadBytes) -> None:
    (first, second), notes = reading(
        '[{"uri": "u:1", "headline": "A", "body_html": "<p>B&amp;C", "language": "de",'
        '"associations": {"main": {"type": "picture", "uri": "p", "description_text": "Bild"}}},'
        '{"uri": "u:2", "type": "picture", "description_caption": "Nur ein Bild"}]',
        "a.json",
    )
    assert (first.text, first.lang, notes) == ("A\nB&C\nBild", "de", [])
    assert cut(second) == [("caption", "Nur ein Bild")]


def page(linked: str, shown: str) -> str:
    script = f'<script type="application/ld+json">{linked}</script>'
    return f'<html lang="en"><head><title>T</title>{script}</head><body>{shown}</body></html>'


LINKED = (
    '{"@type": "NewsArticle", "headline": "Head", "description": "Dek.", '
    '"datePublished": "2024-01-02", "articleBody": "First &quot;part&quot; of it.'
    '\\n\\nSecond part, with more to say."}'
)


def test_json_ld_is_read_where_it_holds_more(reading: ReadBytes) -> None:
    (document,), (note,) = reading(page(LINKED, "<article><p>First…</article>"), "a.html")
    expected = 'Head\nDek.\nFirst "part" of it.\nSecond part, with more to say.'
    assert (document.text, document.date, document.lang) == (expected, "2024-01-02", "en")
    assert (note.level, note.code) == ("info", "read-from-json-ld")
    assert note.message.endswith("not checked: 6 characters of its <article>")
    (document,), (note,) = reading(page(LINKED, "<div id=app></div>"), "a.html")
    assert document.text == expected


def test_what_a_page_shows_comes_first_where_it_is_as_much(reading: ReadBytes) -> None:
    shown = f"<article><p>{'Shown text of the page. ' * 3}</article>"
    (document,), notes = reading(page(LINKED, shown), "a.html")
    assert document.text.startswith("Shown text")
    assert notes == []
    for broken in (LINKED[:-1], LINKED.replace("articleBody", "abstract"), "[[[]]]", '"x"'):
        (document,), _ = reading(page(broken, "<p>Text.</p>"), "a.html")
        assert document.text == "Text."


def test_json_ld_of_glued_paragraphs_is_the_last_resort(reading: ReadBytes) -> None:
    glued = LINKED.replace("\\n\\n", "").replace("more to say.", "more to say.Third part.")
    (document,), _ = reading(page(glued, "<p>First part of it, and menus.</p>"), "a.html")
    assert document.text == "First part of it, and menus."
    (document,), _ = reading(page(glued, "<p>First…</p>"), "a.html")
    assert document.text.startswith("Head\nDek.\nFirst")


def test_xml_of_another_kind(folder: Path) -> None:
    (folder / "pom.xml").write_text("<project/>")
    (folder / "a.xml").write_text('<tmx version="1.4"><header srclang="de"/><body/></tmx>')
    (folder / "b.xml").write_text("<html><body><p>Text.</p></body></html>")
    found = list(read(["."]))
    assert [one.text for one in found if isinstance(one, Document)] == ["Text."]
    levels = {one.path: one.level for one in found if not isinstance(one, Document)}
    assert levels["pom.xml"] is NoteLevel.WARNING
    (named,) = read(["pom.xml"])
    assert (named.level, named.code) == ("error", "unknown-xml")  # type: ignore[union-attr]
