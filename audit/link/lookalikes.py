"""Look-alikes: names of one document that may be one name, where nothing proves it.

The linker joins what it can answer for. What merely looks alike (Pelorin, Perin) it must
keep apart, or it would join Kolin and Kolon; yet an editor wants to know. So every two parts of
different entities that look alike are weighed by a small logistic model and shown with its
probability.
"""

import math
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache, partial
from importlib.resources import files
from itertools import combinations, pairwise

from rapidfuzz.distance import JaroWinkler

from audit.lang import data
from audit.link.asked_alike import questions
from audit.link.block import near_letters
from audit.link.compare_parts import only_emphasis
from audit.link.entities import Entities
from audit.link.evidence import judge_spellings
from audit.link.explain import because
from audit.link.forms import compared_parts, usual_kind
from audit.link.habits import marked
from audit.link.kept import Alike, Memory
from audit.link.spellings import Spelling
from audit.link.traits import Part, Traits, traits
from audit.model.names import Entity, Lookalike, Mention, VariantKind
from audit.model.text import Document
from audit.tables import read_table
from audit.text.fold import CACHE, parts, roman, squeeze
from audit.text.scripts import main_script
from audit.text.skeleton import consonants

SHOWN_FROM = 0.12
"""Probability from which a look-alike is worth an editor's glance."""
SHORTEST = 2
"""Letters in Latin script below which a part is an initial."""
LOOKS_ALIKE = 0.75
"""Jaro-Winkler likeness from which two parts are weighed at all; equal consonants serve too."""


def lookalikes(
    documents: Sequence[Document], entities: Entities, memory: Memory
) -> Iterator[tuple[int, Lookalike]]:
    """What looks like another entity, document by document, with the ordinals of the mentions."""
    first = 0
    for document, question in zip(documents, _asked(documents, entities, memory), strict=True):
        mentions = document.mentions
        for one in memory.alike.answer(question, partial(_alike, document, entities, first)):
            yield (
                first + one.mention,
                Lookalike(
                    mentions[one.mention],
                    one.part,
                    mentions[one.other],
                    one.other_part,
                    one.expected,
                    one.because,
                    one.confidence,
                ),
            )
        first += len(mentions)


def _asked(documents: Sequence[Document], entities: Entities, memory: Memory) -> Sequence[bytes]:
    """What is asked of each document; nothing where no answer is kept."""
    if not memory.keeps:
        return [b""] * len(documents)
    facts = [(one.lang, len(one.mentions)) for one in documents]
    return questions(entities, [lang for lang, _ in facts], [count for _, count in facts])


def _alike(document: Document, entities: Entities, first: int) -> tuple[Alike, ...]:
    """The look-alikes of one document, whose first mention has an ordinal, by their numbers."""
    owners = entities.owners(first, first + len(document.mentions))
    of_mentions = zip(document.mentions, owners, strict=True)
    owner = {mention: entity for mention, entity in of_mentions if entity}
    numbers = {mention: number for number, mention in enumerate(document.mentions)}
    return tuple(
        Alike(
            numbers[one.mention],
            one.part,
            numbers[one.other],
            one.other_part,
            one.expected,
            one.because,
            one.confidence,
        )
        for one in _in_document(document, owner)
    )


def _in_document(document: Document, owner: Mapping[Mention, Entity]) -> Iterator[Lookalike]:
    """The look-alikes of one document, the likeliest counterpart of each part, surest first."""
    lang = document.lang.partition("-")[0]
    every = parts_of(document, owner)
    ranked = sorted(
        ((probability(traits(one, other, lang)), one, other) for one, other in pairs(every)),
        key=lambda item: (-item[0], item[1].text, item[2].text),
    )  # fmt: skip
    taken = set[str]()
    for likely, one, other in ranked:
        if likely < SHOWN_FROM:
            return
        rare, usual = sorted((one, other), key=lambda part: (len(part.names), -_first(part)))
        if rare.text in taken:
            continue
        taken.add(rare.text)
        if _spelled_better(rare, usual, every, lang):
            rare, usual = usual, rare
        divided = squeeze(rare.text) == squeeze(usual.text)
        kind = VariantKind.HYPHENATION if divided else VariantKind.SPELLING
        yield Lookalike(
            mention=rare.names[0][0],
            part=rare.text,
            other=usual.names[0][0],
            other_part=usual.text,
            expected=_expected(usual, owner),
            because=because(kind, rare.text, usual.text),
            confidence=round(likely, 2),
        )


def _expected(part: Part, owner: Mapping[Mention, Entity]) -> str:
    """How a part is to be written, where the name it stands in is itself a departure."""
    mention = part.names[0][0]
    for variant in owner[mention].variants:
        if variant.form == mention.text:
            met, right = mention.text.split(), variant.expected.split()
            if len(met) == len(right) and part.text in met:
                return right[met.index(part.text)]
    return part.text


