"""Strategies for feeds and formats of agencies: text under one or two layers of writing."""

from collections.abc import Callable

from hypothesis import strategies as st

from tests.properties.test_offsets import FORMS, NEWLINES, WORD, Built, json_char

Outer = Callable[[str], str]
"""Writes a character of HTML as the file around it has it."""
_TAGS = st.sampled_from(["", "", "", "<b>", "</b>", "<!-- a > b -->", '<a title="x > y" href=z>'])
_NAMED = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\u00a0": "&nbsp;"}
_XML = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


def plain_words(draw: st.DrawFn, built: Built, outer: Outer, *, special: str = "&.b") -> None:
    """Words with single blanks between them, none of them markup; a colon begins no other text."""
    built.char(":", ":")
    for word in draw(st.lists(WORD, min_size=1, max_size=3)):
        built.char(" ", " ")
        for char in (*word, draw(st.sampled_from(special))):
            built.char(char, outer(char))


def html_words(
    draw: st.DrawFn, built: Built, outer: Outer, newline: str, between: tuple[str, ...] = ("",)
) -> None:
    """Paragraphs of HTML, written by `outer`; `between` is what may part characters in the file."""

    def mark(html: str) -> None:
        built.mark("".join(outer(char) for char in html))

    for paragraph in range(draw(st.integers(1, 3))):
        mark(draw(st.sampled_from(["<p>", "<h2> ", "<ul><li>", "<div><div>"])))
        if paragraph:
            built.joint()
        for index, word in enumerate(draw(st.lists(WORD, min_size=1, max_size=4))):
            if index:
                built.char(" ", draw(st.sampled_from([" ", newline])))
            for char in (*word, draw(st.sampled_from("&<>\u00a0.b"))):
                number = draw(st.sampled_from([f"&#{ord(char)};", f"&#x{ord(char):X};"]))
                plain = _NAMED.get(char, char)
                form = draw(st.sampled_from([plain, plain, number]))
                built.char(char, "".join(outer(one) for one in form))
                mark(draw(_TAGS))
                built.mark(draw(st.sampled_from(between)))
            built.char("x", "x")
        mark(draw(st.sampled_from(["", "</p>", "<script>no</script>"])))


def escaped(draw: st.DrawFn) -> Outer:
    """Characters as the text of an XML element has them, some as numbers."""

    def outer(char: str) -> str:
        number = draw(st.sampled_from([f"&#{ord(char)};", f"&#x{ord(char):x};"]))
        plain = _XML.get(char, char)
        return draw(st.sampled_from([plain, plain, plain, number])) if char != "\n" else char

    return outer


def in_xml(draw: st.DrawFn, built: Built, newline: str) -> None:
    """HTML as the content of an XML element: escaped, or in CDATA sections."""
    if draw(st.booleans()):
        html_words(draw, built, escaped(draw), newline, ("", "", "<!-- no -->", "<?no no?>"))
    else:
        built.mark("<![CDATA[")
        html_words(draw, built, lambda char: char, newline, ("", "", "]]><![CDATA["))
        built.mark("]]>")


@st.composite
def rss_files(draw: st.DrawFn) -> Built:
    """RSS 2.0 or 1.0 with prefixes of any name and items that hold nothing."""
    built, newline = Built(), draw(NEWLINES)
    prefix = draw(st.sampled_from(["content", "c", "Ж-1"]))
    built.mark(draw(st.sampled_from(["", f'<?xml version="1.0"?>{newline}<!DOCTYPE rss>'])))
    spaces = f'xmlns:{prefix}="http://purl.org/rss/1.0/modules/content/"'
    first = draw(st.booleans())
    rdf = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"'
    built.mark(f"<rdf:RDF {rdf} {spaces}>" if first else f'<rss version="2.0" {spaces}>')
    built.mark(f"<channel><title>no</title>{'</channel>' if first else ''}{newline}<item/>")
    built.mark(f"<item>{newline}<author>no</author><title>{newline} ")
    plain_words(draw, built, escaped(draw))
    built.mark(f" </title><guid>1</guid>{newline}<{prefix}:encoded>")
    built.joint()
    in_xml(draw, built, newline)
    built.mark(f"</{prefix}:encoded></item>")
    built.mark("</rdf:RDF>" if first else "</channel></rss>")
    return built


@st.composite
def atom_files(draw: st.DrawFn) -> Built:
    """An entry whose title is text and whose content is HTML or XHTML."""
    built, newline = Built(), draw(NEWLINES)
    built.mark(f'<a:feed xmlns:a="http://www.w3.org/2005/Atom">{newline}<a:entry><a:id>1</a:id>')
    built.mark('<a:title type="text">')
    plain_words(draw, built, escaped(draw), special="&<>.")
    built.mark(f'</a:title>{newline}<a:source><a:title>no</a:title></a:source><a:content type="')
    built.joint()
    if draw(st.booleans()):
        built.mark('html">')
        in_xml(draw, built, newline)
    else:
        built.mark(f'xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{newline}')
        flow_words(draw, built, newline, ("<p>", "</p>"), ("<b>", "</b>"))
        built.mark("<script>no</script></div>")
    built.mark("</a:content></a:entry></a:feed>")
    return built


