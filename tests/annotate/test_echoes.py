"""Names that begin a sentence are completed where the text shows them in full elsewhere."""

import pytest

from tests.annotate.names_in import names, the


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We met Sylvain Brandt at noon. Sylvan Brandt smiled.", "Sylvan Brandt"),
        ("We met Shen Zhouping at noon. Shin Zhouping left.", "Shin Zhouping"),
        ("We met Sylvain Brandt at noon. Yesterday Brandt left.", "Brandt"),
        ("We met Sylvain Brandt at noon. Still Brandt left.", "Brandt"),
    ],
)
def test_the_word_before_a_surname_at_the_start_of_a_sentence(text: str, found: str) -> None:
    assert names(text)[-1] == found


def test_a_completed_name_stands_where_its_text_says() -> None:
    text = "We met Shen Zhouping at noon. Shin Zhouping left."
    mention = the("Shin Zhouping", text)
    assert text[mention.span.start : mention.span.end] == "Shin Zhouping"
    assert mention.sentence_start
