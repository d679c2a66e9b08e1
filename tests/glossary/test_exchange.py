"""Glossaries go into other formats and come back; what a format cannot hold is said by name."""

import io
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from lxml import etree

from audit.errors import ConfigError
from audit.glossary.exchange import Format, Languages, format_of, read, write
from audit.glossary.glossary_file import parse
from audit.glossary.layers import lay_over
from audit.model.terms import Concept
from tests.glossary.making import COUNCIL, DRONE, STARLINK, glossaries

RU_EN = Languages("ru", "en")
XML = "{http://www.w3.org/XML/1998/namespace}"
TBX = "{urn:iso:std:iso:30042:ed-2}"


def back(concepts: tuple[Concept, ...], form: Format, name: str) -> tuple[Concept, ...]:
    """`concepts` written and read again."""
    text = write(concepts, form, RU_EN).files[""]
    return read(text.encode(), form, name, RU_EN).concepts


@settings(max_examples=60)
@given(glossaries())
def test_our_own_table_loses_nothing(concepts: tuple[Concept, ...]) -> None:
    assert write(concepts, Format.CSV).lost == {}
    assert back(concepts, Format.CSV, "g.csv") == concepts


@settings(max_examples=60)
@given(glossaries())
def test_our_own_file_loses_nothing(concepts: tuple[Concept, ...]) -> None:
    done = write(concepts, Format.TOML)
    assert done.lost == {}
    drafts = parse(done.files[""].encode(), "g.toml")
    assert lay_over((), drafts, "glossary") == concepts


@settings(max_examples=60)
@pytest.mark.parametrize("form", [Format.TBX, Format.TBX_DCT])
@given(concepts=glossaries())
def test_a_term_base_keeps_all_but_case_and_dates(
    concepts: tuple[Concept, ...], form: Format
) -> None:
    plain = tuple(replace(one, case_sensitive=False, since=None, until=None) for one in concepts)
    done = write(concepts, form)
    assert set(done.lost) <= {"case_sensitive", "from", "until"}
    assert sum(done.lost.values()) == sum(
        one.case_sensitive + bool(one.since) + bool(one.until) for one in concepts
    )
    again = read(done.files[""].encode(), form, "g.tbx")
    assert again.concepts == plain
    assert again.lost == {}


@pytest.mark.parametrize("style", ["dca", "dct"])
def test_a_term_base_has_the_structure_of_tbx_basic(style: str) -> None:
    form = Format.TBX if style == "dca" else Format.TBX_DCT
    text = write((COUNCIL, STARLINK), form).files[""]
    root = etree.fromstring(text.encode())
    assert root.tag == f"{TBX}tbx"
    told = {str(key): str(value) for key, value in root.attrib.items()}
    assert told == {"type": "TBX-Basic", "style": style, f"{XML}lang": "en"}
    assert [child.tag for child in root] == [f"{TBX}tbxHeader", f"{TBX}text"]
    assert root.find(f"{TBX}tbxHeader/{TBX}fileDesc/{TBX}sourceDesc/{TBX}p") is not None
    entries = root.findall(f"{TBX}text/{TBX}body/{TBX}conceptEntry")
    assert [one.get("id") for one in entries] == ["security-council", "starlink"]
    for entry in entries:
        kinds = [etree.QName(child).localname for child in entry]
        first = kinds.index("langSec")
        assert set(kinds[first:]) == {"langSec"}, "language sections come last"
        for section in entry.findall(f"{TBX}langSec"):
            assert section.get(f"{XML}lang")
            for term in section:
                assert term.tag == f"{TBX}termSec"
                assert term[0].tag == f"{TBX}term"
    statuses = [
        one.text
        for one in root.iter()
        if one.get("type") == "administrativeStatus"
        or one.tag == "{http://www.tbxinfo.net/ns/min}administrativeStatus"
    ]
    assert statuses == [
        *("preferredTerm-admn-sts", "admittedTerm-admn-sts"),
        *("supersededTerm-admn-sts", "deprecatedTerm-admn-sts"),
        *("preferredTerm-admn-sts", "admittedTerm-admn-sts", "preferredTerm-admn-sts"),
    ]


def test_ids_of_a_term_base_are_xml_ids() -> None:
    odd = replace(DRONE, id="1_дрон:x")
    text = write((odd,), Format.TBX).files[""]
    written = etree.fromstring(text.encode()).find(f".//{TBX}conceptEntry")
    assert written is not None
    assert str(written.get("id")).isascii()
    assert str(written.get("id"))[0] == "_"
    assert back((odd,), Format.TBX, "g.tbx")[0].id == odd.id


