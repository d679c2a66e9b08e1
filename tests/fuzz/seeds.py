"""Small whole files to begin fuzzing with: one or two of each format, as it is meant to be."""

import gzip
from collections.abc import Iterator, Mapping
from io import BytesIO

import pyarrow
import pyarrow.parquet

_RSS = """<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>News</title><language>en</language><item><title>Kim &amp; co</title><guid>1</guid>
<description>&lt;p&gt;He said &amp;eacute;.&lt;/p&gt;</description>
<content:encoded><![CDATA[<p>One <b>two</b>&nbsp;three.</p><ul><li>a</ul>]]></content:encoded>
</item><item><title>Broken & torn<guid>2</item></channel></rss>"""
_ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><entry><id>1</id>
<title type="html">A &amp;amp; b</title><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One.</p>
<p>Two <i>three</i></p></div></content><link href="http://a.example/"/></entry></feed>"""
_NITF = """<nitf><head><title>no</title></head><body><body.head><hedline><hl1>Head</hl1></hedline>
</body.head><body.content><p>He <person>Kim</person> left.</p></body.content></body></nitf>"""
_NEWSML = """<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="g"><contentMeta>
<headline>Head</headline></contentMeta><contentSet><inlineData contenttype="text/html">
&lt;p&gt;A &amp;lt; b&lt;/p&gt;</inlineData></contentSet></newsItem>"""
_SITEMAP = """<urlset xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>a</loc>
<n:news><n:title>A title</n:title></n:news></url></urlset>"""
_XLIFF = """<xliff version="1.2"><file source-language="uk" target-language="en"><body>
<trans-unit id="1"><source>Так <g id="1">є</g></source><target>It <g id="1">is</g> &amp; so</target>
</trans-unit></body></file></xliff>"""
_XLIFF2 = """<xliff version="2.0" srcLang="uk" trgLang="en"
 xmlns="urn:oasis:names:tc:xliff:document:2.0">
<file id="f"><unit id="1"><segment><source>Так<ph id="1"/></source>
<target>Yes<ph id="1"/></target></segment></unit></file></xliff>"""
_TMX = """<tmx version="1.4"><header srclang="uk"/><body><tu tuid="1">
<tuv xml:lang="uk"><seg>Так</seg></tuv><tuv xml:lang="en">
<seg>Yes <bpt i="1">b</bpt>x<ept i="1">b</ept></seg></tuv></tu></body></tmx>"""
_PO = """msgid ""
msgstr "Language: en\\nContent-Type: text/plain; charset=UTF-8\\n"

msgctxt "m"
msgid "Так\\n"
msgid_plural "Такі"
msgstr[0] "Yes\\t\\x41\\101"
"\\"more\\""
msgstr[1] "Yeses"

#, fuzzy
msgid "a"
msgstr "b"

#~ msgid "old"
"""
_HTML = """<!doctype html><html lang=en><meta charset=utf-8><title>T</title>
<script type="application/ld+json">{"@type": "NewsArticle",
"headline": "H", "articleBody": "A b."}</script><nav>menu</nav><article><h1>Head &amp; tail</h1>
<p>One<br>two &nosuch; &#x41;<table><tr><td>c
</table><textarea>x</textarea><pre> a
 b</pre><img alt="cap"></article><!-- c --></html>"""
_MARKDOWN = """---
title: T
---
# Head #

> A *b* **c** `d` [e](f "g") ![h](i)
> more\\* &amp; <b>x</b>

| a | b \\| c |
| - | - |
| *d* | e |

1. one
   - two\\
     three

```
code
```
"""
_NINJS = """{"uri": "u", "headline": "H", "body_html": "<p>A &amp; b</p>", "associations": {"a":
{"type": "picture", "uri": "p", "description_text": "cap"}}}"""
_FEED = """{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1", "title": "T",
"content_html": "<p>\\u0041 &lt; b"}]}"""
_LINES = """{"id": "1", "text": "One \\u0441\\ud83d\\ude00 two.\\nThree.", "lang": "en"}
{"id": 2, "segments": [{"source": "Так", "target": "Y\\tes"}, {"source": "Ні", "target": ""}]}
"""
_PAGE = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<article><p>One two.</p></article>"
_CHUNKED = (
    b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
    b"5\r\n<p>Ab\r\n3\r\n c.\r\n0\r\n\r\n"
)
_ZIPPED = (
    b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n"
    + gzip.compress(b"<p>One two.</p>", mtime=0)
)


def _archive(*answers: bytes) -> bytes:
    head = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/\r\n"
    return b"".join(
        head + b"Content-Length: %d\r\n\r\n" % len(answer) + answer + b"\r\n\r\n"
        for answer in answers
    )


def _parquet() -> bytes:
    out = BytesIO()
    table = pyarrow.table({"id": ["1", "2"], "text": ["One two.", None], "lang": ["en", "x"]})
    pyarrow.parquet.write_table(table, out)
    return out.getvalue()


_WARC = _archive(_PAGE, _CHUNKED, _ZIPPED)

FILES: Mapping[str, tuple[bytes, ...]] = {
    "a.txt": (b"One two.\r\n\r\nThree\x0c four.\rFive.", "Так\ufeff\u2028є".encode("utf-16")),
    "a.md": (_MARKDOWN.encode(),),
    "a.html": (_HTML.encode(), b'<?xml version="1.0"?><html><p/>A<title/>b</html>'),
    "a.rss": (_RSS.encode(),),
    "a.atom": (_ATOM.encode(),),
    "a.xml": tuple(one.encode() for one in (_NITF, _NEWSML, _SITEMAP)),
    "a.xlf": (_XLIFF.encode(), _XLIFF2.encode()),
    "a.tmx": (_TMX.encode(),),
    "a.po": (_PO.encode(),),
    "a.csv": (b'source,target,id\n"A ""b""",C d,1\ne,"f\ng",2\n', b"source;target\na;b\n"),
    "a.tsv": (b"document\tlang\tsource\ttarget\nx\ten\ta\tb c\nx\ten\td\te\n",),
    "a.jsonl": (_LINES.encode(),),
    "a.json": (
        *(one.encode() for one in (_NINJS, _FEED)),
        b'{"articles": [{"id": "1", "text": "A"}]}',
        b'[{"id": 1.50, "text": "A\\/b", "date": 3}]',
    ),
    "a.warc": (_WARC, gzip.compress(_WARC, mtime=0)),
    "a.parquet": (_parquet(),),
    "no-suffix": (_HTML.encode(), _LINES.encode(), b"source\ttarget\na\tb\n"),
}
"""Whole files by the name under which they are read."""

