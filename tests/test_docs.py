"""What the documentation says is so: commands exist, blocks run, samples load, links lead on."""

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from audit.authority import load as load_authority
from audit.cli.main import cli

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
PAGES = (README, ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md")))

RUN = re.compile(r"<!-- run: exit (\d) -->\n```console\n(.*?)^```$", re.DOTALL | re.MULTILINE)
SHELL = re.compile(r"^```(?:sh|console)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
NAMES = re.compile(r"<!-- names -->\n```toml\n(.*?)^```$", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"\]\(([^)#\s]+)(#[^)\s]*)?\)")
ANYTHING = "…"
"""A shown line that stands for any number of lines, or within a line for any text."""

LATER = {"docs/images/report-light.png"}
"""Pictures of the report, made from it: a checkout without them is not broken."""


@dataclass(frozen=True, slots=True)
class Example:
    """One command of the README with the output shown below it."""

    command: str
    shown: tuple[str, ...]
    code: int


def examples() -> list[Example]:
    """The console blocks of the README that are marked to be run."""
    found = []
    for code, block in RUN.findall(README.read_text(encoding="utf-8")):
        first, *shown = block.splitlines()
        assert first.startswith("$ mtaudit "), first
        found.append(Example(first.removeprefix("$ mtaudit "), tuple(shown), int(code)))
    return found


def commands() -> list[str]:
    """The sub-commands that the command line offers."""
    import click

    return cli.list_commands(click.Context(cli))


def test_the_pages_of_the_rules_are_fresh() -> None:
    from audit import detect
    from audit.cli.rule_pages import pages

    kept = {path.name: path.read_text("utf-8") for path in (ROOT / "docs/rules").iterdir()}
    assert kept == pages(detect.load().values()), "make docs writes them anew"


def test_readme_shows_five_commands_that_run() -> None:
    assert len({example.command.split()[0] for example in examples()}) >= 5


@pytest.mark.parametrize("example", examples(), ids=lambda example: example.command)
def test_a_console_block_of_the_readme_runs(example: Example, tmp_path: Path) -> None:
    (tmp_path / "corpora").symlink_to(ROOT / "corpora")
    code = "import sys; from audit.cli.main import main; sys.argv[0] = 'mtaudit'; main()"
    done = subprocess.run(
        [sys.executable, "-c", code, *example.command.split()],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "NO_COLOR": "1"},
        check=False,
    )
    assert done.returncode == example.code, done.stdout + done.stderr
    assert_shown(example.shown, done.stdout)


def assert_shown(shown: tuple[str, ...], output: str) -> None:
    """The lines `shown` stand in `output`, in order; `…` stands for whatever is left out."""
    lines = [line.rstrip() for line in output.splitlines()]
    at, gap = 0, False
    for want in shown:
        if want.strip() == ANYTHING:
            gap = True
            continue
        pattern = re.compile(re.escape(want.rstrip()).replace(re.escape(ANYTHING), ".*"))
        places = [i for i in range(at, len(lines)) if pattern.fullmatch(lines[i])]
        assert places, f"not in the output: {want}\n{output}"
        assert gap or places[0] == at, f"lines are left out before: {want}\n{output}"
        at, gap = places[0] + 1, False
    assert gap or not shown or at == len(lines), f"the output goes on:\n{output}"


@pytest.mark.parametrize("name", commands())
def test_every_command_has_help_and_stands_in_the_readme(name: str) -> None:
    result = CliRunner().invoke(cli, [name, "--help"])
    assert result.exit_code == 0
    assert result.output.startswith("Usage:")
    assert f"mtaudit {name}" in README.read_text(encoding="utf-8")


def test_every_command_of_the_pages_exists() -> None:
    known = {*commands(), "COMMAND"}
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        blocks = SHELL.findall(text)
        said = re.findall(r"`mtaudit ([A-Za-z]\w*)", text)
        said += [word for block in blocks for word in re.findall(r"(?m)^\$? ?mtaudit (\w+)", block)]
        assert set(said) <= known, page.name


def test_every_make_target_of_the_readme_exists() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):.*## ", makefile, re.MULTILINE))
    for page in PAGES:
        blocks = "\n".join(SHELL.findall(page.read_text(encoding="utf-8")))
        said = re.findall(r"`make ([a-z]+)`", page.read_text(encoding="utf-8"))
        said += re.findall(r"(?m)^make ([a-z]+)", blocks)
        assert set(said) <= targets, page.name


def test_every_public_make_target_says_what_it_does() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)
    assert phony is not None
    for target in phony.group(1).split():
        assert re.search(rf"^{target}:.*## \w", makefile, re.MULTILINE), target


def test_the_names_file_of_the_readme_loads(tmp_path: Path) -> None:
    blocks = NAMES.findall(README.read_text(encoding="utf-8"))
    assert blocks
    for number, block in enumerate(blocks):
        path = tmp_path / f"names{number}.toml"
        path.write_text(block, encoding="utf-8")
        assert len(load_authority([path], None, builtin=False).records) == block.count("[[name]]")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_within_the_project_lead_somewhere(page: Path) -> None:
    for target, _ in LINK.findall(page.read_text(encoding="utf-8")):
        if "://" in target:
            continue
        path = (page.parent / target).resolve()
        assert path.exists() or path.relative_to(ROOT).as_posix() in LATER, target


def test_shown_output_must_match() -> None:
    assert_shown(("a", "…", "d 3…"), "a\nb\nc\nd 3 of 4\n")
    for wrong in [("b",), ("a", "c", "…"), ("a",)]:
        with pytest.raises(AssertionError):
            assert_shown(wrong, "a\nb\nc\n")