OLD = """<?xml version="1.0"?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="en"><text><body>
<termEntry id="c1"><descripGrp><descrip type="definition">A bar</descrip></descripGrp>
<langSet xml:lang="en"><tig><term>address bar</term>
<termNote type="administrativeStatus">forbidden</termNote></tig>
<tig><term>location <hi>bar</hi></term><termNote type="grammaticalGender">other</termNote></tig>
</langSet>
<langSet xml:lang="de"><ntig><termGrp><term>Adressleiste</term></termGrp></ntig></langSet>
</termEntry></body></text></martif>"""


def test_older_term_bases_are_read() -> None:
    done = read(OLD.encode(), Format.TBX, "old.tbx")
    (concept,) = done.concepts
    found = [(term.lang, term.text, term.status.value) for term in concept.terms]
    assert found == [
        ("de", "Adressleiste", "preferred"),
        ("en", "location bar", "preferred"),
        ("en", "address bar", "forbidden"),
    ]
    assert concept.definition == "A bar"
    assert done.lost == {"grammaticalGender of a term": 1}


def test_a_term_base_opens_no_other_file(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("stolen", encoding="utf-8")
    text = (
        f'<!DOCTYPE tbx [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
        '<tbx xmlns="urn:iso:std:iso:30042:ed-2"><text><body><conceptEntry id="a">'
        '<langSec xml:lang="en"><termSec><term>drone&x;</term></termSec></langSec>'
        "</conceptEntry></body></text></tbx>"
    )
    found = read(text.encode(), Format.TBX, "g.tbx").concepts
    assert all("stolen" not in term.text for one in found for term in one.terms)


def test_a_term_base_does_not_grow_without_end() -> None:
    lines = ['<!ENTITY a0 "ha">']
    lines += [f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12)]
    text = (
        f"<!DOCTYPE tbx [{''.join(lines)}]>"
        '<tbx xmlns="urn:iso:std:iso:30042:ed-2"><text><body><conceptEntry id="a">'
        '<langSec xml:lang="en"><termSec><term>drone &a11;</term></termSec></langSec>'
        "</conceptEntry></body></text></tbx>"
    )
    try:
        found = read(text.encode(), Format.TBX, "g.tbx").concepts
    except ConfigError:
        return
    assert all(len(term.text) < 100 for one in found for term in one.terms)


@pytest.mark.parametrize("text", ["", "<tbx", "<html/>", "<tbx><a></tbx>"])
def test_what_is_no_term_base_is_refused(text: str) -> None:
    with pytest.raises(ConfigError, match=r"g\.tbx: "):
        read(text.encode(), Format.TBX, "g.tbx")


def test_deepl_has_four_columns_and_one_direction() -> None:
    done = write((COUNCIL, DRONE, STARLINK), Format.DEEPL, RU_EN)
    assert done.files[""].splitlines() == [
        "Совет Безопасности,Security Council,ru,en",
        "Совбез,Security Council,ru,en",
        "беспилотник,drone,ru,en",
        "дрон,drone,ru,en",
        "Starlink,Starlink,ru,en",
    ]
    assert done.lost == {
        "admitted terms": 1,
        "case_sensitive": 1,
        "definition": 1,
        "domain": 1,
        "forbidden terms": 2,
        "from": 1,
        "superseded terms": 1,
        "translate": 1,
    }
    again = read(done.files[""].encode(), Format.DEEPL, "d.csv").concepts
    assert [[term.text for term in one.terms] for one in again][1] == [
        "drone",
        "беспилотник",
        "дрон",
    ]
    assert write(again, Format.DEEPL, RU_EN).files == done.files


def test_two_columns_need_languages() -> None:
    table = "беспилотник,drone\n".encode()
    with pytest.raises(ConfigError, match=r"d\.csv: line 1: the source language is needed"):
        read(table, Format.GOOGLE, "d.csv")
    (one,) = read(table, Format.GOOGLE, "d.csv", RU_EN).concepts
    assert [(term.lang, term.text) for term in one.terms] == [
        ("en", "drone"),
        ("ru", "беспилотник"),
    ]


@settings(max_examples=40)
@given(glossaries())
def test_pairs_written_and_read_are_written_the_same(concepts: tuple[Concept, ...]) -> None:
    languages = Languages("ru", "de")
    for form in (Format.DEEPL, Format.GOOGLE):
        text = write(concepts, form, languages).files[""]
        again = read(text.encode(), form, "d.csv", languages)
        assert write(again.concepts, form, languages).files[""] == text
        assert again.lost == {}


