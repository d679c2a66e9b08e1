"""HTML pages: main content, kinds of blocks, white space, references, facts, broken markup."""

import time

import pytest

from audit.model.text import BlockKind, Document
from tests.read.conftest import ReadBytes

PAGE = """<!DOCTYPE html>
<html lang="en-GB">
<head><title>Talks &amp; tea</title>
<meta property="og:site_name" content="The Example">
<meta property="article:published_time" content="2024-03-01">
<link rel="canonical" href="https://news.example/talks">
<style>p { color: red }</style><script>var x = "<p>no</p>";</script>
</head>
<body>
<nav><a href="/">Home</a></nav>
<article>
  <h1>Talks
     end</h1>
  <p>Said&nbsp;<b>Kim</b> <i> Jong</i> Un<br>on Monday.</p>
  <!-- <p>hidden</p> -->
  <ul><li>one<li>two</ul>
  <figure><img alt="x"><figcaption>Photo: A. Person</figcaption></figure>
  <blockquote><p>Quoted.</p></blockquote>
  <table><tr><td>a<td>b</table>
  <aside>Read also: more</aside>
</article>
<footer>Copyright</footer>
</body></html>
"""


def cut(document: Document) -> list[tuple[str, str]]:
    return [(block.kind.value, document.cut(block.span)) for block in document.blocks]


def texts(reading: ReadBytes, html: str) -> list[str]:
    (document,), _ = reading(html, "a.html")
    return document.text.split("\n")


def test_an_article_with_its_blocks(reading: ReadBytes) -> None:
    (document,), (note,) = reading(PAGE, "a.html")
    assert cut(document) == [
        ("heading", "Talks end"),
        ("paragraph", "Said\u00a0Kim Jong Un"),
        ("paragraph", "on Monday."),
        ("list-item", "one"),
        ("list-item", "two"),
        ("caption", "Photo: A. Person"),
        ("quotation", "Quoted."),
        ("cell", "a"),
        ("cell", "b"),
        ("paragraph", "Read also: more"),
    ]
    assert document.text == "\n".join(text for _, text in cut(document))
    assert (note.level, note.code) == ("info", "left-out")
    assert "1 <footer>, 1 <nav>" in note.message


def test_what_the_page_says_of_itself(reading: ReadBytes) -> None:
    (document,), _ = reading(PAGE, "a.html")
    assert document.title == "Talks & tea"
    assert document.lang == "en-GB"
    assert document.publisher == "The Example"
    assert document.date == "2024-03-01"
    assert document.url == "https://news.example/talks"


def test_json_ld_gives_facts(reading: ReadBytes) -> None:
    html = (
        '<script type="application/ld+json">{"@graph": [{"@type": "WebPage"}, {"@type": '
        '["NewsArticle"], "headline": "H", "inLanguage": "uk", "datePublished": "2024-05-06", '
        '"publisher": {"name": "P"}, "url": "https://news.example/1"}]}</script><p>Text.</p>'
    )
    (document,), _ = reading(html, "a.html")
    assert (document.title, document.lang, document.date) == ("H", "uk", "2024-05-06")
    assert (document.publisher, document.url) == ("P", "https://news.example/1")


