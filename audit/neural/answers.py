"""Asking a model in batches, and keeping what it answered.

A batch is what is computed together, what is kept and what is asked for again: the last digits of
a number may depend on what is computed beside it, so only whole batches give the same bytes every
time. Batches are cut from what is asked in one call, always alike; an answer comes in the same form
whether it was kept or not.
"""

import hashlib
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Generic, TypeVar

import msgspec

from audit import __version__
from audit.entries import Entries
from audit.errors import PluginError
from audit.model.card import ModelCard
from audit.neural.base import ANSWERS, Model
from audit.neural.registry import made
from audit.neural.request import ModelRequest

FILE_NAME = "answers.sqlite"
"""The file of kept answers in the folder of the cache."""

LOADED = 8
"""Models kept in memory: those of a run, and of a few runs that are compared."""

Asked = TypeVar("Asked")
Answer = TypeVar("Answer")


class Kept(Generic[Asked, Answer]):
    """A model that is asked in batches, and only for what is not kept in `entries` already."""

    def __init__(
        self, model: Model[Asked, Answer], request: ModelRequest, entries: Entries | None = None
    ) -> None:
        engine = f"{model.card.engine},batch-{request.runtime.batch}"
        self.card: ModelCard = replace(model.card, engine=engine)
        self._model = model
        self._entries = entries
        self._batch = request.runtime.batch
        self._context = _context(model.card, request)
        self._encoder = msgspec.msgpack.Encoder()
        answer: Any = ANSWERS[request.kind]
        self._decoder: msgspec.msgpack.Decoder[list[Answer]] = msgspec.msgpack.Decoder(list[answer])

    def answers(self, asked: Sequence[Asked]) -> list[Answer]:
        """One answer for each question, in order.

        Raises `PluginError` for a model that gives another number of answers, or others than its
        kind gives.
        """
        found: list[Answer] = []
        for first in range(0, len(asked), self._batch):
            found += self._answered(asked[first : first + self._batch])
        if self._entries is not None:
            self._entries.write()
        return found

    def _answered(self, batch: Sequence[Asked]) -> list[Answer]:
        """The answers to a batch, kept or fresh, in the form in which they are kept."""
        if self._entries is None:
            return self._decoder.decode(self._fresh(batch))
        content = self._encoder.encode(batch)
        key = hashlib.blake2b(content, key=self._context, digest_size=20).digest()
        if (before := self._entries.get(key)) is not None:
            with suppress(msgspec.MsgspecError):
                known = self._decoder.decode(before)
                if len(known) == len(batch):
                    return known
        value = self._fresh(batch)
        self._entries.put(key, value)
        return self._decoder.decode(value)

    def _fresh(self, batch: Sequence[Asked]) -> bytes:
        """What the model says of a batch, as it is kept."""
        answers = list(self._model.answers(batch))
        name = self.card.name
        if len(answers) != len(batch):
            raise PluginError(f"the model {name} gave {len(answers)} answers to {len(batch)}")
        try:
            value = self._encoder.encode(answers)
            self._decoder.decode(value)
        except (TypeError, UnicodeEncodeError, msgspec.MsgspecError) as fault:
            raise PluginError(
                f"the model {name} answers what its kind does not: {fault}"
            ) from fault
        return value


@lru_cache(LOADED)
def kept(request: ModelRequest, folder: str | None = None) -> Kept[Any, Any]:
    """The model of `request`, made once a process, its answers kept in the cache `folder`.

    Raises as `registry.made` does.
    """
    return Kept(made(request), request, None if folder is None else _entries(folder))


def begin(folder: str) -> str | None:
    """Begin a run of those that keep answers in `folder`; what nobody asks for goes in time.

    Gives what is wrong with the file; None where it can be used.
    """
    entries = _entries(folder)
    entries.begin()
    return entries.fault


@cache
def _entries(folder: str) -> Entries:
    """The answers in `folder`, opened once a process."""
    return Entries(Path(folder), FILE_NAME)


def _context(card: ModelCard, request: ModelRequest) -> bytes:
    """Everything beside the questions that bears on the answers, as a key of 32 bytes."""
    said = (card.kind.value, card.name, card.digest, card.engine, card.revision)
    whole = repr((__version__, _code(), said, str(request.address), str(request.runtime)))
    return hashlib.blake2b(whole.encode("utf-8", "surrogatepass"), digest_size=32).digest()


@cache
def _code() -> str:
    """A digest of the modules of this package: they make questions into numbers and back."""
    found = hashlib.blake2b(digest_size=8)
    for path in sorted(Path(__file__).parent.rglob("*.py")):
        found.update(path.read_bytes())
    return found.hexdigest()
