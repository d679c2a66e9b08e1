"""TMX: each language beside the source is a document."""

from audit.model.text import Markup
from tests.read.conftest import ReadBytes


def tmx(*units: str, srclang: str = "uk") -> str:
    return f'<tmx version="1.4"><header srclang="{srclang}"/><body>{"".join(units)}</body></tmx>'


def tuv(lang: str, seg: str) -> str:
    return f'<tuv xml:lang="{lang}"><note>no</note><prop type="p">no</prop><seg>{seg}</seg></tuv>'


def test_variants_are_paired_with_the_source(reading: ReadBytes) -> None:
    documents, notes = reading(
        tmx(
            f"<tu tuid='1'>{tuv('EN-us', 'One')}{tuv('uk-UA', 'Один')}{tuv('de', 'Eins')}</tu>",
            f"<tu tuid='2'>{tuv('uk', 'Два')}{tuv('en_US', 'Two')}</tu>",
            f"<tu>{tuv('uk', 'Три')}</tu>",
            f"<tu>{tuv('uk-UA', '')}{tuv('de', 'Vier')}</tu>",
        ),
        "a.tmx",
    )
    assert [(one.id, one.source_lang, one.lang) for one in documents] == [
        ("a.tmx#en-US", "uk-UA", "en-US"),
        ("a.tmx#de", "uk-UA", "de"),
    ]
    assert [one.text for one in documents] == ["One\nTwo", "Eins\nVier"]
    assert [pair.id for pair in documents[1].pairs] == ["1", None]
    assert [note.message for note in notes] == ["not checked: 1 unit without a translation"]


def test_the_first_variant_is_the_source_where_any_may_be(reading: ReadBytes) -> None:
    for srclang in ("*all*", ""):
        unit = f"<tu>{tuv('de', 'Ja')}{tuv('en', 'Yes')}</tu>"
        (document,), _ = reading(tmx(unit, srclang=srclang), "a.tmx")
        assert (document.id, document.text) == ("a.tmx", "Yes")
        assert (document.pairs[0].source, document.source_lang) == ("Ja", "de")


def test_tags_are_no_text(reading: ReadBytes) -> None:
    seg = 'Press <bpt i="1">&lt;b&gt;</bpt>OK<ept i="1">&lt;/b&gt;</ept> <hi>now</hi>'
    (document,), _ = reading(tmx(f"<tu>{tuv('uk', 'Так')}{tuv('en', seg)}</tu>"), "a.tmx")
    assert document.text == "Press OK now"
    assert document.markup[0] == Markup(6, '<bpt i="1">&lt;b&gt;</bpt>')
    assert [tag.text for tag in document.markup[2:]] == ["<hi>", "</hi>"]


def test_the_older_name_of_the_language_counts(reading: ReadBytes) -> None:
    unit = '<tu><tuv lang="de"><seg>Ja</seg></tuv><tuv lang="en"><seg>Yes</seg></tuv></tu>'
    (document,), _ = reading(tmx(unit, srclang="de"), "a.tmx")
    assert (document.lang, document.text) == ("en", "Yes")


def test_a_memory_without_translations_is_told(reading: ReadBytes) -> None:
    documents, notes = reading(tmx(), "a.tmx")
    assert documents == []
    assert "expected <tu> with two <tuv> or more" in notes[-1].message
