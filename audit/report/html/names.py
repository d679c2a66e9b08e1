"""The names of a report, as cards."""

from audit.model.names import Entity, Form
from audit.report.html.index import Index, capital
from audit.report.html.reveal import sentence
from audit.report.html.snippets import percent, snippet
from audit.report.html.strings import Strings
from audit.report.html.views import FormRow, NameCard


def name_card(index: Index, entity: Entity, words: Strings) -> NameCard:
    """All that is said of one entity, its concordance apart."""
    canonical, lang = entity.canonical, index.language(entity)
    rows = [_form_row(entity, form, lang, words) for form in entity.forms]
    if all(form.text != canonical.text for form in entity.forms):
        rows.insert(0, _form_row(entity, Form(canonical.text, 0, 0), lang, words))
    return NameCard(
        id=entity.id,
        title=snippet(canonical.text, lang),
        kind=getattr(words, f"kind_{entity.kind}"),
        basis=getattr(words, f"basis_{canonical.basis}"),
        because=sentence(capital(canonical.because)),
        confidence=percent(canonical.confidence),
        forms=tuple(rows),
        mentions=len(entity.mentions),
        departing=sum(row.count for row in rows if row.role == "departs"),
    )


def _form_row(entity: Entity, form: Form, lang: str, words: Strings) -> FormRow:
    """One spelling: how often it stands, whether it departs, and how."""
    text = snippet(form.text, lang)
    variant = entity.variant(form.text)
    if variant is None:
        role = "proposed" if form.text == entity.canonical.text else "other"
        label = getattr(words, f"role_{role}")
        return FormRow(text, form.count, form.documents, role, label)
    return FormRow(
        text=text,
        count=form.count,
        documents=form.documents,
        role="departs",
        role_label=words.role_departs,
        expected=snippet(variant.expected, lang),
        variant=getattr(words, "variant_" + variant.kind.replace("-", "_")),
        because=sentence(capital(variant.because)),
    )
