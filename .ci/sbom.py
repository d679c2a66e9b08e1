"""Writes the software bill of materials of this checkout: CycloneDX 1.6, as JSON.

    python .ci/sbom.py > sbom.json

Components are those of the lock file that the project needs, by itself (scope `required`), with one
of its extras (`optional`) or for its development only (`excluded`). Licences and dependencies are
those that the installed packages declare. The same checkout gives the same bytes: there is no date
and no serial number in it.
"""

import json
import re
import sys
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / ".ci" / "requirements.lock"
PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^\s\\]+)((?:\s*\\\n\s+--hash=\S+)*)", re.MULTILINE)

CLASSIFIED = {
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD-3-Clause",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
}
"""Classifiers of PyPI and the SPDX identifiers that they stand for."""

SAID = {
    "Apache 2.0": "Apache-2.0",
    "BSD": "BSD-3-Clause",
    "3-Clause BSD License": "BSD-3-Clause",
    "BSD 2-Clause License": "BSD-2-Clause",
    "MIT license": "MIT",
}
"""What packages say in free words."""

UNSAID = {"axe-playwright-python": "MIT"}
"""Packages whose metadata name no licence: what stands in their repository."""


@dataclass(frozen=True, slots=True)
class Pin:
    """One line of the lock file."""

    name: str
    version: str
    hashes: tuple[str, ...]


def pins() -> dict[str, Pin]:
    """The lock file by name of package, in its order."""
    found = PIN.findall(LOCK.read_text(encoding="utf-8"))
    every = (Pin(name, version, tuple(re.findall(r"sha256:\w+", rest)))
             for name, version, rest in found)  # fmt: skip
    return {str(canonicalize_name(one.name)): one for one in every}


def licence(package: Distribution) -> str:
    """The SPDX expression of what a package says of its licence; empty where it says nothing."""
    said = package.metadata
    if expression := said["License-Expression"]:
        return str(expression)
    short = str(said["License"] or "").strip()
    if short and short != "UNKNOWN" and len(short) < 40:
        return SAID.get(short, short.removesuffix(" License").removesuffix(" license"))
    classes = (line.rpartition(" :: ")[2] for line in said.get_all("Classifier") or ()
               if line.startswith("License ::"))  # fmt: skip
    known = sorted({CLASSIFIED.get(one, one) for one in classes} - {"OSI Approved"})
    return " AND ".join(known) or UNSAID.get(canonicalize_name(package.name), "")


def needed(roots: Iterable[str], locked: Mapping[str, Pin]) -> dict[str, set[str]]:
    """Every package that the requirements `roots` lead to, with those that it needs itself."""
    edges: dict[str, set[str]] = {}
    seen = set[tuple[str, frozenset[str]]]()
    waiting = [Requirement(one) for one in roots]
    while waiting:
        one = waiting.pop()
        name, extras = str(canonicalize_name(one.name)), frozenset(one.extras)
        if (name, extras) in seen or name not in locked:
            continue
        seen.add((name, extras))
        further = list(_needs(name, extras))
        edges.setdefault(name, set()).update(_names(further) & locked.keys())
        waiting += further
    return edges


def _needs(name: str, extras: Iterable[str]) -> Iterable[Requirement]:
    """What an installed package needs here, with these of its extras."""
    try:
        lines = distribution(name).requires or ()
    except PackageNotFoundError:
        return
    for line in lines:
        one = Requirement(line)
        if one.marker is None or any(one.marker.evaluate({"extra": e}) for e in ("", *extras)):
            yield one


def requirements() -> tuple[list[str], list[str]]:
    """What pyproject.toml asks for by itself, and with its extras, those of development apart."""
    table = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = table["optional-dependencies"]
    return table["dependencies"], [one for name in extras if name != "dev" for one in extras[name]]


def bill() -> dict[str, object]:
    """The whole bill."""
    locked, (runtime, offered) = pins(), requirements()
    required, optional = needed(runtime, locked), needed(offered, locked)
    edges = {**needed(locked, locked), **optional, **required}
    version = distribution("mtaudit").version
    root = f"pkg:pypi/mtaudit@{version}"
    direct = sorted(_names(map(Requirement, runtime)))
    purl = {name: f"pkg:pypi/{name}@{one.version}" for name, one in locked.items()}
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": root,
                "name": "mtaudit",
                "version": version,
                "licenses": [{"license": {"id": "Apache-2.0"}}],
                "purl": root,
            }
        },
        "components": [
            {
                "type": "library",
                "bom-ref": purl[name],
                "name": name,
                "version": one.version,
                "scope": "required"
                if name in required
                else "optional"
                if name in optional
                else "excluded",
                "licenses": _licences(name),
                "purl": purl[name],
            }
            for name, one in sorted(locked.items())
        ],
        "dependencies": [
            {
                "ref": root,
                "dependsOn": [purl[name] for name in direct],
            },
            *(
                {"ref": purl[name], "dependsOn": [purl[each] for each in sorted(edges[name])]}
                for name in sorted(locked)
            ),
        ],
    }


def _names(lines: Iterable[Requirement]) -> set[str]:
    return {str(canonicalize_name(one.name)) for one in lines}


def _licences(name: str) -> list[dict[str, object]]:
    """The licence of a package as CycloneDX has it; nothing for one that is not installed here."""
    try:
        said = licence(distribution(name))
    except PackageNotFoundError:
        return []
    if not said:
        return []
    if re.fullmatch(r"[A-Za-z0-9.+-]+", said):
        return [{"license": {"id": said}}]
    return [{"expression": said}]


if __name__ == "__main__":
    json.dump(bill(), sys.stdout, ensure_ascii=False, indent=1)
    sys.stdout.write("\n")
