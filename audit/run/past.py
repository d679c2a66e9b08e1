"""Documents that were audited before: names are compared with theirs, nothing is said of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from audit.detect.apply import RuleHit
from audit.model.finding import Finding
from audit.model.names import Entity
from audit.model.text import Document
from audit.run.examine import Examined


class Past:
    """An archive beside the documents of today; without one, everything passes as it is."""

    def __init__(self, archive: Sequence[Document]) -> None:
        self._ids = frozenset(one.id for one in archive)

    def left_out(self, examined: Iterable[Examined]) -> list[Examined]:
        """What was examined today."""
        return [one for one in examined if one.document.id not in self._ids]

    def unsaid(self, hits: Iterable[RuleHit]) -> list[RuleHit]:
        """The hits in documents of today."""
        return [hit for hit in hits if hit[1].document not in self._ids]

    def referred(
        self, findings: Iterable[Finding], every: Mapping[str, Document]
    ) -> tuple[Document, ...]:
        """The documents of today, before them those of the archive that a finding refers to."""
        if not self._ids:
            return tuple(every.values())
        referred = {one.document for finding in findings for one in finding.related}
        return tuple(
            document for id_, document in every.items() if id_ not in self._ids or id_ in referred
        )

    def met_again(
        self, entities: tuple[Entity, ...], shown: Iterable[Document]
    ) -> tuple[Entity, ...]:
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
