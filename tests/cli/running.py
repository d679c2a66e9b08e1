"""Runs the command: in this process over a report made beforehand, or as a process of its own."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

from click.testing import CliRunner, Result

from audit.cli.main import cli
from audit.config.schema import Config
from audit.model.report import Report

ROOT = Path(__file__).resolve().parents[2]


@dataclass
class FakeAudit:
    """Stands for `audit.run.audit`: gives one report and keeps what it was asked."""

    report: Report
    inputs: Sequence[str] = ()
    config: Config = field(default_factory=Config)
    stdin: bytes | None = None
    stdin_filename: str | None = None
    fault: BaseException | None = None

    def __call__(
        self,
        inputs: Sequence[str],
        config: Config,
        *,
        stdin: BinaryIO | None = None,
        stdin_filename: str | None = None,
        progress: Callable[[int, int | None], None] | None = None,
    ) -> Report:
        self.inputs, self.config = inputs, config
        self.stdin = stdin.read() if stdin else None
        self.stdin_filename = stdin_filename
        if progress:
            progress(1, None)
        if self.fault:
            raise self.fault
        return self.report


def invoke(*arguments: str, text: str | bytes | None = None, **env: str) -> Result:
    """Run the command in this process; a traceback is a failure of the test."""
    result = CliRunner(env={"MTAUDIT_DEBUG": "", **env}).invoke(cli, arguments, input=text)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert "Traceback" not in result.output
    return result


def process(
    *arguments: str,
    cwd: Path | None = None,
    text: bytes = b"",
    env: Mapping[str, str] | None = None,
) -> "subprocess.CompletedProcess[bytes]":
    """Run the command as a process of its own, as a shell would."""
    return subprocess.run(
        [sys.executable, "-m", "audit", *arguments],
        cwd=cwd,
        input=text,
        capture_output=True,
        check=False,
        env=environment(env),
    )


def environment(extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment of a child: this one's, with the project on the path."""
    kept: dict[str, Any] = {k: v for k, v in os.environ.items() if not k.startswith("MTAUDIT")}
    return {**kept, "PYTHONPATH": str(ROOT), **(extra or {})}
