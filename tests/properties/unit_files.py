"""Strategies for files of units: XLIFF, TMX, PO and tables, with the place of each character."""

from hypothesis import strategies as st

from tests.properties.test_offsets import ANY, LETTERS, NEWLINES, Built

XML_CHARS = ANY.filter(
    lambda char: char in "\n\t" or (char >= " " and char not in "\x7f\ufffe\uffff")
)
"""What an XML 1.0 file may hold; a carriage return can be had as a reference only."""
CELL_CHARS = LETTERS | st.sampled_from("\"',;\t\n -.")


def end_unit(built: Built, index: int) -> None:
    """Begin another text of a file whose texts are joined by line feeds."""
    if index:
        built.joint()


def xml_char(draw: st.DrawFn, built: Built, char: str, newline: str) -> None:
    """Write one character in one of the ways that XML has, with inline tags between."""
    number = draw(st.sampled_from([f"&#{ord(char)};", f"&#x{ord(char):X};"]))
    named = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\n": newline, '"': "&quot;"}
    plain = named.get(char, char)
    form = draw(st.sampled_from(["plain", "plain", "number", "cdata"]))
    if form == "cdata" and char not in "\n]":
        built.mark("<![CDATA[")
        built.char(char, char)
        built.mark("]]>")
    else:
        built.char(char, number if form == "number" else plain)


@st.composite
def xml_texts(draw: st.DrawFn, built: Built, newline: str, tags: list[str]) -> None:
    """The content of one target: words with references, CDATA sections, comments and tags."""
    words = draw(st.lists(XML_CHARS, min_size=1, max_size=8))
    for char in ("x", *words):
        built.mark(draw(st.sampled_from(["", "", "", *tags, "<!-- <x> & -->", "<?pi x?>"])))
        xml_char(draw, built, char, newline)


@st.composite
def xliff_files(draw: st.DrawFn) -> Built:
    """Units of XLIFF 1.2 or 2 between things that look alike and are no text of the file."""
    built, newline = Built(), draw(NEWLINES)
    second = draw(st.booleans())
    if second:
        built.mark(
            '<?xml version="1.0"?><xliff version="2.0" srcLang="uk" trgLang="en"><file id="f">'
        )
        tags = ['<ph id="1"/>', '<pc id="2"></pc>', '<cp hex="0001"/>']
        before = '<unit id="u"><notes><note>no</note></notes><segment>'
        after = "</segment><ignorable><source>no</source><target>no</target></ignorable></unit>"
    else:
        built.mark('<xliff version="1.2" xmlns:a="b"><file original="o" source-language="uk" ')
        built.mark('target-language="en"><header><note>no</note></header><body>')
        tags = ['<x id="1"/>', '<ph id="2">{&lt;br>}<sub>no</sub></ph>', '<g id="3"></g>']
        before = '<group><trans-unit id="u">'
        after = "<alt-trans><source>no</source><target>no</target></alt-trans></trans-unit></group>"
    for index in range(draw(st.integers(1, 3))):
        end_unit(built, index)
        built.mark(f"{newline}{before}<source>Хто <!-- --> там?</source>{newline} <target>")
        draw(xml_texts(built, newline, tags))
        built.mark(f"</target>{newline}{after}")
    built.mark("</file></xliff>" if second else "</body></file></xliff>")
    return built


@st.composite
def tmx_files(draw: st.DrawFn) -> Built:
    """Units of two languages, some of them alone."""
    built, newline = Built(), draw(NEWLINES)
    built.mark(f'<?xml version="1.0"?>{newline}<!DOCTYPE tmx SYSTEM "tmx14.dtd">{newline}')
    built.mark('<tmx version="1.4"><header srclang="uk"/><body>')
    alone = '<tu><tuv xml:lang="uk"><seg>ні</seg></tuv></tu>'
    tags = ['<ph x="1">&lt;b&gt;</ph>', '<bpt i="1">no</bpt>', "<hi></hi>", '<it pos="end">x</it>']
    for index in range(draw(st.integers(1, 3))):
        end_unit(built, index)
        built.mark(draw(st.sampled_from(["", alone])))
        built.mark(f'<tu><note>no</note>{newline}<tuv xml:lang="uk-UA"><seg>так</seg></tuv>')
        built.mark('<tuv xml:lang="en"><prop type="x">no</prop><seg>')
        draw(xml_texts(built, newline, tags))
        built.mark(f"</seg></tuv></tu>{newline}")
    built.mark("</body></tmx>")
    return built


