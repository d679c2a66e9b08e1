"""Language tags are brought to one shape; what is no tag is refused."""

import pytest

from audit.read.language_tag import language_tag


@pytest.mark.parametrize(
    ("written", "tag"),
    [
        ("en", "en"),
        (" EN_us ", "en-US"),
        ("zh-hant-tw", "zh-Hant-TW"),
        ("es-419", "es-419"),
        ("", None),
        ("English", None),
        ("en-", None),
        ("en us", None),
    ],
)
def test_tags(written: str, tag: str | None) -> None:
    assert language_tag(written) == tag