TEXTS: tuple[str, ...] = (
    "Kim Jong Un met Volodymyr Zelenskyi. Kim Jong-un left (WHO) at 15:30 on Monday, 5 May 2024.",
    "The WHO said $1.5 million; 3,000 km. “Quote,” he said… Read also: photo",
    "Президент Зеленський заявив, що 1 500 грн. Володимир Зеленский «тут».",
    "习近平主席说：“三万人”。普京·普京 １２３",
    "قال الرئيس 12٪ من \u200fمحمد",
    "Ð\u009fÑ€ a\u0301 а\u200bb \u202eevil {name} %s <b>x</b> https://a.example/?q=1#f",
    "im 25. Jahr der Straßen- und Wegekosten kam Herr Dr. Müller",
)
"""Texts that many rules look at."""

NAMES_FILE = """# ours
[defaults]
lang = "en"

[[name]]
id = "khasan"
kind = "place"
canonical = "Khasan"
other = [
  "Hasan",  # as the machine has it
  "Hassan",
]
short = ["Khasan"]
"""
DECISIONS = """{"schema": "mtaudit/decisions/1", "report": {"id": "r"}, "decisions": [
{"target": {"kind": "name", "id": "e1"}, "action": "choose", "scope": "house", "form": "Hasan",
"name": {"kind": "place", "lang": "en", "proposed": "Khasan", "basis": "majority",
"forms": ["Hasan", "Khasan"]}},
{"target": {"kind": "finding", "id": "f1"}, "action": "reject", "scope": "finding",
"reason": "quotation", "covers": [{"fingerprint": "f1", "rule": "NAM001", "document": "a",
"text": "x"}]}]}"""
SUPPRESSIONS = """schema = "mtaudit/suppressions/1"
[[finding]]
fingerprint = "a"
rule = "NAM001"
reason = "other"
"""
GLOSSARY = """[[concept]]
id = "a"
terms = { en = ["cat"], ru = ["кот"] }
from = 2024-01-01
"""
TBX = """<tbx type="TBX-Basic" xml:lang="en"><text><body><conceptEntry id="c">
<langSec xml:lang="en">
<termSec><term>a</term></termSec></langSec></conceptEntry></body></text></tbx>"""


def seeds(name: str) -> Iterator[bytes]:
    """What to begin with under the target `name`."""
    if name.startswith("read-"):
        file = name.removeprefix("read-")
        yield from FILES.get(f"a.{file}", FILES.get(file, ()))
        return
    if name in ("examine", "audit"):
        for number, text in enumerate(TEXTS):
            yield f"{chr(65 + number)}|{text}".encode()
            yield f"{chr(33 + number)}|{text}\0{TEXTS[0]}\x01{text}".encode()
    if name == "reports":
        yield "a\0<b>\0::error::x\0\x1b[31m\0=1+1\0javascript:x\0\u202e".encode()
    if name == "decisions":
        yield DECISIONS.encode()
        yield f"{DECISIONS}\0{NAMES_FILE}".encode()
    if name in ("settings", "toml"):
        yield NAMES_FILE.encode()
        yield SUPPRESSIONS.encode()
        yield GLOSSARY.encode()
    if name == "glossary":
        yield b"\1source,target\na,b\n"
        yield b"\2en\tde\na\tb\n"
        yield f"\0{TBX}".encode()
        yield b"\3[Kk]ubernetes\nname\n"
    if name == "fetched":
        yield b"http://user@a.example:80/x?y#z"
        yield b"\0" + gzip.compress(b"a" * 2000, mtime=0)
