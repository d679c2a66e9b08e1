"""Documents that were audited before: names are compared with theirs, nothing is said of them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from audit.model.finding import Finding
from audit.model.names import Entity
from audit.model.text import Document


class Past:
    """An archive beside the documents of today; without one, everything passes as it is."""

    def __init__(self, archive: Sequence[Document]) -> None:
        self._ids = frozenset(one.id for one in archive)

    def holds(self, document: str) -> bool:
        """Whether the document of this id is of the archive."""
        return document in self._ids

    def today(self, documents: Sequence[Document]) -> Sequence[Document]:
        """The documents of today among all."""
        if not self._ids:
            return documents
        return tuple(one for one in documents if one.id not in self._ids)

    def referred(
        self, findings: Iterable[Finding], documents: Sequence[Document]
    ) -> Sequence[Document]:
        """The documents of today, before them those of the archive that a finding refers to."""
        if not self._ids:
            return documents
        referred = {one.document for finding in findings for one in finding.related}
        return tuple(one for one in documents if one.id not in self._ids or one.id in referred)

    def met_again(self, entities: Sequence[Entity], shown: Iterable[Document]) -> Sequence[Entity]:
        """The entities that are named today, with their mentions in documents that are shown.

        Their forms are counted over the archive, too: that is what was compared.
        """
        if not self._ids:
            return entities
        ids = {one.id for one in shown}
        return tuple(
            replace(entity, mentions=tuple(one for one in entity.mentions if one.document in ids))
            for entity in entities
            if any(one.document not in self._ids for one in entity.mentions)
        )
