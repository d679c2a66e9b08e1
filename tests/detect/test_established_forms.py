"""Two established forms of one name, neither of them the authority's, point at each other."""

from audit.detect import load
from audit.model.finding import FindingClass, Hit
from tests.detect import engine

EVEN = (
    "Volodymyr Zelensky spoke on Monday in the parliament building. "
    "Then Volodymyr Zelenskiy left for Lviv."
)


def hits(text: str) -> list[Hit]:
    return engine.run(load()["NAM002"], [engine.document(text, "en")])


def test_both_are_errors_with_the_authority_s_form() -> None:
    found = hits(EVEN)
    assert [EVEN[hit.at.start : hit.at.end] for hit in found] == [
        "Volodymyr Zelensky",
        "Volodymyr Zelenskiy",
    ]
    assert {hit.finding_class for hit in found} == {FindingClass.ERROR}
    assert {fix.replacement for hit in found for fix in hit.fixes} == {"Volodymyr Zelenskyy"}


def test_each_shows_the_other_and_then_the_authority() -> None:
    first, second = hits(EVEN)
    assert [one.text for one in first.related] == ["Volodymyr Zelenskiy", "Volodymyr Zelenskyy"]
    assert [one.text for one in second.related] == ["Volodymyr Zelensky", "Volodymyr Zelenskyy"]
    assert first.related[1].document == "authority:volodymyr-zelenskyy"


def test_the_usual_one_is_the_fix_of_the_other() -> None:
    text = f"{EVEN} Volodymyr Zelensky slept there. Volodymyr Zelensky came back on Tuesday."
    (hit,) = hits(text)
    assert text[hit.at.start : hit.at.end] == "Volodymyr Zelenskiy"
    assert [fix.replacement for fix in hit.fixes] == ["Volodymyr Zelensky"]
    assert [one.text for one in hit.related] == ["Volodymyr Zelensky"]


def test_one_style_throughout_is_information() -> None:
    text = EVEN.replace("Zelenskiy", "Zelensky")
    assert {hit.finding_class for hit in hits(text)} == {FindingClass.INFO}
