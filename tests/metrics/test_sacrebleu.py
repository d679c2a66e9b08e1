"""`mtaudit score` gives the numbers of sacrebleu's own command, to the last digit."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from audit.cli.main import cli

REFERENCE = (
    "The cat sat on the mat.",
    "The ministry did not answer our questions on Monday.",
    "Three people were hurt when the bridge fell.",
    "Nobody expected such a cold winter, he said.",
    "",
    "Prices rose by 3.5 % in May.",
)
SYSTEMS = {
    "a.txt": (
        "The cat sat on a mat.",
        "The ministry has not answered our questions on Monday.",
        "Three people were injured when the bridge collapsed.",
        "Nobody expected a winter so cold, he said.  ",
        "",
        "In May, prices rose by 3.5 %.",
    ),
    "b.txt": (
        "A cat was sitting at the mat.",
        "Ministry not answered questions on Monday.",
        "Three persons wounded when bridge fell.",
        "No one waited such cold winter, said he.",
        "And so on.",
        "Prices up 3.5 % for May.",
    ),
    "c.txt": ("x", "The ministry", "Three people were hurt", "Nobody", "", "Prices rose"),
}
DIGITS = 12
FLAGS = {
    "bleu": ["-m", "bleu"],
    "chrf": ["-m", "chrf"],
    "chrf++": ["-m", "chrf", "--chrf-word-order", "2"],
    "ter": ["-m", "ter"],
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the reference and the systems, in which commands run."""
    monkeypatch.chdir(tmp_path)
    for name, lines in (("ref.txt", REFERENCE), *SYSTEMS.items()):
        (tmp_path / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return tmp_path


def ours(*arguments: str) -> dict[str, object]:
    """What `mtaudit score --json` prints."""
    command = ["score", "--isolated", "--json", "-r", "ref.txt", *arguments]
    done = CliRunner().invoke(cli, command, catch_exceptions=False)
    assert done.exit_code == 0, done.output
    tree = json.loads(done.stdout)
    assert isinstance(tree, dict)
    return tree


def theirs(folder: Path, *arguments: str) -> str:
    """What sacrebleu's command prints, with many digits."""
    command = [sys.executable, "-m", "sacrebleu", "ref.txt", "-q", "-nc", "-w", str(DIGITS)]
    done = subprocess.run(
        [*command, *arguments], cwd=folder, capture_output=True, text=True, check=True
    )
    return done.stdout


def shown(measure: dict[str, float], *, paired: bool = False) -> str:
    """A measure as sacrebleu prints it."""
    text = f"{measure['value']:.{DIGITS}f}"
    if measure["mean"] is not None:
        text += f" ({measure['mean']:.{DIGITS}f} ± {measure['margin']:.{DIGITS}f})"
    if paired and measure["p_value"] is not None:
        mark = "*" if measure["p_value"] <= 0.05 else ""
        text += f"|(p = {measure['p_value']:.4f}){mark}"
    return text


@pytest.mark.parametrize("name", FLAGS)
def test_one_system_has_sacrebleus_value_and_interval(folder: Path, name: str) -> None:
    tree = ours("-m", name, "a.txt")
    printed = json.loads(theirs(folder, "-i", "a.txt", *FLAGS[name], "-ci", "-f", "json"))
    measure = tree["systems"][0]["measures"][0]  # type: ignore[index]
    assert f"{measure['value']:.{DIGITS}f}" == f"{printed['score']:.{DIGITS}f}"
    assert float(printed["confidence_mean"]) == pytest.approx(measure["mean"], abs=10**-DIGITS)
    assert float(printed["confidence_var"]) == pytest.approx(measure["margin"], abs=10**-DIGITS)
    assert tree["signatures"][name] == printed["signature"]  # type: ignore[index]


@pytest.mark.parametrize(
    ("name", "test", "flags"),
    [
        *((name, "bootstrap", ["--paired-bs", "--paired-bs-n", "200"]) for name in FLAGS),
        ("bleu", "randomization", ["--paired-ar"]),
    ],
)
def test_several_systems_have_sacrebleus_significance(
    folder: Path, name: str, test: str, flags: list[str]
) -> None:
    resamples = "200" if test == "bootstrap" else "0"
    tree = ours("-m", name, "--test", test, "--resamples", resamples, *SYSTEMS)
    printed = theirs(folder, "-i", *SYSTEMS, *FLAGS[name], *flags, "-f", "text")
    cells = [cell.strip() for cell in printed.replace("\n", "│").split("│")]
    for system in tree["systems"]:  # type: ignore[attr-defined]
        for part in shown(system["measures"][0], paired=True).split("|"):
            assert part in cells, printed
    assert tree["signatures"][name] in printed  # type: ignore[index]


def test_files_of_other_lengths_are_refused(folder: Path) -> None:
    (folder / "short.txt").write_text("One line.\n", encoding="utf-8")
    done = CliRunner().invoke(cli, ["score", "--isolated", "-r", "ref.txt", "short.txt"])
    assert done.exit_code == 2
    assert "short.txt has 1 lines and ref.txt has 6" in done.stderr


def test_the_table_names_baseline_and_test(folder: Path) -> None:
    done = CliRunner().invoke(
        cli, ["score", "--isolated", "-m", "bleu", "-r", "ref.txt", "a.txt", "c.txt"]
    )
    assert done.exit_code == 0
    assert "Against the reference, 6 segments" in done.stdout
    assert "differs from a.txt" in done.stdout
    assert "BLEU: nrefs:1|bs:1000|seed:12345" in done.stdout
