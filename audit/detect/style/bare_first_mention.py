"""STY006 bare-first-mention: a text that begins to speak of a person by the surname alone."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from audit import authority
from audit.detect.base import Bad, Good, document_rule
from audit.detect.prose import has_end, is_running
from audit.detect.quoted import is_quoted
from audit.lang import data
from audit.lang.given import is_given_name, is_given_name_as_spelled
from audit.lang.language import entries
from audit.model.finding import FindingClass, Hit, Related, Severity
from audit.model.mqm import MQM
from audit.model.names import Kind, Mention
from audit.model.place import Span
from audit.model.text import Block, BlockKind, Document
from audit.tables import read_table
from audit.text.skeleton import skeleton

IN_FULL, TITLED, KNOWN = 0.8, 0.7, 0.6
"""By what shows who is meant: the full name further down, a title there, the authority alone."""

_PERSON = frozenset({Kind.PERSON, Kind.NAME})
_BODY = frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTATION})
_WORD_BEFORE = re.compile(r"([^\W\d_][\w'’-]*)\.?[ \u00a0]$")
_WORD_BEHIND = re.compile(r"(?:['’]s?)? ([^\W\d_]+)")
_APPOSITION = re.compile(r"(?:, (?:an?|the|his|her|their|its|who|aged|\d{1,3}\b)\b| \()")
_CAPITALISED = re.compile(r"[^\W\d_a-z][^\W\d_]+(?:-[^\W\d_]+)*")
_JOINED = "-–/&"
_HEADLINE = 16
"""Words of the longest line that, at the head of a text, is taken for a headline."""
_SHORTEST = 4
"""Letters of a surname that is no syllable of something else ("Bo", "Liu")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Settings of STY006."""

    known: bool = True
    """Report public persons of the built-in names authority whom the text never introduces."""


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """Words behind a surname that make an adjective of it, and titles that prove nothing."""

    attributive: frozenset[str]
    no_titles: frozenset[str]


@document_rule(
    id="STY006",
    since="0.1",
    mqm=MQM.ORGANIZATIONAL_STYLE,
    severity=Severity.NEUTRAL,
    finding_class=FindingClass.INFO,
    of_articles=True,
    says="“{name}” is named here first, by the surname alone{full}",
    why="Stylebooks want the full name and who somebody is on first reference; a translation of an "
    "excerpt, or of a press that does without, leaves readers to guess.",
    options=Options,
    default_on=False,
    profiles=frozenset({"ap", "bbc", "guardian", "reuters"}),
    languages=frozenset({"en"}),
    examples=(
        Bad(
            "A lease\nAfter a long quarrel over the rent and the garden wall, ⟦Lindqvist⟧ signed "
            "the lease of the old mill.\nThe tenant, Maria Lindqvist, paid the rent."
        ),
        Bad(
            "After a week of talks in the capital the office said that ⟦Kuleba⟧ would fly to "
            "Paris on Monday.\nHe will stay for two days."
        ),
        Good(
            "Lindqvist signs.\nAfter a long quarrel over the rent and the garden wall, Maria "
            "Lindqvist signed the lease of the old mill.\nLindqvist paid the rent."
        ),
        Good(
            "After a long quarrel over the rent and the garden wall, Mayor Lindqvist signed the "
            "lease of the old mill.\nMaria Lindqvist paid the rent."
        ),
        Good(
            "After a long quarrel over the rent and the garden wall Lindqvist, the mayor of the "
            "town, signed the lease.\nMaria Lindqvist paid the rent."
        ),
        Good(
            "After a long quarrel over the rent and the garden wall, Lindqvist supporters “loved "
            "Lindqvist” and left the mill.\nMaria Lindqvist was not there."
        ),
        Good(
            "After a long quarrel over the rent and the garden wall they agreed that Stalin had "
            "never lived in the old mill."
        ),
    ),
)
def bare_first_mention(document: Document, options: Options) -> Iterator[Hit]:
    """Report the first mention in running text of each person, where it is a bare surname."""
    body = [block.span for block in _body(document)]
    mentions = [
        one
        for one in document.mentions
        if one.kind in _PERSON and not one.quoted and any(at.overlaps(one.span) for at in body)
    ]
    named = _first_places(document, body)
    introduced = _introduced(document)
    for mention in mentions:
        surname = mention.text
        if (
            " " in surname
            or len(surname) < _SHORTEST
            or is_given_name(surname)
            or surname in data("en").demonyms
            or named.get(skeleton(surname)) != mention.span.start
            or introduced.get(skeleton(surname), len(document.text)) < mention.span.start
            or _is_described(document, mention)
        ):
            continue
        later = [
            one for one in document.mentions if one.span > mention.span and one.kind in _PERSON
        ]
        shown = _shown(document, surname, later, options)
        if shown:
            full, other, confidence = shown
            related = (Related(document.id, other.span, other.text),) if other else ()
            yield Hit(
                document=document.id,
                at=mention.span,
                values=(("name", surname), ("full", f"; the full name is {full}" if full else "")),
                related=related,
                confidence=confidence,
            )


def _body(document: Document) -> list[Block]:
    """The blocks of running text; what a title or short lines at the head are is none."""
    blocks = [one for one in document.blocks if one.kind in _BODY]
    if not document.title:
        long = (
            n for n, one in enumerate(blocks) if len(document.cut(one.span).split()) > _HEADLINE
        )
        blocks = blocks[next(long, len(blocks)) :]
    texts = ((one, document.cut(one.span).strip()) for one in blocks)
    return [one for one, text in texts if text and is_running(text, "en") and has_end(text)]


def _introduced(document: Document) -> dict[str, int]:
    """Where a sentence first gives a name in full, by the skeletons of its parts."""
    places: dict[str, int] = {}
    sentences = [
        one.span
        for one in document.blocks
        if has_end(document.cut(one.span)) or len(document.cut(one.span).split()) > _HEADLINE
    ]
    for one in document.mentions:
        if one.kind in _PERSON and any(at.overlaps(one.span) for at in sentences):
            for part in one.text.split() if " " in one.text else ():
                places.setdefault(skeleton(part), one.span.start)
    return places


def _first_places(document: Document, body: list[Span]) -> dict[str, int]:
    """Where the body has each capitalised word first, quotations left out, by its skeleton."""
    places: dict[str, int] = {}
    for span in body:
        for word in _CAPITALISED.finditer(document.text, span.start, span.end):
            if not is_quoted(document.text, *word.span()):
                places.setdefault(skeleton(word[0]), word.start())
    return places


def _word_before(document: Document, mention: Mention) -> str:
    start = mention.span.start
    found = _WORD_BEFORE.search(document.text, max(0, start - 40), start)
    return found[1] if found else ""


def _is_described(document: Document, mention: Mention) -> bool:
    """Whether words beside a name say who it is, or make it part of something else."""
    text, (start, end) = document.text, (mention.span.start, mention.span.end)
    if text[max(0, start - 1) : start] in tuple(_JOINED) or text[end : end + 1] in tuple(_JOINED):
        return True
    if _APPOSITION.match(text, end):
        return True
    behind = _WORD_BEHIND.match(text, end)
    if behind and (behind[1][0].isupper() or behind[1].lower() in _lexicon().attributive):
        return True
    known = data("en")
    word = _word_before(document, mention)
    if word and word.lower() not in known.function_words:
        # A title, a part of the name, or a noun that describes: “striker Kane”.
        return word.lower() not in known.weekday_words | known.month_words
    if word.lower() in {"the", "a", "an"}:
        return True
    aside = re.search(r"([^\W\d_]+)(?: of [^,.]{1,40})?, $", text[max(0, start - 80) : start])
    return bool(aside and aside[1].lower() in known.titles_person)


def _shown(
    document: Document, surname: str, later: list[Mention], options: Options
) -> tuple[str, Mention | None, float] | None:
    """Who a surname means: the full name, where that or a title stands, how sure; None: silence."""
    titled: Mention | None = None
    for other in later:
        words = other.text.split()
        certain = other.kind is Kind.PERSON or is_given_name_as_spelled(words[0])
        if len(words) > 1 and words[-1] == surname and certain:
            return other.text, other, IN_FULL
        word = _word_before(document, other).lower()
        if other.text == surname and not titled and word in data("en").titles_person:
            titled = None if word in _lexicon().no_titles else other
    known = _public().get(surname, "")
    if titled:
        return known, titled, TITLED
    return (known, None, KNOWN) if known and options.known else None


@cache
def _lexicon() -> _Lexicon:
    """The words of the list, read once."""
    table = _table()
    return _Lexicon(
        frozenset(entries(table["attributive"])), frozenset(entries(table["no_titles"]))
    )


@cache
def _table() -> dict[str, str]:
    file = files(__package__) / "data" / "terms" / "first_mention.toml"
    return read_table(file)


@cache
def _public() -> dict[str, str]:
    """The surnames that one person of the built-in authority bears alone, but for the dead."""
    past = set(entries(_table()["past"]))
    people = [
        one for one in authority.load().records if one.kind is Kind.PERSON and one.lang == "en"
    ]
    counted = Counter(short for one in people for short in one.short)
    return {
        short: one.canonical
        for one in people
        if one.canonical not in past
        for short in one.short
        if counted[short] == 1
    }
