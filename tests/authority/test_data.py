"""The built-in records: well formed, unambiguous, and right on the pairs that must hold."""

import unicodedata
from collections import Counter
from functools import cache
from importlib.resources import files

import pytest

from audit.authority import conflicts, explain, load, profiles
from audit.authority.layers import distinctive_forms, lay_over
from audit.authority.names_file import parse
from audit.model.authority import NameRecord
from audit.model.names import Kind

LEAST_RECORDS = 450
DATA = sorted(
    (entry for entry in (files("audit.authority") / "data").iterdir() if entry.is_file()),
    key=lambda entry: entry.name,
)
LATIN_LANGUAGES = {"en", "de", "fr", "es", "pl", "cs"}


@cache
def records() -> tuple[NameRecord, ...]:
    return load().records


@cache
def holders() -> dict[tuple[str, str], set[str]]:
    found: dict[tuple[str, str], set[str]] = {}
    for record in records():
        if record.lang == "en":
            for form in (*distinctive_forms(record), *record.near_only):
                found.setdefault((record.kind, form), set()).add(record.id)
    return found


def by_id(name: str) -> NameRecord:
    return next(record for record in records() if record.id == name)


@pytest.mark.parametrize("name", [entry.name for entry in DATA])
def test_file_is_valid_and_says_its_sources(name: str) -> None:
    content = (files("audit.authority") / "data" / name).read_bytes()
    file = parse(content, name)
    conflicts.check(file.drafts)
    assert lay_over((), file, "test")
    assert content.startswith(b"# ")


def test_there_are_enough_records_and_every_id_stands_once() -> None:
    assert len(records()) >= LEAST_RECORDS
    assert [name for name, count in Counter(r.id for r in records()).items() if count > 1] == []


def test_no_form_names_two_things_of_one_kind() -> None:
    held: dict[tuple[str, str, str], str] = {}
    for record in records():
        for form in distinctive_forms(record):
            key = (record.lang, record.kind, form)
            assert held.setdefault(key, record.id) == record.id, key


def test_forms_are_normalised() -> None:
    for record in records():
        for form in (record.canonical, *record.short, *distinctive_forms(record)):
            assert form == form.strip() == unicodedata.normalize("NFC", form), record.id


def test_latin_records_hold_no_letter_of_another_script() -> None:
    for record in records():
        if record.lang in LATIN_LANGUAGES:
            for form in distinctive_forms(record):
                names = (unicodedata.name(c, "") for c in form if c.isalpha())
                strange = [n for n in names if not n.startswith(("LATIN", "MODIFIER"))]
                assert not strange, (record.id, form, strange)


@pytest.mark.parametrize(
    ("kind", "first", "second"),
    [
        (Kind.PERSON, "Kim Jong Un", "Kim Jong-un"),
        (Kind.PERSON, "Kim Jong Un", "Kim Jong Eun"),
        (Kind.PERSON, "Volodymyr Zelensky", "Vladimir Zelenskiy"),
        (Kind.PERSON, "Muammar Gaddafi", "Mu'ammar al-Qadhafi"),
        (Kind.PERSON, "Tsai Ing-wen", "Cai Yingwen"),
        (Kind.PERSON, "Abdel Fattah el-Sisi", "Abdul Fatah al-Sisi"),
        (Kind.PERSON, "Shinzo Abe", "Abe Shinzo"),
        (Kind.PLACE, "Khasan", "Hasan"),
        (Kind.PLACE, "Kyiv", "Kiev"),
        (Kind.PLACE, "Pyongyang", "Pyeongyang"),
        (Kind.PLACE, "Chongqing", "Ch'ung-ch'ing"),
        (Kind.PLACE, "Hodeidah", "Hudaydah"),
        (Kind.ORGANISATION, "Hezbollah", "Hizbullah"),
        (Kind.ORGANISATION, "Kuomintang", "Guomindang"),
    ],
)
def test_one_thing_is_one_record(kind: Kind, first: str, second: str) -> None:
    assert holders()[kind, first] & holders()[kind, second]


@pytest.mark.parametrize(
    ("kind", "first", "second"),
    [
        (Kind.PERSON, "Kim Jong Un", "Kim Jong Il"),
        (Kind.PERSON, "Kim Jong-un", "Kim Yo-jong"),
        (Kind.PERSON, "Bashar al-Assad", "Hafez al-Assad"),
        (Kind.PERSON, "Ali Khamenei", "Mojtaba Khamenei"),
        (Kind.PERSON, "Ayatollah Khamenei", "Ayatollah Khomeini"),
        (Kind.PERSON, "George W. Bush", "George H. W. Bush"),
        (Kind.PERSON, "Pope John Paul I", "Pope John Paul II"),
        (Kind.PERSON, "Dmitry Medvedev", "Daniil Medvedev"),
        (Kind.PERSON, "Aung San", "Aung San Suu Kyi"),
        (Kind.PLACE, "Niger", "Nigeria"),
        (Kind.PLACE, "Gambia", "Zambia"),
        (Kind.PLACE, "Guinea", "Guyana"),
        (Kind.PLACE, "Republic of the Congo", "Democratic Republic of the Congo"),
        (Kind.PLACE, "North Korea", "South Korea"),
        (Kind.PLACE, "Shanxi", "Shaanxi"),
        (Kind.PLACE, "Pyongyang", "Pyeongchang"),
        (Kind.PLACE, "Belgorod", "Belgrade"),
        (Kind.ORGANISATION, "Hamas", "Fatah"),
    ],
)
def test_two_things_are_two_records(kind: Kind, first: str, second: str) -> None:
    assert holders()[kind, first].isdisjoint(holders()[kind, second])


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("khasan", "Hasan"),
        ("khasan", "Hassan"),
        ("victoria", "Victoria"),
        ("sanaa", "Sana"),
        ("guangzhou", "Canton"),
        ("male", "Male"),
    ],
)
def test_a_form_that_is_also_something_else_needs_company(name: str, form: str) -> None:
    assert form in by_id(name).near_only
    assert by_id(name).near


def test_hasan_does_not_count_for_what_articles_on_men_of_that_name_have_too() -> None:
    near = set(by_id("khasan").near)
    assert {"Primorye", "Vladivostok", "Tumangang"} <= near
    assert near.isdisjoint({"station", "Russia", "North Korea", "train", "Hassan district"})


def test_what_holds_a_form_rightly_is_excepted() -> None:
    assert {"chicken Kiev", "Kievan Rus"} <= set(by_id("kyiv").except_phrases)


def test_explain_finds_a_form_in_any_role_and_case() -> None:
    authority = load()
    assert [record.id for record in explain("hasan", authority)] == ["khasan"]
    assert "kim-jong-un" in {record.id for record in explain("Kim", authority)}
    assert "kyiv" in {record.id for record in explain("Київ", authority)}
    assert explain("No Such Name", authority) == ()


@pytest.mark.parametrize("profile", profiles())
def test_every_profile_changes_only_records_that_exist(profile: str) -> None:
    styled = load(profile=profile)
    assert {record.id for record in styled.records} == {record.id for record in records()}
    assert styled.records[0].layer == f"profile:{profile}"
    assert all(r.reference for r in styled.records if r.layer == f"profile:{profile}")
