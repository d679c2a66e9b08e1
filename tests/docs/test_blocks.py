"""Every code block of the README and the pages is tried, or says why it cannot be."""

import ast
import re
import shlex
import tomllib
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from audit.authority import load as load_authority
from audit.cli.main import cli
from audit.config.suppressions import load as load_suppressions
from audit.glossary import load as load_glossary
from tests.ci.test_machine_files import program
from tests.docs.blocks import README, ROOT, SHOWN, TRIED, Block, blocks
from tests.docs.workplace import furnish
from tests.plugins.installing import Installed, install

EVERY = tuple(blocks())
GUIDE = ROOT / "docs" / "write-a-rule.md"
ANYTHING = "…"
"""A shown line that stands for any number of lines, or within a line for any text."""

PROMPT = "$ "


def those(*langs: str) -> list[Block]:
    """The blocks in one of `langs` that are tried by what they are."""
    return [one for one in EVERY if one.lang in langs and not (one.untried or one.origin)]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """The sample package of the guide, installed."""
    return install(tmp_path_factory.mktemp("guide"))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with all the files that the pages speak of."""
    furnish(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("block", EVERY, ids=str)
def test_a_block_has_a_language_and_a_marker_that_is_known(block: Block) -> None:
    assert block.lang in TRIED | SHOWN
    known = block.untried or block.origin or block.code is not None
    assert known or not block.marker, block.marker
    if block.untried is not None:
        assert len(block.untried.split()) >= 3, "say why"


def test_most_blocks_are_tried() -> None:
    untried = [block for block in EVERY if block.lang in TRIED and block.untried]
    assert len(untried) <= len(EVERY) / 4, [str(block) for block in untried]


@pytest.mark.parametrize("block", [one for one in EVERY if one.origin], ids=str)
def test_lines_are_those_of_the_file_they_are_from(block: Block) -> None:
    assert block.origin is not None
    lines = [line for line in block.text.splitlines() if line.strip()]
    there = block.origin.read_text(encoding="utf-8").splitlines()
    at = 0
    for line in lines:
        if line.strip() == ANYTHING:
            continue
        places = [i for i in range(at, len(there)) if there[i].strip() == line.strip()]
        assert places, f"not in {block.origin.name}, in this order: {line}"
        at = places[0] + 1


@pytest.mark.parametrize("block", [one for one in EVERY if one.code is not None], ids=str)
def test_commands_show_what_the_page_shows(block: Block, folder: Path, site: Installed) -> None:
    first, *shown = block.text.splitlines()
    assert first.startswith(f"{PROMPT}mtaudit "), first
    arguments = shlex.split(first.removeprefix(f"{PROMPT}mtaudit "))
    home = site if block.page == GUIDE else Installed(ROOT)
    done = home.mtaudit(*arguments, cwd=folder)
    assert done.returncode == block.code, done.stdout + done.stderr
    assert_shown(tuple(shown), done.stdout)


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


PAGES = sorted({block.page for block in those("sh", "console") if block.code is None})


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_commands_of_a_page_run_in_order(page: Path, folder: Path) -> None:
    """None is a wrong use: what is found or not is no matter here."""
    for block in those("sh", "console"):
        if block.page == page and block.code is None:
            for command in commands(block):
                result = CliRunner().invoke(cli, command)
                assert result.exit_code in (0, 1), f"{block}: {command}\n{result.output}"


def commands(block: Block) -> list[list[str]]:
    """The arguments of each `mtaudit` in a block; output shown below a prompt is passed over."""
    found = []
    for line in block.text.splitlines():
        if block.lang == "console" and not line.startswith(PROMPT):
            continue
        words = shlex.split(line.removeprefix(PROMPT), comments=True)
        assert words[:1] == ["mtaudit"], f"{block}: {line}; mark the block `not run: …`"
        found.append(words[1:])
    return found


SCRIPT = re.compile(r"python (?:-m )?(benchmarks[./]\w+)(?:\.py)?(.*)")


@pytest.mark.parametrize("block", those("sh", "console") + [b for b in EVERY if b.untried], ids=str)
def test_programs_of_ours_exist_and_know_their_options(block: Block) -> None:
    for name, rest in SCRIPT.findall(block.text):
        path = ROOT / (name.replace(".", "/") + ".py")
        assert path.is_file(), name
        text = path.read_text(encoding="utf-8")
        for option in re.findall(r"--[a-z-]+", rest):
            assert f'"{option}"' in text, f"{name} {option}"


@pytest.mark.parametrize("block", those("toml"), ids=str)
def test_settings_load(block: Block, folder: Path, site: Installed) -> None:
    path = folder / "block.toml"
    path.write_text(block.text, encoding="utf-8")
    table = tomllib.loads(block.text)
    if "name" in table or "pattern" in table:
        count = block.text.count("[[name]]")
        layered = load_authority([path], None, builtin="[defaults]" in block.text)
        assert len(layered.records) >= count
    elif "concept" in table:
        assert len(load_glossary([path]).concepts) == block.text.count("[[concept]]")
    elif "finding" in table:
        assert len(load_suppressions(path)) == block.text.count("[[finding]]")
    else:
        code = (
            "import pathlib; from audit.cli.settings import load_config;"
            "load_config(config_path=pathlib.Path('block.toml'), isolated=False)"
        )
        done = site.run("-c", code, cwd=folder)
        assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("block", those("yaml"), ids=str)
def test_files_for_others_hold_to_their_schemas(block: Block, folder: Path) -> None:
    table = yaml.safe_load(block.text)
    path = folder / "block.yaml"
    if "repos" in table:
        path.write_text(block.text, encoding="utf-8")
        done = program("pre-commit", "validate-config", str(path))
    else:
        jobs = "jobs" in table
        path.write_text(yaml.safe_dump({"on": "push", **table} if jobs else table), "utf-8")
        schema = "vendor.github-workflows" if jobs else "vendor.gitlab-ci"
        done = program("check-jsonschema", "--builtin-schema", schema, str(path))
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("block", those("python"), ids=str)
def test_programs_run(block: Block, folder: Path, site: Installed) -> None:
    ast.parse(block.text)
    done = site.run("-c", block.text, cwd=folder)
    assert done.returncode == 0, done.stderr


def test_readme_shows_five_commands_that_run() -> None:
    shown = [one.text.split()[2] for one in EVERY if one.page == README and one.code is not None]
    assert len(set(shown)) >= 5


def test_shown_output_must_match() -> None:
    assert_shown(("a", "…", "d 3…"), "a\nb\nc\nd 3 of 4\n")
    for wrong in [("b",), ("a", "c", "…"), ("a",)]:
        with pytest.raises(AssertionError):
            assert_shown(wrong, "a\nb\nc\n")


def test_markers_are_read() -> None:
    block = Block(README, 1, "sh", "not run: it needs a cluster", "")
    assert block.untried == "it needs a cluster"
    assert Block(README, 1, "sh", "run: exit 2", "").code == 2
    assert Block(README, 1, "sh", "from docs/a.md", "").origin == ROOT / "docs/a.md"