def _spelled_better(rare: Part, usual: Part, every: Sequence[Part], lang: str) -> bool:
    """Whether a record, or what the text shows, speaks for the rarer of two spellings."""
    if rare.recorded != usual.recorded:
        return rare.recorded
    if data(lang).inflected or main_script(rare.text) != main_script(usual.text):
        return False
    if rare.settled or usual.settled:
        return rare.settled
    first = min((rare, usual), key=_first)
    met = [
        Spelling(
            part.text,
            count=len(part.names),
            full=sum(bool(rest) for _, _, rest in part.names),
            first=part is first,
        )
        for part in (usual, rare)
    ]
    others = (part.text for part in every if part is not rare and part is not usual)
    judged = judge_spellings(
        met,
        lang,
        usual_kind(mention.kind for part in (rare, usual) for mention, _, _ in part.names),
        [word for part in (rare, usual) for _, _, rest in part.names for word in rest],
        with_marks=any(map(marked, others)),
    )
    return judged.spelling is met[1]


def _first(part: Part) -> int:
    return part.names[0][0].span.start


def parts_of(document: Document, owner: Mapping[Mention, Entity]) -> list[Part]:
    """The parts of all names of a document, in order of letters.

    A word with hyphens counts whole and in its parts, and so do two parts that follow each other:
    Ling Dong is to be seen beside Lingdong.
    """
    lang = document.lang.partition("-")[0]
    starts = [segment.span.start for segment in document.segments]
    places = defaultdict[str, list[tuple[Mention, int, tuple[str, ...]]]](list)
    owners = defaultdict[str, list[Entity]](list)
    for mention in document.mentions:
        entity = owner.get(mention)
        if entity is None:
            continue
        sentence = bisect_right(starts, mention.span.start)
        for piece, rest in _pieces(mention.text, lang):
            places[piece].append((mention, sentence, rest))
            owners[piece].append(entity)
    return [
        Part(
            text,
            tuple(names),
            entities=frozenset(entity.id for entity in owners[text]),
            recorded=any(entity.record for entity in owners[text]),
            settled=any(_is_settled(text, entity) for entity in owners[text]),
        )
        for text, names in sorted(places.items())
    ]


@lru_cache(CACHE)
def _pieces(name: str, lang: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The parts of one name that are more than an initial, with the other parts beside each."""
    own, words = compared_parts(name, lang), name.split()
    found = []
    for piece in dict.fromkeys((*own, *words, *(" ".join(two) for two in pairwise(words)))):
        if len(roman(squeeze(piece))) >= SHORTEST:
            inside = {*parts(piece)}
            found.append((piece, tuple(part for part in own if part not in inside)))
    return tuple(found)


def _is_settled(part: str, entity: Entity) -> bool:
    """Whether an authority record has the part in the form to use."""
    return entity.record is not None and part in entity.canonical.text.split()


def pairs(every: Sequence[Part]) -> Iterator[tuple[Part, Part]]:
    """The pairs of parts that look alike and belong to no common entity."""
    sounding = defaultdict[str, list[int]](list)
    for index, part in enumerate(every):
        sounding[consonants(part.text)].append(index)
    found = set(near_letters([part.text for part in every], LOOKS_ALIKE))
    found |= {pair for group in sounding.values() for pair in combinations(group, 2)}
    for a, b in sorted(found):
        if _worth_weighing(every[a], every[b]):
            yield every[a], every[b]


def _worth_weighing(one: Part, other: Part) -> bool:
    if not one.entities.isdisjoint(other.entities):
        return False
    if one.settled and other.settled:
        return False  # Vladimir Putin, Volodymyr Zelenskyy: each is written as is known to be right
    if squeeze(one.text) == squeeze(other.text):
        return not only_emphasis(one.text, other.text)
    first, second = parts(one.text), parts(other.text)
    if {*first} <= {*second} or {*second} <= {*first}:
        return False
    if " " in one.text and " " in other.text:
        return False
    if " " in one.text or " " in other.text:  # two parts count as one only where neither does alone
        lone, both = sorted((first, second), key=len)
        return len(lone) > 1 or not any(_near(lone[0], word) for word in both)
    return True


def _near(one: str, other: str) -> bool:
    return JaroWinkler.similarity(roman(one), roman(other)) >= LOOKS_ALIKE


def probability(traits: Traits) -> float:
    """The probability that two parts with these traits are one name, 0..1."""
    weights, bias = _model()
    return 1 / (1 + math.exp(-bias - sum(map(float.__mul__, weights, traits))))


@cache
def _model() -> tuple[tuple[float, ...], float]:
    """The weights in the order of the traits, and the bias."""
    table = read_table(files(__package__).joinpath("data", "lookalikes.toml"))
    weights = table["weights"]
    if set(weights) != set(Traits._fields):
        raise ValueError(f"lookalikes.toml: weights are not for {Traits._fields}")
    return tuple(float(weights[name]) for name in Traits._fields), float(table["bias"])
