"""Layers: publisher over profile over built-in; and what is said of a file that is wrong."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.authority import load, profiles, template
from audit.authority.names_file import parse
from audit.errors import ConfigError
from audit.model.authority import Authority, NameRecord


def write(folder: Path, text: str, name: str = "names.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def refusal(content: bytes) -> str:
    """What is said of `content`; of good content only the name of the file."""
    try:
        parse(content, "names.toml")
    except ConfigError as error:
        return str(error)
    return "names.toml: "


def record(authority: Authority, name: str) -> NameRecord:
    return next(r for r in authority.records if r.id == name)


@pytest.mark.parametrize(
    ("profile", "kim", "zelenskyy"),
    [
        (None, "Kim Jong Un", "Volodymyr Zelenskyy"),
        ("ap", "Kim Jong Un", "Volodymyr Zelenskyy"),
        ("bbc", "Kim Jong-un", "Volodymyr Zelensky"),
        ("guardian", "Kim Jong-un", "Volodymyr Zelenskiy"),
        ("reuters", "Kim Jong Un", "Volodymyr Zelenskiy"),
    ],
)
def test_profile_switches_the_canonical_form(profile: str | None, kim: str, zelenskyy: str) -> None:
    authority = load(profile=profile)
    assert record(authority, "kim-jong-un").canonical == kim
    assert record(authority, "kim-jong-un").short == ("Kim",)
    assert record(authority, "volodymyr-zelenskyy").canonical == zelenskyy
    assert record(authority, "volodymyr-zelenskyy").short == (zelenskyy.split()[1],)


def test_the_form_given_up_stays_known() -> None:
    styled = record(load(profile="bbc"), "volodymyr-zelenskyy")
    assert {"Volodymyr Zelenskyy", "Zelenskyy"} <= set(styled.other)
    assert "Zelensky" not in styled.other


def test_ap_keeps_a_personal_preference_and_its_own_gadhafi() -> None:
    authority = load(profile="ap")
    assert record(authority, "yoon-suk-yeol").canonical == "Yoon Suk Yeol"
    assert record(authority, "moon-jae-in").canonical == "Moon Jae-in"
    assert record(authority, "muammar-gaddafi").short == ("Gadhafi",)
    assert "Muammar Gaddafi" in record(authority, "muammar-gaddafi").other


def test_names_that_are_not_of_three_parts_are_left_to_themselves() -> None:
    assert record(load(profile="bbc"), "syngman-rhee").canonical == "Syngman Rhee"


def test_profile_names_and_their_absence() -> None:
    assert profiles() == ("ap", "bbc", "guardian", "reuters")
    assert load(profile="custom").records == load().records
    with pytest.raises(ConfigError, match=r'style profile "gardian" is not known.*"guardian"'):
        load(profile="gardian")


def test_publisher_replaces_by_id_and_inherits_the_rest(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        '[[name]]\nid = "volodymyr-zelenskyy"\ncanonical = "Volodymyr Zelenski"\n'
        'forbidden = ["Selenskyj"]\n',
    )
    authority = load((path,), profile="reuters")
    mine = authority.records[0]
    built_in = record(load(), "volodymyr-zelenskyy")
    assert (mine.canonical, mine.short, mine.layer) == (
        "Volodymyr Zelenski",
        ("Zelenski",),
        "names.toml",
    )
    assert mine.source_forms == built_in.source_forms
    assert {"Volodymyr Zelenskyy", "Zelenskyy", "Volodymyr Zelenskiy"} <= set(mine.other)
    assert mine.forbidden == ("Selenskyj",)
    assert "Selenskyj" not in mine.other
    assert len(authority.records) == len(load().records)


def test_publisher_replaces_by_form_under_an_id_of_its_own(tmp_path: Path) -> None:
    text = (
        '[[name]]\nid = "our-kharkiv"\nkind = "place"\ncanonical = "Kharkov"\n'
        'forbidden = ["Kharkiv"]\n'
    )
    authority = load((write(tmp_path, text),))
    assert authority.records[0].id == "our-kharkiv"
    assert authority.records[0].forbidden == ("Kharkiv",)
    assert "Charkiw" in authority.records[0].other
    assert "kharkiv" not in {r.id for r in authority.records}


def test_a_dangerous_form_stays_tied_to_its_company(tmp_path: Path) -> None:
    text = '[[name]]\nid = "guangzhou"\nforbidden = ["Canton"]\n'
    mine = load((write(tmp_path, text),)).records[0]
    assert set(mine.near_only) == {"Canton", "Kanton"}
    assert "Pearl River" in mine.near


def test_a_form_that_needs_company_is_an_other_form(tmp_path: Path) -> None:
    mine = load((write(tmp_path, PLACE + 'near_only = ["B"]\nnear = ["C"]'),)).records[0]
    assert (mine.other, mine.near_only) == (("B",), ("B",))


def test_what_is_set_is_not_inherited(tmp_path: Path) -> None:
    text = '[[name]]\nid = "kharkiv"\nother = []\nsource = { uk = ["Харків"] }\n'
    mine = load((write(tmp_path, text),)).records[0]
    assert mine.canonical == "Kharkiv"
    assert mine.other == ()
    assert mine.source_forms == (("uk", "Харків"),)


def test_the_first_file_is_the_strongest(tmp_path: Path) -> None:
    strong = write(tmp_path, '[[name]]\nid = "kyiv"\ncanonical = "Kyjiw"\n', "strong.toml")
    weak = write(tmp_path, '[[name]]\nid = "kyiv"\ncanonical = "Kiev"\n', "weak.toml")
    authority = load((strong, weak))
    assert authority.records[0].canonical == "Kyjiw"
    assert {"Kiev", "Kyiv"} <= set(authority.records[0].other)
    assert [r.id for r in authority.records].count("kyiv") == 1


def test_a_form_claimed_above_is_given_up_below(tmp_path: Path) -> None:
    text = '[[name]]\nid = "mine"\nkind = "place"\ncanonical = "Nowhere"\nother = ["Hurgada"]\n'
    extra = '[[name]]\nid = "hurghada"\ncanonical = "Hurghada"\n'
    authority = load((write(tmp_path, text + extra),))
    assert [r.id for r in authority.records if "Hurgada" in r.other] == ["mine"]


def test_two_records_cannot_replace_one(tmp_path: Path) -> None:
    text = (
        '[[name]]\nid = "a"\nkind = "place"\ncanonical = "Kiev"\n'
        '[[name]]\nid = "b"\nkind = "place"\ncanonical = "Kyjiw"\n'
    )
    with pytest.raises(ConfigError, match='name "b": name "a" already replaces "kyiv"'):
        load((write(tmp_path, text),))


def test_publishers_pattern(tmp_path: Path) -> None:
    text = '[[pattern]]\nid = "north"\ncountry = "KP"\nform = "hyphen-upper"\n'
    changed = record(load((write(tmp_path, text),), profile="ap"), "kim-jong-un")
    assert (changed.canonical, changed.layer) == ("Kim Jong-Un", "names.toml")
    assert {"Kim Jong Un", "Kim Jong-un"} <= set(changed.other)


def test_given_and_family_spellings_are_combined() -> None:
    text = (
        '[[name]]\nid = "a"\nkind = "person"\ncanonical = "Anna Roe"\nshort = ["Roe"]\n'
        'given = ["Hanna"]\nfamily = ["Row"]\n'
    )
    (draft,) = parse(text.encode(), "f").drafts
    assert draft.fields["other"] == ("Hanna Roe", "Anna Row", "Hanna Row", "Row")


def test_digest_follows_content_and_nothing_else(tmp_path: Path) -> None:
    one = write(tmp_path, '[[name]]\nid = "kyiv"\ncanonical = "Kyiv"\n')
    (tmp_path / "deep").mkdir()
    same = write(tmp_path / "deep", '# note\n[[name]]\ncanonical = "Kyiv"\nid = "kyiv"\n')
    assert load((one,)).digest == load((same,)).digest != load().digest
    assert load() is load()
    assert load(builtin=False) == Authority()
    assert load(profile="ap").digest != load(profile="bbc").digest


def test_template_is_valid_with_its_examples_off_and_on(tmp_path: Path) -> None:
    assert parse(template().encode(), "template.toml").drafts == ()
    on = "\n".join(
        line.removeprefix("# ") if "=" in line or line.startswith("# [") else line
        for line in template().splitlines()
    )
    authority = load((write(tmp_path, on),))
    assert {"our-mayor", "our-village"} <= {r.id for r in authority.records}


PLACE = '[[name]]\nid = "x"\nkind = "place"\ncanonical = "Xa"\n'


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[[name]]\nid = "x"\nforbiden = []', 'name "x": field "forbiden" .*mean "forbidden"'),
        ("[[names]]", 'table "names" is not known; did you mean "name"'),
        ("[defaults]\nshort = []", r'\[defaults\]: field "short" is not known; known are'),
        ("[name]\nid = 1", r"write \[\[name\]\]"),
        ("defaults = 1", r"write \[defaults\] as a table"),
        ('[[name]]\ncanonical = "A"', 'name number 1: field "id" is missing'),
        ('[[name]]\nid = "a b"', 'field "id" must be without blanks'),
        ('[[name]]\nid = "x"', 'name "x": field "kind" is missing'),
        ('[[name]]\nid = "x"\nkind = "place"', 'field "canonical" is missing'),
        ('[[name]]\nid = "x"\nkind = "city"', "must be one of person, place, organisation"),
        (PLACE + "short = 5", '"short" must be a list of strings, not the number 5'),
        (PLACE + "short = [true]", "must be a list of strings, not true or false"),
        (PLACE + 'short = [""]', '"short" holds an empty string'),
        (PLACE + 'short = [" A"]', "blank at the beginning or end"),
        (PLACE + 'short = ["A\\u200bB"]', "control or invisible character"),
        (PLACE + 'short = ["A", "A"]', '"short" holds "A" twice'),
        (PLACE + 'from = "2019-08-14"', "must be a date written without quotes"),
        (PLACE + "from = 2019-08-14T10:00:00", "not the date and time 2019-08-14T10:00:00"),
        (PLACE + "from = 2019-13-40", "not valid TOML"),
        (PLACE + "except_in_quotes = 1", "must be true or false, not the number 1"),
        (PLACE + 'country = "Ukraine"', 'two capital letters, not "Ukraine"'),
        (PLACE + 'lang = "English"', 'must be a language tag such as "en", not "English"'),
        (PLACE + 'source = ["a"]', "must be a table of languages"),
        (PLACE + 'source = { UK = ["a"] }', "must be a language tag"),
        (PLACE + 'source = { uk = "a" }', '"source.uk" must be a list of strings'),
        (PLACE + 'other = ["Xa"]', '"Xa" stands both in "canonical" and in "other"'),
        (PLACE + 'allowed = ["B"]\nforbidden = ["B"]', 'both in "allowed" and in "forbidden"'),
        (PLACE + 'other = ["B"]\nnear_only = ["B"]', '"near_only" needs words in "near"'),
        (PLACE + PLACE, 'name "x": this id stands twice'),
        (
            PLACE + '[[name]]\nid = "y"\nkind = "person"\ncanonical = "Y"\nforbidden = ["Xa"]',
            '"Xa" is canonical in name "x" but forbidden in name "y"',
        ),
        (
            PLACE + '[[name]]\nid = "y"\nkind = "place"\ncanonical = "Y"\nother = ["Xa"]',
            'stands both in name "x" and in name "y"',
        ),
        ('[[name]]\nid = "kyiv"\nlang = "de"', 'the record it replaces has "en"'),
        ('[[name]]\nid = "x"\nkind = "person"\ngiven = ["A"]', 'need "canonical" beside them'),
        (
            '[[name]]\nid = "x"\nkind = "person"\ncanonical = "Solo"\ngiven = ["A"]',
            "of given and family name",
        ),
        ('[[pattern]]\nid = "p"\ncountry = "KP"', 'pattern "p": field "form" is missing'),
        (
            '[[pattern]]\nid = "p"\ncountry = "KP"\nform = "two"',
            "must be one of three-words, hyphen-lower, hyphen-upper",
        ),
        ("x = ", "not valid TOML"),
        ("x = " + "[" * 5000, "not valid TOML"),
    ],
)
def test_errors_say_file_record_and_field(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(ConfigError, match=f"(?s)^names.toml: .*{message}"):
        load((write(tmp_path, text),))


def test_too_many_spellings_are_refused() -> None:
    given = ", ".join(f'"A{n}"' for n in range(500))
    text = (
        '[[name]]\nid = "x"\nkind = "person"\ncanonical = "Al Roe"\nshort = ["Roe"]\n'
        f"given = [{given}]\n"
    )
    with pytest.raises(ConfigError, match="more than 400 forms"):
        parse(text.encode(), "names.toml")


def test_unreadable_files(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read: No such file"):
        load((tmp_path / "none.toml",))
    (tmp_path / "bad.toml").write_bytes(b"a = '\xff'")
    with pytest.raises(ConfigError, match=r"bad.toml: not UTF-8 text: bad byte at position 5"):
        load((tmp_path / "bad.toml",))


@given(st.binary(max_size=200))
def test_any_bytes_are_parsed_or_refused_in_words(content: bytes) -> None:
    assert refusal(content).startswith("names.toml: ")


@given(
    st.dictionaries(
        st.sampled_from(["short", "other", "near", "given", "kind", "from", "source"]),
        st.one_of(st.text(max_size=5), st.integers(), st.lists(st.text(max_size=5), max_size=3)),
    )
)
def test_any_value_in_any_field_is_read_or_refused_in_words(table: dict[str, object]) -> None:
    import json

    body = "\n".join(f"{key} = {json.dumps(value)}" for key, value in table.items())
    text = f'[[name]]\nid = "x"\ncanonical = "A B"\n{body}\n'
    assert refusal(text.encode(errors="replace")).startswith("names.toml: ")
