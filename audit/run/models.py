"""The neural models of a run: made as the configuration asks, named in the signature."""

from collections.abc import Iterator
from typing import Any

from audit.config.schema import LIGHT, Config
from audit.model.card import ModelKind
from audit.model.report import Note, NoteLevel
from audit.neural.answers import Kept, kept
from audit.neural.answers import begin as begin_answers


def model(config: Config, kind: ModelKind) -> Kept[Any, Any] | None:
    """The model that `config` names for `kind`, made once a process; None where it names none.

    Raises as `audit.neural.registry.made` does.
    """
    request = config.models.request(kind)
    return None if request is None else kept(request, config.cache)


def models_in(config: Config) -> str:
    """The models that `config` names as a signature holds them: each with its digest, or "none".

    Raises as `model` does.
    """
    named = ((kind, model(config, kind)) for kind in config.models.addresses)
    return ",".join(f"{kind}={one.card}" for kind, one in named if one is not None) or "none"


def begin(config: Config) -> Iterator[Note]:
    """Begin a run of the models; a note where their answers cannot be kept."""
    if config.cache is None or not (config.models.addresses or config.mentions != LIGHT):
        return
    if fault := begin_answers(config.cache):
        message = f"the answers of models are not kept: {fault}"
        yield Note(NoteLevel.WARNING, "cache-unusable", message)
