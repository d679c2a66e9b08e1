"""Glossary files are read, checked and laid over each other; errors name file, concept and key."""

from pathlib import Path

import pytest

from audit.errors import ConfigError
from audit.glossary import load, template
from audit.glossary.exchange import Format, write
from audit.model.terms import Concept
from tests.glossary.making import COUNCIL, DRONE


def put(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def shown(concept: Concept) -> list[tuple[str, str, str]]:
    return [(term.lang, term.text, term.status.value) for term in concept.terms]


FIRST = '[[concept]]\nid = "drone"\nterms = { en = ["drone", "UAV"], ru = "беспилотник" }\n'


def test_the_first_term_of_a_language_is_preferred(tmp_path: Path) -> None:
    (one,) = load([put(tmp_path, "g.toml", FIRST)]).concepts
    assert shown(one) == [
        ("en", "drone", "preferred"),
        ("en", "UAV", "admitted"),
        ("ru", "беспилотник", "preferred"),
    ]
    assert one.layer == "g.toml"


def test_a_stronger_file_takes_over_what_it_does_not_set(tmp_path: Path) -> None:
    own = put(
        tmp_path,
        "own.toml",
        '[[concept]]\nid = "drone"\nterms.en = ["UAV"]\nforbidden.en = ["drone"]\nnote = "Ours"\n',
    )
    (one,) = load([own, put(tmp_path, "g.toml", FIRST)]).concepts
    assert shown(one) == [
        ("en", "UAV", "preferred"),
        ("en", "drone", "forbidden"),
        ("ru", "беспилотник", "preferred"),
    ]
    assert one.note == "Ours"


def test_concepts_that_prefer_the_same_terms_are_one(tmp_path: Path) -> None:
    table = put(tmp_path, "d.csv", "беспилотник,drone,ru,en\n")
    own = put(tmp_path, "own.toml", FIRST.replace('"drone"\n', '"our-drone"\n', 1))
    concepts = load([own, table]).concepts
    assert [one.id for one in concepts] == ["our-drone"]


def test_what_a_stronger_file_forbids_a_weaker_one_does_not_accept(tmp_path: Path) -> None:
    own = put(
        tmp_path,
        "own.toml",
        '[[concept]]\nid = "a"\nterms.ru = ["беспилотник"]\nforbidden.en = ["drone"]\n',
    )
    concepts = load([own, put(tmp_path, "g.toml", FIRST)]).concepts
    assert shown(concepts[1]) == [("en", "UAV", "preferred"), ("ru", "беспилотник", "preferred")]


def test_other_formats_are_loaded_as_they_are(tmp_path: Path) -> None:
    for name, form in (("g.tbx", Format.TBX), ("g.csv", Format.CSV), ("s.csv", Format.GOOGLE_SET)):
        path = put(tmp_path, name, write((COUNCIL, DRONE), form).files[""])
        found = load([path]).concepts
        assert "drone" in {one.id for one in found}


def test_the_digest_tells_the_content(tmp_path: Path) -> None:
    path = put(tmp_path, "g.toml", FIRST)
    assert load().digest == "none"
    before = load([path]).digest
    assert before == load([path]).digest
    put(tmp_path, "g.toml", FIRST.replace("UAV", "RPV"))
    assert load([path]).digest != before


def test_the_template_loads_with_its_examples(tmp_path: Path) -> None:
    assert load([put(tmp_path, "t.toml", template())]).concepts == ()
    lines = template().splitlines()
    start = next(n for n, line in enumerate(lines) if line.startswith("# [defaults]"))
    code = [
        line.removeprefix("# ")
        for line in lines[start:]
        if line.startswith(("# [", "# id", "# keep")) or " = " in line.partition("#")[2][:20]
    ]
    concepts = load([put(tmp_path, "u.toml", "\n".join(code))]).concepts
    assert [one.id for one in concepts] == ["security-council", "starlink"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[concept]]\nterms.en = ['x']\n", 'g.toml: concept number 1: field "id" is missing'),
        (
            "[[concept]]\nid='a'\nforbiden.en=['x']\n",
            'g.toml: concept "a": field "forbiden" is not known; did you mean "forbidden"?',
        ),
        ("[[concept]]\nid='a'\n", 'g.toml: concept "a": no terms'),
        (
            "[[concept]]\nid='a'\nterms.en=['x']\nforbidden.en=['x']\n",
            'g.toml: concept "a": "x" stands both in "forbidden" and in "terms"',
        ),
        ("[[concept]]\nid='a'\nterms.english=['x']\n", 'field "terms" must be a language tag'),
        ("[[concept]]\nid='a'\nterms.en=[' x']\n", 'field "terms.en" has a blank'),
        ("[[concept]]\nid='a'\nterms=['x']\n", 'field "terms" must be a table of languages'),
        ("[[concept]]\nid='a'\nkeep=['x']\nterms.en=['y']\n", 'field "keep" stands alone'),
        ("[[concept]]\nid='a'\nkeep=['x']\npart_of_speech='thing'\n", "must be one of noun"),
        (
            "[[concept]]\nid='a'\nkeep=['x']\nfrom=2024-01-02\nuntil=2024-01-01\n",
            'field "until" is a day before "from"',
        ),
        ("[[concept]]\nid='a'\nkeep=['x']\n[[concept]]\nid='a'\nkeep=['y']\n", "stands twice"),
        ("[[concepts]]\n", 'table "concepts" is not known; did you mean "concept"?'),
        ("[concept]\n", "write [[concept]] in double brackets"),
        ("a = = b", "g.toml: not valid TOML"),
    ],
)
def test_errors_say_what_and_where(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(ConfigError) as fault:
        load([put(tmp_path, "g.toml", text)])
    assert message in str(fault.value)


def test_a_file_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="glossary cannot be read"):
        load([tmp_path / "none.toml"])
    with pytest.raises(ConfigError, match="a glossary of an unknown kind"):
        load([put(tmp_path, "g.docx", "x")])
