"""The names authority goes into a term base and comes back as names files have it."""

from dataclasses import replace
from pathlib import Path

from audit.authority import load
from audit.glossary.exchange import Format, read, write
from audit.glossary.exchange.names import to_concepts, to_records
from audit.glossary.exchange.toml_out import write_names
from audit.model.authority import NameRecord
from audit.model.names import Kind

RECORD = NameRecord(
    id="khasan",
    kind=Kind.PLACE,
    canonical="Khasan",
    short=("K.",),
    allowed=("Khassan",),
    other=("Hasan", "Hassan"),
    former=("Old Khasan",),
    forbidden=("Chasan",),
    near_only=("Hasan",),
    near=("Primorye",),
    source_forms=(("ru", "Хасан"), ("ru", "Хасана")),
    country="RU",
    note="A station",
    reference="BGN/PCGN",
)


def test_a_record_comes_back_but_for_what_is_said_to_be_lost() -> None:
    concepts, lost = to_concepts([RECORD])
    assert lost == {"country": 1, "near": 1, "near_only": 1}
    text = write(concepts, Format.TBX_DCT).files[""]
    again = read(text.encode(), Format.TBX_DCT, "n.tbx").concepts
    records, left = to_records(again, "en", Kind.PERSON)
    assert left == {}
    assert records == (replace(RECORD, near_only=(), near=(), country=None),)


def test_a_names_file_is_written_as_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "names.toml"
    path.write_text(write_names([RECORD]).files[""], encoding="utf-8")
    assert load([path], builtin=False).records == (replace(RECORD, layer="names.toml"),)


def test_all_built_in_records_are_written_and_read(tmp_path: Path) -> None:
    every = load().records
    path = tmp_path / "names.toml"
    made = write_names(one for one in every if one.lang == "en")
    path.write_text(made.files[""], encoding="utf-8")
    again = load([path], builtin=False).records
    plain = [replace(one, layer="") for one in every if one.lang == "en"]
    assert [replace(one, layer="") for one in again] == plain


def test_what_a_record_cannot_hold_is_counted() -> None:
    concepts, _ = to_concepts([RECORD])
    bare = replace(concepts[0], definition="A place", translate=False, domain="geography")
    records, lost = to_records([bare], "en", Kind.PLACE)
    assert records[0].kind is Kind.PLACE
    assert lost == {"definition": 1, "translate": 1}
    assert to_records([bare], "de", Kind.PLACE)[1] == {"concepts without an accepted term in de": 1}
