"""What is asked of a document: all that bears on which of its names look alike.

These are its language, and of its mentions, each by its number, the text and look, where it stands,
which others share its sentence, to which entity it belongs, how that is known, and how the form is
expected to be written.
"""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from audit.grouped import Numbers
from audit.link.digests import Digests, digest_of, mixed, separate, stacked, summed
from audit.link.entities import Entities
from audit.model.names import Entity

_NUMBER = np.uint64(32)
"""By how much the number of an entity is shifted where that of a text stands beside it."""


def questions(entities: Entities, langs: Sequence[str], counts: Sequence[int]) -> list[bytes]:
    """What is asked of documents in some `langs`, with so many mentions each."""
    size = len(langs)
    if not size:
        return []
    table = entities.table
    starts = np.concatenate([[0], np.cumsum(counts)])
    home = np.searchsorted(starts, table.ordinal, "right").astype(np.uint32) - np.uint32(1)
    first = np.full(size, np.iinfo(np.uint32).max, np.uint32)
    np.minimum.at(first, home, table.sentence)
    owner = entities.owner[table.ordinal]
    said = mixed(
        stacked([digest_of(text) for text in table.texts])[:, table.text],
        stacked([digest_of(repr(look)) for look in table.looks])[:, table.look],
        table.ordinal - starts[home],
        table.start,
        table.sentence - first[home],
        _known(entities)[:, np.minimum(owner, len(entities))],
        _expected(entities, owner),
    )
    of_lang = {lang: number for number, lang in enumerate(dict.fromkeys(langs))}
    spoken = stacked([digest_of(lang) for lang in of_lang])[:, [of_lang[lang] for lang in langs]]
    return separate(mixed(spoken, summed(said, home, size)))


def _known(entities: Entities) -> Digests:
    """Who each entity is, and last nobody."""
    known = (digest_of(repr((one.id, _recorded(one)))) for one in entities.unordered())
    return stacked([*known, digest_of("")])


def _recorded(entity: Entity) -> str | None:
    return entity.record and entity.canonical.text


def _expected(entities: Entities, owner: Numbers) -> Digests:
    """What is expected in place of each mention whose form departs."""
    table = entities.table
    departing = defaultdict[tuple[int, str], list[str]](list)
    for number, one in enumerate(entities.unordered()):
        for variant in one.variants:
            departing[number, variant.form].append(variant.expected)
    numbers = {text: number for number, text in enumerate(dict.fromkeys(table.texts))}
    text = np.array([numbers[text] for text in table.texts], np.uint64)
    found = np.zeros((2, len(table.text)), np.uint64)
    if not departing:
        return found
    keys = [number << int(_NUMBER) | numbers[form] for number, form in departing]
    order = np.argsort(keys)
    sought = owner.astype(np.uint64) << _NUMBER | text[table.text]
    at = np.searchsorted(np.array(keys, np.uint64)[order], sought)
    at[at == len(keys)] = 0
    met = np.array(keys, np.uint64)[order][at] == sought
    said = stacked([digest_of(repr(one)) for one in departing.values()])
    found[:, met] = said[:, order[at[met]]]
    return found
