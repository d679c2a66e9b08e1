"""Judges one pair of names by itself, as `link` would if both stood in one document."""

from audit.link.compare_names import Relation, relate
from audit.link.forms import NameForm, compared_parts
from audit.link.known import Known, full_forms
from audit.model.authority import Authority
from audit.model.mentions import Mentions
from audit.model.names import Kind, Mention
from audit.model.place import Span


def judge(
    first: str, second: str, authority: Authority, *, lang: str = "en", kind: Kind = Kind.NAME
) -> Relation | None:
    """How two names relate; None where they name different things."""
    one, other = (_form(text, authority, lang, kind) for text in (first, second))
    if len(one.parts) > len(other.parts):
        one, other = other, one
    return relate(one, other, together=True)


def _form(text: str, authority: Authority, lang: str, kind: Kind) -> NameForm:
    record = next(
        (
            record
            for record in authority.records
            if record.lang == lang and record.kind is kind and text in full_forms(record)
        ),
        None,
    )
    mention = Mention("pair", Span(0, len(text)), text, kind, lang)
    return NameForm(
        text=text,
        lang=lang,
        parts=compared_parts(text, lang),
        mentions=Mentions.of([mention]),
        kind=kind,
        known=Known(record) if record else None,
    )
