"""Where the source is at hand it decides: one source word is one name, two are two."""

from collections.abc import Sequence

from audit.annotate import annotate
from audit.link import link
from audit.link.source import Evidence, compare_sources
from audit.model.authority import Authority
from audit.model.names import Entity
from audit.model.place import Span
from audit.model.text import Document, Pair
from audit.segment import segment


def entities(*pairs: tuple[str, str]) -> Sequence[Entity]:
    """The entities of one English document with a Russian source, a pair of sentences a line."""
    text = "\n".join(target for _, target in pairs)
    spans, at = [], 0
    for source, target in pairs:
        spans.append(Pair(Span(at, at + len(target)), source))
        at += len(target) + 1
    document = Document(
        "d", "d.jsonl", text, lang="en", source_lang="ru", pairs=tuple(spans) if pairs else ()
    )
    return link((annotate(segment(document), Authority()),), Authority())


def variants(*pairs: tuple[str, str]) -> dict[str, float]:
    return {v.form: v.confidence for one in entities(*pairs) for v in one.variants}


def test_one_source_word_makes_two_spellings_one_name() -> None:
    found = variants(
        ("Полигон Корбеево закрыт.", "The landfill at Korbeevo is closed."),
        ("Мусор везут в Корбеево с утра.", "Waste goes to Korbeevo from the morning."),
        ("Жители Корбеево жалуются.", "People in the village of Korbeyeva complain."),
    )
    assert found == {"Korbeyeva": 0.9}


def test_a_case_of_the_source_word_is_the_same_word() -> None:
    found = variants(
        ("Адвокат Ременюк выступил.", "The lawyer Remenyuk spoke."),
        ("Слова Ременюка записали.", "The words of Remeniuk were noted."),
        ("Позже Ременюком заинтересовались.", "Later they took an interest in Remenyuk."),
    )
    assert found == {"Remeniuk": 0.9}


def test_two_source_words_are_two_names_however_alike() -> None:
    sources = ("Говорил Марин.", "Молчал Мерин.", "Спорил Марин.")
    targets = ("The speaker was Marin.", "The quiet one was Merin.", "The fighter was Marin.")
    assert variants(*zip(sources, targets, strict=True)) == {}
    without = [("", target) for target in targets]
    assert "Merin" in variants(*without)


def test_a_common_word_is_not_made_a_name_by_its_likeness() -> None:
    found = variants(
        ("Флот вышел на Неву.", "The ships went out on the Neva."),
        ("На Неве стоит флот.", "The men of the Navy stand on the bank."),
    )
    assert found.get("Navy", 0.0) < 0.5  # information at most


def test_without_capitals_a_stretch_that_sounds_alike_is_the_source_word() -> None:
    text = "He met Meili. Later Meiri left."
    found = {}
    for lang, source in (("zh", "他见了美丽。后来美丽走了。"), ("ja", "彼は美麗に会った。")):
        document = Document("d", "d", text, lang="en", source_lang=lang, source=source)
        made = link((annotate(segment(document), Authority()),), Authority())
        found[lang] = max((v.confidence for one in made for v in one.variants), default=0.0)
    assert found["zh"] >= 0.9
    assert found["ja"] < 0.9  # how Japanese reads its characters is not known


def test_evidence_needs_a_word_behind_every_part() -> None:
    anna, orlov, orel = frozenset({"анна"}), frozenset({"орлов"}), frozenset({"орел"})
    nothing: frozenset[str] = frozenset()
    assert compare_sources((anna, orlov), (anna, orlov)) is Evidence.SAME
    assert compare_sources((anna, orlov), (anna, nothing)) is None
    assert compare_sources((orlov,), (orel,)) is None
    assert compare_sources((orlov,), (anna,)) is Evidence.DIFFERENT
