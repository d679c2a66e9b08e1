"""NAM021: one person spoken of as a man here and as a woman there."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from audit.detect.base import Bad, Good, NoOptions, document_rule
from audit.detect.distinct_words import letter_runs
from audit.detect.quoted import is_quoted
from audit.lang.given import is_given_name
from audit.lang.language import entries
from audit.model.finding import FindingClass, Hit, Related, Severity
from audit.model.mqm import MQM
from audit.model.names import Kind, Mention
from audit.model.place import Span
from audit.model.text import Document, Segment
from audit.tables import read_table

TITLES, PRONOUNS = 0.85, 0.7
"""A title stands by the very name; a pronoun may mean somebody who is not named."""

_MAYBE_PERSON = frozenset({Kind.PERSON, Kind.NAME})
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_REPORTED = re.compile(r"(?:\bthat|,|\w(?:ys?|id|ed|es|ks|ls|ms|ht|ew|ld))\s$")
"""Before “he” or “she”: a verb such as “says” or “claimed”, or what may begin its clause."""

_SOURCE = re.compile(r"[Aa]ccording to (?:\w+\.? )?$")
_APOSTROPHE = re.compile("['’]")
_BEFORE = re.compile(r"(?<![\w’'-])([A-Za-z]+)\.?\s$")


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """The words of the list: what each tells, the partners of titles, and words for people."""

    titles: Mapping[str, frozenset[str]]
    """Each title with those that contradict it."""
    endings: tuple[str, ...]
    """The titles once more, as `str.endswith` takes them."""
    pronouns: Mapping[str, str]
    """Each pronoun with its subject form: “his”, “he”."""
    subjects: tuple[frozenset[str], ...]
    """The pronouns of each subject form."""
    people: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Sign:
    """One word that tells a person's gender, at its place."""

    at: Span
    word: str