@settings(max_examples=40)
@given(glossaries())
def test_sets_written_and_read_are_written_the_same(concepts: tuple[Concept, ...]) -> None:
    translated = [one for one in concepts if one.translate]
    text = write(translated, Format.GOOGLE_SET).files[""]
    again = read(text.encode(), Format.GOOGLE_SET, "d.csv")
    assert write(again.concepts, Format.GOOGLE_SET).files[""] == text
    assert len(again.concepts) == len(translated)


def test_sets_have_a_heading_of_languages() -> None:
    done = write((COUNCIL, DRONE), Format.GOOGLE_SET)
    assert done.files[""].splitlines() == [
        "en,ru,pos,description",
        "Security Council,Совет Безопасности,,An organ of the United Nations",
        "drone,беспилотник,,",
    ]
    assert done.lost["forbidden terms"] == 2
    again = read(done.files[""].encode(), Format.GOOGLE_SET, "d.csv").concepts
    assert again[0].definition == "An organ of the United Nations"


def test_weblate_has_the_columns_of_its_csv() -> None:
    done = write((COUNCIL, DRONE), Format.WEBLATE, RU_EN)
    lines = done.files[""].splitlines()
    assert lines[0].startswith("location,source,target,id,fuzzy,context")
    assert lines[2] == ",беспилотник,drone,,,drone,,"
    again = read(done.files[""].encode(), Format.WEBLATE, "w.csv", RU_EN)
    assert [one.id for one in again.concepts] == ["security-council", "drone"]
    assert again.concepts[0].definition == "An organ of the United Nations"


def test_vale_gets_what_may_and_what_may_not_be_used() -> None:
    done = write((COUNCIL, DRONE, STARLINK), Format.VALE, Languages(target="en"))
    assert done.files["accept.txt"].splitlines() == [
        "Security Council",
        "UN Security Council",
        "(?i)drone",
        "Starlink",
    ]
    assert done.files["reject.txt"].splitlines() == [
        "Council of Security",
        "Safety Council",
        r"(?i)pilotless plane \(toy\)",
    ]
    again = read(
        done.files["reject.txt"].encode(), Format.VALE, "reject.txt", Languages(target="en")
    )
    assert [one.terms[0].text for one in again.concepts][-1] == "pilotless plane (toy)"
    assert {one.terms[0].status.value for one in again.concepts} == {"forbidden"}
    lost = read(b"[Oo]bserve\n# a remark\n", Format.VALE, "accept.txt", Languages(target="en")).lost
    assert lost == {"regular expressions": 1}


def test_vale_swaps_what_is_forbidden() -> None:
    done = write((COUNCIL, DRONE), Format.VALE_SWAP, Languages(target="en"))
    assert done.files[""].splitlines()[4:] == [
        "swap:",
        '  "Council of Security": "Security Council"',
        '  "Safety Council": "Security Council"',
        r'  "(?i)pilotless plane \\(toy\\)": "drone"',
    ]


@pytest.mark.parametrize(
    ("name", "heading", "form"),
    [
        ("a.toml", "", Format.TOML),
        ("a.tbx", "", Format.TBX),
        ("a.csv", "concept,lang,term,role", Format.CSV),
        ("a.csv", "source,target,context", Format.WEBLATE),
        ("a.csv", "en,de,pos", Format.GOOGLE_SET),
        ("a.tsv", "drone\tDrohne", Format.DEEPL),
    ],
)
def test_a_format_is_told_by_name_and_heading(name: str, heading: str, form: Format) -> None:
    assert format_of(name, heading.encode()) is form


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ("concept,lang,term,rolle\n", r'column "rolle" is not known'),
        ("concept,lang,term,role\na,en,x,best\n", r'line 2: "role" must be one of terms'),
        ("concept,lang,term\na,english,x\n", r'line 2: "lang" must be a language tag'),
        ("concept,lang,term,from\na,en,x,May\n", r'line 2: "from" must be a date'),
        ("concept,lang,term,note\na,en,x,1\na,en,y,2\n", r'line 3: "note" of concept "a" has two'),
    ],
)
def test_errors_name_the_file_and_the_line(table: str, message: str) -> None:
    with pytest.raises(ConfigError, match=rf"g\.csv: {message}"):
        read(table.encode(), Format.CSV, "g.csv")


def test_a_table_that_is_no_text_is_refused() -> None:
    with pytest.raises(ConfigError, match=r"g\.csv: not UTF-8 text"):
        read(io.BytesIO(b"\xff\xfea").read(), Format.CSV, "g.csv")
