"""Places have one key in every language."""

from importlib.resources import files

import pytest

from audit.lang.places import places

LANGUAGES = sorted(
    entry.name.removesuffix(".toml") for entry in files("audit.lang").joinpath("places").iterdir()
)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_name_is_written_and_stands_once_under_its_key(lang: str) -> None:
    every = places(lang)
    assert every
    assert every.keys() <= places("en").keys()
    for key, names in every.items():
        assert names, key
        assert len(set(names)) == len(names), key
        assert all(name == name.strip() != "" for name in names), key


def test_one_key_is_one_place() -> None:
    assert "Германия" in places("ru")["DE"]
    assert "Deutschland" in places("de")["DE"]
    assert places("ja")["naples"] == ("ナポリ",)
    assert "Кельн" in places("uk")["cologne"]


def test_nothing_is_known_of_other_languages() -> None:
    assert places("xx") == {}
