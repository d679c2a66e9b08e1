"""Forms that a record allows, but not side by side: one in the order of the other turned round."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from audit.link.explain import because
from audit.link.forms import NameForm
from audit.link.known import Known
from audit.model.names import Variant, VariantKind

CONFIDENCE = 0.8
"""Of Wagner PMC beside PMC Wagner: each is right, and a text uses one of them."""


def turned_variants(forms: Sequence[NameForm], known: Known | None) -> Iterator[Variant]:
    """The allowed forms that are a more frequent allowed form of the same record turned round."""
    if known is None:
        return
    groups = defaultdict[tuple[str, ...], list[NameForm]](list)
    for form in forms:
        if form.text in known.record.allowed:
            groups[tuple(sorted(form.parts))].append(form)
    for group in groups.values():
        usual = max(group, key=lambda form: (len(form.mentions), -forms.index(form)))
        for form in group:
            if form.parts != usual.parts:
                reason = because(VariantKind.NAME_ORDER, form.text, usual.text)
                yield Variant(form.text, usual.text, VariantKind.NAME_ORDER, reason, CONFIDENCE)
