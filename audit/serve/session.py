"""One sitting over a feed: its inputs, the report on them, and the decisions made so far."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from threading import Lock

from audit import run
from audit.config.schema import Config
from audit.decide import Contents, Files, contents, plan, read_decisions
from audit.model.report import Report

NOTHING = b'{"schema": "mtaudit/decisions/1", "decisions": []}'


class Session:
    """Audits `inputs`, shows the report and carries decisions out as they come.

    `configure` gives the settings anew for every audit, so that what was changed in between counts.
    The page sends all its decisions each time, and they are carried into the files as these were
    when the session began: so a decision that was taken back is undone in them. Where somebody
    else has changed a file, the session goes on from that.
    """

    def __init__(
        self, inputs: Sequence[str], configure: Callable[[], tuple[Config, Files]]
    ) -> None:
        self._inputs = inputs
        self._configure = configure
        self._lock = Lock()
        self._config, self.files = configure()
        self._base: Contents = contents(self.files)
        self._last: Contents = self._base
        self._decisions = NOTHING
        self._report: Report | None = None

    def audit(self, progress: run.Progress | None = None) -> Report:
        """Audit the inputs under the settings as they are now.

        Raises `ConfigError` where settings or files cannot be used.
        """
        with self._lock:
            self._config, files = self._configure()
            if files != self.files:
                self.files, self._base = files, contents(files)
                self._last = self._base
            self._report = run.audit(self._inputs, self._in_force(), progress=progress)
            return self._report

    @property
    def report(self) -> Report:
        """The report of the last audit; the first one is made when it is asked for."""
        return self._report or self.audit()

    @property
    def decisions(self) -> bytes:
        """The decisions of this session, as decisions.json."""
        return self._decisions

    def decide(self, content: bytes) -> tuple[str, ...]:
        """Carry out all the decisions in `content`, and undo those that are no longer in it.

        Returns the names of the files that were written. Raises `ConfigError` where the decisions
        are not understood or contradict the files or one another; nothing is written then.
        """
        with self._lock:
            decisions = read_decisions(content, "decisions")
            now = contents(self.files)
            if now != self._last:
                self._base = now
            made = plan(decisions, self.files, self._config, base=self._base)
            made.write()
            self._last = contents(self.files)
            self._decisions = content
            return tuple(change.path.name for change in made.changes)

    def _in_force(self) -> Config:
        """The settings with the two files of this session, where they exist, among them."""
        config = self._config
        names, suppressions = self.files.names, self.files.suppressions
        listed = {Path(one).resolve() for one in config.authority}
        if names.exists() and names.resolve() not in listed:
            config = replace(config, authority=(str(names), *config.authority))
        there = suppressions.exists()
        return replace(config, suppressions=str(suppressions) if there else None)
