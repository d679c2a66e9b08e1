"""What the documentation says is so: commands and targets exist, pages are fresh, links lead on."""

import re
import tomllib
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from audit.cli.main import cli
from tests.docs.blocks import PAGES as WITH_BLOCKS
from tests.docs.blocks import README, ROOT

PAGES = (*WITH_BLOCKS, ROOT / "CHANGELOG.md", ROOT / ".github" / "CONTRIBUTING.md")

SHELL = re.compile(r"^```(?:sh|console)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"\]\(([^)#\s]*)(#[^)\s]*)?\)")


def commands() -> list[str]:
    """The sub-commands that the command line offers."""

    return cli.list_commands(click.Context(cli))


def test_the_pages_of_the_rules_are_fresh() -> None:
    from audit import detect
    from audit.cli.rule_pages import pages

    kept = {path.name: path.read_text("utf-8") for path in (ROOT / "docs/rules").iterdir()}
    assert kept == pages(detect.load().values()), "make docs writes them anew"


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


def anchors(page: Path) -> set[str]:
    """What may stand behind # in an address of `page`: its headings, as GitHub names them."""
    heads = re.findall(r"(?m)^#+ (.+)$", re.sub(r"(?ms)^```.*?^```", "", page.read_text("utf-8")))
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_within_the_project_lead_somewhere(page: Path) -> None:
    text = re.sub(r"(?ms)^```.*?^```", "", page.read_text(encoding="utf-8"))
    for target, part in LINK.findall(text):
        if "://" in target:
            continue
        path = (page.parent / target).resolve() if target else page
        assert path.exists(), target
        assert path.is_relative_to(ROOT), target
        if part and path.suffix == ".md":
            assert part[1:] in anchors(path), f"{target}{part}"


def test_every_page_is_listed() -> None:
    index = (ROOT / "docs" / "README.md").read_text(encoding="utf-8")
    for page in (ROOT / "docs").glob("*.md"):
        assert page.name == "README.md" or f"]({page.name})" in index, page.name


def test_every_picture_is_shown() -> None:
    pages = "".join(page.read_text(encoding="utf-8") for page in PAGES)
    for picture in (ROOT / "docs" / "images").iterdir():
        assert f"images/{picture.name}" in pages, picture.name


def test_the_table_of_commands_says_what_the_help_says() -> None:
    rows = re.findall(r"(?m)^\| `mtaudit (\w+)` \| (.+) \|$", README.read_text(encoding="utf-8"))
    help_text = CliRunner().invoke(cli, ["--help"], terminal_width=200).output
    said = re.findall(r"(?m)^  ([a-z]+)  +(.+)$", help_text.partition("Commands:")[2])
    assert rows == said


def options(command: click.Command, context: click.Context) -> set[str]:
    """The options of a command and of those below it."""
    found = {name for one in command.params for name in (*one.opts, *one.secondary_opts)}
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            assert below is not None
            found |= options(below, context)
    return found


OURS = options(cli, click.Context(cli)) | {"--help", "--version"} | {
    option
    for path in (ROOT / "benchmarks").glob("*.py")
    for option in re.findall(r'"(--[a-z-]+)"', path.read_text(encoding="utf-8"))
}  # fmt: skip
"""The options of the commands and of the programs that measure."""


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_options_and_paths_that_a_page_names_exist(page: Path) -> None:
    for code in re.findall(r"`([^`\n]+)`", page.read_text(encoding="utf-8")):
        if not re.match(r"(?:apt|docker|git|hf|make|npm|pip)\b", code):
            assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", code)) <= OURS, code
        if re.fullmatch(r"(?:audit|benchmarks|corpora|templates|tests)/[\w./*-]+", code):
            assert list(ROOT.glob(code.rstrip("/"))), code


def test_the_layers_of_the_architecture_are_those_that_are_held_to() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    drawn = page.partition("## The layers")[2].split("```")[1]
    told = [re.findall(r"\w+", layer) for layer in drawn.split(">")]
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    (layers,) = (one["layers"] for one in contracts if one["type"] == "layers")
    held = [[name.strip().removeprefix("audit.") for name in one.split("|")] for one in layers]
    assert told == held
