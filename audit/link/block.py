"""Blocking: which pairs of forms are worth comparing.

Within one document a likeness is enough, and few forms meet there. Over a whole feed only what
romanization schemes explain is believed, so forms meet by whole skeletons: a short name meets the
longer names that hold it, two longer names meet when two of their parts are alike. That keeps the
number of comparisons near the number of forms.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import combinations, repeat

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import JaroWinkler

from audit.lang import data
from audit.lang.inflection import lemma_keys
from audit.link.digests import digest_of, mixed, separate, stacked, summed
from audit.link.forms import Forms, NameForm, Pair
from audit.link.kept import Memory, Sounds, forgetful
from audit.link.pairs import Blocks, Packed, PairSet, meeting, packed_keys, unpacked
from audit.text.fold import roman, squeeze
from audit.text.skeleton import consonants, skeleton

DELETE_FROM = 3
"""Consonants from which on a key with one of them left out is made, to bridge a lost consonant."""
CROWDED = 60
"""Forms of one document under one key beyond which the key tells nothing and only costs time."""
PREFIX = 4
"""Skeleton letters that bring two forms of one document together."""
NEAR_LETTERS = 0.78
"""Jaro-Winkler likeness of two parts that brings two forms of one document together."""
ALL_WITH_ALL = 300
"""Parts of one document up to which all are compared by letters; beyond, those of one beginning."""
BEGINNING = 2
"""Letters of the skeleton that make one beginning."""


@dataclass(frozen=True, slots=True)
class Candidates(Iterable[Pair]):
    """Pairs that are worth comparing, in order; `together` says which meet in a document."""

    packed: Packed
    together: NDArray[np.bool_]

    def __iter__(self) -> Iterator[Pair]:
        return unpacked(self.packed)

    def __len__(self) -> int:
        return len(self.packed)


def candidates(forms: Forms, memory: Memory | None = None) -> Candidates:
    """The pairs of indices into `forms`, the earlier form first, that are worth comparing."""
    memory = memory or forgetful()
    near, everywhere = _within_documents(forms, memory), _everywhere(forms, memory)
    if len(forms.table.ids) == 1:  # an article by itself: all stand together
        every = np.union1d(near, everywhere)
        return Candidates(every, np.ones(len(every), bool))
    far = np.setdiff1d(everywhere, near, assume_unique=True)
    together = np.concatenate([np.ones(len(near), bool), meeting(far, forms.documents)])
    every = np.concatenate([near, far])
    order = np.argsort(every)
    return Candidates(every[order], together[order])


def _everywhere(forms: Forms, memory: Memory) -> Packed:
    """Pairs that may be one name wherever they stand."""
    found = PairSet()
    whole, sounding = Blocks(), Blocks()
    single = bytearray(len(forms))
    for index in range(len(forms)):
        keys = memory.sounds.answer(forms.spelled(index), partial(_keys, forms, index))
        whole.put(keys.whole, index)
        sounding.put(keys.parts, index)
        single[index] = keys.single
    for block in whole.several():
        found.add(combinations(block, 2))
    for block in sounding.several():
        alone = [index for index in block if single[index]]
        found.add(combinations(alone, 2))
        for one in alone:
            found.add((min(one, other), max(one, other)) for other in block if not single[other])
    return found.packed()


def _keys(forms: Forms, index: int) -> Sounds:
    """The keys of a form, whatever others there are."""
    lang = forms.langs[index]
    sounds = [_sounds(part, lang) for part in forms.parts(index)]
    each = {sound for part in sounds for sound in part}
    return Sounds(
        len(sounds) == 1,
        packed_keys(f"{lang} {key}" for key in sorted(_whole_keys(forms, index, sounds))),
        packed_keys(f"{lang} {sound}" for sound in sorted(each)),
    )


def _whole_keys(forms: Forms, at: int, sounds: Sequence[Iterable[str]]) -> set[str]:
    """The letters of a name run together, its record, and each two of its parts by sound."""
    found = {"=" + squeeze(forms.table.texts[at])}
    if known := forms.known(at):
        found.add("#" + known.record.id)
    for one, other in combinations(sounds, 2):
        found |= {"+".join(sorted((a, b))) for a in one for b in other}
    return found


def _sounds(part: str, lang: str) -> set[str]:
    """The skeletons of a part, in every nominative that it may be a case of."""
    nominatives = lemma_keys(part, lang) if data(lang).inflected else ()
    return {skeleton(part), *(skeleton(one) for one in nominatives)}


def _within_documents(forms: Forms, memory: Memory) -> Packed:
    """Pairs that meet in some document."""
    found = PairSet()
    asked = _met(forms) if memory.keeps else repeat(b"")
    for here, question in zip(forms.in_document, asked, strict=False):
        near = memory.near.answer(question, partial(_near_in, forms, here))
        found.add((here[one], here[other]) for one, other in near)
    return found.packed()


def _met(forms: Forms) -> list[bytes]:
    """What is asked of each document: which forms stand there, in their order."""
    said = zip(forms.langs, forms.table.texts, strict=True)
    spelled = stacked([digest_of(f"{lang} {text}") for lang, text in said])
    here = forms.in_document
    homes = here.owners()
    ranks = np.arange(len(homes), dtype=np.uint32) - here.bounds[homes]
    return separate(summed(mixed(spelled[:, here.values], ranks), homes, len(here)))


def _near_in(forms: Forms, here: Sequence[int]) -> tuple[Pair, ...]:
    """The places in `here` of those forms of one document that are worth comparing."""
    homes = defaultdict[str, list[int]](list)
    for place, index in enumerate(here):
        homes[forms.langs[index]].append(place)
    return tuple(
        (members[one], members[other])
        for members in homes.values()
        for one, other in _together(forms, [here[place] for place in members])
    )


def _together(every: Forms, members: Sequence[int]) -> tuple[Pair, ...]:
    """Pairs of forms in one document and language that sound, begin or are spelled alike."""
    forms = [every[index] for index in members]
    blocks = defaultdict[str, list[int]](list)
    for index, form in enumerate(forms):
        for key in _wide_keys(form):
            blocks[key].append(index)
    few = (block for block in blocks.values() if len(block) <= CROWDED)
    found = {pair for block in few for pair in combinations(block, 2)}
    return tuple(sorted(found.union(_near_in_letters(forms))))


def _near_in_letters(forms: Sequence[NameForm]) -> Iterator[Pair]:
    """Pairs of forms in one document with two parts that nearly agree in their letters."""
    holders = defaultdict[str, list[int]](list)
    for index, form in enumerate(forms):
        for part in dict.fromkeys(form.parts):
            holders[part].append(index)
    held = list(holders.values())
    for one, other in near_letters(list(holders), NEAR_LETTERS):
        if len(held[one]) * len(held[other]) <= CROWDED:
            yield from ((min(a, b), max(a, b)) for a in held[one] for b in held[other] if a != b)


def near_letters(parts: Sequence[str], likeness: float) -> Iterator[Pair]:
    """The pairs of `parts`, by index, whose Jaro-Winkler likeness is at least `likeness`.

    All are compared with all while they are few, and those of one beginning beyond that, unless
    even these are a crowd: a list of one family tells nothing and costs a quadratic time.
    """
    letters, alike = [roman(squeeze(part)) for part in parts], JaroWinkler.similarity
    groups = defaultdict[str, list[int]](list)
    for index, part in enumerate(parts):
        groups[skeleton(part)[:BEGINNING] if len(parts) > ALL_WITH_ALL else ""].append(index)
    for group in groups.values():
        if len(group) > ALL_WITH_ALL:
            continue
        for one, other in combinations(group, 2):
            if alike(letters[one], letters[other]) >= likeness:
                yield one, other


def _wide_keys(form: NameForm) -> set[str]:
    found = {"+" + consonants(squeeze(form.text))}
    for part in form.parts:
        sound = consonants(part)
        found |= {sound, "~" + skeleton(part)[:PREFIX]}
        if len(sound) >= DELETE_FROM:
            found |= {sound[:i] + sound[i + 1 :] for i in range(len(sound))}
    return found