@document_rule(
    id="NAM021",
    since="0.1",
    mqm=MQM.MISTRANSLATION,
    severity=Severity.MAJOR,
    finding_class=FindingClass.QUERY,
    says="{name} is “{found}” here and “{other}” elsewhere",
    why="Many languages do not tell a person's gender where English must, so a machine guesses, "
    "and guesses anew in each sentence.",
    examples=(
        Bad("Mr. Maria Lindqvist signed the lease.\n⟦Ms⟧. Maria Lindqvist paid the rent."),
        Bad("The actress Anna Okafor came early. The ⟦actor⟧ Anna Okafor left late."),
        Bad(
            "Maria Lindqvist sold his house. The court sits in May.\n"
            "Maria Lindqvist lost the case. ⟦She⟧ did not comment."
        ),
        Good("Mr. Maria Lindqvist signed the lease. Mrs. Lindqvist paid the rent."),
        Good("Mr. Lindqvist sold his house. Lindqvist spoke. Mrs. Lindqvist sold her car."),
        Good("Anna Lindqvist sold her house. Mr. Lindqvist sold his car."),
        Good("The actor Anna Okafor came. Ms. Anna Okafor left."),
        Good("Maria Lindqvist sold his house. Maria Lindqvist met his wife. She agreed."),
        Good("Maria Lindqvist sold his house. Anna Sanchez spoke for Maria Lindqvist. She won."),
        Good("Maria Lindqvist sold his house. Maria Lindqvist says she is a poor neighbour."),
        Good("Maria Lindqvist sold his house. “Maria Lindqvist knew that she was right,” he said."),
    ),
    languages=frozenset({"en"}),
)
def gender_flip(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report for each person the first word that contradicts the first one that told the gender."""
    persons = _persons(document)
    if not persons:
        return
    titles = _titles(document, persons)
    said = frozenset(map(str.lower, letter_runs(document.text)))
    both = not any(map(said.isdisjoint, _lexicon().subjects))
    pronouns = _pronouns(document, persons) if both else {}
    for name in sorted(titles.keys() | pronouns.keys()):
        by_title = _contradiction(titles.get(name, []), _lexicon().titles)
        by_pronoun = _contradiction(pronouns.get(name, []), _OPPOSITE)
        for pair, confidence in ((by_title, TITLES), (by_pronoun, PRONOUNS)):
            if pair:
                first, other = pair
                yield Hit(
                    document=document.id,
                    at=other.at,
                    values=(
                        ("name", name),
                        ("found", document.cut(other.at)),
                        ("other", document.cut(first.at)),
                    ),
                    related=(Related(document.id, first.at, document.cut(first.at)),),
                    confidence=confidence,
                )
                break


_OPPOSITE = {"he": frozenset({"she"}), "she": frozenset({"he"})}


def _contradiction(
    signs: list[_Sign], against: Mapping[str, frozenset[str]]
) -> tuple[_Sign, _Sign] | None:
    """The first sign that contradicts an earlier one, behind that one."""
    for number, sign in enumerate(signs):
        for earlier in signs[:number]:
            if sign.word in against.get(earlier.word, ()):
                return earlier, sign
    return None


def _persons(document: Document) -> dict[Mention, str]:
    """The mentions of persons with the full name each stands for, where there is but one."""
    full = sorted({one.text for one in document.mentions if _is_full(document, one)})
    owners: dict[str, set[str]] = {}
    for name in full:
        for part in name.split():
            owners.setdefault(part, set()).add(name)
    found: dict[Mention, str] = {}
    for mention in document.mentions:
        alone = {mention.text} if mention.text in full or mention.kind in _MAYBE_PERSON else set()
        names = alone if mention.text in full else owners.get(mention.text, alone)
        # “Mr. Lindqvist” may be the husband of the one who was named.
        if len(names) == 1 and (" " in mention.text or not _title(document, mention)):
            found[mention] = next(iter(names))
    return found


def _is_full(document: Document, mention: Mention) -> bool:
    """Whether a mention is a person's name of two words or more."""
    words = mention.text.split()
    if len(words) < 2 or mention.kind not in _MAYBE_PERSON:
        return False
    return mention.kind is Kind.PERSON or is_given_name(words[0]) or bool(_title(document, mention))


def _title(document: Document, mention: Mention) -> re.Match[str] | None:
    """The telling title right before a name."""
    start = mention.span.start
    near = document.text[max(0, start - 20) : max(0, start - 1)]
    if not near.removesuffix(".").lower().endswith(_lexicon().endings):
        return None
    before = _BEFORE.search(document.text, max(0, start - 20), start)
    return before if before and before[1].lower() in _lexicon().titles else None


def _titles(document: Document, persons: Mapping[Mention, str]) -> dict[str, list[_Sign]]:
    """The telling titles right before each name of two words or more."""
    found: dict[str, list[_Sign]] = {}
    for mention, name in persons.items():
        title = _title(document, mention) if mention.text == name else None
        if title and not mention.quoted:
            found.setdefault(name, []).append(_Sign(Span(*title.span(1)), title[1].lower()))
    return found


def _pronouns(document: Document, persons: Mapping[Mention, str]) -> dict[str, list[_Sign]]:
    """The pronouns that stand behind one name alone, in its sentence or at the head of the next."""
    found: dict[str, list[_Sign]] = {}
    before = ""
    maybe = [one for one in document.mentions if one.kind in _MAYBE_PERSON]
    for segment in document.segments:
        start, end = segment.span.start, segment.span.end
        about = [one for one in maybe if one.span.start < end and start < one.span.end]
        first = about[0] if about else None
        others = [one for one in about if first and persons.get(one) != persons.get(first)]
        name = persons.get(first, "") if first else before
        start = first.span.end if first else segment.span.start
        end = others[0].span.start if others else segment.span.end
        signs = list(_telling(document, start, end))
        told = {sign.word for sign in signs}
        leads = first is None and segment.text.split(" ", 1)[0].lower() in _OPPOSITE
        if name and len(told) == 1 and (leads or (first and not _told_before(segment, first))):
            found.setdefault(name, []).append(signs[0])
        alone = first and not others and len(told) < 2 and not _has_people(segment.text)
        before = name if alone else ""
    return found


def _telling(document: Document, start: int, end: int) -> Iterator[_Sign]:
    """The pronouns of a stretch, quotations left out.

    It ends at a word for another person and at a reported clause: “Maria says he” may mean her
    neighbour.
    """
    known = _lexicon()
    for word in _WORD.finditer(document.text, start, end):
        small = word[0].lower()
        if small in known.people:
            return
        subject = known.pronouns.get(_APOSTROPHE.split(small, 1)[0])
        if subject == small and _REPORTED.search(document.text, start, word.start()):
            return
        if subject and not is_quoted(document.text, *word.span()):
            yield _Sign(Span(*word.span()), subject)


def _told_before(segment: Segment, mention: Mention) -> bool:
    """Whether what stands before the name speaks of somebody else, or makes the name a source."""
    before = segment.text[: max(0, mention.span.start - segment.span.start)]
    if _SOURCE.search(before):
        return True
    words, known = {word.lower() for word in _WORD.findall(before)}, _lexicon()
    return not (words.isdisjoint(known.pronouns) and words.isdisjoint(known.people))


def _has_people(text: str) -> bool:
    return not _lexicon().people.isdisjoint(word.lower() for word in _WORD.findall(text))


@cache
def _lexicon() -> _Lexicon:
    """The words of the list, read once."""
    file = files(__package__).joinpath("data", "genders.toml")
    table = read_table(file)
    men, women = (frozenset(entries(table[key])) for key in ("men", "women"))
    titles = dict.fromkeys(men, women) | dict.fromkeys(women, men)
    for pair in entries(table["pairs"]):
        one, _, other = pair.partition("/")
        titles |= {one: frozenset({other}), other: frozenset({one})}
    pronouns = {word: subject for subject in ("he", "she") for word in entries(table[subject])}
    subjects = (frozenset(entries(table[subject])) for subject in ("he", "she"))
    return _Lexicon(
        titles, tuple(titles), pronouns, tuple(subjects), frozenset(entries(table["people"]))
    )
