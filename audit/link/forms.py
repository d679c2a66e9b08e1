"""The forms of names in one linking scope, with everything that comparing them needs."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from audit.lang import data
from audit.link.known import Known, KnownForms
from audit.link.source import Keys, SourceNames
from audit.model.names import Kind, Mention
from audit.model.text import Document
from audit.text.fold import CACHE, parts

Pair = tuple[int, int]
"""Indices of two forms, the earlier first."""


@dataclass(frozen=True, slots=True)
class NameForm:
    """One spelling of a name, met at least once.

    `parts` are what is compared: split at spaces and hyphens, particles left out. `sentences` are
    (document, segment number) of its mentions, and for a single word those of the fuller names that
    hold it. `sources` are the source words behind the parts,
    empty sets where the source is absent or does not tell.
    """

    text: str
    lang: str
    parts: tuple[str, ...]
    mentions: tuple[Mention, ...]
    documents: frozenset[str]
    sentences: frozenset[tuple[str, int]]
    kind: Kind
    known: Known | None = None
    sources: tuple[Keys, ...] = ()


def forms_of(documents: Sequence[Document], known: KnownForms) -> list[NameForm]:
    """All forms in `documents`, in order of first mention; exempt mentions are left out.

    One spelling is two forms where the authority tells two things apart by what stands near them:
    Hasan the station and Hasan the man.
    """
    mentions = defaultdict[tuple[str, str, str], list[tuple[Mention, int]]](list)
    records = dict[tuple[str, str, str], Known | None]()
    behind = defaultdict[tuple[str, str, str], list[tuple[Keys, ...]]](list)
    for document in documents:
        source = SourceNames(document)
        starts = [segment.span.start for segment in document.segments]
        for mention in document.mentions:
            if known.exempt(mention):
                continue
            sentence = bisect_right(starts, mention.span.start)
            primary = mention.lang.partition("-")[0]
            found = known.record(mention)
            id_ = found.record.id if found else ""
            key = mention.text, primary, id_
            records.setdefault(key, found)
            mentions[key].append((mention, sentence))
            if source:
                behind[key].append(source.behind(mention, compared_parts(mention.text, primary)))
    return _with_fuller_names(
        _form(key[0], key[1], seen, records[key], behind.get(key, ()))
        for key, seen in mentions.items()
    )


def _with_fuller_names(forms: Iterable[NameForm]) -> list[NameForm]:
    """The forms, single words with the sentences of the fuller names that hold them, too.

    "Oleg Belkov, the founder of Belkoff" sets Belkoff apart from every Belkov of the text.
    """
    kept = list(forms)
    places = defaultdict[tuple[str, str], set[tuple[str, int]]](set)
    for form in kept:
        for part in form.parts:
            places[form.lang, part] |= form.sentences
    return [
        replace(form, sentences=frozenset(places[form.lang, form.text]))
        if form.parts == (form.text,)
        else form
        for form in kept
    ]


def _usual_sources(behind: Sequence[tuple[Keys, ...]], parts: int) -> tuple[Keys, ...]:
    """For each of the parts the source word that most mentions render, if any does."""
    if not behind:
        return (_NOT_TOLD,) * parts
    usual = []
    for seen in zip(*behind, strict=True):
        counts = Counter(keys for keys in seen if keys)
        usual.append(max(counts, key=lambda k: (counts[k], sorted(k))) if counts else _NOT_TOLD)
    return tuple(usual)


_NOT_TOLD: Keys = frozenset()


def _form(
    text: str,
    lang: str,
    seen: list[tuple[Mention, int]],
    known: Known | None,
    behind: Sequence[tuple[Keys, ...]],
) -> NameForm:
    own = compared_parts(text, lang)
    return NameForm(
        text=text,
        lang=lang,
        parts=own,
        mentions=tuple(mention for mention, _ in seen),
        documents=frozenset(mention.document for mention, _ in seen),
        sentences=frozenset((mention.document, sentence) for mention, sentence in seen),
        kind=known.record.kind if known else usual_kind([mention for mention, _ in seen]),
        known=known,
        sources=_usual_sources(behind, len(own)),
    )


@lru_cache(CACHE)
def compared_parts(text: str, lang: str) -> tuple[str, ...]:
    """The parts of a name without its particles: Bashar al-Assad, Bashar Al-Assad -> Bashar, Assad.

    A particle tied by a hyphen is one whatever its capital; one that stands free is one in lower
    case only (Al Gore).
    """
    particles = data(lang).name_particles
    kept = list[str]()
    for word in text.split():
        first, *rest = parts(word) or (word,)
        if rest and first.casefold() in particles:
            kept += rest
        elif first not in particles:
            kept += (first, *rest)
    return tuple(kept) or parts(text)


def usual_kind(mentions: Sequence[Mention]) -> Kind:
    """The kind that most mentions with any evidence of kind show; `NAME` where none does."""
    counts = defaultdict[Kind, int](int)
    for mention in mentions:
        if mention.kind is not Kind.NAME:
            counts[mention.kind] += 1
    return max(counts, key=lambda kind: (counts[kind], kind.value)) if counts else Kind.NAME
