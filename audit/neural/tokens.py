"""The tokenizer of a model: from texts to pieces that know their places."""

from collections.abc import Mapping, Sequence
from typing import Any

from audit.errors import ConfigError
from audit.neural.extras import imported, installed
from audit.neural.files import ModelFiles

FILE = "tokenizer.json"

LONGEST_WINDOW = 512
"""Pieces a model reads at once; one with fewer places says so itself."""

OVERLAP = 0.25
"""Share of a window that the next one reads again."""

_OFFSET_TYPES = {"roberta", "xlm-roberta", "xlm-roberta-xl", "camembert", "longformer", "mpnet"}
"""Types of models whose first place stands behind the padding piece: so many are not to be had."""

_ROLES = ("pad_token", "mask_token", "unk_token", "cls_token", "sep_token")


class Tokens:
    """A tokenizer with the numbers of its special pieces.

    `longest` is how many pieces the model reads at once, special ones counted; `pad` and `mask` are
    numbers of pieces, `mask` None where the model has none.
    """

    def __init__(self, tokenizer: Any, special: Mapping[str, str], longest: int) -> None:
        self._tokenizer = tokenizer
        self.longest = longest
        self.pad: int = self._id(special.get("pad_token")) or 0
        self.mask: int | None = self._id(special.get("mask_token"))

    def windows(self, text: str) -> list[Any]:
        """The encodings of a text in windows that overlap, in order; places count from its start.

        An encoding has `ids`, `offsets` (code points), `special_tokens_mask`, `attention_mask`,
        `type_ids`, `word_ids` and `tokens`, as the library `tokenizers` has it. The text is read
        whole and cut then: releases 0.23.1 and 0.23.2 of it lose what they cut off while reading.
        """
        self._tokenizer.no_truncation()
        read = self._tokenizer.encode(text, add_special_tokens=False)
        self._tokenizer.enable_truncation(self.longest, stride=int(self.longest * OVERLAP))
        whole = self._tokenizer.post_process(read)
        return [whole, *whole.overflowing]

    def cut(self, text: str, beside: str | None = None) -> Any:
        """The encoding of a text, or of two beside each other, as much as the model reads."""
        self._tokenizer.enable_truncation(self.longest, strategy="longest_first")
        return self._tokenizer.encode(text, beside)

    def text(self, numbers: Sequence[int]) -> str:
        """The text of pieces of the vocabulary put together, marks of joining left out."""
        return str(self._tokenizer.decode(list(numbers))).strip()

    def _id(self, piece: str | None) -> int | None:
        found = None if piece is None else self._tokenizer.token_to_id(piece)
        return None if found is None else int(found)


def tokens(files: ModelFiles, settings: Mapping[str, Any]) -> Tokens:
    """The tokenizer of a model: its `tokenizer.json`, or what `transformers` makes of older files.

    Raises `ConfigError` where there is none that knows the places of its pieces.
    """
    said = {**files.settings("special_tokens_map.json"), **files.settings("tokenizer_config.json")}
    if (files.folder / FILE).is_file():
        tokenizer = _read(files)
        special = {role: _piece(said[role]) for role in _ROLES if said.get(role)}
    else:
        made = _made(files)
        tokenizer = made.backend_tokenizer
        special = {role: str(getattr(made, role)) for role in _ROLES if getattr(made, role, None)}
    tokenizer.no_padding()
    pad = tokenizer.token_to_id(special.get("pad_token", "")) or 0
    return Tokens(tokenizer, special, _longest(settings, said, pad))


def _read(files: ModelFiles) -> Any:
    try:
        return imported("tokenizers").Tokenizer.from_file(str(files.folder / FILE))
    except Exception as fault:  # the library raises bare exceptions
        raise ConfigError(f"the model “{files.name}”: {FILE} cannot be read: {fault}") from fault


def _made(files: ModelFiles) -> Any:
    """The fast tokenizer that the library `transformers` makes of a vocabulary."""
    lacks = f"the model “{files.name}” has no {FILE}"
    if not installed("transformers"):
        raise ConfigError(f"{lacks}: without a fast tokenizer its pieces have no places")
    try:
        made = imported("transformers").AutoTokenizer.from_pretrained(
            str(files.folder), local_files_only=True, trust_remote_code=False
        )
    except (OSError, ValueError, KeyError, ImportError, TypeError) as fault:
        reason = (str(fault).strip().splitlines() or [type(fault).__name__])[0]
        raise ConfigError(f"{lacks}, and none can be made: {reason}") from fault
    if not made.is_fast:
        raise ConfigError(f"{lacks}: without a fast tokenizer its pieces have no places")
    return made


def _piece(value: object) -> str:
    """A special piece, which is written as a text or as a table with its text."""
    return str(value["content"]) if isinstance(value, dict) else str(value)


def _longest(settings: Mapping[str, Any], said: Mapping[str, Any], pad: int) -> int:
    """How many pieces the model reads at once, as its files say."""
    places = int(settings.get("max_position_embeddings") or LONGEST_WINDOW)
    if settings.get("model_type") in _OFFSET_TYPES:
        places -= pad + 1
    most = said.get("model_max_length")
    return int(min(LONGEST_WINDOW, places, most if isinstance(most, int | float) else places))
