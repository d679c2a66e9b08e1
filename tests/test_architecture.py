"""The shape of the project: arrows, sizes, docstrings, cheap import, nothing of any one machine."""

import ast
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MAX_LINES = 400
"""A file longer than this holds more than one thing."""

WRITTEN = {".css", ".j2", ".js", ".py"}
"""Endings of what people write and read, data and pages of text apart."""

HEAVY = {
    *("anyascii", "charset_normalizer", "click", "eldc", "jinja2", "langdetect", "lxml"),
    *("markdown_it", "multiprocessing", "numpy", "orjson", "rapidfuzz", "ray", "rich"),
    *(
        "navec",
        "onnxruntime",
        "protego",
        "sacrebleu",
        "sentencex",
        "simplemma",
        "slovnet",
        "spacy",
        "torch",
    ),
    *("tokenizers", "transformers", "urllib3"),
}
"""Libraries that `import audit` must leave alone: each is loaded where it is used."""

ABOVE = {"cli", "run"}
"""Layers that may start processes of their own."""

MACHINE_PATH = re.compile(r"(?<![\w.~])/(?!home/me/)(?:home|root|work|Users|tmp|mnt)/\w")
"""A path of somebody's machine; what lies under /home/me is made up, for tests of such paths."""

REGISTRY = re.compile(
    r"(?<!no-emit-)(?:index-url|trusted-host|find-links)|pypi\.org|pythonhosted|registry\.npmjs"
)
THIS_FILE = "tests/test_architecture.py"
"""Holds the patterns themselves."""


def sources() -> list[Path]:
    """Every Python file of the package."""
    return sorted((ROOT / "audit").rglob("*.py"))


@cache
def tracked() -> tuple[str, ...]:
    """Paths of the files that git would carry, or nothing outside a checkout."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    try:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        return ()
    return tuple(sorted(set(done.stdout.splitlines()))) if done.returncode == 0 else ()


def tool(*arguments: str) -> None:
    """Run a module of the development environment over the tree; its output is the failure."""
    command = [sys.executable, "-m", *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.tools
def test_ruff_finds_nothing() -> None:
    tool("ruff", "check")


@pytest.mark.tools
def test_ruff_would_format_nothing() -> None:
    tool("ruff", "format", "--check")


@pytest.mark.tools
def test_types_hold() -> None:
    tool("mypy")


@pytest.mark.tools
def test_arrows_point_one_way() -> None:
    code = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports())"
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", sources(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_module_says_what_it_is_and_stays_short(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    docstring = ast.get_docstring(ast.parse(text))
    assert docstring, "no docstring"
    assert docstring.splitlines()[0].rstrip().endswith((".", ":", "?")), "not a full sentence"
    assert len(text.splitlines()) <= MAX_LINES


@pytest.mark.parametrize(
    "path",
    [one for folder in ("tests", "benchmarks", "templates", ".ci")
     for one in sorted((ROOT / folder).rglob("*.*")) if one.suffix in WRITTEN],
    ids=lambda path: path.relative_to(ROOT).as_posix(),
)  # fmt: skip
def test_what_stands_beside_the_package_stays_short_too(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MAX_LINES


@pytest.mark.parametrize("path", sources(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_module_is_named_for_a_thing(path: Path) -> None:
    assert path.stem not in {"utils", "util", "helpers", "common", "manager", "misc"}


POSSESSIVE = {
    *("audit/annotate/uncased/latin.py", "audit/lang/word_list.py", "audit/read/cells.py"),
    *("audit/read/formats.py", "audit/read/json_scan.py", "audit/read/po.py"),
    *("audit/rewrite/cells.py", "audit/rewrite/strings.py"),
}
"""Files with possessive groups that were tried on Python 3.11.2: none gives another match there."""


def test_possessive_groups_are_those_that_were_tried_on_old_versions() -> None:
    """Up to Python 3.11.4 a round of such a group that fails halfway stays consumed (gh-106052)."""
    found = {
        path.relative_to(ROOT).as_posix()
        for path in sources()
        for line in path.read_text(encoding="utf-8").splitlines()
        if "(?" in line and re.search(r"\)(?:[*+?]|\{+[\d,]*\}+)\+", line)
    }
    assert found == POSSESSIVE


def test_importing_the_package_loads_nothing_heavy() -> None:
    code = "import sys, audit; print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    loaded = HEAVY & set(done.stdout.split())
    assert not loaded, loaded


def test_only_run_starts_processes() -> None:
    starts = re.compile(
        r"^\s*(?:import|from) (?:ray|multiprocessing|concurrent\.futures|subprocess)\b",
        re.MULTILINE,
    )
    for path in sources():
        if path.relative_to(ROOT / "audit").parts[0] not in ABOVE:
            found = starts.search(path.read_text(encoding="utf-8"))
            assert found is None, f"{path.relative_to(ROOT)}: {found and found.group()}"


def test_no_file_knows_the_machine_it_was_made_on() -> None:
    if not tracked():
        pytest.skip("not a git checkout")
    found = []
    for name in tracked():
        path = ROOT / name
        if name == THIS_FILE or not path.is_file() or path.is_symlink():
            continue
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        for number, line in enumerate(text.splitlines(), 1):
            if MACHINE_PATH.search(line) or REGISTRY.search(line):
                found.append(f"{name}:{number}: {line.strip()[:100]}")
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("line", "caught"),
    [
        ("open('/home/ann/feed.jsonl')", True),
        ("open('/home/me/feed.jsonl')", False),
        ("--extra-index-url file:x", True),
        ("--no-emit-index-url", False),
        ("https://example.org/work/page", False),
        ("see ../shared/eval", False),
    ],
)
def test_the_patterns_catch_what_they_should(line: str, caught: bool) -> None:
    assert bool(MACHINE_PATH.search(line) or REGISTRY.search(line)) is caught
