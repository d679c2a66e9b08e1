"""Calibrating: the models of a configuration are measured on texts that are known to be sound."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from audit import annotate, segment
from audit.authority import load as load_authority
from audit.config.schema import Config
from audit.consult.measure import measure
from audit.errors import ConfigError
from audit.model.authority import Authority
from audit.model.card import ModelKind
from audit.model.report import Note, NoteLevel
from audit.model.text import Document
from audit.neural.calibration import PRIOR, Calibration
from audit.run.examine import finder_of
from audit.run.models import model
from audit.run.pipeline import documents_of


@dataclass(frozen=True, slots=True)
class Measured:
    """What was measured, and what is to be told of the reading."""

    calibrations: tuple[Calibration, ...]
    notes: tuple[Note, ...]


def calibrate(inputs: Sequence[str], config: Config, *, stdin: BinaryIO | None = None) -> Measured:
    """Measure the models that `config` names on `inputs`, taken for sound.

    Raises `ConfigError` where no model with a score is named, and as `audit.run.models.model` does.
    """
    kinds = [kind for kind in sorted(config.models.addresses) if kind in PRIOR]
    if not kinds:
        known = ", ".join(sorted(PRIOR))
        raise ConfigError(f"no model to calibrate: name one for {known} in [models]")
    items = list(documents_of(inputs, config, stdin=stdin))
    documents = [segment.segment(item) for item in items if isinstance(item, Document)]
    if ModelKind.FLUENCY in kinds:
        documents = list(_annotated(documents, config))
    found = [
        one
        for kind in kinds
        if (asked := model(config, kind)) is not None
        for one in measure(documents, asked)
    ]
    notes = tuple(item for item in items if isinstance(item, Note))
    return Measured(tuple(found), (*notes, *_unmeasured(kinds, found)))


def _annotated(documents: Sequence[Document], config: Config) -> Iterator[Document]:
    """The documents with their names, which are no fault of fluency."""
    authority: Authority = load_authority(
        [Path(path) for path in config.authority], config.profile, config.builtin_authority
    )
    finder = finder_of(config)
    for document in documents:
        yield annotate.annotate(document, authority, finder)


def _unmeasured(kinds: Sequence[ModelKind], found: Sequence[Calibration]) -> Iterator[Note]:
    for kind in kinds:
        if not any(one.kind is kind for one in found):
            message = (
                f"{kind}: nothing could be measured: too few texts, no sources, or in languages "
                "that the model does not read"
            )
            yield Note(NoteLevel.WARNING, "not-calibrated", message)
