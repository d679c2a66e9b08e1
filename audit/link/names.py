"""The names that some forms are of: the full forms of each, and its short mentions."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from audit.grouped import Grouped, Numbers
from audit.lang import data
from audit.link.assemble import alike
from audit.link.cluster import clusters
from audit.link.compare_names import Relation
from audit.link.forms import Forms, NameForm, usual_kind
from audit.link.habits import Company, Habits
from audit.link.relations import Relations
from audit.link.shorts import attach
from audit.model.mentions import Mentions
from audit.model.names import Kind


@dataclass(frozen=True, slots=True)
class Name:
    """What one thing is called: its full forms, its short mentions, and the names around it.

    `every` are all its mentions in order of document and place. `relations` are those of all forms
    by their indices, of which this name has `indices`.
    """

    forms: tuple[NameForm, ...]
    shorts: Mentions
    every: Mentions
    indices: tuple[int, ...]
    relations: Mapping[tuple[int, int], Relation]
    company: Company

    @property
    def alike(self) -> dict[tuple[str, str], Relation]:
        """The relations between its forms by their texts."""
        return alike(self.forms, self.relations, self.indices)


class Names:
    """All names by their numbers, those of the groups of forms; a group without mentions is none.

    A form may have lost all its mentions, where they are short for another name.
    """

    def __init__(self, forms: Forms, relations: Relations) -> None:
        self.forms = forms
        self.relations = relations
        self.groups = clusters(forms, relations)
        self.attached = attach(forms, self.groups, relations)
        self.habits = Habits(forms)
        self.home = self.groups.homes()
        """The number of the name of each form."""
        self.left = np.bincount(forms.table.text[~self.attached.taken], minlength=len(forms))
        """How many mentions each form has of its own."""

    @cached_property
    def numbers(self) -> Numbers:
        """Those of all names, in the order of their first forms."""
        return np.unique(self.home[self.left > 0])

    def is_plain(self, number: int) -> bool:
        """Whether a name is written in one way, and nothing else is known of it: most are."""
        if len(self._shorts.array(number)) or len(members := self.groups.array(number)) > 1:
            return False
        only, forms = int(members[0]), self.forms
        return not forms.known(only) and not data(forms.langs[only]).inflected

    def kind(self, number: int) -> Kind:
        """The kind of a plain name."""
        only = int(self.groups.array(number)[0])
        if only in self.attached.forms:
            return usual_kind(self._own(only).kinds)
        return self.forms.kind(only)

    def mentions(self, number: int) -> Mentions:
        """All mentions of a name, in order of document and place."""
        members, shorts = self.groups.array(number), self._shorts.array(number)
        first, *others = (self._own(int(form)) for form in members if self.left[form])
        if not others and not len(shorts):
            return first
        return first.in_order(*others, Mentions(self.forms.table, shorts))

    def name(self, number: int) -> Name:
        """A name, with what is needed to settle how it is to be written."""
        indices = tuple(one for one in self.groups[number] if self.left[one])
        members = tuple(self._form(index) for index in indices)
        return Name(
            members,
            Mentions(self.forms.table, self._shorts.array(number)),
            self.mentions(number),
            indices,
            self.relations,
            self.habits.beside(members),
        )

    def __iter__(self) -> Iterator[Name]:
        return map(self.name, self.numbers.tolist())

    @property
    def _shorts(self) -> Grouped:
        return self.attached.of_group

    def _form(self, index: int) -> NameForm:
        """A form less the mentions that were found to be short for something else."""
        form = self.forms[index]
        if index not in self.attached.forms:
            return form
        return replace(form, mentions=self._own(index))

    def _own(self, index: int) -> Mentions:
        """The mentions that are left of a form."""
        table, rows = self.forms.table, self.forms.rows(index)
        if index not in self.attached.forms:
            return Mentions(table, rows)
        every = np.arange(rows.start, rows.stop, dtype=np.uint32)
        return Mentions(table, every[~self.attached.taken[rows]])
