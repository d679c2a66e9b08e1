"""XLIFF: units become pairs, tags are kept apart, what is no text is left out and told."""

from audit.model.place import Span
from audit.model.report import NoteLevel
from audit.model.text import Markup
from tests.read.conftest import ReadBytes

TEXT_AND_TAGS = """<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="a.html" source-language="uk" target-language="en-gb" datatype="html"><body>
<group><trans-unit id="u1">
  <source>Він <g id="1">поїхав</g> до <x id="2"/>Лева.</source>
  <target state="translated">He <g id="1">went</g> to <x id="2"/>Leo &amp;&#32;Co.</target>
  <note>a note</note>
  <alt-trans><source>ні</source><target>no</target></alt-trans>
</trans-unit></group>
<trans-unit id="u2" translate="no"><source>так</source><target>yes</target></trans-unit>
<trans-unit id="u0"/>
<trans-unit restype="x-gettext-domain-header"><source>h</source><target>h</target></trans-unit>
<trans-unit id="u3"><source>Ніч.</source><target/></trans-unit>
<trans-unit id="u4"><source>День.</source></trans-unit>
</body></file></xliff>
"""


def test_units_are_pairs_and_tags_no_text(reading: ReadBytes) -> None:
    (document,), notes = reading(TEXT_AND_TAGS, "a.xlf")
    assert document.text == "He went to Leo & Co.\n\n"
    assert (document.id, document.source_lang, document.lang) == ("a.xlf", "uk", "en-GB")
    assert [(pair.id, pair.source) for pair in document.pairs] == [
        ("u1", "Він поїхав до Лева."),
        ("u3", "Ніч."),
        ("u4", "День."),
    ]
    assert [document.cut(pair.span) for pair in document.pairs[1:]] == ["", ""]
    tags = ('<g id="1">', "</g>", '<x id="2"/>')
    assert document.markup == tuple(map(Markup, (3, 7, 11), tags))
    assert document.pairs[0].source_markup == tuple(map(Markup, (4, 10, 14), tags))
    assert [note.message for note in notes] == ['not checked: 1 unit with translate="no"']


def test_places_are_those_of_the_file(reading: ReadBytes) -> None:
    (document,), _ = reading(TEXT_AND_TAGS, "a.xlf")
    at = document.text.index("Leo")
    place = document.place(Span(at, at + 3))
    assert TEXT_AND_TAGS[place.start : place.end] == "Leo"
    line = TEXT_AND_TAGS.splitlines()[place.line - 1]
    assert line[place.column - 1 :].startswith("Leo &amp;")
    empty = document.place(document.pairs[1].span)
    assert TEXT_AND_TAGS[: empty.start].endswith("<source>Ніч.</source><target/>")


def test_a_code_is_one_tag_with_its_content(reading: ReadBytes) -> None:
    unit = '<trans-unit id="1"><source>a</source><target>a<ph id="1">{b<sub>c</sub>}</ph>d</target>'
    xliff = f'<xliff version="1.2"><file><body>{unit}</trans-unit></body></file></xliff>'
    (document,), _ = reading(xliff, "a.xlf")
    assert document.text == "ad"
    assert document.markup == (Markup(1, '<ph id="1">{b<sub>c</sub>}</ph>'),)


def test_segments_of_both_sides_are_pairs_of_their_own(reading: ReadBytes) -> None:
    def mrk(mid: int, text: str) -> str:
        return f'<mrk mtype="seg" mid="{mid}">{text}</mrk>'

    source, target = (f"{mrk(1, a)} {mrk(2, b)}" for a, b in (("А.", "Б."), ("A.", "<x/>B.")))
    unit = f"<source>А. Б.</source><seg-source>{source}</seg-source><target>{target}</target>"
    for name in ("a.sdlxliff", "a.mxliff"):
        (document,), _ = reading(
            f'<xliff version="1.2"><file><trans-unit id="u">{unit}</trans-unit></file></xliff>',
            name,
        )
        assert document.text == "A.\nB."
        assert [(pair.id, pair.source) for pair in document.pairs] == [("u/1", "А."), ("u/2", "Б.")]
        assert document.markup == (Markup(3, "<x/>"),)
        assert [document.markup_of(pair) for pair in document.pairs] == [(), document.markup]


