"""Token classification models of the `transformers` library: the extra `mtaudit[transformers]`.

A model is a local folder, or an id of the Hugging Face Hub with the commit or tag that is meant:
`ORG/MODEL@REVISION`. Nothing is ever downloaded in a run: a model of the Hub is taken from the
local cache, where `hf download ORG/MODEL --revision REVISION` puts it.
"""

import hashlib
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from audit.annotate.models.spans import mention
from audit.annotate.models.windows import Piece, joined, stretches
from audit.errors import ConfigError, MissingExtraError
from audit.model.names import Mention
from audit.model.text import Document

LONGEST_WINDOW = 512
"""Pieces a model reads at once; one with fewer places says so itself."""

OVERLAP = 0.25
"""Share of a window that the next one reads again."""

BATCH = 16
"""Windows read at once: fills a processor's vector units, still fits a small machine."""

INSTALL = "pip install 'mtaudit[transformers]'"


class TransformersFinder:
    """Finds names with one loaded token classification model, in whatever languages it reads."""

    def __init__(self, tokenizer: Any, model: Any, id: str) -> None:
        self._tokenizer = tokenizer
        self._model = model
        self._labels: dict[int, str] = {int(k): str(v) for k, v in model.config.id2label.items()}
        self.id = id

    def knows(self, lang: str) -> bool:  # noqa: ARG002 - a model does not say what it reads
        """Every language: who names a model knows what it reads."""
        return True

    def mentions(self, document: Document) -> Iterator[Mention]:
        """The persons, places and organisations of each segment."""
        for segment in document.segments:
            pieces = joined(self._windows(segment.text))
            for one in stretches(segment.text, pieces):
                if made := mention(document, segment, one.start, one.end, one.label):
                    yield made

    def _windows(self, text: str) -> list[list[Piece]]:
        """The pieces of `text` with their labels, by window."""
        size = min(LONGEST_WINDOW, self._tokenizer.model_max_length, self._positions())
        encoded = self._tokenizer(
            text,
            truncation=True,
            max_length=size,
            stride=int(size * OVERLAP),
            return_overflowing_tokens=True,
            return_offsets_mapping=True,
            return_special_tokens_mask=True,
        )
        windows = []
        count = len(encoded["input_ids"])
        for first in range(0, count, BATCH):
            windows += self._labelled(encoded, range(first, min(first + BATCH, count)))
        return windows

    def _labelled(self, encoded: Any, numbers: Sequence[int]) -> list[list[Piece]]:
        import torch  # noqa: PLC0415 - loaded with the model

        longest = max(len(encoded["input_ids"][number]) for number in numbers)
        pad = self._tokenizer.pad_token_id or 0
        rows = [encoded["input_ids"][number] for number in numbers]
        ids = torch.tensor([row + [pad] * (longest - len(row)) for row in rows])
        mask = torch.tensor([[1] * len(row) + [0] * (longest - len(row)) for row in rows])
        with torch.inference_mode():
            best = self._model(input_ids=ids, attention_mask=mask).logits.argmax(-1).tolist()
        return [
            [
                Piece(start, end, self._labels[label])
                for (start, end), special, label in zip(
                    encoded["offset_mapping"][number],
                    encoded["special_tokens_mask"][number],
                    labels[: len(row)],
                    strict=True,
                )
                if not special
            ]
            for number, row, labels in zip(numbers, rows, best, strict=True)
        ]

    def _positions(self) -> int:
        """How many pieces the model has places for."""
        return int(getattr(self._model.config, "max_position_embeddings", LONGEST_WINDOW))


def transformers(argument: str | None) -> TransformersFinder:
    """A finder of the model named in `argument`: a folder, or `ORG/MODEL@REVISION`.

    Raises `MissingExtraError` where the libraries are not installed; `ConfigError` where no model
    is named, it cannot be loaded from this machine, or it is no token classifier with a fast
    tokenizer, which alone knows the places of its pieces.
    """
    if argument is None:
        raise ConfigError("the finder “transformers” needs a model: transformers:FOLDER")
    if find_spec("transformers") is None or find_spec("torch") is None:
        raise MissingExtraError(f"the finder “transformers” needs its libraries: {INSTALL}")
    folder = Path(argument)
    if folder.is_dir():
        return _made(argument, None, f"{folder.resolve().name}-{_digest(folder)}")
    model, _, revision = argument.partition("@")
    if not revision:
        raise ConfigError(
            f"no folder “{argument}”; for a model of the Hub name its revision, so that the same "
            f"run finds the same names: transformers:{argument}@REVISION"
        )
    return _made(model, revision, argument)


def _made(model: str, revision: str | None, id: str) -> TransformersFinder:
    """Load a model from this machine."""
    from transformers import AutoModelForTokenClassification, AutoTokenizer  # noqa: PLC0415
    from transformers.utils import logging  # noqa: PLC0415

    logging.disable_progress_bar()
    at = {"revision": revision} if revision else {}
    try:
        tokenizer = AutoTokenizer.from_pretrained(model, local_files_only=True, **at)
        loaded = AutoModelForTokenClassification.from_pretrained(
            model, local_files_only=True, use_safetensors=True, **at
        )
    except (OSError, ValueError, KeyError, ImportError) as fault:
        fetch = f"; hf download {model} --revision {revision}" if revision else ""
        reason = str(fault).strip().splitlines()[0]
        raise ConfigError(f"the model “{model}” cannot be loaded: {reason}{fetch}") from fault
    if not tokenizer.is_fast:
        raise ConfigError(f"the model “{model}” has no fast tokenizer: its pieces have no places")
    return TransformersFinder(tokenizer, loaded.eval(), f"transformers({id})")


def _digest(folder: Path) -> str:
    """What identifies the content of a model folder, wherever it lies."""
    found = hashlib.blake2b(digest_size=4)
    for path in sorted(folder.iterdir(), key=lambda one: one.name):
        if path.is_file():
            found.update(path.name.encode())
            with path.open("rb") as file:
                found.update(hashlib.file_digest(file, "blake2b").digest())
    return found.hexdigest()
