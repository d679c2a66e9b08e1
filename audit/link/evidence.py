"""What speaks for one spelling of a part of a name and against another, without the source.

A few features, each a fact that an editor can check, with weights learned from machine translations
and their human counterparts (`benchmarks/train_evidence.py`; the card stands in the data file).
"""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from itertools import pairwise

from audit.lang.given import is_given_name, is_given_name_as_spelled, is_man_s_name
from audit.lang.inflection import left_over_inflection
from audit.lang.lexicon import is_common
from audit.link.habits import marked
from audit.link.spellings import Spelling
from audit.model.names import Kind
from audit.tables import read_table
from audit.text.skeleton import skeleton


class Feature(StrEnum):
    """A fact about one spelling among those it competes with."""

    VOTES = "votes"
    """How often it is used, mentions at full length counting more; on a logarithmic scale."""
    FIRST = "first"
    """The first mention has it, and none is used more."""
    MARKS = "marks"
    """It has letters with marks, as other names of the text have."""
    LONE_MARKS = "lone-marks"
    """It has letters with marks, as no other name of the text has, and is not used most."""
    PRESS = "press"
    """Letter groups of English press usage (kh, zh, ts, shch, y before or after a vowel), counted
    beyond those of the other spellings that differ by scheme alone."""
    ENDING = "ending"
    """It is another spelling and a vowel more, in the name of what is no person (Ligora, Korbeevo):
    an unknown ending is rather dropped than made up."""
    OBLIQUE = "oblique"
    """It is another spelling with a case ending that no nominative has (Lirotavre); twice that
    beside a man's given name (Ivan Petrova), or beside a second case (Lirotavra)."""
    CAPITALS = "capitals"
    """All capitals, or a capital inside."""
    FOREIGN = "foreign"
    """In a person's name it has letter groups that no romanization of Cyrillic makes (rz, sz, w,
    ck), and so has another part of the name (Grzegorz): who wrote that knew the language."""
    WORD = "word"
    """It is a common word of the target language, or a first name: what a translator falls into."""


UNDECIDED_BELOW = 0.75
"""Probability below which the best spelling, if another is used as often, is no decision."""
HALF = 0.5
"""Share of the votes of the spelling used most that another one needs to compete with it."""
TENTH = 0.1
"""The same for a spelling with marks: no romanization makes them, so its writer knew the name."""
RIVAL = 0.25
"""Of the best spelling's share, what another one must have to be its rival."""
REASONS = 0.25
"""Share of a score from which a fact is named among the reasons."""

# AP, Reuters and the BBC write Slavic names near BGN/PCGN: Makhachev, Fyodorov, Nastya, Sergey.
_PRESS = re.compile(r"kh|zh|ts|shch|[aeiou]y|y[aeou]")
# What Polish, German, Dutch and English write and BGN/PCGN does not.
_FOREIGN = re.compile(r"[csr]z|ck|ij|ph|sch(?!ch)|th|tz|w")
# The suffix of a settlement's name; no case form of a surname in -ov, -ev, -in ends so.
_SETTLEMENT = re.compile(r"(?:ov|ev|in)o$")
_VOWELS = frozenset("aeiouyаеиоуыіяюєэ")

_SAID = {
    Feature.FIRST: "met first",
    Feature.MARKS: "other names here keep their marks",
    Feature.LONE_MARKS: "no other name here has marks",
    Feature.PRESS: "in the letters of the English press",
    Feature.ENDING: "an ending is rather lost than made up",
    Feature.OBLIQUE: "no case ending",
    Feature.CAPITALS: "with ordinary capitals",
    Feature.FOREIGN: "spelled as the rest of the name is",
    Feature.WORD: "no word or first name that a translator falls into",
}


@dataclass(frozen=True, slots=True)
class Judged:
    """The spelling that the evidence speaks for.

    `probability` is 0..1; `reasons` are what speaks for it; `rivals` are the spellings that
    have nearly as much for them, best first; empty where the matter is decided.
    """

    spelling: Spelling
    probability: float
    reasons: tuple[str, ...] = ()
    rivals: tuple[Spelling, ...] = ()


def judge_spellings(
    met: Sequence[Spelling], lang: str, kind: Kind, beside: Sequence[str], *, with_marks: bool
) -> Judged:
    """The best of the spellings met of one part.

    `beside` are the other parts of the name; `with_marks` says whether other names of the text have
    letters with marks.
    """
    competing = contenders(met)
    facts = features(competing, lang, kind, beside, with_marks=with_marks)
    weights = evidence_weights()
    scores = [sum(weights[name] * value for name, value in one.items()) for one in facts]
    best = max(range(len(scores)), key=lambda at: (scores[at], -at))
    powers = [math.exp(score - scores[best]) for score in scores]
    probability = 1 / sum(powers)
    rivals = [
        at
        for at in sorted(range(len(scores)), key=lambda at: (-scores[at], at))
        if at != best
        and probability < UNDECIDED_BELOW
        and powers[at] > RIVAL
        and competing[at].count >= competing[best].count
    ]
    return Judged(
        competing[best],
        probability,
        _reasons(facts, scores, best),
        tuple(competing[at] for at in rivals),
    )


