"""What the rules about terms tell an editor beside the message: the reason, and a replacement."""

from audit.model.finding import Applicability, Fix
from audit.model.terms import Concept, Spelling, TermUse


def reason(concept: Concept) -> str:
    """On whose word a term is to be used, as the end of a message."""
    said = concept.reference or concept.note
    return f" ({said})" if said else ""


def replacement(use: TermUse, found: str) -> tuple[Fix, ...]:
    """The preferred term in place of `found`.

    It may be put in by a program only where the text has the term as it is listed; an inflected
    one must be put into the same form by a person.
    """
    if use.preferred is None or use.preferred == found:
        return ()
    because = f"the glossary ({use.concept.layer}) asks for “{use.preferred}”"
    text = use.preferred
    if found.casefold() != use.term.text.casefold() and use.spelling is Spelling.SAME:
        if not _plain_plural(use, found):
            return (Fix(text, Applicability.DISPLAY, because),)
        text += "s"
    if found[:1].isupper() and use.term.text[:1].islower():
        text = text[:1].upper() + text[1:]
    return (Fix(text, Applicability.UNSAFE, because),)


def _plain_plural(use: TermUse, found: str) -> bool:
    """Whether an English term stands in a plural that the preferred one forms in the same way."""
    english = use.term.lang.partition("-")[0] == "en"
    regular = not str(use.preferred).endswith(("s", "x", "z", "ch", "sh", "y", "o", "f", "fe"))
    return english and regular and found.casefold() == f"{use.term.text.casefold()}s"
