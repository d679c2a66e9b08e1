"""Tiny models with real configurations and tokenizers, made in the test; skipped without torch."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.neural.libraries import torch_or_skip

SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")


def save_tokenizer(folder: Path, words: Sequence[str], longest: int, *, ends: bool = False) -> Any:
    """A tokenizer that knows whole words and WordPiece endings; `ends` puts [SEP] behind alone."""
    _, transformers = torch_or_skip()
    from tokenizers import Tokenizer, models, pre_tokenizers, processors

    ids = {word: index for index, word in enumerate((*SPECIAL, *words))}
    made = Tokenizer(models.WordPiece(ids, unk_token="[UNK]"))
    made.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    made.post_processor = processors.TemplateProcessing(
        single="$A [SEP]" if ends else "[CLS] $A [SEP]",
        pair=None if ends else "[CLS] $A [SEP] $B:1 [SEP]:1",
        special_tokens=[(one, ids[one]) for one in ("[CLS]", "[SEP]")],
    )
    tokenizer = transformers.PreTrainedTokenizerFast(
        tokenizer_object=made, pad_token="[PAD]", unk_token="[UNK]", cls_token="[CLS]",
        sep_token="[SEP]", mask_token="[MASK]", eos_token="[SEP]", model_max_length=longest,
    )  # fmt: skip
    tokenizer.save_pretrained(folder)
    return tokenizer


def bert_config(words: Sequence[str], longest: int, **more: Any) -> Any:
    """A configuration of BERT with one small layer."""
    _, transformers = torch_or_skip()
    return transformers.BertConfig(
        vocab_size=len(SPECIAL) + len(words), hidden_size=32, num_hidden_layers=1,
        num_attention_heads=4, intermediate_size=64, max_position_embeddings=longest,
        hidden_dropout_prob=0.0, attention_probs_dropout_prob=0.0, **more,
    )  # fmt: skip
