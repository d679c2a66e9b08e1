"""Whatever marks a text is put in, every span of it is found again exactly where it stands.

Each strategy builds a file out of single characters and remembers where it put each of them; the
reader must give the same text and the same places.
"""

from bisect import bisect_right
from dataclasses import dataclass, field
from io import BytesIO

from hypothesis import given
from hypothesis import strategies as st

from audit.model.place import Span, line_starts
from audit.model.text import Document
from audit.read import read

NEWLINES = st.sampled_from(["\n", "\r\n"])
MARKS = st.sampled_from(["", "\ufeff"])
LETTERS = st.characters(categories=["L", "Mn", "Mc", "Nd", "Lo"]) | st.sampled_from("aKим한😀́")
ANY = st.characters(exclude_categories=["Cs"]) | st.sampled_from('"\\/\n\r\t&<>😀́\u2028')
WORD = st.lists(LETTERS, min_size=1, max_size=5)


@dataclass
class Built:
    """A file under construction, the text it stands for, and where each character was put."""

    file: str = ""
    text: str = ""
    places: list[tuple[int, int]] = field(default_factory=list)

    def mark(self, markup: str) -> None:
        """Add something that is no text."""
        self.file += markup

    def char(self, char: str, written: str) -> None:
        """Add one character of the text as it is written in the file."""
        self.places.append((len(self.file), len(self.file) + len(written)))
        self.file += written
        self.text += char

    def joint(self) -> None:
        """Add the line feed between two blocks, which stands for what comes between them."""
        self.places.append((-1, -1))
        self.text += "\n"


def document_of(built: Built, name: str, mark: str = "") -> Document:
    stream = BytesIO((mark + built.file).encode())
    (document,) = (
        d for d in read(["-"], stdin=stream, stdin_filename=name) if isinstance(d, Document)
    )
    return document


def check(built: Built, document: Document, data: st.DataObject) -> None:
    """Compare some spans that begin and end with characters of known places."""
    assert document.text == built.text
    known = [at for at, place in enumerate(built.places) if place != (-1, -1)]
    lines = line_starts(built.file)
    for _ in range(3):
        first, last = sorted(data.draw(st.tuples(*[st.sampled_from(known)] * 2)))
        span = Span(first, last + 1)
        start, end = built.places[first][0], built.places[last][1]
        back = document.origin.file.back(document.origin.content.back(span))
        base = lines[document.origin.first_line - 1]
        assert (back.start + base, back.end + base) == (start, end)
        place = document.place(span)
        row = bisect_right(lines, start) - 1
        assert (place.line, place.column) == (row + 1, start - lines[row] + 1)
    for at, put in enumerate(built.places):
        if put == (-1, -1):
            back = document.origin.file.back(document.origin.content.back(Span(at, at + 1)))
            base = lines[document.origin.first_line - 1]
            between = (built.places[at - 1][1], built.places[at + 1][0])
            assert (back.start + base, back.end + base) == between
    for block in document.blocks:
        assert document.cut(block.span).strip()


@st.composite
def html_files(draw: st.DrawFn) -> Built:
    """Paragraphs of words with references, inline tags, comments and any white space."""
    built = Built()
    tags = st.sampled_from(
        ["", "", "", "<b>", "</b>", "<!-- a > b -->", '<a title="x > y" href=z>', "<wbr>", "<?x?>"]
    )
    newline = draw(NEWLINES)
    blanks = st.sampled_from([" ", "  ", newline, f"{newline}\t", "&#32;", " </i>\n", "\f"])
    built.mark(draw(st.sampled_from(["", "<title>x</title>", f"<!doctype html>{newline}<body>"])))
    for paragraph in range(draw(st.integers(1, 3))):
        built.mark(draw(st.sampled_from(["<p>", "<h2> ", "<ul><li>", f"{newline}<div><div>"])))
        if paragraph:
            built.joint()
        for index, word in enumerate(draw(st.lists(WORD, min_size=1, max_size=4))):
            if index:
                blank = draw(blanks)
                # Of a run that tags or references part, the first stretch of blanks counts.
                kept = blank if blank[0] == "&" else blank[: len(blank) - len(blank.lstrip())]
                built.char(" ", kept)
                built.mark(blank[len(kept) :])
            for char in (*word, draw(st.sampled_from("&<>\u00a0.b"))):
                built.mark(draw(tags))
                number = draw(st.sampled_from([f"&#{ord(char)};", f"&#x{ord(char):X};"]))
                named = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\u00a0": "&nbsp;"}
                plain = named.get(char, char)
                built.char(char, draw(st.sampled_from([plain, plain, number])))
    built.mark(draw(st.sampled_from(["", "</p>", "<script>x</script>"])))
    return built


@given(html_files(), MARKS, st.data())
def test_html(built: Built, mark: str, data: st.DataObject) -> None:
    check(built, document_of(built, "a.html", mark), data)


def json_char(char: str, form: str) -> str:
    """One way to write `char` in a JSON string."""
    short = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
    if form == "escaped" or (char < " " and char not in short):
        units = char.encode("utf-16-be")
        return "".join(f"\\u{units[i]:02x}{units[i + 1]:02X}" for i in range(0, len(units), 2))
    if char == "/" and form == "short":
        return "\\/"
    return short.get(char, char)


