"""Two standards of spelling: the lists are sound, and one word never tells for both sides."""

from importlib.resources import files

import pytest

from audit.detect.style.spellings import LANGUAGES, standards


def test_languages_are_the_files() -> None:
    folder = files("audit.detect.style") / "data"
    names = {file.name for file in folder.iterdir() if file.name.endswith(".toml")}
    assert names == {f"{lang}.toml" for lang in LANGUAGES}


@pytest.mark.parametrize("lang", sorted(LANGUAGES))
def test_counterparts_stand_on_the_other_side(lang: str) -> None:
    known = standards(lang)
    for word, spelling in known.words.items():
        if spelling.other:
            other = known.words[spelling.other]
            assert word != spelling.other
            assert (other.axis, other.side) == (spelling.axis, 1 - spelling.side), word
