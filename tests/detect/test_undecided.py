"""A name that nothing decides can be decided from either place."""

from audit.detect import load
from audit.model.finding import Applicability, FindingClass, Hit
from tests.detect import engine

EVEN = "Reporters met Martin Andanar on Monday. Later Martin Andanal went home."
THREE = EVEN + " Then Martin Andanay slept."


def hits(rule: str, text: str, lang: str = "en") -> list[Hit]:
    return engine.run(load()[rule], [engine.document(text, lang)])


def test_the_departing_form_has_the_proposal_as_a_hint() -> None:
    (hit,) = hits("NAM003", EVEN)
    (fix,) = hit.fixes
    assert (fix.replacement, fix.applicability) == ("Martin Andanar", Applicability.DISPLAY)
    assert "1 of 2" in fix.because


def test_the_proposed_form_has_the_other_one() -> None:
    (hit,) = hits("NAM019", EVEN)
    assert hit.finding_class is FindingClass.INFO
    assert EVEN[hit.at.start : hit.at.end] == "Martin Andanar"
    assert [fix.replacement for fix in hit.fixes] == ["Martin Andanal"]
    assert [one.text for one in hit.related] == ["Martin Andanal"]


def test_the_proposal_comes_first_and_then_every_other_form() -> None:
    first = hits("NAM003", THREE)[0]
    assert [fix.replacement for fix in first.fixes] == ["Martin Andanar", "Martin Andanay"]
    (hit,) = hits("NAM019", THREE)
    assert {fix.replacement for fix in hit.fixes} == {"Martin Andanal", "Martin Andanay"}


def test_short_forms_are_offered_short() -> None:
    text = EVEN + " Then Andanar slept, and Andanal too."
    found = {text[hit.at.start : hit.at.end]: hit.fixes for hit in hits("NAM019", text)}
    assert [fix.replacement for fix in found["Andanar"]] == ["Andanal"]


def test_a_majority_needs_no_second_finding() -> None:
    assert not hits("NAM019", EVEN + " Martin Andanar slept.")
