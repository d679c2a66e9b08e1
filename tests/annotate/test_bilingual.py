"""What becomes of the names of a source: rendered, left out, replaced, put in."""

import pytest

from audit.annotate.bilingual import renderings
from audit.annotate.bilingual.gaps import gap
from audit.authority import load
from audit.model.place import Span
from audit.model.renderings import Fate
from audit.model.text import Document, Pair

AUTHORITY = load()


def fates(*pairs: tuple[str, str], source: str, target: str = "en") -> list[tuple[Fate, str, str]]:
    """Fate, source name and place of each rendering; a pair is a source and its target."""
    text, spans = "", []
    for original, translation in pairs:
        spans.append(Pair(Span(len(text), len(text) + len(translation)), original))
        text += translation + "\n"
    document = Document("d", "d", text, lang=target, source_lang=source, pairs=tuple(spans))
    found = renderings(document, AUTHORITY)
    return [(one.fate, one.source, document.cut(one.at)) for one in found]


@pytest.mark.parametrize(
    ("source", "target", "pair"),
    [
        ("ru", "en", ("Дождь шёл в Германии.", "It rained in Germany.")),
        ("ru", "en", ("Немецкие фермеры бастуют.", "Farmers strike in Germany.")),
        ("ru", "en", ("Снег выпал в Подмосковье.", "Snow fell in the Moscow region.")),
        ("de", "en", ("Er fuhr nach Neapel.", "He went to Naples.")),
        ("de", "en", ("Die Wasserstoffstrategie ist neu.", "The hydrogen strategy is new.")),
        ("en", "uk", ("Rain fell in Germany.", "У Німеччині пройшов дощ.")),
        ("en", "cs", ("I've met her in the UK.", "Potkal jsem ji ve Spojeném království.")),
        ("zh", "en", ("德外长抵达华沙。", "Germany's foreign minister came to Warsaw.")),
        ("ja", "en", ("新しいタイヤを買った。", "I bought new tyres.")),
        ("fr", "de", ("C'est une bonne nouvelle.", "Das ist eine gute Nachricht.")),
    ],
)
def test_sound_translations_are_silent(source: str, target: str, pair: tuple[str, str]) -> None:
    assert fates(pair, source=source, target=target) == []


def test_a_known_name_is_missed() -> None:
    found = fates(("El tren salió de Polonia.", "The train left at night."), source="es")
    assert [(fate, name) for fate, name, _ in found] == [(Fate.LEFT_OUT, "Polonia")]


def test_a_gap_shows_where_the_name_was() -> None:
    pair = ("Поезд вышел из Польши, соседней страны.", "The train came out of , a near country.")
    ((fate, name, at),) = fates(pair, source="ru")
    assert (fate, name) == (Fate.LEFT_OUT, "Польши")
    assert at.startswith("of ,")


def test_a_name_in_the_neighbouring_passage_is_not_missed() -> None:
    found = fates(
        ("Министр прибыл в Польшу.", "The minister has arrived."),
        ("Он устал.", "He is tired of travelling in Poland."),
        source="ru",
    )
    assert found == []


def test_two_similar_places_are_told_apart() -> None:
    found = fates(("Взрыв в Белгороде.", "A blast in Belgrade."), source="ru")
    assert found == [(Fate.REPLACED, "Белгороде", "Belgrade")]
    found = fates(("湖南省下了大雨。", "Heavy rain fell in Henan province."), source="zh")
    assert (Fate.REPLACED, "湖南", "Henan") in found
    assert fates(("河南省下了大雨。", "Heavy rain fell in Henan province."), source="zh") == []


def test_both_of_two_similar_places_may_stand() -> None:
    pair = ("Из Белгорода в Белград летят с пересадкой.", "From Belgorod to Belgrade you change.")
    assert fates(pair, source="ru") == []


def test_a_whole_source_is_one_passage() -> None:
    document = Document(
        "d", "d", "It rained. Then it stopped.", lang="en",
        source="In Polen regnete es. Dann nicht.", source_lang="de",
    )  # fmt: skip
    (found,) = renderings(document, AUTHORITY)
    assert found.fate is Fate.LEFT_OUT
    assert found.expected[0] == "Poland"


def test_without_a_source_there_is_nothing_to_say() -> None:
    assert renderings(Document("d", "d", "It rained in Poland.", lang="en"), AUTHORITY) == ()


@pytest.mark.parametrize(
    ("text", "lang", "strong"),
    [
        ("He came out of , they say.", "en", True),
        ("'s minister spoke.", "en", True),
        ("Said that it was late.", "en", False),
        ("The house they live in.", "en", False),
        ("Er kam aus dem Haus von.", "de", True),
        ("Он вышел из, по словам соседей.", "ru", True),
    ],
)
def test_gaps(text: str, lang: str, strong: bool) -> None:
    found = gap(text, lang)
    assert found is not None
    assert found.strong is strong


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Is he there?", "en"),
        ("The end of the road, they say.", "en"),
        ("Das ist gut.", "de"),
        ("彼は来た。", "ja"),
    ],
)
def test_sound_sentences_have_no_gap(text: str, lang: str) -> None:
    assert gap(text, lang) is None
