"""Nothing ships under terms that a publisher could not accept, and everything is said."""

import importlib.util
import json
import re
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "licences.md").read_text(encoding="utf-8")
DATA = sorted((ROOT / "audit").rglob("*.toml"))

NAMED = re.compile(
    r"[Ll]icence (?P<plain>[A-Z][\w.-]+\d)|\b(?P<short>CC0|CC BY(?:-SA)?|MIT|GPL|ODbL)\b"
)
"""A licence in the head of a data file."""
SPDX = {"CC0": "CC0-1.0"}


def sbom() -> ModuleType:
    """The program that writes the bill of materials."""
    spec = importlib.util.spec_from_file_location("sbom", ROOT / ".ci" / "sbom.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["sbom"] = module
    spec.loader.exec_module(module)
    return module


SBOM = sbom()
LOCKED = SBOM.pins()
RUNTIME, OFFERED = SBOM.requirements()
SHIPPED = sorted(SBOM.needed([*RUNTIME, *OFFERED], LOCKED))


def allowed() -> set[str]:
    """The licences that the page allows."""
    table = PAGE.partition("## Packages")[2].partition("## Programs")[0]
    rows = re.findall(r"^\| ([\w., -]+) \| \w", table, re.MULTILINE)
    return {one.strip() for row in rows for one in row.split(",")} - {"licence"}


def test_the_lists_are_read() -> None:
    assert {"MIT", "Apache-2.0", "MPL-2.0"} <= allowed()
    assert len(SHIPPED) > 50
    assert len(DATA) > 200


@pytest.mark.parametrize("name", LOCKED)
def test_a_package_has_an_allowed_licence(name: str) -> None:
    """Those for development may have others, but are no GPL either."""
    try:
        said = SBOM.licence(distribution(name))
    except PackageNotFoundError:
        pytest.skip("not installed on this machine")
    assert said, f"{name} names no licence; look, and add it to UNSAID of .ci/sbom.py"
    parts = {one for one in re.split(r" (?:AND|OR|WITH) |[()]", said) if one.strip()}
    assert not re.search("GPL", said), said
    if name in SHIPPED:
        assert parts <= allowed(), f"{name}: {said}"


def test_every_requirement_is_pinned_with_digests() -> None:
    lines = [line for line in SBOM.LOCK.read_text("utf-8").splitlines() if "==" in line]
    assert len(lines) == len(LOCKED)
    assert all(pin.hashes for pin in LOCKED.values())
    wanted = {SBOM.canonicalize_name(SBOM.Requirement(one).name) for one in RUNTIME}
    assert wanted <= LOCKED.keys()


def test_the_bill_is_the_same_bytes_and_whole() -> None:
    command = [sys.executable, str(ROOT / ".ci" / "sbom.py")]
    first, second = (subprocess.run(command, capture_output=True, check=True) for _ in range(2))
    assert first.stdout == second.stdout
    bill = json.loads(first.stdout)
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    assert not {"serialNumber", "timestamp"} & {*bill, *bill["metadata"]}
    components = {one["name"]: one for one in bill["components"]}
    assert components.keys() == LOCKED.keys()
    assert components["click"]["scope"] == "required"
    assert components["spacy"]["scope"] == "optional"
    assert components["mypy"]["scope"] == "excluded"
    refs = {one["bom-ref"] for one in (*bill["components"], bill["metadata"]["component"])}
    for one in bill["dependencies"]:
        assert {one["ref"], *one["dependsOn"]} <= refs
    assert len(bill["dependencies"]) == len(refs)


@pytest.mark.parametrize("path", DATA, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_data_file_says_what_it_is_and_whose(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    head = []
    for line in lines:
        if not line.startswith("#"):
            break
        head.append(line.lstrip("# "))
    text = " ".join(head)
    assert len(text) > 20, "no head"
    for found in NAMED.finditer(text):
        name = found["plain"] or found["short"]
        said = rows().get(SPDX.get(name, name))
        assert said, f"docs/licences.md has no row for {name}"
        where = path.relative_to(ROOT).as_posix()
        assert any(where == one or where.startswith(f"{one}/") for one in said), f"{name}: {where}"


def rows() -> dict[str, list[str]]:
    """The places that each licence is said to hold in, by licence."""
    table = PAGE.partition("## Data that ships")[2].partition("## Packages")[0]
    found: dict[str, list[str]] = {}
    for line in table.splitlines():
        cells = line.strip("|").split("|")
        if len(cells) == 4 and "`" in cells[3]:
            licence = cells[1].split()[0]
            found.setdefault(licence, []).extend(re.findall("`([^`]+)`", cells[3]))
    return found


def test_places_of_the_page_exist_and_hold_what_they_say() -> None:
    heads = {path.relative_to(ROOT).as_posix(): path.read_text("utf-8")[:2000] for path in DATA}
    for licence, places in rows().items():
        for place in places:
            assert (ROOT / place).exists(), place
            inside = [text for name, text in heads.items() if name.startswith(place)]
            names = [short for short, spdx in SPDX.items() if spdx == licence] or [licence]
            assert any(name in text for text in inside for name in names), f"{licence}: {place}"


def test_the_notice_that_unicode_asks_for_ships() -> None:
    text = (ROOT / "docs" / "licences" / "unicode-3.0.txt").read_text(encoding="utf-8")
    assert "this copyright and permission notice appear" in text
    assert text.startswith("UNICODE LICENSE V3")
    pyproject = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert '"docs/licences/*.txt"' in pyproject
