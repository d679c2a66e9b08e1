"""What a change does to a file, as a unified diff for people."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby

CONTEXT = 3
"""Lines shown around a change."""
_NO_END = "\\ No newline at end of file"

_Run = tuple[int, int, int, int]
"""Lines `[0:1]` of the old text that became lines `[2:3]` of the new one."""


def unified(before: str, after: str, name: str) -> Iterator[str]:
    """The lines of a unified diff of two texts that differ, without line ends."""
    old, new = _lines(before), _lines(after)
    yield f"--- {name}"
    yield f"+++ {name}"
    for hunk in _hunks(list(_runs(old, new))):
        yield from _hunk(old, new, hunk)


def _lines(text: str) -> list[str]:
    """The lines of a text with their ends; a line ends in a line feed, as `diff` has it."""
    lines = [f"{line}\n" for line in text.split("\n")]
    last = lines.pop()
    return lines if last == "\n" else [*lines, last[:-1]]


def _runs(old: Sequence[str], new: Sequence[str]) -> Iterator[_Run]:
    """The runs of lines that changed; most changes leave the number of lines alone."""
    if len(old) == len(new):
        differ = (one != two for one, two in zip(old, new, strict=True))
        for changed, run in groupby(enumerate(differ), key=lambda each: each[1]):
            lines = [at for at, _ in run]
            if changed:
                yield lines[0], lines[-1] + 1, lines[0], lines[-1] + 1
        return
    for tag, *places in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            yield places[0], places[1], places[2], places[3]


def _hunks(runs: Sequence[_Run]) -> Iterator[list[_Run]]:
    """Runs that are so near each other that their contexts meet."""
    hunk: list[_Run] = []
    for run in runs:
        if hunk and run[0] - hunk[-1][1] > 2 * CONTEXT:
            yield hunk
            hunk = []
        hunk.append(run)
    if hunk:
        yield hunk


def _hunk(old: Sequence[str], new: Sequence[str], runs: Sequence[_Run]) -> Iterator[str]:
    start = max(0, runs[0][0] - CONTEXT)
    end = min(len(old), runs[-1][1] + CONTEXT)
    lines: list[tuple[str, str]] = []
    at = start
    for run in runs:
        lines += ((" ", line) for line in old[at : run[0]])
        lines += (("-", line) for line in old[run[0] : run[1]])
        lines += (("+", line) for line in new[run[2] : run[3]])
        at = run[1]
    lines += ((" ", line) for line in old[at:end])
    begins = runs[0][2] - (runs[0][0] - start)
    removed = sum(sign != "+" for sign, _ in lines)
    added = sum(sign != "-" for sign, _ in lines)
    yield f"@@ -{start + 1},{removed} +{begins + 1},{added} @@"
    for sign, line in lines:
        yield sign + line.removesuffix("\n")
        if not line.endswith("\n"):
            yield _NO_END
