"""A few kills; `python -m tests.hardening.kills` makes as many as are asked for."""

import subprocess
import sys
from pathlib import Path

from tests.cli.running import environment


def test_killed_at_random_points(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.hardening.kills", "--kills", "2"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        env=environment(),
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("2 kills survived") == 3
