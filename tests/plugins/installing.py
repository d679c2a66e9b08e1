"""Installs the sample package with pip and runs the command beside it."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "tests" / "plugins" / "house"
"""The sample package, which `docs/write-a-rule.md` explains."""


@dataclass(frozen=True, slots=True)
class Installed:
    """A folder into which a package was installed, and folders that hold more modules."""

    site: Path
    beside: tuple[Path, ...] = ()

    def environment(self) -> dict[str, str]:
        """The environment of a process that finds the package and the project."""
        search = os.pathsep.join(map(str, (self.site, *self.beside, ROOT)))
        return {**os.environ, "PYTHONPATH": search, "PYTHONUTF8": "1", "NO_COLOR": "1"}

    def run(self, *arguments: str, cwd: Path) -> "subprocess.CompletedProcess[str]":
        """Run `python` with `arguments`."""
        return subprocess.run(
            [sys.executable, *arguments],
            capture_output=True,
            encoding="utf-8",
            cwd=cwd,
            env=self.environment(),
            check=False,
        )

    def mtaudit(self, *arguments: str, cwd: Path) -> "subprocess.CompletedProcess[str]":
        """Run the command."""
        return self.run("-m", "audit", *arguments, cwd=cwd)


def install(folder: Path) -> Installed:
    """Build the sample package and install it into `folder`; nothing is fetched."""
    offline = ("--no-index", "--no-deps", "--no-build-isolation", "--disable-pip-version-check")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", *offline]
    done = subprocess.run(
        [*pip, "--target", str(folder), str(SAMPLE)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return Installed(folder)