FORMS = st.sampled_from(["plain", "plain", "short", "escaped"])
TEXTS = st.lists(st.tuples(ANY, FORMS), min_size=1, max_size=20).filter(
    lambda chars: "".join(char for char, _ in chars).strip()
)
OTHERS = st.sampled_from(
    ["", '"n": [1, {"text": "no"}], ', '"text2": "\\"no\\\\", ', '"é😀": {"id": null}, ', '"x":{},']
)


@st.composite
def json_objects(draw: st.DrawFn, built: Built, identity: int) -> None:
    """One object with a `text`, among other members that hold things alike."""
    space = draw(st.sampled_from(["", " ", "\t"]))
    built.mark(f'{{{space}{draw(OTHERS)}"id":{space}{identity}, "text"{space}:{space}"')
    for char, form in draw(TEXTS):
        built.char(char, json_char(char, form))
    built.mark(f'",{space}{draw(OTHERS)}"end": 0{space}}}')


@given(st.data(), MARKS, NEWLINES)
def test_json_lines(data: st.DataObject, mark: str, newline: str) -> None:
    built = Built()
    built.mark(newline * data.draw(st.integers(0, 2)))
    data.draw(json_objects(built, 1))
    built.mark(data.draw(st.sampled_from(["", newline])))
    check(built, document_of(built, "a.jsonl", mark), data)


@given(st.data(), MARKS, NEWLINES)
def test_json(data: st.DataObject, mark: str, newline: str) -> None:
    built = Built()
    before = f'{{"id": "no", "text": "\\u0041",{newline} "x": []}},{newline}  '
    built.mark(f'{{"n": 1, {newline}"documents": [{before}')
    data.draw(json_objects(built, 1))
    built.mark(f"{newline}]{newline}}}")
    stream = BytesIO((mark + built.file).encode())
    found = [
        d for d in read(["-"], stdin=stream, stdin_filename="a.json") if isinstance(d, Document)
    ]
    document = found[1]
    # `check` counts from the first line of the document, as its maps do.
    check(built, document, data)


@given(st.data())
def test_segments(data: st.DataObject) -> None:
    built = Built()
    built.mark('{"id": 1, "segments": [')
    for index, target in enumerate(data.draw(st.lists(TEXTS, min_size=1, max_size=3))):
        if index:
            built.mark(", ")
            built.joint()
        built.mark('{"source": "x \\" target", "target": "')
        for char, form in target:
            built.char(char, json_char(char, form))
        built.mark('"}')
    built.mark("]}")
    document = document_of(built, "a.jsonl")
    check(built, document, data)
    assert "\n".join(document.cut(pair.span) for pair in document.pairs) == document.text


@st.composite
def markdown_files(draw: st.DrawFn) -> Built:
    """Words in emphasis, links and escapes, in paragraphs, quotations, lists and headings."""
    built = Built()
    newline = draw(NEWLINES)
    link = ("[", '](http://a.example "t")')
    around = st.sampled_from(
        [("", ""), ("**", "**"), ("*", "*"), ("~~", "~~"), ("***", "***"), ("<b>", "</b>"), link]
    )
    blocks = [("", ""), ("> ", "> "), ("- ", "  "), ("## ", None), ("1. > ", "   > "), ("> ", "")]
    for paragraph in range(draw(st.integers(1, 3))):
        first, following = draw(st.sampled_from(blocks))
        if paragraph:
            built.joint()
            built.mark(newline * 2 + draw(st.sampled_from(["", f"<!-- -->{newline * 2}"])))
        built.mark(first)
        for index, word in enumerate(draw(st.lists(WORD, min_size=1, max_size=4))):
            breaks = [" ", "  "] + ([] if following is None else [f"{newline}{following}"])
            if index:
                built.char(" ", draw(st.sampled_from(breaks)))
            if index and draw(st.booleans()):
                built.char("*", "*")  # signs that mark nothing where blanks surround them
                built.char("*", "*")
                built.char(" ", " ")
            opening, closing = draw(around)
            built.mark(opening)
            for char in word:
                built.char(char, draw(st.sampled_from([char, char, f"&#{ord(char)};"])))
            for char in draw(st.sampled_from(["", "", "*", "&", "_", "\\"])):
                built.char(char, draw(st.sampled_from([f"\\{char}", f"&#x{ord(char):x};"])))
            built.char("x", "x")  # a closing mark must not follow on a sign
            built.mark(closing)
        built.mark(draw(st.sampled_from(["", " ##"])) if following is None else "")
    return built


@given(markdown_files(), MARKS, st.data())
def test_markdown(built: Built, mark: str, data: st.DataObject) -> None:
    check(built, document_of(built, "a.md", mark), data)


@given(st.lists(st.text(ANY), min_size=1), NEWLINES, MARKS, st.data())
def test_plain_text(lines: list[str], newline: str, mark: str, data: st.DataObject) -> None:
    built = Built()
    for char in newline.join([*lines, "end"]).replace("\0", " "):
        built.char(char, char)
    if built.file.startswith("\ufeff"):
        built = Built(built.file[1:], built.text[1:], [(a - 1, b - 1) for a, b in built.places[1:]])
        mark = "\ufeff"
    check(built, document_of(built, "a.txt", mark), data)
