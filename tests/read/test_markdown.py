"""Markdown: blocks, what is left out, and exact places under every mark."""

import pytest

from audit.model.place import Span
from audit.model.text import Document
from tests.read.conftest import ReadBytes


def cut(document: Document) -> list[tuple[str, str]]:
    return [(block.kind.value, document.cut(block.span)) for block in document.blocks]


def texts(reading: ReadBytes, markdown: str) -> list[str]:
    (document,), _ = reading(markdown, "a.md")
    return document.text.split("\n")


PAGE = """---
title: no text
---
# Talks *end* ##

Said **Kim** [Jong *Un*](http://news.example "no")
on Monday.

> Quoted
> twice.

1. one
2. two
   more

![Photo: *A* Person](a.png)

| A | B |
|---|---|
| x \\| y | z |

```
no code
```

<div>no html</div>
"""


def test_a_page_with_its_blocks(reading: ReadBytes) -> None:
    (document,), (note,) = reading(PAGE, "a.md")
    assert cut(document) == [
        ("heading", "Talks end"),
        ("paragraph", "Said Kim Jong Un on Monday."),
        ("quotation", "Quoted twice."),
        ("list-item", "one"),
        ("list-item", "two more"),
        ("caption", "Photo: A Person"),
        ("cell", "A"),
        ("cell", "B"),
        ("cell", "x | y"),
        ("cell", "z"),
    ]
    assert document.title == "Talks end"
    assert (note.level, note.code) == ("info", "left-out")
    assert note.message == "not checked: 1 HTML block, 1 code block, 1 front matter block"


@pytest.mark.parametrize(
    ("name", "line", "column", "source"),
    [
        ("Talks end", 4, 3, "Talks *end"),
        ("Kim Jong Un", 6, 8, "Kim** [Jong *Un"),
        ("Un on Monday", 6, 21, 'Un*](http://news.example "no")\non Monday'),
        ("Quoted twice", 9, 3, "Quoted\n> twice"),
        ("two more", 13, 4, "two\n   more"),
        ("A Person", 16, 11, "A* Person"),
        ("x | y", 20, 3, "x \\| y"),
        ("z", 20, 12, "z"),
    ],
)
def test_places_point_into_the_file(
    reading: ReadBytes, name: str, line: int, column: int, source: str
) -> None:
    (document,), _ = reading(PAGE, "a.md")
    at = document.text.index(name)
    span = Span(at, at + len(name))
    place = document.place(span)
    back = document.origin.content.back(span)
    assert PAGE[back.start : back.end] == source
    assert (place.line, place.column) == (line, column)


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("a \\*b\\* &amp; &#x41; &nosuch;", ["a *b* & A &nosuch;"]),
        ("a `no` b", ["a b"]),
        ("a  \nb\\\nc\nd", ["a", "b", "c d"]),
        ("a<br>b <i>c</i>", ["a", "b c"]),
        ("~~a~~ __b__ _c_ snake_case ** d", ["a b c snake_case ** d"]),
        ("see <http://no.example> there", ["see there"]),
        ("[a][1] b\n\n[1]: http://no.example 'no'", ["a b"]),
        ("[not a link] (x)", ["[not a link] (x)"]),
        ("a ![b](c) d", ["a", "b", "d"]),
        ("Title\n=====\n\nSub\n---\ntext", ["Title", "Sub", "text"]),
        ("+++\nx = 1\n+++\ntext", ["text"]),
        ("---\n\ntext", ["text"]),
        ("> - a\n>   > b", ["a", "b"]),
        ("> | a | b |\n> |--|--|\n> | c | d |", ["a", "b", "c", "d"]),
        ("a | b\n--|--\nc", ["a", "b", "c"]),
        ("\ttab code\n\ntext\twith tab", ["text with tab"]),
        ("a\u00a0b\u00a0\n\u00a0c", ["a\u00a0b\u00a0 \u00a0c"]),
        ("a ***b** c*", ["a b c"]),
    ],
)
def test_marks_are_no_text(reading: ReadBytes, markdown: str, expected: list[str]) -> None:
    assert texts(reading, markdown) == expected


def test_carriage_returns_keep_lines_right(reading: ReadBytes) -> None:
    (document,), _ = reading("# a\r\n\r\nb\r\nc\r\n\r\nd", "a.markdown")
    assert [document.place(block.span).line for block in document.blocks] == [1, 3, 6]


def test_a_line_of_rare_blanks_moves_nothing(reading: ReadBytes) -> None:
    (document,), _ = reading("\u2028\na b\nc", "a.md")
    assert document.text == "a b c"
    assert document.place(Span(4, 5)).line == 3


def test_a_cell_that_begins_with_a_rare_blank(reading: ReadBytes) -> None:
    markdown = "| a |\n|---|\n| \x85b\\|c |"
    (document,), _ = reading(markdown, "a.md")
    at = document.text.index("|c")
    assert document.place(Span(at, at + 2)).column == markdown.split("\n")[2].index("\\|c") + 1


def test_a_file_of_code_alone_is_empty(reading: ReadBytes) -> None:
    documents, notes = reading("```\ncode\n```\n", "a.md")
    assert documents == []
    assert [note.code for note in notes] == ["left-out", "empty"]


@pytest.mark.parametrize("part", ["> ", "*", "[", "- ", "`", "**a ", "<", "|a"])
def test_heaps_of_marks_do_no_harm(reading: ReadBytes, part: str) -> None:
    documents, notes = reading(part * 3000 + "x", "a.md")
    assert documents or notes[-1].code == "empty"


def test_images_nested_too_deep_are_refused(reading: ReadBytes) -> None:
    documents, notes = reading("![" * 3000 + "x" + "](y)" * 3000, "a.md")
    assert documents or [note.code for note in notes] == ["too-deep"]