PO_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


@st.composite
def po_files(draw: st.DrawFn) -> Built:
    """Entries with comments, contexts, plural forms, and strings over several lines."""
    built, newline = Built(), draw(NEWLINES)
    built.mark(f'# c{newline}msgid ""{newline}msgstr ""{newline}"Language: uk\\n"{newline}')
    built.mark(f'"Content-Type: text/plain; charset=UTF-8\\n"{newline}{newline}')
    index = 0
    for _ in range(draw(st.integers(1, 3))):
        left_out = f'#, fuzzy{newline}msgid "no"{newline}msgstr "no"{newline}#~ msgid "no"'
        built.mark(draw(st.sampled_from(["", f'{left_out}{newline}#~ msgstr "no"{newline}'])))
        built.mark(draw(st.sampled_from([f"#. no{newline}#: a.c:1{newline}", newline, ""])))
        built.mark(draw(st.sampled_from([f'msgctxt "no"{newline}', ""])))
        built.mark(f'msgid "so \\"urce"{newline}"s"{newline}')
        plural = draw(st.booleans())
        built.mark(f'msgid_plural "sources"{newline}' if plural else "")
        for number in range(1 + plural):
            end_unit(built, index)
            index += 1
            built.mark(f"msgstr[{number}]" if plural else "msgstr")
            built.mark(draw(st.sampled_from([' "', '\t"', f' ""{newline}"'])))
            for char in draw(st.lists(ANY.filter(lambda one: one != "\0"), min_size=1, max_size=8)):
                built.char(char, PO_SHORT.get(char, char))
                built.mark(draw(st.sampled_from(["", "", "", f'"{newline}"'])))
            built.mark(f'"{newline}')
    return built


@st.composite
def csv_files(draw: st.DrawFn) -> Built:
    """Rows with cells in quotation marks and without."""
    built, newline = Built(), draw(NEWLINES)
    sign = draw(st.sampled_from(",;"))
    built.mark(sign.join(("id", '"target"', "Source")) + newline)
    for index in range(draw(st.integers(1, 3))):
        end_unit(built, index)
        built.mark(f"{index}{sign}")
        chars = ["x", *draw(st.lists(CELL_CHARS, max_size=6))]
        quoted = draw(st.booleans()) or any(char in '",;\n' for char in chars)
        built.mark('"' * quoted)
        for char in chars:
            built.char(char, '""' if char == '"' and quoted else char)
        built.mark('"' * quoted + sign + draw(st.sampled_from(["з", '"а ""б"""', ""])))
        built.mark(newline)
    return built


@st.composite
def tsv_files(draw: st.DrawFn) -> Built:
    """Rows whose cells know no quotation marks."""
    built, newline = Built(), draw(NEWLINES)
    built.mark(f"target\tsource{newline}")
    for index in range(draw(st.integers(1, 3))):
        end_unit(built, index)
        for char in ("x", *draw(st.lists(CELL_CHARS, max_size=6))):
            built.char(char, char) if char not in "\t\n" else None
        built.mark(f"\tз{newline}")
    return built


UNIT_FILES = {
    "a.xlf": xliff_files(),
    "a.tmx": tmx_files(),
    "a.po": po_files(),
    "a.csv": csv_files(),
    "a.tsv": tsv_files(),
}
"""A strategy for each format of units, by the name of a file."""
