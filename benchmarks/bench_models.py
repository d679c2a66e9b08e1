"""How fast neural models of usual size are, on the processor and on a graphics processor.

    python benchmarks/bench_models.py [--cpu N] [--cuda N]

Weights are drawn by lot, since speed does not hang on them: an encoder as large as XLM-RoBERTa base
(12 layers of 768, 250,002 pieces), asked as the rules ask it. `--cpu` and `--cuda` are how many
sentences each is asked about, 26 words each; a sixteenth of that where each word is hidden in turn.
Needs `mtaudit[neural]`; what is not there is named.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from audit.model.card import ModelKind
from audit.neural.base import Text, TextPair
from audit.neural.extras import imported, installed
from audit.neural.registry import made
from audit.neural.request import Address, Device, ModelRequest, Precision, Runtime
from tests.neural.tiny import SPECIAL, save_tokenizer

SYLLABLES = ("ka", "lo", "mir", "dan", "ze", "tu", "vol", "bri", "sa", "no", "ger", "pa", "shi")
WORDS = tuple(f"{one}{other}" for one in SYLLABLES for other in SYLLABLES)
LONGEST = 512
SENTENCE = 26
SIZE = {
    "vocab_size": 250_002, "hidden_size": 768, "num_hidden_layers": 12, "num_attention_heads": 12,
    "intermediate_size": 3072, "max_position_embeddings": LONGEST,
}  # fmt: skip
RUNTIMES = (
    Runtime(Device.CPU),
    Runtime(Device.CUDA, 16),
    Runtime(Device.CUDA, 128),
    Runtime(Device.CUDA, 128, Precision.BFLOAT16),
)


def main() -> int:
    """Print sentences a second by kind and runtime; 2 without the libraries."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--cpu", type=int, default=32)
    parser.add_argument("--cuda", type=int, default=2048)
    arguments = parser.parse_args()
    if not (installed("torch") and installed("transformers")):
        print("torch or transformers is not installed: nothing measured")
        return 2
    torch = imported("torch")
    if torch.cuda.is_available():
        print(torch.cuda.get_device_name(0))
    else:
        print("no graphics processor: the processor alone is measured")
    with tempfile.TemporaryDirectory() as folder:
        for kind in (ModelKind.ADEQUACY, ModelKind.QUALITY, ModelKind.FLUENCY):
            _save(kind, Path(folder))
            for runtime in RUNTIMES:
                cuda = runtime.device is Device.CUDA
                if not cuda or torch.cuda.is_available():
                    _measure(kind, Path(folder), runtime, arguments.cuda if cuda else arguments.cpu)
    return 0


def _save(kind: ModelKind, folder: Path) -> None:
    """Save an encoder with the head that `kind` asks for."""
    transformers, torch = imported("transformers"), imported("torch")
    torch.manual_seed(1)
    save_tokenizer(folder, WORDS, LONGEST)
    config = transformers.BertConfig(**SIZE, num_labels=1, pad_token_id=SPECIAL.index("[PAD]"))
    heads = {
        ModelKind.ADEQUACY: transformers.BertModel,
        ModelKind.QUALITY: transformers.BertForSequenceClassification,
        ModelKind.FLUENCY: transformers.BertForMaskedLM,
    }
    heads[kind](config).eval().save_pretrained(folder)


def _measure(kind: ModelKind, folder: Path, runtime: Runtime, count: int) -> None:
    model = made(ModelRequest(kind, Address("transformers", str(folder)), runtime))
    if kind is ModelKind.FLUENCY:
        count //= 16
    _timed(model, _asked(kind, min(count, runtime.batch), seed=1))  # warms up
    seconds = _timed(model, _asked(kind, count, seed=2))
    print(f"{kind:10} {runtime!s:18} {count / seconds:10.1f} sentences a second", flush=True)


def _timed(model: Any, asked: Sequence[Any]) -> float:
    start = time.perf_counter()
    model.answers(asked)
    return time.perf_counter() - start


def _asked(kind: ModelKind, count: int, seed: int) -> list[Text] | list[TextPair]:
    """Different sentences of words that the tokenizer knows, drawn by `seed`."""
    random = Random(seed)
    drawn = [" ".join(random.choices(WORDS, k=SENTENCE)) for _ in range(2 * count)]
    if kind is ModelKind.FLUENCY:
        return [Text(one, "en") for one in drawn[:count]]
    return [TextPair(*pair, "de", "en") for pair in zip(drawn[::2], drawn[1::2], strict=True)]


if __name__ == "__main__":
    sys.exit(main())
