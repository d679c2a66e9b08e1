"""Edits of feeds are written through both layers, or refused where that cannot be."""

import pytest

from tests.rewrite.test_rewrite import exchange


def rss(title: str, description: str) -> str:
    return (
        f"<rss><channel><item><title>{title}</title><description>{description}</description>"
        "</item></channel></rss>"
    )


def atom(content: str) -> str:
    return f"<feed><entry><title>T</title><content {content}</content></entry></feed>"


def json_feed(html: str) -> str:
    version = '"version": "https://jsonfeed.org/version/1.1"'
    return f'{{{version}, "items": [{{"id": 1, "content_html": "{html}"}}]}}'


@pytest.mark.parametrize(
    ("name", "before", "old", "new", "after"),
    [
        (
            "a.rss",
            rss("T", "&lt;p&gt;one &amp;amp; two"),
            "& two",
            "<2>",
            rss("T", "&lt;p&gt;one &amp;lt;2&amp;gt;"),
        ),
        (
            "a.rss",
            rss("T", "<![CDATA[<p>one &amp; two]]>"),
            "& two",
            "<2>",
            rss("T", "<![CDATA[<p>one &lt;2&gt;]]>"),
        ),
        (
            "a.rss",
            rss("<![CDATA[Kim]]> Jong-un", "x"),
            "Jong-un",
            "Jong Un",
            rss("<![CDATA[Kim]]> Jong Un", "x"),
        ),
        (
            "a.rss",
            rss("T", "Kim &lt;b&gt;Jong-un"),
            "Kim Jong-un",
            "Kim Jong Un",
            rss("T", "Kim &lt;b&gt;Jong Un"),
        ),
        ("a.rss", rss("A T", "&lt;p&gt;x"), "A T", "A&T", rss("A&amp;amp;T", "&lt;p&gt;x")),
        ("a.atom", atom('type="text">a b'), "b", "<&>", atom('type="text">a &lt;&amp;&gt;')),
        (
            "a.atom",
            atom('type="xhtml"><div>a <b>b</b></div>'),
            "b",
            "<&>",
            atom('type="xhtml"><div>a <b>&lt;&amp;&gt;</b></div>'),
        ),
        ("a.json", json_feed("<p>a <b>b</b>"), "b", '"&"', json_feed('<p>a <b>\\"&amp;\\"</b>')),
        ("a.json", json_feed("\\u003cp>a b"), "b", "é", json_feed("\\u003cp>a \\u00e9")),
    ],
)
def test_an_edit_is_written(name: str, before: str, old: str, new: str, after: str) -> None:
    done = exchange(name, before, (old, new))
    assert done.refused == ()
    assert done.data.decode() == after


@pytest.mark.parametrize(
    ("name", "before", "old", "new"),
    [
        ("a.atom", atom('type="html">&lt;p>x'), "T", "A&T"),  # this title is no HTML
        ("a.rss", rss("T", "a &lt;b&gt;b"), "a b", "c"),
        ("a.rss", rss("T", "<![CDATA[a]]><![CDATA[b]]>"), "ab", "c"),
        ("a.rss", rss("T", "&lt;p&gt;a&lt;p&gt;b"), "a\nb", "c"),
        ("a.rss", rss("a", "b"), "a\nb", "c"),
    ],
)
def test_an_edit_that_cannot_be_written_is_refused(
    name: str, before: str, old: str, new: str
) -> None:
    done = exchange(name, before, (old, new))
    assert len(done.refused) == 1
    assert done.data.decode() == before


def test_a_file_with_a_byte_that_is_no_utf_8_keeps_it() -> None:
    before = rss("Kiev \0", "x").encode().replace(b"\0", b"\xd0")
    done = exchange("a.rss", before, ("Kiev", "Kyiv"))
    assert done.data == before.replace(b"Kiev", b"Kyiv")
