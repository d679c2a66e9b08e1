"""A repository of articles: audit, draw the line, a commit that makes it worse, put it right."""

import subprocess
from pathlib import Path

import pytest

from audit.cli.exit_code import ExitCode
from tests.cli.running import invoke

OLD = """Kim arrives in Vladivostok

Kim Jong Un crossed into Primorye by train, and Kim Jong-un was met at Hasan station.
"""
NEWS = "A bridge was closed for repairs.\n\nThe mayor of the town apologised to drivers.\n\n"


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A git repository with one article in it."""
    monkeypatch.chdir(tmp_path)
    for name in ("GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME"):
        monkeypatch.setenv(name, "Desk")
    for name in ("GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL"):
        monkeypatch.setenv(name, "desk@example.org")
    Path("articles").mkdir()
    Path("articles/kim.txt").write_text(OLD, encoding="utf-8")
    git("init", "--quiet")
    commit("First article")
    return tmp_path


def git(*arguments: str) -> str:
    done = subprocess.run(["git", *arguments], capture_output=True, text=True, check=True)
    return done.stdout


def commit(message: str) -> None:
    git("add", "--all")
    git("commit", "--quiet", "--message", message)


def test_baseline_catches_what_a_commit_makes_worse(repository: Path) -> None:
    first = invoke("check", "articles", "--report", "github")
    assert first.exit_code == ExitCode.FINDINGS
    assert invoke("baseline", "create", "articles").exit_code == ExitCode.CLEAN
    drawn = Path("mtaudit.baseline").read_text("utf-8")
    assert "NAM001 articles/kim.txt" in drawn
    assert "NAM002 articles/kim.txt" in drawn
    assert invoke("check", "articles").exit_code == ExitCode.CLEAN
    commit("Known findings")

    article = Path("articles/kim.txt")
    article.write_text(NEWS + article.read_text("utf-8"), encoding="utf-8")
    assert invoke("check", "articles").exit_code == ExitCode.CLEAN
    assert invoke("baseline", "update", "articles").exit_code == ExitCode.CLEAN
    assert Path("mtaudit.baseline").read_text("utf-8") == drawn

    with article.open("a", encoding="utf-8") as out:
        out.write("\nKim Jong-Un then travelled on to Moscow.\n")
    commit("More on Kim")
    failed = invoke("check", "articles", "--report", "github")
    assert failed.exit_code == ExitCode.FINDINGS
    (line,) = [line for line in failed.stdout.splitlines() if line.startswith("::error")]
    assert line.startswith("::error file=articles/kim.txt,line=9,endLine=9,col=1,endColumn=11,")

    since = invoke("check", "articles", "--ignore-baseline", "--diff-base", "HEAD~1", "-v")
    assert since.exit_code == ExitCode.FINDINGS
    assert "articles/kim.txt:9:1 " in since.stdout
    assert "articles/kim.txt:7:" not in since.stdout

    article.write_text(article.read_text("utf-8").replace("Jong-Un", "Jong Un"), encoding="utf-8")
    assert invoke("check", "articles").exit_code == ExitCode.CLEAN

    article.write_text(article.read_text("utf-8").replace("Jong-un", "Jong Un"), encoding="utf-8")
    assert "met no finding" in invoke("check", "articles").output
    pruned = invoke("baseline", "prune", "articles")
    assert "0 came in, 2 went out" in pruned.stdout or "0 came in, 1 went out" in pruned.stdout


def test_a_baseline_is_not_written_over(repository: Path) -> None:
    invoke("baseline", "create", "articles")
    again = invoke("baseline", "create", "articles")
    assert again.exit_code == ExitCode.UNUSABLE
    assert "mtaudit.baseline is there already; `mtaudit baseline update` renews it" in again.stderr
    shown = invoke("baseline", "show")
    assert "in 1 document" in shown.stdout
    assert "NAM002  1" in shown.stdout


def test_a_baseline_is_left_alone_where_not_all_was_read(repository: Path) -> None:
    invoke("baseline", "create", "articles")
    before = Path("mtaudit.baseline").read_bytes()
    done = invoke("baseline", "update", "articles", "gone.txt")
    assert done.exit_code == ExitCode.UNUSABLE
    assert "The baseline is as it was: not everything could be audited." in done.stderr
    assert Path("mtaudit.baseline").read_bytes() == before


def test_a_baseline_that_is_not_there_is_an_error(repository: Path) -> None:
    done = invoke("check", "articles", "--baseline", "other.baseline")
    assert done.exit_code == ExitCode.UNUSABLE
    assert "other.baseline: the baseline cannot be read" in done.stderr


@pytest.mark.parametrize("base", ["no-such-commit", "--output=x"])
def test_a_commit_that_is_not_there_is_an_error(repository: Path, base: str) -> None:
    done = invoke("check", "articles", f"--diff-base={base}")
    assert done.exit_code == ExitCode.UNUSABLE
    assert "diff-base: git says:" in done.stderr


def test_a_file_that_git_does_not_know_is_new_as_a_whole(repository: Path) -> None:
    text = "The North Korean leader Kim Jong Un left. Nobody knew when Kim Jong-un would return.\n"
    Path("articles/two.txt").write_text(text, encoding="utf-8")
    done = invoke("check", "articles", "--diff-base", "HEAD")
    assert "articles/two.txt:1:60 NAM001" in done.stdout
    assert "articles/kim.txt:3:" not in done.stdout
