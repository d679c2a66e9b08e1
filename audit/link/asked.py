"""What is asked of a name: all that bears on how it is to be written and what departs from that.

These are its forms in their order with what relates them and whether they stand side by side; its
mentions in their order, by form and look, and which of them share a document or are short ones; and
of the documents their source languages and the names that tell of their habits. Where a mention
stands in its document, and what else the document says, bears on nothing here.
"""

import numpy as np

from audit.grouped import Numbers
from audit.link.digests import Digests, digest_of, mixed, separate, stacked, summed
from audit.link.names import Names
from audit.link.pairs import BITS, columns, meeting
from audit.link.told import Described

_Part = tuple[Digests, Numbers]
"""What bears on names, and on which of them."""


def questions(names: Names, asked: Numbers, described: Described, scope: str) -> list[bytes]:
    """What is asked of the names of some numbers in a `scope`."""
    every = _Asked(names, asked, described)
    said = (summed(*part, len(asked)) for part in (every.forms(), every.pairs(), every.mentions()))
    return separate(mixed(np.repeat(stacked([digest_of(scope)]), len(asked), axis=1), *said))


class _Asked:
    """Some names of a feed; each of them is known by its place among these."""

    def __init__(self, names: Names, asked: Numbers, described: Described) -> None:
        self._names = names
        self._asked = asked
        self._described = described
        owner, members = names.groups.lists(asked)
        having = names.left[members] > 0
        self._owner, self._members = owner[having].astype(np.uint32), members[having]

    def forms(self) -> _Part:
        """The forms, and what in the text spoke for their records."""
        known = map(self._names.forms.known, self._members.tolist())
        evidence = stacked([digest_of(repr(one and one.evidence)) for one in known])
        found = mixed(self._described.of(self._members), evidence, _ranks(self._owner))
        return found, self._owner

    def pairs(self) -> _Part:
        """How the forms of one name relate, and whether they stand in one sentence."""
        names = self._names
        home, relations = names.home, names.relations
        one, other = columns(relations.packed)
        sought = np.zeros(len(names.groups), bool)
        sought[self._asked] = True
        chosen = np.flatnonzero((home[one] == home[other]) & sought[home[one]])
        one, other = one[chosen], other[chosen]
        together = meeting(one << BITS | other, names.forms.sentences)
        related = stacked([digest_of(repr(one)) for one in relations.met])
        of = self._described.of
        found = mixed(of(one), of(other), related[:, relations.codes[chosen]], together)
        return found, np.searchsorted(self._asked, home[one]).astype(np.uint32)

    def mentions(self) -> _Part:
        """The mentions, and what tells of the documents that they stand in."""
        names, table = self._names, self._names.forms.table
        owner, rows = self._rows()
        document = table.document[rows]
        order = np.lexsort((table.end[rows], table.start[rows], document, owner))
        owner, rows, document = owner[order], rows[order], document[order]
        new = np.ones(len(rows), bool)
        new[1:] = (owner[1:] != owner[:-1]) | (document[1:] != document[:-1])
        short = np.zeros(len(table.text), np.uint32)
        of_group = names.attached.of_group
        short[of_group.values] = 1 + _ranks(of_group.owners())
        looks = stacked([digest_of(repr(one)) for one in table.looks])
        found = mixed(
            self._described.of(table.text[rows]),
            looks[:, table.look[rows]],
            self._habits()[:, document],
            _ranks(owner),
            new,
            short[rows],
        )
        return found, owner

    def _rows(self) -> tuple[Numbers, Numbers]:
        """All mentions, and whose they are."""
        names = self._names
        owner, short = names.attached.of_group.lists(self._asked)
        held = (names.forms.rows(int(form)) for form in self._members)
        own = [np.arange(one.start, one.stop, dtype=np.uint32) for one in held]
        owners = np.repeat(self._owner, [len(one) for one in own])
        rows = np.concatenate([np.empty(0, np.uint32), *own])
        left = ~names.attached.taken[rows]
        return (
            np.concatenate([owners[left], owner]).astype(np.uint32),
            np.concatenate([rows[left], short]),
        )

    def _habits(self) -> Digests:
        """Of each document its source language and the names that tell of its habits."""
        forms = self._names.forms
        telling = self._names.habits.telling
        document, held = forms.in_document.lists(np.arange(len(forms.in_document)))
        some = telling[held]
        around = mixed(self._described.of(held[some]))
        langs = {lang: number for number, lang in enumerate(sorted({*forms.source_langs}))}
        said = stacked([digest_of(lang) for lang in langs])
        of_source = said[:, [langs[lang] for lang in forms.source_langs]]
        return mixed(of_source, summed(around, document[some], len(forms.in_document)))


def _ranks(owners: Numbers) -> Numbers:
    """The place of each among its neighbours of one owner."""
    at = np.arange(len(owners), dtype=np.uint32)
    new = np.ones(len(owners), bool)
    new[1:] = owners[1:] != owners[:-1]
    return at - np.maximum.accumulate(np.where(new, at, 0)) if len(owners) else at
