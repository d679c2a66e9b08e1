"""Consistency is the share of things rendered in one way; pairs of places make the LTCR."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from audit.cli.main import cli
from audit.metrics.alignment import renderings
from audit.model.comparison import Share

PAIRS = [
    ("кот спит", "cat sleeps"),
    ("кот ест", "cat eats"),
    ("пес ест", "dog eats"),
    ("пес спит", "dog sleeps"),
    ("кот", "cat"),
    ("дом", "house"),
]


def test_words_align_with_what_stands_beside_them() -> None:
    found = renderings([(a.split(), b.split()) for a, b in PAIRS])
    assert found[0] == {"кот": "cat", "спит": "sleeps"}
    assert found[2] == {"пес": "dog", "ест": "eats"}
    assert renderings([]) == []
    assert renderings([((), ("a",)), (("b",), ())]) == [{}, {}]


def test_a_share_of_nothing_is_none() -> None:
    assert Share(0, 0).rate is None
    assert Share(1, 4).rate == 0.25


GLOSSARY = """
[[concept]]
id = "drone"
terms = { en = ["drone", "unmanned aircraft"], ru = ["беспилотник"] }
"""


def feed(folder: Path, name: str, targets: list[str]) -> str:
    sources = ["Беспилотник упал.", "Беспилотник горит.", "Корабль горит.", "Корабль упал."]
    references = ["A drone fell.", "A drone burns.", "A ship burns.", "A ship fell."]
    segments = [
        {"source": source, "target": target, "reference": reference}
        for source, target, reference in zip(sources, targets, references, strict=True)
    ]
    record = {"id": "1", "lang": "en", "source_lang": "ru", "segments": segments}
    path = folder / name
    path.write_text(json.dumps(record, ensure_ascii=False) + "\n", encoding="utf-8")
    return str(path)


def test_documents_bring_their_references_and_sources(tmp_path: Path) -> None:
    glossary = tmp_path / "g.toml"
    glossary.write_text(GLOSSARY, encoding="utf-8")
    good = feed(
        tmp_path, "good.jsonl", ["A drone fell.", "A drone burns.", "A ship burns.", "A ship fell."]
    )
    bad = feed(
        tmp_path,
        "bad.jsonl",
        ["A drone fell.", "An unmanned aircraft burns.", "A ship burns.", "A ship fell."],
    )
    command = ["score", "--isolated", "--json", "--glossary", str(glossary), good, bad]
    done = CliRunner().invoke(cli, command, catch_exceptions=False)
    assert done.exit_code == 0, done.output
    tree = json.loads(done.stdout)
    first, second = tree["systems"]
    assert tree["segments"] == 4
    assert first["measures"][0]["value"] == pytest.approx(100)
    assert first["consistency"]["terms"] == {"good": 1, "total": 1, "rate": 1.0}
    assert second["consistency"]["terms"] == {"good": 0, "total": 1, "rate": 0.0}
    assert first["consistency"]["ltcr"]["rate"] == 1.0
    assert first["consistency"]["ltcr"]["total"] > second["consistency"]["ltcr"]["good"]


def test_other_references_are_refused(tmp_path: Path) -> None:
    one = tmp_path / "a.jsonl"
    one.write_text('{"id": "1", "text": "A.", "reference": "B."}\n', encoding="utf-8")
    other = tmp_path / "b.jsonl"
    other.write_text('{"id": "1", "text": "A.", "reference": "C."}\n', encoding="utf-8")
    done = CliRunner().invoke(cli, ["score", "--isolated", str(one), str(other)])
    assert done.exit_code == 2
    assert "have not the same references" in done.stderr


def test_without_a_reference_only_consistency_is_measured(tmp_path: Path) -> None:
    one = tmp_path / "a.jsonl"
    one.write_text('{"id": "1", "text": "Kyiv is large. Kyiv is old."}\n', encoding="utf-8")
    done = CliRunner().invoke(cli, ["score", "--isolated", str(one)])
    assert done.exit_code == 0
    assert "There is no reference" in done.stdout
    assert "Against the reference" not in done.stdout
    assert "100.0 % of 1" in done.stdout


def test_a_file_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    done = CliRunner().invoke(cli, ["score", "--isolated", str(tmp_path / "no.jsonl")])
    assert done.exit_code == 2
    assert "no such file" in done.stderr
