"""XML that attacks its reader: told as an error, quickly, and nothing outside is looked at."""

import time
from pathlib import Path

import pytest

from audit.model.report import NoteLevel
from audit.model.text import Document
from audit.read import read
from audit.read.xml_events import MAX_DEPTH, MAX_VALUE
from tests.read.conftest import ReadBytes

BOMB = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(9))
ATTACKS = {
    "a file as an entity": (
        '<!DOCTYPE x [<!ENTITY e SYSTEM "secret.txt">]><xliff>&e;</xliff>',
        "declares the entity 'e'",
    ),
    "a billion laughs": (
        f'<!DOCTYPE x [<!ENTITY a0 "ha">{BOMB}]><xliff>&a9;</xliff>',
        "declares the entity 'a0'",
    ),
    "laughs in an attribute": (
        f'<!DOCTYPE x [<!ENTITY a0 "ha">{BOMB}]><xliff a="&a9;"/>',
        "declares the entity 'a0'",
    ),
    "a parameter entity": (
        '<!DOCTYPE x [<!ENTITY % p SYSTEM "secret.txt"> %p;]><xliff/>',
        "declares the entity 'p'",
    ),
    "an entity of nowhere": ("<!DOCTYPE x SYSTEM 'x.dtd'><xliff>&nbsp;</xliff>", "&nbsp; is not"),
    "an entity without a DOCTYPE": ("<xliff>&nbsp;</xliff>", "undefined entity"),
    "depth": ("<xliff>" + "<a>" * 200_000, f"nested more than {MAX_DEPTH} deep"),
    "a giant attribute": (f'<xliff a="{"x" * (MAX_VALUE + 1)}"/>', "an attribute has more than"),
    "half a file": ("<xliff><file><trans-unit><source>a", "not well-formed"),
    "two roots": ("<xliff/><xliff/>", "not well-formed"),
    "a control character": ("<xliff>\x01</xliff>", "not well-formed"),
}


@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.parametrize("name", ["a.xlf", "a.tmx"])
def test_an_attack_is_an_error(reading: ReadBytes, attack: str, name: str, folder: Path) -> None:
    (folder / "secret.txt").write_text("secret")
    data, told = ATTACKS[attack]
    began = time.perf_counter()
    documents, notes = reading(data.replace("xliff", "tmx") if name == "a.tmx" else data, name)
    assert time.perf_counter() - began < 5
    assert documents == []
    errors = [note for note in notes if note.level is NoteLevel.ERROR]
    assert len(errors) == 1
    assert told in errors[0].message
    assert errors[0].line is not None
    assert "secret" not in errors[0].message


def test_an_outer_dtd_is_not_fetched_and_does_no_harm(reading: ReadBytes, folder: Path) -> None:
    (folder / "tmx14.dtd").write_text("<!ELEMENT broken")
    (document,), notes = reading(
        '<!DOCTYPE tmx PUBLIC "-//LISA//DTD TMX" "tmx14.dtd"><tmx><header srclang="de"/><body><tu>'
        '<tuv xml:lang="de"><seg>Ja</seg></tuv><tuv xml:lang="en"><seg>Yes</seg></tuv></tu></body>'
        "</tmx>",
        "a.tmx",
    )
    assert (document.text, notes) == ("Yes", [])


def test_the_other_files_are_read(folder: Path) -> None:
    (folder / "a.xlf").write_text(ATTACKS["a billion laughs"][0])
    (folder / "b.txt").write_text("Text.")
    found = list(read(["."]))
    assert [one.text for one in found if isinstance(one, Document)] == ["Text."]
    assert len(found) == 2


@pytest.mark.parametrize(
    "head",
    [
        "<!---->" * 5_000 + "x",
        "\n" * 50_000 + "x",
        " \n" * 30_000 + "x",
        "# \n" * 20_000 + "x",
        "a," * 30_000,
        "<!--" * 10_000,
        "<?xml" * 10_000,
        "<!DOCTYPE " * 5_000,
        "(" * 60_000,
    ],
    ids=lambda head: repr(head[:10]),
)
def test_the_kind_of_a_file_is_told_quickly(reading: ReadBytes, head: str) -> None:
    began = time.perf_counter()
    reading(head, "stdin")
    assert time.perf_counter() - began < 5
