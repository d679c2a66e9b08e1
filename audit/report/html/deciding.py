"""What the page needs to take decisions: the id of the report, and what it knows of its names."""

from hashlib import blake2b

from audit.model.names import Entity
from audit.model.report import Report

ID_BYTES = 8
"""64 bits: tells apart the reports that one browser keeps decisions for."""


def identity(report: Report) -> dict[str, str]:
    """The id of the texts of a report, and its signature.

    Decisions are kept under the id. It holds the texts alone, so that a second audit of the same
    texts under other settings finds the decisions that were made on the first.
    """
    digest = blake2b(digest_size=ID_BYTES)
    for document in report.documents:
        for part in (document.id, document.text):
            encoded = part.encode("utf-8", "surrogatepass")
            digest.update(len(encoded).to_bytes(8, "big") + encoded)
    return {"id": digest.hexdigest(), "signature": str(report.signature)}


def name_facts(entity: Entity) -> dict[str, str | None]:
    """What a decision on a name says of it beside its forms, in the words of decisions.json."""
    return {
        "kindKey": entity.kind.value,
        "basisKey": entity.canonical.basis.value,
        "record": entity.record,
    }
