"""The sample corpora: well made, and audited as their authors expect.

`expected.tsv` of a corpus names every finding that must come, one line each. What comes beside
it is a false alarm, unless its rule family is one the corpus is not labelled for.
"""

import csv
import json
import tomllib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from audit.config.schema import Config
from audit.model.finding import Finding, FindingClass
from audit.model.report import NoteLevel, Report

CORPORA = Path(__file__).resolve().parent.parent / "corpora"
NAMES = sorted(path.parent.name for path in CORPORA.glob("*/corpus.toml"))
ALARMS = frozenset({FindingClass.ERROR, FindingClass.QUERY, FindingClass.CHROME})
"""Classes that send an editor to the text; a note for information disturbs nobody."""

CORPUS_KEYS = {
    *("id", "title", "languages", "source_languages"),
    *("author", "licence", "inputs", "labelled", "shows"),
}
ARTICLE_KEYS = {"id", "title", "lang", "source_lang", "date", "publisher", "url", "text"}
EXPECTED_KEYS = {"document", "family", "text", "expected", "note"}
FAMILIES = {
    *("NAM", "TRM", "UNT", "SCR", "NUM", "PUN", "REP"),
    *("BOI", "CAL", "STY", "ACR", "OMI", "TAG", "QE", "SPL"),
}
MIN_CHARACTERS, MAX_CHARACTERS = 250, 3000
"""An article long enough to be one, in Chinese too, and short enough to be read in a review."""


@dataclass(frozen=True, slots=True)
class Expected:
    """One finding that a corpus asks for; `form` is what should stand instead, if anything."""

    document: str
    family: str
    text: str
    form: str | None
    note: str

    @property
    def key(self) -> tuple[str, str, str]:
        """What identifies a finding here: document, rule family, exact text."""
        return self.document, self.family, self.text


