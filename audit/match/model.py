"""What the matcher has learned, and the file that holds it."""

import json
import lzma
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from audit.match.differences import BITS
from audit.match.origin import Origins
from audit.match.trees import Trees
from audit.match.usual import Usual

_MAGIC = "mtaudit matcher 2"


@dataclass(frozen=True, slots=True)
class Costs:
    """What differences are worth: log-odds by hashed feature, and for what is not a difference."""

    differences: NDArray[np.float32]
    rest: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is learned from the letters, before the trees: origins, costs, common words and letters.

    `common` gives for the digest of a word (`names.digest`) the logarithm of how many names had it.
    """

    origins: Origins
    costs: Costs
    common: dict[int, float]
    usual: Usual


@dataclass(frozen=True, slots=True)
class Model:
    """All that is learned; `columns` names the features that the trees ask about."""

    evidence: Evidence
    trees: Trees
    columns: tuple[str, ...]


def to_bytes(model: Model) -> bytes:
    """The model as it is stored: a JSON line on what follows, then arrays, compressed."""
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
    head = {
        "magic": _MAGIC,
        "columns": model.columns,
        "arrays": [[name, a.dtype.str, list(a.shape)] for name, a in arrays.items()],
    }
    body = json.dumps(head, ensure_ascii=True).encode() + b"\n"
    body += b"".join(np.ascontiguousarray(array).tobytes() for array in arrays.values())
    return lzma.compress(body, preset=9)


def from_bytes(stored: bytes) -> Model:
    """The model that `to_bytes` stored. Raises `ValueError` for anything else."""
    head, _, body = lzma.decompress(stored).partition(b"\n")
    about = json.loads(head)
    if about["magic"] != _MAGIC:
        raise ValueError("not a matcher of this version")
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
        ),
        Trees(
            arrays["features"],  # type: ignore[arg-type]
            arrays["thresholds"],  # type: ignore[arg-type]
            arrays["values"],  # type: ignore[arg-type]
            float(arrays["base"][0]),
        ),
        tuple(about["columns"]),
    )


@cache
def load() -> Model:
    """The model that ships with the package."""
    return from_bytes(files(__package__).joinpath("data", "matcher.xz").read_bytes())