def test_places_point_into_the_file(reading: ReadBytes) -> None:
    (document,), _ = reading(PAGE, "a.html")
    at = document.text.index("Kim Jong Un")
    back = document.origin.content.back(type(document.blocks[0].span)(at, at + 11))
    assert PAGE[back.start : back.end] == "Kim</b> <i> Jong</i> Un"
    place = document.place(type(back)(at, at + 3))
    assert PAGE.split("\n")[place.line - 1][place.column - 1 :].startswith("Kim</b>")


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<main><p>In.</p></main><div>Out.</div>", ["In."]),
        ("<div itemprop='articleBody'>In.</div><p>Out.", ["In."]),
        ("<div role=main>In.</div><p>Out.", ["In."]),
        ("<p>In.</p><aside>Out.</aside><p>In too.", ["In.", "In too."]),
        ("<main>In.<nav>Out.</nav></main>", ["In."]),
        ("<form><p>All in one form.</p><nav>Out.</nav></form>", ["All in one form."]),
        (
            "<article>Main text of some length.</article><article>Ad.</article>",
            ["Main text of some length."],
        ),
        (
            "<article>One item.</article><article>Two item.</article><article>Six item.</article>",
            ["One item.", "Two item.", "Six item."],
        ),
        ("<aside><article>Teaser here.</article></aside><main>In.</main>", ["In."]),
        ("<article></article><p>In.", ["In."]),
        ("Bare text", ["Bare text"]),
    ],
)
def test_main_content(reading: ReadBytes, html: str, expected: list[str]) -> None:
    assert texts(reading, html) == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>a  \n\t b</p>", ["a b"]),
        ("<p> a <b> b </b> </p>", ["a b"]),
        ("a<br>b<br/>c", ["a", "b", "c"]),
        ("a<div>b</div>c", ["a", "b", "c"]),
        ("<pre>a  b\nc</pre>", ["a b", "c"]),
        ("a&nbsp;&nbsp;b", ["a\u00a0\u00a0b"]),
        ("a&#32;&#10; b", ["a b"]),
        ("Fish &amp; chips &lt;3", ["Fish & chips <3"]),
        (
            "AT&T &ampx; &notit; &nosuch; & &#x1F600; &#0; &#99999999999;",
            ["AT&T &x; ¬it; &nosuch; & 😀 \ufffd \ufffd"],
        ),
        ("5 < 6 <3 </3>x", ["5 < 6 <3 x"]),
        ("<p>a<script>no()</script>b<noscript>no</noscript><template>no</template>", ["ab"]),
        ("a<svg><text>no</text></svg>b<svg/>c", ["abc"]),
        ("<p title='a > b'>x", ["x"]),
        ('<p title="never closed>x</p>', ["x"]),
        ("<!doctype html><?php no ?>x<![CDATA[no]]>y", ["xy"]),
        ("</div></p><p>x</b></article>y", ["x", "y"]),
        ("<head><title>t</title>x", ["x"]),
        ("<b>a<p>b</b>c", ["a", "bc"]),
    ],
)
def test_text_as_a_browser_shows_it(reading: ReadBytes, html: str, expected: list[str]) -> None:
    assert texts(reading, html) == expected


def test_markup_that_is_never_closed_is_told(reading: ReadBytes) -> None:
    _, (note,) = reading("<p>text\n<script>no", "a.html")
    assert (note.level, note.code, note.line) == ("warning", "html-unclosed", 2)
    _, (note,) = reading("<p>text <a href='x'", "a.html")
    assert note.code == "html-unclosed"


def test_a_page_without_text_is_an_error(reading: ReadBytes) -> None:
    documents, (note,) = reading("<body><div id=app></div><script>go()</script></body>", "a.html")
    assert documents == []
    assert (note.level, note.code, note.path) == ("error", "empty", "a.html")


def test_xhtml_tags_may_close_themselves(reading: ReadBytes) -> None:
    html = '<?xml version="1.0"?><html><head><script src="a"/></head><body><p/>x</body></html>'
    (document,), _ = reading(html, "a.xhtml")
    assert document.text == "x"


def test_a_declared_encoding_is_used(reading: ReadBytes) -> None:
    html = "<meta charset=windows-1251><p>Привет, мир"
    (document,), _ = reading(html.encode("cp1251"), "a.html")
    assert document.text == "Привет, мир"


def test_carriage_returns_keep_lines_right(reading: ReadBytes) -> None:
    (document,), _ = reading("<p>a</p>\r\n<p>b</p>\r<p>c", "a.html")
    assert [document.place(block.span).line for block in document.blocks] == [1, 2, 3]


@pytest.mark.parametrize(
    ("part", "count"),
    [("<div>", 200_000)]
    + [(part, 50_000) for part in ("<b>", "<ul><li>", "<a b='", "<p", "<!--", "&amp", "<svg>")],
)
def test_heaps_of_tags_take_little_time(reading: ReadBytes, part: str, count: int) -> None:
    started = time.process_time()
    reading(part * count + "x", "a.html")
    # Measured below 1.5 s; the slack is for slow machines, quadratic time takes minutes.
    assert time.process_time() - started < 10


def test_a_paragraph_of_no_break_spaces_is_no_block(reading: ReadBytes) -> None:
    (document,), _ = reading("<p>a</p><p>&nbsp;</p><p>b</p>", "a.html")
    assert document.text == "a\n\u00a0\nb"
    assert [text for _, text in cut(document)] == ["a", "b"]


def test_kinds_end_with_their_elements(reading: ReadBytes) -> None:
    (document,), _ = reading("<ul><li>a</ul><p>b<blockquote>c</blockquote>d", "a.html")
    assert [kind for kind, _ in cut(document)] == [
        BlockKind.LIST_ITEM,
        BlockKind.PARAGRAPH,
        BlockKind.QUOTATION,
        BlockKind.PARAGRAPH,
    ]
