"""What models answer becomes doubts at the right places, and nothing where nothing is known."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pytest

from audit.consult import consult, silence
from audit.consult.damage import damaged_pairs, swapped
from audit.consult.measure import measure
from audit.consult.questions import pairs
from audit.model.card import ModelCard, ModelKind
from audit.model.finding import Severity
from audit.model.names import Kind, Mention
from audit.model.place import Span
from audit.model.text import Document, Pair
from audit.neural.base import Fit, Judgement
from audit.neural.calibration import Calibration, Calibrations, Step, name_of
from tests import builders as make

LINES = (
    ("Der Bürgermeister verließ die Stadt.", "The mayor of the town left it."),
    ("Niemand im Rathaus weiß, warum.", "Nobody at the town hall knows why."),
    ("Ja.", "Yes."),
    ("Der Zug fuhr am Montag früh ab.", "The train departed early on Monday."),
)


@dataclass(frozen=True)
class Answering:
    """A model that answers what a function of one question says."""

    card: ModelCard
    answer: Callable[[Any], Any]

    def answers(self, asked: Sequence[Any]) -> list[Any]:
        return [self.answer(one) for one in asked]


def card(kind: ModelKind, *languages: str) -> ModelCard:
    return ModelCard("m", kind, "here", "abc", "numpy", languages=languages)


def bilingual() -> Document:
    text = "\n".join(target for _, target in LINES)
    made, at = [], 0
    for source, target in LINES:
        made.append(Pair(Span(at, at + len(target)), source))
        at += len(target) + 1
    return replace(make.document(text), source_lang="de", pairs=tuple(made))


def thresholds(kind: ModelKind, *steps: Step, source: str | None = "de") -> Calibrations:
    return Calibrations([Calibration(name_of(card(kind)), kind, "en", source, 999, 999, steps)])


def test_pairs_with_a_rare_score_are_doubted_and_short_ones_never_shown() -> None:
    scores = {LINES[0][0]: 0.9, LINES[1][0]: 0.1, LINES[3][0]: 0.3}
    model = Answering(card(ModelKind.ADEQUACY), lambda pair: scores[pair.source])
    known = thresholds(ModelKind.ADEQUACY, Step(0.002, 0.15, 0.5), Step(0.05, 0.35, 0.9))
    document = consult(bilingual(), model, known)
    told = [(document.cut(one.span), one.score, one.rate) for one in document.doubts]
    assert told == [(LINES[1][1], 0.1, 0.002), (LINES[3][1], 0.3, 0.05)]
    assert [one.pair for one in document.doubts] == [1, 3]
    assert document.doubts[0].confidence > document.doubts[1].confidence


def test_without_a_threshold_nothing_is_doubted_and_that_is_said() -> None:
    model = Answering(card(ModelKind.ADEQUACY), lambda pair: -1.0)
    document = bilingual()
    assert consult(document, model, Calibrations([])) == document
    assert "no threshold of the model m is known for de-en" in silence(
        document, model, Calibrations([])
    )


def test_a_model_that_does_not_read_the_source_says_so() -> None:
    model = Answering(card(ModelKind.ADEQUACY, "en", "fr"), lambda pair: -1.0)
    known = thresholds(ModelKind.ADEQUACY, Step(0.05, 0.9, 1.0))
    assert silence(bilingual(), model, known) == (
        "adequacy: the model m does not read de, so it was not asked"
    )
    assert not silence(make.document("No source here at all."), model, known)


def test_the_worst_estimates_are_told_where_no_threshold_is_known() -> None:
    text = "\n".join(f"This is sentence number {number:02} of the text." for number in range(40))
    lines = text.split("\n")
    spans = [
        Span(at * (len(lines[0]) + 1), at * (len(lines[0]) + 1) + len(lines[0])) for at in range(40)
    ]
    document = replace(
        make.document(text), source_lang="de",
        pairs=tuple(Pair(span, "Das ist ein Satz von vielen.") for span in spans),
    )  # fmt: skip
    model = Answering(card(ModelKind.QUALITY), lambda pair: -float(pair.target[24:26]))
    told = consult(document, model, Calibrations([])).doubts
    assert [document.cut(one.span)[24:26] for one in told] == ["38", "39"]
    assert all(one.rate is None for one in told)


def test_a_translation_back_is_compared_with_the_source() -> None:
    back = {LINES[0][1]: LINES[0][0], LINES[1][1]: "Wir backen Brot.", LINES[3][1]: LINES[3][0]}
    model = Answering(card(ModelKind.BACK_TRANSLATION), lambda one: back[one.text])
    known = thresholds(ModelKind.BACK_TRANSLATION, Step(0.01, 40.0, 0.8))
    document = consult(bilingual(), model, known)
    assert [document.cut(one.span) for one in document.doubts] == [LINES[1][1]]


def fits(text: str, odd: str) -> tuple[Fit, ...]:
    """Every word fits but `odd`, instead of which “on” was expected."""
    found, at = [], 0
    for word in text.split():
        start = text.index(word, at)
        at = start + len(word)
        worst = word == odd
        found.append(Fit(start, at, -9.0 if worst else -0.1, "on" if worst else word, -0.1))
    return tuple(found)


def test_odd_words_are_doubted_where_they_stand() -> None:
    text = "Nobody knows it yet in town. All depends with the weather."
    model = Answering(card(ModelKind.FLUENCY), lambda one: fits(one.text, "with"))
    known = thresholds(ModelKind.FLUENCY, Step(0.001, -5.0, 0.6), source=None)
    document = consult(make.document(text), model, known)
    (doubt,) = document.doubts
    assert doubt.span == Span(text.index("with"), text.index("with") + 4)
    assert (doubt.expected, doubt.score) == ("on", -8.9)


def test_a_rare_word_is_not_odd_where_the_model_expects_nothing_sure() -> None:
    model = Answering(card(ModelKind.FLUENCY), lambda one: (Fit(0, 6, -14.0, "bread", -2.0),))
    known = thresholds(ModelKind.FLUENCY, Step(0.001, -5.0, 0.6), source=None)
    assert not consult(make.document("Quinoa is what they eat every day."), model, known).doubts


def test_what_a_judge_marks_outside_of_the_text_is_dropped() -> None:
    def marks(pair: Any) -> tuple[Judgement, ...]:
        return (
            Judgement(4, 9, "accuracy/mistranslation", Severity.MAJOR, "wrong", 0.6),
            Judgement(4, 900, "accuracy/omission", Severity.MAJOR, "beyond", 0.6),
        )

    document = consult(bilingual(), Answering(card(ModelKind.JUDGE), marks), Calibrations([]))
    assert [one.says for one in document.doubts] == ["wrong"] * 3
    assert document.cut(document.doubts[0].span) == "mayor"


def test_damage_is_another_source_and_half_a_text() -> None:
    compared = pairs(bilingual())
    damaged = list(damaged_pairs(compared))
    assert [one.source for one in damaged[:3]] == [LINES[1][0], LINES[3][0], LINES[0][0]]
    assert damaged[3].text == "The mayor of the"
    assert damaged[3].source == LINES[0][0]
    assert len(damaged) == 6


def test_chinese_is_cut_in_half_by_characters() -> None:
    (one,) = pairs(
        replace(
            make.document("市长星期一早上坐火车离开了这座城市，没有人知道为什么。", lang="zh"),
            source_lang="de",
            pairs=(Pair(Span(0, 27), LINES[0][0]),),
        )
    )
    assert next(iter(damaged_pairs([one]))).text == one.text[:14]


def test_swapped_words_keep_what_stands_around_them() -> None:
    (segment,) = make.document("It all, depends on us.").segments
    other, start, end = swapped(segment, [(0, 2), (3, 6), (8, 15), (16, 18), (19, 21)])
    assert other.text == "It all, on depends us."
    assert other.text[start:end] == "on depends"


def test_measuring_gives_a_calibration_for_each_pair_of_languages() -> None:
    near = dict(LINES)
    model = Answering(
        card(ModelKind.ADEQUACY), lambda pair: 0.9 if near[pair.source] == pair.target else 0.2
    )
    documents = [bilingual()] * 10
    (found,) = measure(documents, model)
    assert (found.lang, found.source_lang, found.sound, found.damaged) == ("en", "de", 30, 60)
    assert found.steps == (Step(0.05, 0.9, 1.0),)
    assert list(measure(documents, replace(model, card=card(ModelKind.ADEQUACY, "en")))) == []
    assert list(measure(documents, Answering(card(ModelKind.JUDGE), lambda one: ()))) == []


@pytest.mark.parametrize("kind", [ModelKind.FLUENCY])
def test_words_are_measured_without_a_source_and_without_names(kind: ModelKind) -> None:
    text = "Nobody in this town knows Minsk. All of us depend on the weather."
    name = Mention("a", Span(26, 31), "Minsk", Kind.PLACE, "en", False)
    model = Answering(card(kind), lambda one: fits(one.text, "depend on"))
    (found,) = measure([replace(make.document(text), mentions=(name,))] * 4, model)
    assert (found.lang, found.source_lang) == ("en", None)
    assert found.sound == 4 * (len(text.split()) - 1)
    assert found.damaged == 8
