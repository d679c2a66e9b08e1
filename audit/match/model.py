"""What the matcher has learned, and the file that holds it."""

import json
import lzma
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import count, takewhile
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from audit.match.differences import BITS
from audit.match.known import Known
from audit.match.network import Layer, Network
from audit.match.origin import Origins
from audit.match.trees import Trees
from audit.match.usual import Usual

_MAGIC = "mtaudit matcher 4"
TREES, NETWORKS = 0.54, 0.36
"""The shares of trees and networks, not one in all: both are surer than they should be."""


@dataclass(frozen=True, slots=True)
class Costs:
    """What differences are worth: log-odds by hashed feature, and for what is not a difference."""

    differences: NDArray[np.float32]
    rest: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What features are made of: origins, costs, common words and letters, and known names.

    `common` gives for the digest of a word (`names.digest`) the logarithm of how many names had it.
    """

    origins: Origins
    costs: Costs
    common: dict[int, float]
    usual: Usual
    known: Known


@dataclass(frozen=True, slots=True)
class Model:
    """All that is learned; `columns` names the features that trees and networks ask about."""

    evidence: Evidence
    trees: Trees
    networks: tuple[Network, ...]
    columns: tuple[str, ...]

    def score(self, matrix: NDArray[np.float32]) -> NDArray[np.float64]:
        """Log-odds for each row of features."""
        found = self.trees.score(matrix) * TREES
        for network in self.networks:
            found += network.score(matrix) * (NETWORKS / len(self.networks))
        return found


def to_bytes(model: Model) -> bytes:
    """The model as it is stored: a JSON line on what follows, then arrays, compressed.

    The names that are known are a file by themselves, `Known.to_bytes`: digests are not made
    smaller by compression, and are ready where they are not compressed.
    """
    evidence, trees = model.evidence, model.trees
    at = np.flatnonzero(evidence.costs.differences).astype(np.int32)
    words = sorted(evidence.common.items())
    arrays: dict[str, NDArray[np.generic]] = {
        "origins": evidence.origins.evidence,
        "prior": evidence.origins.prior,
        "places": np.diff(at, prepend=np.int32(0)),
        "differences": evidence.costs.differences[at].astype(np.float16),
        "rest": evidence.costs.rest,
        "words": np.array([word for word, _ in words], np.uint32),
        "common": np.array([value for _, value in words], np.float16),
        "usual": evidence.usual.chances,
        "features": trees.features,
        "thresholds": trees.thresholds,
        "values": trees.values,
        "base": np.array([trees.base], np.float64),
    }
    for number, network in enumerate(model.networks):
        arrays |= {f"middle {number}": network.middle, f"scale {number}": network.scale}
        for depth, layer in enumerate(network.layers):
            arrays[f"weights {number} {depth}"] = layer.weights.astype(np.int16)
            arrays[f"biases {number} {depth}"] = layer.biases.astype(np.int32)
    head = {
        "magic": _MAGIC,
        "columns": model.columns,
        "known": crc32(evidence.known.to_bytes()),
        "arrays": [[name, a.dtype.str, list(a.shape)] for name, a in arrays.items()],
    }
    body = json.dumps(head, ensure_ascii=True).encode() + b"\n"
    body += b"".join(np.ascontiguousarray(array).tobytes() for array in arrays.values())
    return lzma.compress(body, preset=9)


def from_bytes(stored: bytes, names: bytes) -> Model:
    """The model that `to_bytes` stored, with its known names. Raises `ValueError` for others."""
    head, _, body = lzma.decompress(stored).partition(b"\n")
    about = json.loads(head)
    if about["magic"] != _MAGIC:
        raise ValueError("not a matcher of this version")
    if about["known"] != crc32(names):
        raise ValueError("the matcher was learned with other known names: make train")
    arrays: dict[str, NDArray[np.generic]] = {}
    begin = 0
    for name, kind, shape in about["arrays"]:
        dtype = np.dtype(kind)
        size = int(np.prod(shape)) * dtype.itemsize
        arrays[name] = np.frombuffer(body[begin : begin + size], dtype).reshape(shape)
        begin += size
    differences = np.zeros(1 << BITS, np.float32)
    differences[np.cumsum(arrays["places"])] = arrays["differences"]
    common = dict(zip(arrays["words"].tolist(), arrays["common"].tolist(), strict=True))
    return Model(
        Evidence(
            Origins(arrays["origins"], arrays["prior"]),  # type: ignore[arg-type]
            Costs(differences, arrays["rest"]),  # type: ignore[arg-type]
            common,
            Usual(arrays["usual"]),  # type: ignore[arg-type]
            Known.from_bytes(names),
        ),
        Trees(
            arrays["features"],  # type: ignore[arg-type]
            arrays["thresholds"],  # type: ignore[arg-type]
            arrays["values"],  # type: ignore[arg-type]
            float(arrays["base"][0]),
        ),
        tuple(_networks(arrays)),
        tuple(about["columns"]),
    )


_Arrays = Mapping[str, NDArray[Any]]


def _networks(arrays: _Arrays) -> Iterator[Network]:
    for number in takewhile(lambda number: f"middle {number}" in arrays, count()):
        layers = tuple(_layers(arrays, number))
        yield Network(arrays[f"middle {number}"], arrays[f"scale {number}"], layers)


def _layers(arrays: _Arrays, network: int) -> Iterator[Layer]:
    for depth in takewhile(lambda depth: f"weights {network} {depth}" in arrays, count()):
        weights, biases = (arrays[f"{of} {network} {depth}"] for of in ("weights", "biases"))
        yield Layer(weights.astype(np.float32), biases.astype(np.float32))


@cache
def load() -> Model:
    """The model that ships with the package."""
    data = files(__package__).joinpath("data")
    return from_bytes(*(data.joinpath(name).read_bytes() for name in ("matcher.xz", "known.bin")))
