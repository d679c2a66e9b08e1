"""Which neural models there are, which of them are configured, and how fast they are here."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

from audit import detect
from audit.config.schema import LIGHT, Config
from audit.errors import AuditError
from audit.model.card import ModelCard, ModelKind
from audit.model.rule import Good
from audit.neural.answers import Kept
from audit.neural.base import Text, TextPair
from audit.neural.known import known_models
from audit.neural.registry import made, providers_of
from audit.neural.request import Address, ModelRequest

PAIRED = frozenset({ModelKind.ADEQUACY, ModelKind.QUALITY, ModelKind.JUDGE})
"""The kinds that are asked about a text and its source."""

_SEGMENTS = 48
"""Texts by which speed is measured: three batches of the usual size."""
_ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Configured:
    """A model that the configuration names: its card, or why it cannot be had."""

    request: ModelRequest
    card: ModelCard | None
    fault: str | None = None


@dataclass(frozen=True, slots=True)
class Speed:
    """Seconds to load a model, and milliseconds that it takes for a segment, on this machine."""

    address: Address
    kind: ModelKind
    load: float
    segment: float


def requests(config: Config) -> Iterator[ModelRequest]:
    """The models that `config` names, the finder of names first where it is a model."""
    if config.mentions != LIGHT and config.mentions.name in providers_of(ModelKind.MENTIONS):
        address = Address(config.mentions.name, config.mentions.argument)
        yield ModelRequest(ModelKind.MENTIONS, address, config.models.runtime)
    for kind in config.models.addresses:
        if request := config.models.request(kind):
            yield request


def configured(config: Config) -> tuple[Configured, ...]:
    """Each model that `config` names, loaded to see that it can be."""
    return tuple(map(_seen, requests(config)))


def _seen(request: ModelRequest) -> Configured:
    try:
        return Configured(request, made(request).card)
    except AuditError as fault:
        return Configured(request, None, str(fault))


def measured(config: Config) -> Iterator[Speed]:
    """How fast the configured models are, and those that are installed with their weights.

    Texts are the examples of the rules; of the rounds the middle one counts. A model that cannot be
    made is left out.
    """
    shipped = (one for one in known_models() if one.here and not one.hub)
    wanted = [*requests(config), *(ModelRequest(one.kind, one.address) for one in shipped)]
    for request in dict.fromkeys(wanted):
        try:
            yield _speed(request)
        except AuditError:
            continue


def _speed(request: ModelRequest) -> Speed:
    start = time.perf_counter()
    model = Kept(made(request), request)
    load = time.perf_counter() - start
    asked = questions(request.kind, model.card.languages)
    model.answers(asked[: request.runtime.batch])
    rounds = []
    for _ in range(_ROUNDS):
        start = time.perf_counter()
        model.answers(asked)
        rounds.append(time.perf_counter() - start)
    return Speed(request.address, request.kind, load, 1000 * median(rounds) / len(asked))


def questions(kind: ModelKind, languages: Sequence[str]) -> list[Any]:
    """Texts to ask a model of `kind` about, in a language of `languages` where there is one."""
    lang = "en" if not languages or "en" in languages else languages[0]
    texts = _examples(lang) or _examples("en")
    texts = (texts * _SEGMENTS)[:_SEGMENTS]
    if kind in PAIRED:
        return [TextPair(one, one, lang, lang) for one in texts]
    return [Text(one, lang, lang) for one in texts]


def _examples(lang: str) -> list[str]:
    """The good examples of all rules in `lang`, each once, in order of rule."""
    found = [
        text
        for _, rule in sorted(detect.load().items())
        for example in rule.examples
        if isinstance(example, Good) and example.lang == lang
        for text in example.texts
    ]
    return list(dict.fromkeys(found))
