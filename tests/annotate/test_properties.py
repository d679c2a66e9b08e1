"""What holds of the mentions of any text whatever."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from audit.model.authority import Authority, NameRecord
from audit.model.names import Kind
from tests.annotate.names_in import NOTHING, annotated

WORDS = [
    "Kim", "Jong-un", "al-Assad", "Brown’s", "President", "Prime", "Minister", "Russian-backed",
    "South", "Korean", "bin", "von", "der", "the", "party", "of", "N.", "I.", "“", "”", '"', ".",
    ",", ":", "…", "\n", "\n\n", "Сар'ян", "У", "Буча", "d'Ukraine", "北京", "قزوين", "NATO", "(",
    "e\u0301", "\u200b", "Workers' Party of Korea",
    "マリナ・ソロ", "ソロ氏", "总统阿尔托瓦", "乔治·洛索维", "김보라 장관", "김보라",
    "الرئيس جون سولوفي", "جون سولوفي",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join) | st.text(max_size=60)
LISTED = Authority(
    (
        NameRecord("party", Kind.ORGANISATION, "Workers' Party of Korea"),
        NameRecord("bin", Kind.NAME, "bin von"),
        NameRecord("cn", Kind.PLACE, "北京", lang="zh"),
    ),
    digest="three",
)


@given(
    TEXTS,
    st.sampled_from(["en", "uk", "fr", "de", "zh", "ja", "ko", "ar", "und"]),
    st.sampled_from([NOTHING, LISTED]),
)
def test_mentions_are_the_text_at_their_place_in_order_and_apart(
    text: str, lang: str, authority: Authority
) -> None:
    document = annotated(text, lang, authority)
    assert document.text == text
    mentions = document.mentions
    assert all(document.cut(one.span) == one.text != "" for one in mentions)
    assert all(one.document == document.id for one in mentions)
    assert all(one.span.end <= two.span.start for one, two in pairwise(mentions))
    assert all(
        any(segment.span.holds(one.span) for segment in document.segments) for one in mentions
    )
