"""What is left of a model's stretch once it is cut the way names are compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.annotate.model_spans import mention, trimmed
from audit.model.names import Kind
from audit.segment import segment
from tests import builders as make


def cut(text: str, lang: str = "en") -> str:
    start, end = trimmed(text, 0, len(text), lang)
    return text[start:end]


@pytest.mark.parametrize(
    ("text", "lang", "left"),
    [
        ("the United Nations", "en", "United Nations"),
        ("The Hague's", "en", "Hague"),
        ("Hrytsenko’s", "en", "Hrytsenko"),
        ("the Harts’", "en", "Harts"),
        ("“Prime Minister Olena Hrytsenko”", "en", "Olena Hrytsenko"),
        ("President Hrytsenko", "en", "Hrytsenko"),
        ("(Lutsk),", "en", "Lutsk"),
        ("l’Ukraine", "fr", "Ukraine"),
        ("les États-Unis", "fr", "États-Unis"),
        ("der Ukraine", "de", "Ukraine"),
        ("президент Сорокин", "ru", "Сорокин"),
        ("The", "en", "The"),
    ],
)
def test_what_stands_around_a_name_is_taken_off(text: str, lang: str, left: str) -> None:
    assert cut(text, lang) == left


@given(st.text("ab'’s (“”).,the THE-", max_size=30), st.data())
def test_it_never_leaves_the_stretch(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    left = trimmed(text, start, end, "en")
    assert start <= left[0] <= left[1] <= end
    assert trimmed(text, *left, "en") == left


@pytest.mark.parametrize(
    ("label", "kind"),
    [("PERSON", Kind.PERSON), ("GPE", Kind.PLACE), ("FAC", Kind.PLACE), ("org", Kind.ORGANISATION)],
)
def test_labels_become_kinds(label: str, kind: Kind) -> None:
    document = segment(make.document("Reporters left Lutsk.", lang="en"))
    made = mention(document, document.segments[0], 15, 20, label)
    assert made is not None
    assert (made.text, made.kind, document.cut(made.span)) == ("Lutsk", kind, "Lutsk")


@pytest.mark.parametrize(
    ("text", "label"), [("Lutsk", "DATE"), ("Ukrainian", "ORG"), ("..", "PER")]
)
def test_what_is_no_name_is_none(text: str, label: str) -> None:
    document = segment(make.document(f"x {text} y", lang="en"))
    assert mention(document, document.segments[0], 2, 2 + len(text), label) is None
