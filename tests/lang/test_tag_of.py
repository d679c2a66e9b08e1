"""Language tags are brought to one shape; what is no tag is refused."""

import pytest

from audit.lang.tags import tag_of


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
    assert tag_of(written) == tag
