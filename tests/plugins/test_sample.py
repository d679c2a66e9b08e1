"""The sample package of the guide: installed by pip, found by its entry points, at work."""

import json
import shutil
from pathlib import Path

import pytest

from tests.plugins.installing import SAMPLE, Installed

TEXT = "The MV Olha Kobylianska may utilize the old port. They saw MV Olha Kobylyanska there."


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_pip_installs_it_and_leaves_nothing_in_its_folder(house: Installed) -> None:
    (info,) = house.site.glob("house_rules-1.0.dist-info")
    assert "[audit.rules]" in (info / "entry_points.txt").read_text(encoding="utf-8")
    assert sorted(path.name for path in SAMPLE.iterdir() if path.name[0] not in "._") == [
        "house_rules", "pyproject.toml",
    ]  # fmt: skip


def test_its_examples_hold(house: Installed, tmp_path: Path) -> None:
    done = house.mtaudit("explain", "HSE", "--check", cwd=tmp_path)
    assert done.stdout == "HSE001: 5 examples hold\nHSE002: 4 examples hold\n", done.stderr
    assert done.returncode == 0


def test_an_example_that_does_not_hold_is_told(house: Installed, tmp_path: Path) -> None:
    copied = Installed(shutil.copytree(house.site, tmp_path / "site"))
    rule = copied.site / "house_rules" / "banned_word.py"
    text = rule.read_text(encoding="utf-8")
    rule.write_text(text.replace('(options.word)}\\b"', '(options.word)}"'), encoding="utf-8")
    done = copied.mtaudit("explain", "HSE001", "--check", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stdout == "HSE001: reported: 'utilize' in It is utilized by nobody.\n"


def test_its_rule_is_run_and_can_be_set(house: Installed, article: Path) -> None:
    done = house.mtaudit("check", str(article), "--report", "json", cwd=article.parent)
    found = [(one["rule"], one["text"]) for one in json.loads(done.stdout)["findings"]]
    assert ("HSE001", "utilize") in found
    (article.parent / "mtaudit.toml").write_text(
        'select = ["HSE"]\n[rules.HSE001]\nword = "port"\ninstead = "harbour"\n', encoding="utf-8"
    )
    done = house.mtaudit("check", str(article), "--report", "json", cwd=article.parent)
    (one,) = json.loads(done.stdout)["findings"]
    assert (one["text"], one["fixes"][0]["replacement"]) == ("port", "harbour")


def test_its_rule_on_pairs_needs_a_source(house: Installed, tmp_path: Path) -> None:
    item = {"id": "1", "text": "He has left.", "source": "Він пішов?", "source_lang": "uk"}
    (tmp_path / "a.jsonl").write_text(json.dumps(item), encoding="utf-8")
    done = house.mtaudit(
        "check", "a.jsonl", "--select", "HSE002", "--lang", "en", "--report", "json", cwd=tmp_path
    )
    assert [one["rule"] for one in json.loads(done.stdout)["findings"]] == ["HSE002"], done.stderr


def test_its_report_is_offered(house: Installed, article: Path) -> None:
    select = ("--select", "HSE")
    done = house.mtaudit("check", str(article), *select, "--report", "tally", cwd=article.parent)
    assert done.stdout == "HSE001\t1\n"


def test_its_finder_is_offered(house: Installed, article: Path) -> None:
    arguments = ("check", str(article), "--lang", "en", "--report", "json")
    done = house.mtaudit(*arguments, "--mentions", "ships", cwd=article.parent)
    report = json.loads(done.stdout)
    assert "mentions:ships-1" in report["signature"]
    assert "Olha Kobylyanska" in {
        form["text"] for one in report["entities"] for form in one["forms"]
    }
    done = house.mtaudit(*arguments, "--mentions", "ships:big", cwd=article.parent)
    assert done.returncode == 2
    assert "gives no finder: ValueError: ships has no models" in done.stderr
