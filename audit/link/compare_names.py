"""Compares two whole names: the same name, part of one, or two different names."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import permutations

from audit.lang import data
from audit.lang.given import is_given_name
from audit.lang.lexicon import is_common
from audit.link.compare_parts import DOUBTFUL, PartMatch, compare_parts, only_emphasis
from audit.link.forms import NameForm
from audit.link.source import Evidence, compare_sources
from audit.model.names import Kind, VariantKind
from audit.text.fold import squeeze


class How(Enum):
    """How one name relates to another."""

    SAME = "the same name at full length"
    PART = "the first is a part of the second"


@dataclass(frozen=True, slots=True)
class Relation:
    """One name in relation to another; `kind` is None where the parts do not differ."""

    how: How
    kind: VariantKind | None
    confidence: float


MOST_REORDERED = 3
"""Parts up to which other orders are tried; longer names do not turn round."""


def relate(
    first: NameForm, second: NameForm, *, together: bool, beside: bool = False
) -> Relation | None:
    """How `first` relates to `second`, or None where they are different names.

    `together` says that both stand in one document, where one thing is likely to be spoken of
    again; apart, only what romanization schemes explain is believed. `beside` says that both stand
    in one sentence.
    """
    if told_apart(first, second):
        return None
    if squeeze(first.text) == squeeze(second.text):
        alike = only_emphasis(first.text, second.text)
        return Relation(How.SAME, None if alike else VariantKind.HYPHENATION, 0.95)
    if first.known and second.known:
        return _one_record(first, second)
    evidence = _by_source(first, second)
    if evidence is Evidence.DIFFERENT:
        return None
    if evidence is Evidence.SAME and (one_name := _one_source_name(first, second)):
        return one_name
    return _by_likeness(first, second, together=together, beside=beside)


def _by_likeness(
    first: NameForm, second: NameForm, *, together: bool, beside: bool
) -> Relation | None:
    """How two names relate by nothing but their letters and where they stand."""
    if len(first.parts) == len(second.parts):
        relation = _same_length(first.parts, second.parts, first.lang)
    elif len(first.parts) < len(second.parts) and not first.known:
        relation = _part_of(first.parts, second.parts, first.lang)
    else:
        return None
    if relation and relation.how is How.PART and first.known:
        return None  # a name of its own, and no word of a longer one: Israel, Israel Katz
    if relation is None or (not together and relation.confidence < APART_CONFIDENCE):
        return None
    if relation.kind is VariantKind.SPELLING and _kinds_clash(first, second):
        return None
    alone = min(len(first.parts), len(second.parts)) == 1
    if alone and relation.kind is VariantKind.SPELLING and beside:
        return None  # "Okayama and Tsuyama": what stands side by side is told apart on purpose
    return relation


def side_by_side(first: NameForm, second: NameForm) -> bool:
    """Whether the two stand in one sentence."""
    return not first.sentences.isdisjoint(second.sentences)


ONE_SOURCE_NAME = 0.9
"""Of two forms that render one name of the source."""


def _one_source_name(first: NameForm, second: NameForm) -> Relation | None:
    """Two forms that render one name of the source, unless one may be a word: Navy, Neva."""
    found = _same_length(first.parts, second.parts, first.lang, tied=True)
    pairs = zip(first.parts, second.parts, strict=True)
    if found is None or any(
        is_common(a, first.lang) != is_common(b, first.lang) for a, b in pairs if a != b
    ):
        return None
    return Relation(found.how, found.kind, max(ONE_SOURCE_NAME, found.confidence))


def _by_source(first: NameForm, second: NameForm) -> Evidence | None:
    """What the source says of two names of equally many parts, if it is there."""
    if not first.sources or len(first.sources) != len(second.sources):
        return None
    return compare_sources(first.sources, second.sources)


APART_CONFIDENCE = 0.85
"""Needed where two forms share no document."""


def told_apart(first: NameForm, second: NameForm) -> bool:
    """Whether the authority knows the two as two things, or knows one of them as ambiguous."""
    if first.known and second.known:
        return first.known.record.id != second.known.record.id
    for one, other in ((first, second), (second, first)):
        if one.known and other.text in one.known.record.near_only:
            return True
    return False


def _one_record(first: NameForm, second: NameForm) -> Relation:
    """Two forms of one authority record; where no comparison explains them they are exonyms."""
    same_length = len(first.parts) == len(second.parts)
    found = _same_length(first.parts, second.parts, first.lang) if same_length else None
    kind = found.kind if found else VariantKind.EXONYM
    if kind is VariantKind.INFLECTION and first.kind is Kind.PLACE:
        kind = VariantKind.EXONYM  # Seville, Sevilla: no case of one another
    return Relation(How.SAME, kind, 0.97)


def _kinds_clash(first: NameForm, second: NameForm) -> bool:
    """A person is no organisation; other kinds are told apart too weakly to separate names."""
    return {first.kind, second.kind} == {Kind.PERSON, Kind.ORGANISATION}


def _same_length(
    one: Sequence[str], other: Sequence[str], lang: str, *, tied: bool = False
) -> Relation | None:
    """Two names of equally many parts; `tied` where something beside them speaks for one name."""
    if len(one) == 1:
        match = compare_parts(one[0], other[0], lang, tied=tied)
        if match is None or match.confidence <= DOUBTFUL:
            return None
        return Relation(How.SAME, match.kind, match.confidence)
    best = _aligned(one, other, lang)
    if best is None and len(one) <= MOST_REORDERED:
        for order in permutations(other):
            turned = _aligned(one, order, lang)
            if turned and turned.kind in (None, VariantKind.DIACRITICS, VariantKind.HYPHENATION):
                return Relation(How.SAME, VariantKind.NAME_ORDER, _turned(one, lang))
    return best


def _turned(parts: Sequence[str], lang: str) -> float:
    """How sure it is that a name with its parts turned round is the same name.

    Common words turn round freely (coal mine, mine coal), but an organisation with its kind before
    and behind its name is one: PMC Wagner, Wagner PMC.
    """
    kinds = data(lang).organisation_words
    if any(part.isupper() or part.casefold() in kinds for part in parts):
        return 0.8
    common = any(is_common(part, lang) and not is_given_name(part) for part in parts)
    return 0.6 if common else 0.8


def _aligned(one: Sequence[str], other: Sequence[str], lang: str) -> Relation | None:
    """Two names of one length, part by part in order.

    A difference beyond romanization needs another part that is equal to lean on, and no two parts
    of a name may both be respelled beyond it.
    """
    generic = data(lang).place_words | data(lang).organisation_words
    equal = sum(a == b and a.casefold() not in generic for a, b in zip(one, other, strict=True))
    matches = list[PartMatch]()
    for a, b in zip(one, other, strict=True):
        match = compare_parts(a, b, lang, tied=equal > 0)
        if match is None:
            return None
        matches.append(match)
    worst = min(matches, key=lambda match: match.confidence)
    respelled = sum(match.kind is VariantKind.SPELLING for match in matches)
    return Relation(How.SAME, worst.kind, worst.confidence) if respelled <= 1 else None


def _part_of(short: Sequence[str], long: Sequence[str], lang: str) -> Relation | None:
    """The shorter name within the longer: its parts in order, each a part of the longer name.

    Of several parts one must be equal and at most one respelled: Helena Goffin is no short form
    of Hélène Le Goff.
    """
    if _other_initials(short, long):
        return None
    tied = bool(set(short) & set(long))
    matches, at = list[PartMatch](), 0
    for part in short:
        best: tuple[float, int, PartMatch] | None = None
        for index in range(at, len(long)):
            match = compare_parts(part, long[index], lang, tied=tied)
            if (
                match
                and _believable(match, index, long, alone=len(short) == 1)
                and (not best or match.confidence > best[0])
            ):
                best = match.confidence, index, match
        if best is None:
            return _joined(short, long, lang)
        at = best[1] + 1
        matches.append(best[2])
    respelled = sum(match.kind is VariantKind.SPELLING for match in matches)
    if len(short) > 1 and (respelled > 1 or all(match.kind for match in matches)):
        return None
    worst = min(matches, key=lambda match: match.confidence)
    return Relation(How.PART, worst.kind, worst.confidence)


def _other_initials(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether both names have initials, and not the same: George W. Bush, George H. W. Bush."""
    one, other = ([part for part in name if part.endswith(".")] for name in (short, long))
    return bool(one and other) and one != other


def _believable(match: PartMatch, index: int, long: Sequence[str], *, alone: bool) -> bool:
    """Whether a match stands where it can be right.

    A doubtful one can at the surname of a full name; a word `alone` in another script cannot amid
    others, where the whole is left in its language: Гуджарат, Vibrant Gujarat Global Summit.
    """
    if alone and match.kind is VariantKind.MIXED_SCRIPT and 0 < index < len(long) - 1:
        return False
    return match.confidence > DOUBTFUL or index == len(long) - 1


JOINED_FROM = 6
"""Letters that names divided differently need to be compared as one word each."""


def _joined(short: Sequence[str], long: Sequence[str], lang: str) -> Relation | None:
    """Names that are divided differently and spelled differently too: Min-shan / Minsan."""
    one, other = "".join(short), "".join(long)
    if min(len(one), len(other)) < JOINED_FROM:
        return None
    match = compare_parts(one.capitalize(), other.capitalize(), lang, tied=False)
    return Relation(How.SAME, match.kind, match.confidence) if match else None
