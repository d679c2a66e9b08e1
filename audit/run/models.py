"""The neural models of a run: made as the configuration asks, named in the signature."""

from collections.abc import Iterator
from typing import Any

from audit.config.schema import LIGHT, Config
from audit.consult import consult, silence
from audit.model.card import ModelKind
from audit.model.report import Note, NoteLevel
from audit.model.text import Document
from audit.neural.answers import Kept, kept
from audit.neural.answers import begin as begin_answers
from audit.neural.calibration_files import calibrations, digest
from audit.neural.licence import require_accepted


def model(config: Config, kind: ModelKind) -> Kept[Any, Any] | None:
    """The model that `config` names for `kind`, made once a process; None where it names none.

    Raises as `audit.neural.registry.made` does, and `ConfigError` for one that is not for
    commercial use where nobody has accepted that.
    """
    request = config.models.request(kind)
    if request is None:
        return None
    found = kept(request, config.cache)
    require_accepted(found.card, config.models.licences)
    return found


def consulted(document: Document, config: Config) -> tuple[Document, tuple[Note, ...]]:
    """The document with what the models that `config` names doubt in it, and why some are silent.

    A model that fails takes nothing with it but its own doubts.
    """
    notes = []
    for kind in sorted(config.models.addresses):
        try:
            asked, known = model(config, kind), calibrations(config.models.calibration)
            if asked is None:
                continue
            if reason := silence(document, asked, known):
                notes.append(Note(NoteLevel.INFO, "model-silent", reason))
            else:
                document = consult(document, asked, known)
        except Exception as fault:  # noqa: BLE001 - a model may raise anything
            message = f"the model of {kind} failed ({type(fault).__name__}: {fault})"
            notes.append(Note(NoteLevel.ERROR, "model-failed", message, document.path))
    return document, tuple(notes)


def models_in(config: Config) -> str:
    """The models that `config` names as a signature holds them: each with its digest, or "none".

    A calibration file follows with its own. Raises as `model` does.
    """
    named = ((kind, model(config, kind)) for kind in sorted(config.models.addresses))
    found = [f"{kind}={one.card}" for kind, one in named if one is not None]
    if found and config.models.calibration:
        calibrations(config.models.calibration)  # says what is wrong with the file
        found.append(f"calibration={digest(config.models.calibration)}")
    return ",".join(found) or "none"


def begin(config: Config) -> Iterator[Note]:
    """Begin a run of the models; a note where their answers cannot be kept."""
    if config.cache is None or not (config.models.addresses or config.mentions != LIGHT):
        return
    if fault := begin_answers(config.cache):
        message = f"the answers of models are not kept: {fault}"
        yield Note(NoteLevel.WARNING, "cache-unusable", message)