def flow_words(
    draw: st.DrawFn,
    built: Built,
    newline: str,
    block: tuple[str, str],
    inline: tuple[str, str],
) -> None:
    """Blocks of running text as XML elements, inline elements among it."""
    outer = escaped(draw)
    for paragraph in range(draw(st.integers(1, 3))):
        built.mark(newline + block[0])
        if paragraph:
            built.joint()
        for index, word in enumerate(draw(st.lists(WORD, min_size=1, max_size=3))):
            if index:
                built.char(" ", newline)
            tagged = draw(st.booleans())
            built.mark(inline[0] * tagged)
            for char in (*word, draw(st.sampled_from("&<>\u00a0.b"))):
                built.char(char, outer(char))
                built.mark(draw(st.sampled_from(["", "", "<!-- no -->"])))
            built.mark(inline[1] * tagged)
            built.char("x", "x")
        built.mark(block[1])


@st.composite
def nitf_files(draw: st.DrawFn) -> Built:
    """A headline and paragraphs of NITF, by itself or in a news item of NewsML-G2."""
    built, newline = Built(), draw(NEWLINES)
    wrapped = draw(st.booleans())
    if wrapped:
        built.mark('<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="g"><contentMeta>')
        built.mark(
            '<slugline>no</slugline></contentMeta><contentSet><inlineXML><n:nitf xmlns:n="x">'
        )
    p = "n:" if wrapped else ""
    built.mark("" if wrapped else f"<nitf>{newline}<head><title>no</title></head>")
    built.mark(f"<{p}body><{p}body.head><{p}hedline><{p}hl1>")
    plain_words(draw, built, escaped(draw), special="&<>.")
    built.mark(f"</{p}hl1></{p}hedline><{p}byline>no</{p}byline></{p}body.head><{p}body.content>")
    built.joint()
    person = (f"<{p}person>", f"</{p}person>")
    flow_words(draw, built, newline, (f"<{p}p>", f"</{p}p>"), person)
    built.mark(f"</{p}body.content></{p}body>")
    built.mark("</n:nitf></inlineXML></contentSet></newsItem>" if wrapped else "</nitf>")
    return built


@st.composite
def sitemap_files(draw: st.DrawFn) -> Built:
    """The title of an article among addresses."""
    built, newline = Built(), draw(NEWLINES)
    built.mark('<urlset xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>a</loc>')
    built.mark(f"</url>{newline}<url><loc>b</loc><n:news><n:title>")
    plain_words(draw, built, escaped(draw))
    built.mark(f"</n:title></n:news></url>{newline}</urlset>")
    return built


def in_json(draw: st.DrawFn) -> Outer:
    """Characters as a JSON string has them."""
    return lambda char: json_char(char, draw(FORMS))


@st.composite
def json_feed_files(draw: st.DrawFn) -> Built:
    """An item whose text is HTML, between items that hold nothing."""
    built, newline = Built(), draw(NEWLINES)
    built.mark(f'{{"version": "https://jsonfeed.org/version/1.1",{newline} "items": [{{"id": 0}}, ')
    built.mark(f'{{"id": "1", "authors": [{{"name": "no"}}],{newline} "title": "')
    plain_words(draw, built, in_json(draw))
    built.joint()
    built.mark(f'",{newline} "content_html" : "')
    html_words(draw, built, in_json(draw), "\\n")
    built.mark('"}], "title": "no"}')
    return built


@st.composite
def ninjs_files(draw: st.DrawFn) -> Built:
    """An item of ninjs 1 or 3."""
    built = Built()
    built.mark('{"byline": "no", "uri": "u", ')
    third = draw(st.booleans())
    built.mark('"headlines": [{"role": "main", "value": "' if third else '"headline": "')
    plain_words(draw, built, in_json(draw))
    built.joint()
    built.mark('"}], "bodies": [{"contentType": "text/html", "value": "' if third else '", ')
    built.mark("" if third else '"body_html": "')
    html_words(draw, built, in_json(draw), "\\n")
    built.mark('"}]}' if third else '"}')
    return built


@st.composite
def json_ld_files(draw: st.DrawFn) -> Built:
    """A page that shows the beginning of what its JSON-LD holds."""
    built, newline = Built(), draw(NEWLINES)
    built.mark(f'<html><script type="application/ld+json">{newline}{{"@graph": [{{"name": "no"}}, ')
    built.mark('{"@type": ["NewsArticle"], "headline": "')
    plain_words(draw, built, in_json(draw))
    built.mark('", "articleBody": "')
    built.joint()
    for index, char in enumerate(("x", *draw(WORD), *"é\"' end of it.")):
        built.char(char, json_char(char, draw(FORMS)) if index else char)
    built.mark(f'"}}]}}</script>{newline}<article></article></html>')
    return built


FEED_FILES = {
    "a.rss": rss_files(),
    "a.atom": atom_files(),
    "a.xml": nitf_files(),
    "sitemap.xml": sitemap_files(),
    "feed.json": json_feed_files(),
    "ninjs.json": ninjs_files(),
    "linked.html": json_ld_files(),
}
"""A strategy for each format of news, by the name of a file."""
