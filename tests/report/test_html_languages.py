"""The report in another language: nothing left in English, numbers and plurals in its own way."""

import re
from dataclasses import fields
from io import StringIO

import pytest

from audit.errors import ConfigError
from audit.report.html import HtmlReporter
from audit.report.html.languages import LANGUAGES, language_name, offered, strings_in
from audit.report.html.plurals import Plural, amount, category
from audit.report.html.strings import ENGLISH, Strings
from tests.sample_feed import feed

OTHERS = [lang for lang in offered() if lang != "en"]


def phrases(words: Strings) -> dict[str, list[str]]:
    """Every phrase by its key, all forms of it."""
    found = {}
    for field in fields(words):
        value = getattr(words, field.name)
        if isinstance(value, Plural):
            value = [form for form in (value.one, value.few, value.many, value.other) if form]
        found[field.name] = [value] if isinstance(value, str) else value
    return found


def holes(text: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", text))


def test_there_is_ukrainian() -> None:
    assert offered() == ("en", "uk")


def test_an_unknown_language_is_told() -> None:
    with pytest.raises(ConfigError, match="no report language “xx”; there are en, uk"):
        strings_in("xx")


@pytest.mark.parametrize("lang", OTHERS)
def test_every_phrase_is_translated_and_keeps_its_holes(lang: str) -> None:
    theirs = phrases(strings_in(lang))
    for key, ours in phrases(ENGLISH).items():
        if key == "lang":
            continue
        assert holes("".join(theirs[key])) == holes("".join(ours)), key
        plain = re.sub(r"\{\w+\}", "", ours[0])
        if re.search("[A-Za-z]{2}", plain):
            assert set(theirs[key]).isdisjoint(ours), key


@pytest.mark.parametrize("lang", OTHERS)
def test_every_language_has_its_name(lang: str) -> None:
    words = strings_in(lang)
    for tag, english in LANGUAGES.items():
        assert language_name(tag, words) not in (tag, english)
    assert language_name("tlh", words) == "tlh"
    assert language_name("pt-BR", words) == language_name("pt", words)


def test_ukrainian_has_three_plurals() -> None:
    number = strings_in("uk").findings_count
    assert [number.of(n) for n in (0, 1, 2, 5, 11, 21, 24, 112, 1234)] == [
        "0 знахідок", "1 знахідка", "2 знахідки", "5 знахідок", "11 знахідок", "21 знахідка",
        "24 знахідки", "112 знахідок", "1\u00a0234 знахідки",
    ]  # fmt: skip


def test_numbers_are_written_as_the_language_writes_them() -> None:
    assert [amount(1234567, lang) for lang in ("en", "uk")] == ["1,234,567", "1\u00a0234\u00a0567"]
    assert [amount(1234.5, lang, 1) for lang in ("en", "uk")] == ["1,234.5", "1\u00a0234,5"]
    assert amount(12.0, "en") == "12"
    assert [category(n, "en") for n in (0, 1, 2, 21)] == ["other", "one", "other", "other"]


def test_what_rules_say_is_marked_as_english() -> None:
    out = StringIO()
    HtmlReporter(strings_in("uk")).write(feed(), out)
    page = out.getvalue()
    assert '<html lang="uk">' in page
    assert '<h3 lang="en">' in page
    assert "Що зробити спершу" in page
    out = StringIO()
    HtmlReporter().write(feed(), out)
    assert '<h3 lang="en">' not in out.getvalue()
