"""What speaks for and against two parts of names in one document being one name.

Letters decide little by themselves: Iran and Iraq are two countries, Sayo and Shayo may be one
woman. What the rest of each name says, whether the words are common ones, and where they stand
count as much. Each trait is a number, for the likeness model to weigh.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rapidfuzz.distance import JaroWinkler, Levenshtein, Prefix

from audit.lang import data
from audit.lang.given import same_given_name
from audit.lang.inflection import inflects_to, lemma_keys
from audit.lang.lexicon import is_common
from audit.link.compare_parts import is_derived
from audit.model.names import Mention
from audit.text.distance import distance
from audit.text.fold import roman, squeeze
from audit.text.scripts import main_script
from audit.text.skeleton import consonants, skeleton

MOST_CASES = 64
"""Pairs of nominatives compared for two parts; a word has a dozen at most."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a name with everywhere it stands in one document.

    `text` is one part, a word with its hyphens, or two parts that follow each other; `names` are
    the mentions it stands in, with the number of the sentence and the other parts of each.
    """

    text: str
    names: tuple[tuple[Mention, int, tuple[str, ...]], ...]
    entities: frozenset[str]
    recorded: bool
    """An authority record knows one of the names."""
    settled: bool
    """A record has this very part in the form to use."""


class Traits(NamedTuple):
    """The traits of one pair; shares and likenesses are 0..1, what is true or false is 1 or 0."""

    near_start: float
    """Jaro-Winkler likeness of the letters in Latin script: weighs the beginning."""
    near: float
    """1 less the edit distance by the longer word."""
    sounds_apart: float
    """Weighted distance of the skeletons by the shorter one, in the nearest nominatives."""
    same_consonants: float
    shared_start: float
    length_differs: float
    short: float
    """1 for parts of three letters or fewer, falling to 0 for eight."""
    both_common: float
    """Both are words of the language."""
    one_common: float
    one_given_name: float
    """Both are forms of one given name: Volodymyr, Vladimir."""
    two_given_names: float
    rest_agrees: float
    """Each stands beside a part that the other one also stands beside."""
    rest_differs: float
    """Both stand in longer names, and never beside one part."""
    alone: float
    """Both stand alone."""
    introduced: float
    """One ends a longer name and never stands alone, the other never stands in a longer name: what
    a text does with one person, in full first and by the surname then."""
    one_sentence: float
    two_scripts: float
    two_records: float
    one_record: float
    joined: float
    """One is written in two parts or with a hyphen."""
    cases: float
    """The language inflects names."""
    acronym: float
    derived: float
    """One has an ending of the language more: Mykolaiv, Mykolaivs."""


def traits(first: Part, second: Part, lang: str) -> Traits:
    """What speaks for and against two parts of one document in `lang` being one name."""
    one, other = roman(squeeze(first.text)), roman(squeeze(second.text))
    shorter, longer = sorted((len(one), len(other)))
    given = same_given_name(first.text, second.text)
    common = is_common(first.text.casefold(), lang), is_common(second.text.casefold(), lang)
    rest = _rest(first, second)
    return Traits(
        near_start=JaroWinkler.similarity(one, other),
        near=Levenshtein.normalized_similarity(one, other),
        sounds_apart=_sounds_apart(first.text, second.text, lang),
        same_consonants=float(consonants(first.text) == consonants(second.text)),
        shared_start=Prefix.similarity(one, other) / max(1, shorter),
        length_differs=(longer - shorter) / max(1, longer),
        short=min(1.0, max(0.0, (8 - shorter) / 5)),
        both_common=float(all(common)),
        one_common=float(common[0] != common[1]),
        one_given_name=float(given is True),
        two_given_names=float(given is False),
        rest_agrees=float(rest is True),
        rest_differs=float(rest is False),
        alone=float(_alone(first) and _alone(second)),
        introduced=float(_introduced(first, second)),
        one_sentence=float(_in_one_sentence(first, second)),
        two_scripts=float(main_script(first.text) != main_script(second.text)),
        two_records=float(first.recorded and second.recorded),
        one_record=float(first.recorded != second.recorded),
        joined=float(any(char in text for text in (first.text, second.text) for char in " -")),
        cases=float(data(lang).inflected),
        acronym=float(first.text.isupper() or second.text.isupper()),
        derived=float(is_derived(first.text, second.text, lang)),
    )


def _sounds_apart(first: str, second: str, lang: str) -> float:
    """The distance of two parts in the nearest of the nominatives they may be cases of; 1 at most.

    Cases of one name are told by the linker, so what comes here as one is two: Paula, Paul.
    """
    ones: Sequence[str] = (first,)
    others: Sequence[str] = (second,)
    if data(lang).inflected and not inflects_to(first, second, lang):
        ones, others = sorted(lemma_keys(first, lang)), sorted(lemma_keys(second, lang))
    if len(ones) * len(others) > MOST_CASES:
        ones, others = (first,), (second,)
    shortest = max(1, min(len(skeleton(one)) for one in (*ones, *others)))
    return min(1.0, min(distance(a, b) for a in ones for b in others) / shortest)


def _rest(first: Part, second: Part) -> bool | None:
    """Whether two parts stand beside one other part; None where one of them stands alone too."""
    agrees = any(
        not set(one).isdisjoint(other) for _, _, one in first.names for _, _, other in second.names
    )
    if agrees:
        return True
    return None if _alone_too(first) or _alone_too(second) else False


def _alone(part: Part) -> bool:
    return not any(rest for _, _, rest in part.names)


def _alone_too(part: Part) -> bool:
    return any(not rest for _, _, rest in part.names)


def _introduced(first: Part, second: Part) -> bool:
    """Whether one part stands in full names before the other stands alone, and never alone."""
    full, short = sorted((first, second), key=_alone)
    if not _alone(short) or _alone_too(full):
        return False
    ends = all(mention.text.endswith(full.text) for mention, _, _ in full.names)
    return ends and _place(full) < _place(short)


def _place(part: Part) -> int:
    return min(mention.span.start for mention, _, _ in part.names)


def _in_one_sentence(first: Part, second: Part) -> bool:
    return not {sentence for _, sentence, _ in first.names}.isdisjoint(
        sentence for _, sentence, _ in second.names
    )
