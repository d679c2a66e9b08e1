"""What tests of rules use to run one rule over texts: the same that runs its examples."""

from audit.run.examples import (
    CLOSE,
    OPEN,
    annotated,
    document,
    documents,
    entities,
    fixed,
    run,
    unmark,
    with_terms,
)

__all__ = [
    "CLOSE",
    "OPEN",
    "annotated",
    "document",
    "documents",
    "entities",
    "fixed",
    "run",
    "unmark",
    "with_terms",
]
