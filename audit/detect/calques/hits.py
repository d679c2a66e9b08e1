"""Makes hits of turns of phrase."""

from collections.abc import Iterator

from audit.detect.calques.lexicon import Found, Kind, turns
from audit.lang import data
from audit.model.finding import Applicability, FindingClass, Fix, Hit
from audit.model.place import Span
from audit.model.text import Document


def hits(document: Document, kind: Kind, because: str) -> Iterator[Hit]:
    """A hit for each turn of phrase of one kind, on its marked passage.

    `because` is the reason of the proposals that the lexicon has for it.
    """
    for found in turns(document, kind):
        phrase = document.text[found.marked[0] : found.marked[1]]
        better = tuple(_like(phrase, one) for one in found.entry.better)
        yield hit(document, found, found.marked, because, better)


def hit(
    document: Document, found: Found, at: tuple[int, int], because: str, proposals: tuple[str, ...]
) -> Hit:
    """A hit on the passage `at`, with what to write instead; a question where the entry is one.

    A proposal is never safe, since another turn may need another word order; several, and those in
    languages whose words are inflected, are for display.
    """
    phrase = document.text[at[0] : at[1]]
    fits = len(proposals) == 1 and not data(document.lang).inflected
    use = Applicability.UNSAFE if fits else Applicability.DISPLAY
    return Hit(
        document=document.id,
        at=Span(*at),
        values=(("phrase", " ".join(phrase.split())), ("advice", _advice(proposals))),
        fixes=tuple(Fix(one, use, because) for one in proposals),
        confidence=found.entry.sure,
        finding_class=FindingClass.QUERY if found.entry.query else None,
    )


def _like(phrase: str, better: str) -> str:
    """The proposal with a capital where the phrase has one."""
    return better[:1].upper() + better[1:] if phrase[:1].isupper() else better


def _advice(proposals: tuple[str, ...]) -> str:
    """What to write, as the end of a message."""
    return f"; better {' or '.join(f'“{one}”' for one in proposals)}" if proposals else ""
