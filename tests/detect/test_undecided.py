"""A name that nothing decides can be decided from either place."""

from audit.detect import load
from audit.model.finding import Applicability, FindingClass, Hit
from tests.detect import engine

EVEN = "Reporters met Martin Belanar on Monday. Later Martin Belanal went home."
THREE = EVEN + " Then Martin Belanay slept."


def hits(rule: str, text: str, lang: str = "en") -> list[Hit]:
    return engine.run(load()[rule], [engine.document(text, lang)])


def test_the_departing_form_has_the_proposal_as_a_hint() -> None:
    (hit,) = hits("NAM003", EVEN)
    (fix,) = hit.fixes
    assert (fix.replacement, fix.applicability) == ("Martin Belanar", Applicability.DISPLAY)
    assert "1 of 2" in fix.because


def test_the_proposed_form_has_the_other_one() -> None:
    (hit,) = hits("NAM019", EVEN)
    assert hit.finding_class is FindingClass.INFO
    assert EVEN[hit.at.start : hit.at.end] == "Martin Belanar"
    assert [fix.replacement for fix in hit.fixes] == ["Martin Belanal"]
    assert [one.text for one in hit.related] == ["Martin Belanal"]


def test_the_proposal_comes_first_and_then_every_other_form() -> None:
    first = hits("NAM003", THREE)[0]
    assert [fix.replacement for fix in first.fixes] == ["Martin Belanar", "Martin Belanay"]
    (hit,) = hits("NAM019", THREE)
    assert {fix.replacement for fix in hit.fixes} == {"Martin Belanal", "Martin Belanay"}


def test_short_forms_are_offered_short() -> None:
    text = EVEN + " Then Belanar slept, and Belanal too."
    found = {text[hit.at.start : hit.at.end]: hit.fixes for hit in hits("NAM019", text)}
    assert [fix.replacement for fix in found["Belanar"]] == ["Belanal"]


def test_a_majority_needs_no_second_finding() -> None:
    assert not hits("NAM019", EVEN + " Martin Belanar slept.")


def test_a_case_of_the_proposed_form_has_the_other_one_too() -> None:
    text = "Фонд «Velmora» закрыли. Сотрудники Вельморой довольны, о Вельморе пишут."
    found = {text[hit.at.start : hit.at.end]: hit.fixes for hit in hits("NAM019", text, "ru")}
    assert {"Вельморой", "Вельморе"} & found.keys()
    assert all(fix.replacement == "Velmora" for fixes in found.values() for fix in fixes)
