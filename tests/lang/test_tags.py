import pytest

from audit.lang.tags import normalise_tag


@pytest.mark.parametrize(
    ("given", "normal"),
    [
        ("en", "en"), ("EN-us", "en-US"), ("zh_hant_tw", "zh-Hant-TW"), ("es-419", "es-419"),
        ("deu", "de"), ("iw", "he"), (" uk ", "uk"), ("sr-latn", "sr-Latn"), ("haw", "haw"),
        ("de-CH-1996", "de-CH-1996"), ("English", "und"), ("", "und"), ("e", "und"), ("и", "und"),
    ],
)  # fmt: skip
def test_normalise_tag(given: str, normal: str) -> None:
    assert normalise_tag(given) == normal