def rows(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def table(path: Path) -> list[dict[str, str]]:
    """The rows of a tab-separated file with a heading; quotation marks are plain characters."""
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def articles(name: str) -> list[dict[str, Any]]:
    """The articles of a corpus, over all its inputs."""
    return [row for path in inputs(name) for row in rows(path)]


def inputs(name: str) -> list[Path]:
    """The input files of a corpus, in the order in which they are audited."""
    return [CORPORA / name / file for file in about(name)["inputs"]]


@cache
def about(name: str) -> dict[str, Any]:
    """The corpus.toml of a corpus."""
    return tomllib.loads((CORPORA / name / "corpus.toml").read_text(encoding="utf-8"))


def expected(name: str) -> list[Expected]:
    """The findings that a corpus asks for."""
    return [
        Expected(row["document"], row["family"], row["text"], row["expected"] or None, row["note"])
        for row in table(CORPORA / name / "expected.tsv")
    ]


def family(finding: Finding) -> str:
    """The rule family of a finding: the letters its id begins with."""
    return finding.rule.rstrip("0123456789")


def said(finding: Finding) -> str:
    """One line of a comparison: a finding as the tool reported it."""
    fixes = " or ".join(f"“{fix.replacement}”" for fix in finding.fixes) or "no fix"
    return (
        f"{finding.document}:{finding.place.line}:{finding.place.column} {finding.rule} "
        f"{finding.name} [{finding.finding_class}, {finding.confidence:.2f}] "
        f"“{finding.text}” → {fixes}: {finding.message}"
    )


def asked(wanted: Expected) -> str:
    """One line of a comparison: a finding as the corpus asks for it."""
    form = f"“{wanted.form}”" if wanted.form is not None else "no form"
    return f"{wanted.document} {wanted.family} “{wanted.text}” → {form} ({wanted.note})"


def compare(wanted: Iterable[Expected], found: Iterable[Finding], labelled: set[str]) -> list[str]:
    """The lines of difference: `-` missing, `~` found with another form, `+` unexpected."""
    pool: dict[tuple[str, str, str], list[Finding]] = {}
    for finding in found:
        pool.setdefault((finding.document, family(finding), finding.text), []).append(finding)
    lines = []
    for one in wanted:
        match = pool.get(one.key)
        if not match:
            lines.append(f"- {asked(one)}")
            continue
        finding = match.pop(0)
        if one.form is not None and one.form not in {fix.replacement for fix in finding.fixes}:
            lines.append(f"~ {asked(one)}\n    but {said(finding)}")
    left = [finding for findings in pool.values() for finding in findings]
    lines += [
        f"+ {said(finding)}"
        for finding in sorted(left, key=lambda f: (f.document, f.span))
        if finding.finding_class in ALARMS and family(finding) in labelled
    ]
    return lines


@cache
def audited(name: str) -> Report:
    """The report on a corpus under the default configuration."""
    from audit.run import audit

    return audit([str(path) for path in inputs(name)], Config())


def test_there_are_corpora() -> None:
    assert {"clean", "cjk-en", "en-uk", "marks", "slavic-en"} <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_every_expected_finding_comes_and_no_other(name: str) -> None:
    difference = compare(expected(name), audited(name).findings, set(about(name)["labelled"]))
    assert not difference, f"corpora/{name}: {len(difference)} differences\n" + "\n".join(
        difference
    )


@pytest.mark.parametrize("name", NAMES)
def test_every_article_is_read_in_its_language(name: str) -> None:
    report = audited(name)
    assert [note for note in report.notes if note.level is NoteLevel.ERROR] == []
    assert [(document.id, document.lang) for document in report.documents] == [
        (article["id"], article["lang"]) for article in articles(name)
    ]


@pytest.mark.parametrize("name", NAMES)
def test_a_corpus_says_what_it_is(name: str) -> None:
    corpus = about(name)
    assert set(corpus) == CORPUS_KEYS
    assert corpus["id"] == name
    assert set(corpus["labelled"]) <= FAMILIES
    assert corpus["licence"] == "Apache-2.0"
    assert sorted(corpus["languages"]) == sorted({article["lang"] for article in articles(name)})


@pytest.mark.parametrize("name", NAMES)
def test_articles_are_whole_and_ids_are_unique(name: str) -> None:
    found = articles(name)
    assert len({article["id"] for article in found}) == len(found)
    for article in found:
        assert set(article) <= ARTICLE_KEYS
        assert MIN_CHARACTERS <= len(article["text"]) <= MAX_CHARACTERS, article["id"]
        assert article["url"] == f"https://example.org/{article['id']}"


@pytest.mark.parametrize("name", NAMES)
def test_expected_findings_stand_in_their_articles(name: str) -> None:
    texts = {article["id"]: article["text"] for article in articles(name)}
    for row in table(CORPORA / name / "expected.tsv"):
        assert set(row) == EXPECTED_KEYS
    wanted = expected(name)
    assert {one.family for one in wanted} <= set(about(name)["labelled"])
    for (document, _, text), count in Counter(one.key for one in wanted).items():
        assert texts[document].count(text) >= count, (document, text)


def test_nothing_is_expected_of_clean_text() -> None:
    assert expected("clean") == []


def test_a_comparison_tells_missing_wrong_and_unexpected_apart() -> None:
    finding = next(iter(audited("slavic-en").findings), None)
    assert finding is not None, "the showcase corpus has no findings at all"
    right = Expected(finding.document, family(finding), finding.text, None, "as found")
    wrong = Expected(finding.document, family(finding), finding.text, "no such form", "another")
    other = Expected(finding.document, family(finding), "no such text", None, "missing")
    every = {family(finding)}
    assert compare([right], [finding], every) == []
    assert [line[0] for line in compare([wrong], [finding], every)] == ["~"]
    lines = compare([other], [finding], every)
    assert lines[0].startswith("- ")
    assert len(lines) == 1 + (finding.finding_class in ALARMS)
