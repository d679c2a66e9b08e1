"""Makes the tiny model of `tests/neural/tagger`: a real token classifier, trained on made-up text.

    python -m tests.neural.make_tagger

Needs `mtaudit[neural]` and the package `onnx`. The model has one layer and reads 48 pieces at once;
words that it does not know are letters to it, so it tells a person from a place by what stands
beside. It is written twice with the same numbers, for torch (`model.safetensors`) and for
onnxruntime (`model.onnx`). Everything in it is made here.
"""

import random
import string
from pathlib import Path
from typing import Any

from audit.neural.extras import imported

FOLDER = Path(__file__).parent / "tagger"
LABELS = ("O", "B-PER", "I-PER", "B-LOC", "I-LOC")
LONGEST = 48
STEPS = 2500

_WORDS = (
    "we they she he met saw asked told thanked with said wrote smiled and later then by from in",
    "near to at around behind the a of was were is it rain fell bridge road mill train stood",
    "went came lived worked station closed open old new market opened on monday tuesday again , .",
)
_SYLLABLES = ("ka lo mir dan ze tu vol bri", "sa no ger pa shi len or ush")
_PERSONS = (
    "we met {} .", "they saw {} again .", "she told {} and then went .", "{} said it was old .",
    "{} smiled and came later .", "he worked with {} .", "it was {} and the train stood .",
    "the mill was open , {} wrote .", "they thanked {} on monday .", "asked by {} , he came .",
)  # fmt: skip
_PLACES = (
    "we lived in {} .", "the train from {} came .", "rain fell near {} on tuesday .",
    "they went to {} again .", "the old bridge in {} was closed .", "a new market opened at {} .",
    "the road around {} is open .", "behind {} stood a mill .",
)  # fmt: skip
_BOTH = ("{} said the market in {} was closed .", "we met {} in {} .", "{} came from {} later .")


def invented(chance: random.Random) -> str:
    """A name of no language."""
    syllables = [
        "ka",
        "lo",
        "mir",
        "dan",
        "ze",
        "tu",
        "vol",
        "bri",
        "sa",
        "no",
        "ger",
        "pa",
        "shi",
        "len",
        "or",
        "ush",
    ]
    return "".join(chance.choices(syllables, k=chance.randint(1, 3))).capitalize()


def sentence(chance: random.Random) -> tuple[list[str], list[str]]:
    """Words and their labels."""
    pattern, kinds = chance.choice(
        [(one, "P") for one in _PERSONS] + [(one, "L") for one in _PLACES]
        + [(one, "PL") for one in _BOTH]
    )  # fmt: skip
    words: list[str] = []
    labels: list[str] = []
    left = list(kinds)
    for word in pattern.split():
        if word != "{}":
            words.append(word)
            labels.append("O")
            continue
        kind = "PER" if left.pop(0) == "P" else "LOC"
        for number in range(chance.choice((1, 1, 2) if kind == "PER" else (1,))):
            words.append(invented(chance))
            labels.append(f"{'I' if number else 'B'}-{kind}")
    words[0] = words[0][:1].upper() + words[0][1:]
    return words, labels


def passage(chance: random.Random) -> tuple[list[str], list[str]]:
    """One to four sentences in a row."""
    parts = [sentence(chance) for _ in range(chance.randint(1, 4))]
    return [word for words, _ in parts for word in words], [one for _, ls in parts for one in ls]


def tokenizer() -> Any:
    """Pieces: the words above in small letters and with a capital, and all letters."""
    from tokenizers import Tokenizer, models, pre_tokenizers, processors

    special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
    small = " ".join(_WORDS).split()
    words = [*small, *(one.capitalize() for one in small if one.isalpha() and len(one) > 1)]
    letters = [*string.ascii_letters, *(f"##{one}" for one in string.ascii_letters)]
    ids = {one: at for at, one in enumerate(dict.fromkeys([*special, *words, *letters]))}
    made = Tokenizer(models.WordPiece(ids, unk_token="[UNK]"))
    made.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    made.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]",
        pair="[CLS] $A [SEP] $B:1 [SEP]:1",
        special_tokens=[(one, ids[one]) for one in ("[CLS]", "[SEP]")],
    )
    return made


def trained(pieces: Any) -> Any:
    """The model, trained on one processor thread from a fixed beginning."""
    torch, library = imported("torch"), imported("transformers")
    torch.manual_seed(7)
    torch.set_num_threads(1)
    chance = random.Random(7)
    model = library.BertForTokenClassification(
        library.BertConfig(
            vocab_size=pieces.get_vocab_size(), hidden_size=32, num_hidden_layers=1,
            num_attention_heads=4, intermediate_size=64, max_position_embeddings=LONGEST,
            hidden_dropout_prob=0.0, attention_probs_dropout_prob=0.0,
            id2label=dict(enumerate(LABELS)), label2id={one: at for at, one in enumerate(LABELS)},
        )
    )  # fmt: skip
    optimizer = torch.optim.AdamW(model.parameters(), lr=3e-3, weight_decay=0.01)
    for _ in range(STEPS):
        rows = [passage(chance) for _ in range(32)]
        encoded = [pieces.encode(words, is_pretokenized=True) for words, _ in rows]
        length = min(LONGEST, max(len(one.ids) for one in encoded))
        ids = torch.zeros(len(rows), length, dtype=torch.long)
        mask, goal = torch.zeros_like(ids), torch.full_like(ids, -100)
        shift = chance.randint(0, LONGEST - length)
        for at, (one, (_, labels)) in enumerate(zip(encoded, rows, strict=True)):
            size = min(length, len(one.ids))
            ids[at, :size] = torch.tensor(one.ids[:size])
            mask[at, :size] = 1
            for place, word in enumerate(one.word_ids[:size]):
                if word is not None:
                    goal[at, place] = LABELS.index(labels[word])
        places = torch.arange(length).expand_as(ids) + shift
        loss = model(input_ids=ids, attention_mask=mask, labels=goal, position_ids=places).loss
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return model.eval()


def written(model: Any, pieces: Any, folder: Path) -> None:
    """Write both forms."""
    torch, library = imported("torch"), imported("transformers")
    model.save_pretrained(folder)
    (folder / "model.safetensors").chmod(0o644)
    library.PreTrainedTokenizerFast(
        tokenizer_object=pieces, pad_token="[PAD]", unk_token="[UNK]", cls_token="[CLS]",
        sep_token="[SEP]", mask_token="[MASK]", model_max_length=LONGEST,
    ).save_pretrained(folder)  # fmt: skip
    row = torch.ones(2, 5, dtype=torch.long)
    names = ("input_ids", "attention_mask", "token_type_ids")
    axes = {name: {0: "texts", 1: "pieces"} for name in (*names, "logits")}
    with torch.inference_mode():
        torch.onnx.export(
            model, (row, row, torch.zeros_like(row)), str(folder / "model.onnx"), dynamo=False,
            input_names=[*names], output_names=["logits"], dynamic_axes=axes, opset_version=17,
        )  # fmt: skip


def main() -> None:
    """Train and write."""
    pieces = tokenizer()
    written(trained(pieces), pieces, FOLDER)


if __name__ == "__main__":
    main()