def contenders(met: Sequence[Spelling]) -> list[Spelling]:
    """The spellings used at least half as often as the one used most; with marks, a tenth.

    Facts that are right in three of four cases do not overrule a clear majority. Capitals
    throughout are emphasis where the spelling stands without them as often.
    """
    calm = {one.text.casefold(): one.count for one in met if not one.text.isupper()}
    met = [
        one for one in met if not one.text.isupper() or one.count > calm.get(one.text.casefold(), 0)
    ]
    most = max(one.count for one in met)
    return [one for one in met if one.count >= (TENTH if marked(one.text) else HALF) * most]


def features(
    competing: Sequence[Spelling],
    lang: str,
    kind: Kind,
    beside: Sequence[str],
    *,
    with_marks: bool,
) -> list[dict[Feature, float]]:
    """The facts about each of some spellings of one part of a name."""
    texts = [one.text for one in competing]
    most = max(one.count for one in competing)
    person = kind is Kind.PERSON or (
        kind is Kind.NAME and any(is_given_name(part) for part in beside)
    )
    foreign = person and any(map(_is_foreign, beside))
    man = any(is_man_s_name(part) for part in beside)
    oblique = [_oblique(text, texts, man=man) for text in texts]
    press = _press(texts) if lang == "en" else [0] * len(texts)
    return [
        {
            Feature.VOTES: 0.5 * math.log(one.count) + math.log(1 + one.full),
            Feature.FIRST: float(one.first and one.count == most),
            Feature.MARKS: float(with_marks and marked(one.text)),
            Feature.LONE_MARKS: float(
                not with_marks
                and marked(one.text)
                and any(other.count >= one.count for other in competing if other is not one)
            ),
            Feature.PRESS: float(min(press) if oblique[at] else press[at]),
            Feature.ENDING: float(
                not person and _longer(one.text, texts, place=kind is Kind.PLACE or bool(beside))
            ),
            Feature.OBLIQUE: float(oblique[at]),
            Feature.CAPITALS: float(_odd_capitals(one.text)),
            Feature.FOREIGN: float(foreign and _is_foreign(one.text)),
            Feature.WORD: float(is_common(one.text, lang))
            + float(is_given_name_as_spelled(one.text)),
        }
        for at, one in enumerate(competing)
    ]


def _press(texts: Sequence[str]) -> list[int]:
    """The letter groups of each spelling beyond those of the others that sound as it does."""
    counts = [len(_PRESS.findall(text.casefold())) for text in texts]
    sounds = [skeleton(text) for text in texts]
    least = {
        sound: min(count for count, other in zip(counts, sounds, strict=True) if other == sound)
        for sound in sounds
    }
    return [count - least[sound] for count, sound in zip(counts, sounds, strict=True)]


def _longer(text: str, others: Sequence[str], *, place: bool) -> bool:
    """Whether a spelling is another one and a vowel, in the name of a place or of a thing.

    A lone name that may be a person's counts only with the suffix of a settlement (Korbeevo).
    Names with marks are left out: there the vowel may be the genitive of a woman's name (Guðrúnar).
    """
    if _SETTLEMENT.search(text) and any(skeleton(text) == skeleton(f"{one}o") for one in others):
        return True
    if text[:-1] not in others or text[-1] not in _VOWELS or marked(text):
        return False
    return place


def _oblique(text: str, others: Sequence[str], *, man: bool) -> int:
    """How surely a spelling is a case of another that no nominative looks like: 0, 1, 2.

    Ivanova may be a woman's name or a place's; beside a man's given name it is a case, and so it is
    where a second case of the same nominative stands beside it.
    """
    bare = [one for one in others if text != one and left_over_inflection(text, one)]
    sure = man or any(
        other not in {text, one} and left_over_inflection(other, one)
        for one in bare
        for other in others
    )
    if text[-1:] in {"a", "o"} and not sure:
        return 0
    return (1 + sure) * bool(bare)


def _is_foreign(text: str) -> bool:
    return _FOREIGN.search(text.casefold()) is not None


def _odd_capitals(text: str) -> bool:
    return (text.isupper() and len(text) > 1) or any(
        one.islower() and other.isupper() for one, other in pairwise(text)
    )


def _reasons(
    facts: Sequence[Mapping[Feature, float]], scores: Sequence[float], best: int
) -> tuple[str, ...]:
    """What the best spelling has before the next best, weightiest first, votes left out."""
    if len(facts) == 1:
        return ()
    weights = evidence_weights()
    second = max((at for at in range(len(scores)) if at != best), key=lambda at: scores[at])
    gains = {
        name: weights[name] * (facts[best][name] - facts[second][name])
        for name in facts[best]
        if name is not Feature.VOTES
    }
    return tuple(
        _SAID[name]
        for name in sorted(gains, key=lambda name: (-gains[name], name))
        if gains[name] > REASONS
    )


@cache
def evidence_weights() -> dict[Feature, float]:
    """The learned weights, by feature."""
    file = files(__package__).joinpath("data", "evidence.toml")
    table: dict[str, float] = read_table(file)["weights"]
    return {feature: float(table[feature.value]) for feature in Feature}
