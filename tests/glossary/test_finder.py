"""Terms are found in all their forms, the longest first, in scripts with and without blanks."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.glossary.concepts import Lists, Role, terms_of
from audit.glossary.finder import Finder
from audit.model.terms import Concept, Spelling


def concept(lang: str, *terms: str, name: str = "c", case: bool = False) -> Concept:
    lists: Lists = {(Role.TERMS, lang): terms}
    return Concept(name, terms_of(lists), case_sensitive=case)


def found(concepts: Iterable[Concept], text: str, lang: str) -> list[str]:
    return [text[one.start : one.end] for one in Finder(concepts, lang).find(text)]


@pytest.mark.parametrize(
    ("lang", "term", "text", "there"),
    [
        ("ru", "Совет Безопасности", "На Совете Безопасности и в совете", ["Совете Безопасности"]),
        ("uk", "збройні сили", "про Збройних Сил України", ["Збройних Сил"]),
        (
            "de",
            "künstliche Intelligenz",
            "mit künstlicher Intelligenz",
            ["künstlicher Intelligenz"],
        ),
        ("fr", "UE", "le budget de l’UE", ["UE"]),
        ("en", "WHO", "those who know the WHO’s chief", ["WHO’s"]),
        ("en", "AI", "I AM HERE", []),
        ("en", "Covid-19", "COVID-19 and covid-19", ["COVID-19", "covid-19"]),
        ("en", "NATO", "Nato and nato", ["Nato"]),
        ("en", "security council", "security. Council", []),
        ("en", "security council", "the security’s council", []),
        ("de", "Menschenrechte", "Menschen rechts der Mitte", []),
        ("de", "Menschenrechte", "die Menschen-Rechte", ["Menschen-Rechte"]),
        ("zh", "安理会", "联合国安理会开会", ["安理会"]),
        ("ja", "タイ", "タイヤとタイ", ["タイ"]),
        ("zh", "AI", "MAIN和AI", ["AI"]),
        ("ko", "유엔", "유엔은 오늘", ["유엔"]),
        ("th", "วัคซีน", "ฉีดวัคซีนแล้ว", ["วัคซีน"]),
        ("he", "משרד הביטחון", "במשרד הביטחון", ["במשרד הביטחון"]),
    ],
)
def test_a_term_is_found(lang: str, term: str, text: str, there: list[str]) -> None:
    assert found([concept(lang, term)], text, lang) == there


def test_the_longest_term_wins() -> None:
    both = [concept("en", "court"), concept("en", "Supreme Court", name="d")]
    assert found(both, "The Supreme Court and a court", "en") == ["Supreme Court", "court"]
    both = [concept("zh", "安理会"), concept("zh", "联合国安理会", name="d")]
    assert found(both, "联合国安理会", "zh") == ["联合国安理会"]


@pytest.mark.parametrize(
    ("term", "text", "spelling"),
    [
        ("cybersecurity", "on cyber security", Spelling.JOINED),
        ("cybersecurity", "on cyber-security", Spelling.JOINED),
        ("e-mail", "an email", Spelling.JOINED),
        ("cyber security", "on cybersecurity", Spelling.JOINED),
        ("State Duma", "the state duma", Spelling.CASE),
        ("State Duma", "THE STATE DUMA", Spelling.SAME),
        ("drone", "Drone found", Spelling.SAME),
        ("patrol boat", "Patrol boats left", Spelling.SAME),
    ],
)
def test_the_spelling_is_told(term: str, text: str, spelling: Spelling) -> None:
    (one,) = Finder([concept("en", term, case=True)], "en").find(text)
    assert one.spelling is spelling


@pytest.mark.parametrize(
    ("lang", "term", "text", "there"),
    [
        ("de", "Sicherheitsrat", "Die UN-Sicherheitsratssitzung", True),
        ("de", "Rat", "Das Rathaus", False),
        ("en", "council", "The councillor", False),
        ("cs", "koronavirus", "koronavirová pandemie", True),
        ("en", "contract", "They contradict him", False),
    ],
)
def test_a_part_of_a_compound_will_do(lang: str, term: str, text: str, there: bool) -> None:
    finder = Finder([concept(lang, term)], lang)
    (sought,) = finder.terms["c"]
    assert (finder.place(sought, text) is not None) is there


def test_a_term_counts_in_the_regions_of_its_language() -> None:
    assert found([concept("en", "drone")], "a drone", "en-GB")
    assert found([concept("en-GB", "drone")], "a drone", "en")
    assert not found([concept("en-US", "drone")], "a drone", "en-GB")


@given(st.text(max_size=60), st.sampled_from(["en", "ru", "de", "zh", "fr", "ar"]))
def test_what_is_found_lies_in_the_text_in_order(text: str, lang: str) -> None:
    finder = Finder([concept(lang, "a", "ab", "cyber security", "国", "и", "UN")], lang)
    at = 0
    for one in finder.find(text):
        assert at <= one.start < one.end <= len(text)
        at = one.end
