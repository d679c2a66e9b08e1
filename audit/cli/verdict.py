"""What a run amounts to: its exit code, and in words why it is not 0."""

from collections.abc import Iterator

from audit.cli.exit_code import ExitCode
from audit.config.schema import Config
from audit.model.report import NoteLevel, Report
from audit.model.score import SMALLEST_SAMPLE


def exit_code(report: Report, config: Config, *, exit_zero: bool) -> ExitCode:
    """The exit code; something left undone weighs more than something found."""
    if any(note.level is NoteLevel.ERROR for note in report.notes):
        return ExitCode.UNUSABLE
    if exit_zero:
        return ExitCode.CLEAN
    if any(config.fail_on.met_by(finding) for finding in report.findings):
        return ExitCode.FINDINGS
    return ExitCode.FINDINGS if any(failures(report, config)) else ExitCode.CLEAN


def failures(report: Report, config: Config) -> Iterator[str]:
    """The reasons to fail that no single finding shows: the score, then the gates.

    A gate fails by new findings only, as `--fail-on` does; the score counts known ones too.
    """
    if report.scores is None:
        return
    feed = report.scores.feed
    floor = config.fail_under
    if floor is not None and feed.quality is not None and feed.quality < floor:
        yield f"the score {feed.quality} is below {floor:g} (fail-under)"
    for gate in feed.gates:
        if gate.new and gate.kind in config.fail_on_gate:
            findings = "1 new finding" if gate.new == 1 else f"{gate.new:,} new findings"
            yield f"the gate “{gate.kind}” is closed by {findings} (fail-on-gate)"


def unjudged(report: Report, config: Config) -> str | None:
    """Why `fail-under` could not be judged; None where it was, or was not asked for."""
    if config.fail_under is None or report.scores is None:
        return None
    feed = report.scores.feed
    if feed.quality is not None:
        return None
    return (
        f"fail-under was not judged: {feed.words:,} words in all, a score needs {SMALLEST_SAMPLE}"
    )