def test_version_2_has_segments_in_units(reading: ReadBytes) -> None:
    (document,), notes = reading(
        """<xliff xmlns="urn:oasis:names:tc:xliff:document:2.1" version="2.1" srcLang="de"
          trgLang="en">
        <file id="f1"><unit id="u1" name="x"><notes><note>no</note></notes>
        <mtc:matches xmlns:mtc="m"><mtc:match><source>nein</source><target>no</target></mtc:match>
        </mtc:matches>
        <originalData><data id="d1">no</data></originalData>
        <segment id="s1" state="initial"><source>Eins <ph id="1"/></source>
          <target>One <ph id="1"/></target></segment>
        <ignorable><source> </source><target> </target></ignorable>
        <segment><source><pc id="2">Zwei</pc></source><target><pc id="2">Two</pc></target></segment>
        </unit></file><file id="f2"><unit id="u2" translate="no"><segment><source>Drei</source>
        </segment></unit></file></xliff>""",
        "a.xliff",
    )
    assert document.text == "One \nTwo"
    assert [(pair.id, pair.source) for pair in document.pairs] == [
        ("u1/s1", "Eins "),
        ("u1", "Zwei"),
    ]
    assert [tag.text for tag in document.markup] == ['<ph id="1"/>', '<pc id="2">', "</pc>"]
    assert document.id == "a.xliff"
    assert len(notes) == 1


def test_each_file_is_a_document(reading: ReadBytes) -> None:
    unit = "<trans-unit id='1'><source>a</source><target>b</target></trans-unit>"
    documents, _ = reading(
        "<xliff version='1.2'>"
        f"<file original='x' source-language='de' target-language='en'>{unit}</file>"
        f"<file original='y' source-language='de' target-language='fr'>{unit}</file></xliff>",
        "a.xlf",
    )
    assert [(one.id, one.lang) for one in documents] == [("a.xlf#x", "en"), ("a.xlf#y", "fr")]


def test_the_encoding_is_that_of_the_declaration(reading: ReadBytes) -> None:
    unit = "<trans-unit><target>Львів 😀</target></trans-unit>"
    text = f"<xliff version='1.2'><file>{unit}</file></xliff>"
    for encoding in ("utf-16", "utf-8-sig"):
        (document,), notes = reading(text.encode(encoding), "a.xlf")
        assert document.text == "Львів 😀"
        assert notes == []
    declared = f"<?xml version='1.0' encoding='windows-1251'?>{text.replace(' 😀', '')}"
    (document,), _ = reading(declared.encode("cp1251"), "a.xlf")
    assert (document.text, document.origin.encoding) == ("Львів", "cp1251")


def test_a_file_of_another_kind_is_refused_in_words(reading: ReadBytes) -> None:
    for data, told in {
        "<html/>": "expected an XLIFF file, which begins with <xliff>; found <html>",
        "<xliff><file>": "not well-formed XML: no element found",
        "<xliff>\n<a></b></xliff>": "not well-formed XML: mismatched tag",
        "<xliff/>": "the file holds no text; expected units with a source",
    }.items():
        documents, (note,) = reading(data, "a.xlf")
        assert documents == []
        assert note.level is NoteLevel.ERROR
        assert told in note.message
        assert note.path == "a.xlf"
    assert reading("<xliff>\n<a></b></xliff>", "a.xlf")[1][0].line == 2


def test_a_file_is_known_by_its_beginning(reading: ReadBytes) -> None:
    (document,), _ = reading(TEXT_AND_TAGS, "stdin")
    assert document.text.startswith("He went")
