"""A watcher that is killed at any point loses nothing and says nothing twice."""

import subprocess
import sys
from pathlib import Path

from tests.cli.running import environment


def test_killed_at_every_step(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.watch.killed"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        env=environment(),
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 30
