"""TAG001 placeholder-lost: a placeholder of the source that the translation lacks or changes."""

from collections import Counter
from collections.abc import Iterator, Sequence

from audit.detect.base import Bad, Good, NoOptions, pair_rule
from audit.detect.markup.placeholders import Placeholder, placeholders
from audit.model.finding import Applicability, FindingClass, Fix, Hit, Severity
from audit.model.mqm import MQM
from audit.model.text import Aligned, Document

_SURE = frozenset({"twice", "dollar", "brace", "python", "ruby", "icu"})
"""Kinds that prose never has; a percent sign before a letter may be one."""


@pair_rule(
    id="TAG001",
    since="0.1",
    mqm=MQM.MARKUP,
    severity=Severity.MAJOR,
    finding_class=FindingClass.ERROR,
    says="the source has {lost}, which the translation lacks",
    why="A placeholder is filled by a program; lost or translated, it leaves a hole in the text or"
    " stops the program.",
    examples=(
        Bad("⟦Hello!⟧", source=("Привіт, {name}!", "uk")),
        Bad(
            "Hello, ⟦{nom}⟧!",
            source=("Bonjour, {name} !", "fr"),
            fixed="Hello, {name}!",
        ),
        Bad("⟦Files were copied to s.⟧", source=("%1$d Dateien wurden nach %2$s kopiert.", "de")),
        Bad(
            "⟦{count, plural, one {# file} other {# files}}⟧",
            source=("{n, plural, one {# Datei} other {# Dateien}}", "de"),
        ),
        Good(
            "{ n, plural, one {# file} other {# files} }",
            source=(
                "{n, plural, one {# файл} few {# файла} many {# файлов} other {# файла}}",
                "ru",
            ),
        ),
        Good("Hello, {{name}}!", source=("Привет, {{ name }}!", "ru")),
        Good("All 100% of them: it is 5% sugar.", source=("Alle 100 %: es sind 5 % Zucker.", "de")),
        Good("At 10:30 he said: we go.", source=("О 10:30 він сказав: їдемо.", "uk")),
        Good("Salt and pepper", source=("Salz &amp; Pfeffer", "de")),
    ),
)
def placeholder_lost(document: Document, pair: Aligned, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report placeholders that are missing, at the one that stands in their place if one does."""
    theirs = placeholders(pair.source)
    if not theirs or not pair.text.strip():
        return
    ours = placeholders(pair.text)
    lost = [one for one in _surplus(theirs, ours) if not _is_plain(one, pair.text)]
    if not lost:
        return
    put_in = _surplus(ours, theirs)
    at = pair.span
    fixes: tuple[Fix, ...] = ()
    if len(lost) == len(put_in) == 1 and lost[0].kind == put_in[0].kind:
        at = pair.at(put_in[0].start, put_in[0].end)
        if lost[0].kind != "icu":
            right = pair.source[lost[0].start : lost[0].end]
            fixes = (Fix(right, Applicability.UNSAFE, "the placeholder of the source"),)
    sure = any(one.kind in _SURE for one in lost)
    yield Hit(
        document=document.id,
        at=at,
        values=(("lost", ", ".join(one.key for one in lost)),),
        fixes=fixes,
        confidence=0.95 if sure else 0.75,
        finding_class=None if sure else FindingClass.QUERY,
        source=pair.passage(lost[0].start, lost[0].end),
    )


def _surplus(one: Sequence[Placeholder], other: Sequence[Placeholder]) -> list[Placeholder]:
    """The placeholders of one text that the other does not have, or not as often."""
    left = Counter(each.key for each in other)
    found = []
    for each in one:
        if left[each.key] > 0:
            left[each.key] -= 1
        else:
            found.append(each)
    return found


def _is_plain(lost: Placeholder, text: str) -> bool:
    """Whether an entity or escape may stand as the character that it is short for."""
    return lost.kind == "entity" or (lost.kind == "escape" and "\n" in text)
