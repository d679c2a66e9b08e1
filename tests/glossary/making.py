"""Concepts for tests: a few that are written out, and any that a glossary can hold."""

from typing import Any
from unicodedata import normalize

from hypothesis import strategies as st

from audit.glossary.concepts import Lists, Role, terms_of
from audit.model.terms import EVERY_LANGUAGE, PARTS_OF_SPEECH, Concept

LANGS = ("de", "en", "pt-BR", "ru", "zh-Hant")


def cleaned(text: str) -> str:
    """`text` as files may hold it: composed, its blanks single."""
    bare = " ".join(normalize("NFC", text).split())
    return bare if bare.strip("\u200d") else "x"


TEXTS = st.text(
    st.characters(exclude_categories=("C", "Z"), include_characters=" -'\"&<>,;|$#\u200d"),
    min_size=1,
    max_size=12,
).map(cleaned)
IDS = st.from_regex(r"[^\s\"'/\x00-\x1f\x7f-\xa0]{1,8}", fullmatch=True).filter(str.isprintable)


@st.composite
def concepts(draw: st.DrawFn, identity: str) -> Concept:
    """A concept with the id `identity`."""
    fields: dict[str, Any] = {
        name: draw(st.none() | TEXTS) for name in ("domain", "definition", "note", "reference")
    }
    days = sorted(draw(st.lists(st.dates(), min_size=2, max_size=2)))
    since, until = (draw(st.none() | st.just(day.isoformat())) for day in days)
    lists: Lists = {}
    keep = draw(st.booleans())
    for lang in [EVERY_LANGUAGE] if keep else draw(st.sets(st.sampled_from(LANGS), min_size=1)):
        texts = draw(st.lists(TEXTS, min_size=1, max_size=6, unique=True))
        if keep:
            lists[Role.TERMS, lang] = tuple(texts)
            continue
        roles = (Role.SHORT, Role.SUPERSEDED, Role.FORBIDDEN)
        lists[Role.TERMS, lang] = (texts[0],)
        for text in texts[1:]:
            key = draw(st.sampled_from((Role.TERMS, *roles))), lang
            lists[key] = (*lists.get(key, ()), text)
    return Concept(
        id=identity,
        terms=terms_of(lists),
        case_sensitive=draw(st.booleans()),
        translate=not keep,
        part_of_speech=draw(st.none() | st.sampled_from(PARTS_OF_SPEECH)),
        since=since,
        until=until,
        **fields,
    )


@st.composite
def glossaries(draw: st.DrawFn) -> tuple[Concept, ...]:
    """Concepts of different ids."""
    ids = draw(st.lists(IDS, unique=True, max_size=4))
    return tuple(draw(concepts(identity)) for identity in ids)


COUNCIL = Concept(
    id="security-council",
    terms=terms_of(
        {
            (Role.TERMS, "en"): ("Security Council", "UN Security Council"),
            (Role.FORBIDDEN, "en"): ("Safety Council",),
            (Role.SUPERSEDED, "en"): ("Council of Security",),
            (Role.TERMS, "ru"): ("Совет Безопасности",),
            (Role.SHORT, "ru"): ("Совбез",),
        }
    ),
    case_sensitive=True,
    domain="United Nations",
    definition="An organ of the United Nations",
    since="2024-01-01",
)
DRONE = Concept(
    id="drone",
    terms=terms_of(
        {
            (Role.TERMS, "en"): ("drone",),
            (Role.FORBIDDEN, "en"): ("pilotless plane (toy)",),
            (Role.TERMS, "ru"): ("беспилотник", "дрон"),
        }
    ),
)
STARLINK = Concept(
    id="starlink", terms=terms_of({(Role.TERMS, EVERY_LANGUAGE): ("Starlink",)}), translate=False
)
