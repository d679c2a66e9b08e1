"""Small feeds with the names in them pointed out, so that linking alone is tested."""

from collections.abc import Sequence
from dataclasses import replace

from audit.link import link
from audit.model.authority import Authority
from audit.model.names import Entity, Kind
from audit.model.text import Document
from tests import builders as make

NOTHING = Authority()
"""An authority that knows no name."""


def documents(
    texts: Sequence[str], forms: Sequence[str], lang: str = "en", kind: Kind = Kind.NAME
) -> tuple[Document, ...]:
    """One document a text ("d0", "d1", ...), with a mention at every place of one of `forms`."""
    plain = [make.document(text, id=f"d{number}", lang=lang) for number, text in enumerate(texts)]
    return tuple(
        replace(one, mentions=tuple(make.mentions([one], *forms, kind=kind))) for one in plain
    )


def linked(
    *texts: str,
    forms: str,
    lang: str = "en",
    kind: Kind = Kind.NAME,
    authority: Authority = NOTHING,
) -> Sequence[Entity]:
    """The entities of the feed; `forms` are divided by commas."""
    return link(documents(texts, forms.split(", "), lang, kind), authority)


def together(entities: Sequence[Entity]) -> set[frozenset[str]]:
    """The sets of forms that make one entity each."""
    return {frozenset(form.text for form in entity.forms) for entity in entities}


def of(entities: Sequence[Entity], form: str) -> Entity:
    """The only entity with a form."""
    (found,) = [one for one in entities if form in {each.text for each in one.forms}]
    return found


def variants(entities: Sequence[Entity]) -> dict[str, tuple[str, str]]:
    """Every departing form with what is expected and how it differs."""
    return {v.form: (v.expected, v.kind.value) for one in entities for v in one.variants}
