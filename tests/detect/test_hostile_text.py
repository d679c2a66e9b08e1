"""No text makes a rule crash or point outside the text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.detect import load
from audit.model.rule import Rule, Scope
from tests.detect import engine

RULES = [rule for rule in load().values() if rule.scope is not Scope.ENTITY]
SIGNS = "aаαあ漢ع \u00a0\u200b\n\r.,!?&;<>#@()[]{}«»“”、。Ã©Ð°â€™Р°\ufffd\u0301\u202e😀12"
TEXT = st.one_of(st.text(max_size=200), st.text(alphabet=SIGNS, max_size=200))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
@settings(max_examples=40, deadline=None)
@given(text=TEXT, lang=st.sampled_from(("en", "uk", "zh", "und")))
def test_hits_lie_in_the_text(rule: Rule, text: str, lang: str) -> None:
    document = engine.document(text, lang)
    for hit in engine.run(rule, [document]):
        assert 0 <= hit.at.start < hit.at.end <= len(text)
        assert rule.says.format(**dict(hit.values))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_long_lines_cost_little(rule: Rule) -> None:
    for unit in (
        "the ",
        "а б ",
        "?? ",
        "Ã©",
        "(漢",
        "<b ",
        "&amp",
        "»/",
        "、a",
        "a\u200b",
        "   ",
        " - a",
        "acgt",
        "a.",
        "a-",
    ):
        document = engine.document(unit * 4000, "en")
        engine.run(rule, [document])
