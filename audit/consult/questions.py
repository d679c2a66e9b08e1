"""What models are shown of a document: pairs and sentences long enough to say something of."""

from audit.model.text import Aligned, Document, Segment

FEWEST_LETTERS = 20
"""Letters and digits below which a passage is not shown: headings of two words score anyhow."""

_IDEOGRAPHS = "\u2e80"
"""From here on a character says as much as two letters."""


def pairs(document: Document) -> list[Aligned]:
    """The stretches beside their sources in which both sides are long enough."""
    return [pair for pair in document.aligned() if _enough(pair.text) and _enough(pair.source)]


def sentences(document: Document) -> list[Segment]:
    """The segments that are long enough, of the document's own language."""
    return [one for one in document.segments if one.lang == document.lang and _enough(one.text)]


def _enough(text: str) -> bool:
    weight = 0
    for char in text:
        if char.isalnum():
            weight += 2 if char >= _IDEOGRAPHS else 1
            if weight >= FEWEST_LETTERS:
                return True
    return False
