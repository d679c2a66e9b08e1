"""Rules of other installed packages: found by entry point, run like ours, refused clearly."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.plugins.installing import SAMPLE, Installed

RULES = "[audit.rules]\nhouse = house_rules\n"
TEXT = "They utilize the old bridge. It was the the last one."


def installed(folder: Path, entry_points: str) -> Path:
    """Write what an installer leaves of a distribution, for `importlib.metadata` to find."""
    info = folder / "house_rules-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: house-rules\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(entry_points)
    return folder


def mtaudit(site: Path, *arguments: str, cwd: Path) -> "subprocess.CompletedProcess[str]":
    """Run the command with the distribution in `site` installed."""
    return Installed(site, beside=(SAMPLE,)).mtaudit(*arguments, cwd=cwd)


@pytest.fixture
def feed(tmp_path: Path) -> Path:
    folder = tmp_path / "feed"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    (folder / "b.txt").write_text(TEXT.replace("utilize", "use"), encoding="utf-8")
    return folder


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_package_that_collects_its_rules_is_run(feed: Path, tmp_path: Path, jobs: str) -> None:
    site = installed(tmp_path / "site", RULES)
    done = mtaudit(site, "check", "feed", "--report", "json", "--jobs", jobs, cwd=tmp_path)
    assert done.returncode == 1, done.stderr
    found = [(one["rule"], one["text"]) for one in json.loads(done.stdout)["findings"]]
    assert ("HSE001", "utilize") in found
    assert [rule for rule, _ in found].count("REP001") == 2


def test_its_options_and_family_are_known(feed: Path, tmp_path: Path) -> None:
    site = installed(tmp_path / "site", RULES)
    (tmp_path / "mtaudit.toml").write_text('select = ["HSE"]\n[rules.HSE001]\nword = "bridge"\n')
    done = mtaudit(site, "check", str(feed), "--report", "json", cwd=tmp_path)
    assert [one["text"] for one in json.loads(done.stdout)["findings"]] == ["bridge", "bridge"]
    page = mtaudit(site, "explain", "banned-word", cwd=tmp_path)
    assert 'word = "utilize"' in page.stdout


@pytest.mark.parametrize(
    ("entry_points", "says"),
    [
        ("[audit.rules]\nhouse = no_such_module\n", "cannot be loaded: ModuleNotFoundError"),
        ("[audit.rules]\nhouse = house_rules:nothing\n", "cannot be loaded: AttributeError"),
        ("[audit.rules]\nhouse = json\n", "offers no rule"),
        ("[audit.rules]\nhouse = house_rules.banned_word:Banned\n", "offers no rule"),
    ],
)
def test_a_package_whose_rules_cannot_be_used_is_named(
    feed: Path, tmp_path: Path, entry_points: str, says: str
) -> None:
    site = installed(tmp_path / "site", entry_points)
    done = mtaudit(site, "check", str(feed), cwd=tmp_path)
    assert done.returncode == 2
    assert done.stdout == ""
    assert says in done.stderr
    assert "house = " in done.stderr
    assert "Internal error" not in done.stderr


def test_a_rule_that_takes_the_id_of_ours_is_refused(feed: Path, tmp_path: Path) -> None:
    rule = (SAMPLE / "house_rules" / "banned_word.py").read_text(encoding="utf-8")
    site = installed(tmp_path / "site", "[audit.rules]\nhouse = thief\n")
    (site / "thief.py").write_text(rule.replace("HSE001", "REP001"), encoding="utf-8")
    done = mtaudit(site, "check", str(feed), cwd=tmp_path)
    assert done.returncode == 2
    homes = "audit.detect.repetition.doubled_word and thief"
    assert f"two rules have the id REP001: in {homes}" in done.stderr


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        (('(("word", found[0]),)', "()"), "its message needs the value 'word'"),
        (
            ("            document.id,", '            "elsewhere",'),
            "a document it was not given, 'elsewhere'",
        ),
        (("*found.span()", "0, 9999"), "a hit that ends at 9999"),
    ],
)
def test_a_hit_that_makes_no_finding_loses_only_the_findings_of_its_rule(
    feed: Path, tmp_path: Path, changed: tuple[str, str], says: str
) -> None:
    rule = (SAMPLE / "house_rules" / "banned_word.py").read_text(encoding="utf-8")
    site = installed(tmp_path / "site", "[audit.rules]\nhouse = sloppy\n")
    (site / "sloppy.py").write_text(rule.replace(*changed), encoding="utf-8")
    done = mtaudit(site, "check", str(feed), "--report", "json", cwd=tmp_path)
    assert done.returncode == 2
    report = json.loads(done.stdout)
    assert {one["rule"] for one in report["findings"]} == {"REP001"}
    (note,) = (one for one in report["notes"] if one["code"] == "rule-crashed")
    assert says in note["message"]
