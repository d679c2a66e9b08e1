"""Measures how the time of every pattern grows with its text: `python -m tests.patterns.growth`.

A pattern may take time in proportion to its text, and no more: each is shown strings made to
mislead it, short and four times as long. Times are of the processor, the best of several, and what
is too short to be measured is fast enough. Prints what grows faster; the exit code is 1 then.
"""

import argparse
import json
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.patterns.attacks import attacks
from tests.patterns.collect import ANCHORED

ROOT = Path(__file__).resolve().parents[2]
LENGTH = 3000
"""Characters of the short string."""
FACTOR = 4
STEEP = 9.0
"""Times longer for a string four times as long: 4 is in proportion, 16 its square."""
SLOW = 0.004
"""Seconds under which the short string is not compared: 0.002 of a square would be 0.5 at 50 kB."""
ATTEMPTS = 3
ENOUGH = 0.05
"""Seconds for the long string that prove a pattern steep; no worse string is looked for then."""
FEW = (10, 14, 17, 20, 22, 24, 26, 28, 32, 40, 80, 160)
DEAR = 0.05
"""Seconds that no pattern in proportion to its text takes for strings of `FEW` characters."""

BOUNDED: Mapping[tuple[str, str], str] = {
    ("authority/pattern.py", ""): "one name of the publisher's own file",
    ("segment/breaks.py", "(?:(?:^|"): "the last 48 characters of a sentence",
    ("detect/residue/media_tag.py", ""): "a headline of 200 characters",
    ("detect/punctuation/doubled_mark.py", "[^\\W\\d_]+$"): "24 characters before a mark",
    ("detect/truncation/unbalanced_quotation.py", "\\d[\\d.,"): "6 characters before a mark",
    ("read/html_tokens.py", "[\\t\\n\\f\\r /]*+(["): "attributes without the blanks behind them",
    ("match/readings.py", ""): "a word of 64 letters",
    ("read/html.py", ""): "the first kilobyte of a page",
    ("read/xml_file.py", ""): "the first 256 bytes of a file",
    ("detect/residue/lines.py", "\\s*"): "a line of 240 characters",
    ("decide/toml_text.py", "\\s*\\["): "the publisher's own file, line by line",
    ("read/xml_mended.py", "\\s++("): "the attributes of a whole tag, one behind the other",
    ("detect/residue/caption_credit.py", "(?:\\s*[/|]"): "the end of a line",
    ("detect/residue/site_name_tail.py", "(?P<gap>"): "a headline of 300 characters",
    ("detect/truncation/cut_sentence.py", "(?P<word>"): "the last 40 characters of a text",
    ("detect/style/bare_first_mention.py", "([^\\W\\d_]"): "40 characters before a name",
    ("decide/suppressions_text.py", "(?m)(?:^#"): "the publisher's own file",
}
"""Patterns that are shown short passages only, by file and beginning, and what those are."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern of the package: where it is compiled, and whether it is looked for anywhere."""

    text: str
    flags: int
    where: str
    anywhere: bool
    anchored: bool


@dataclass(frozen=True, slots=True)
class Steep:
    """A pattern whose time grows faster than its text, and the string that shows it."""

    pattern: Pattern
    attack: tuple[str, str, str]
    seconds: float
    times: float

    def __str__(self) -> str:
        lead, body, end = self.attack
        return (
            f"{self.pattern.where}: ×{self.times:.0f} ({self.seconds:.2f} s) on {lead[:20]!r} + "
            f"{body[:20]!r} × n + {end!r}: {self.pattern.text[:70]!r}"
        )


def patterns() -> list[Pattern]:
    """All patterns of the package."""
    command = [sys.executable, "-m", "tests.patterns.collect"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    found = []
    for line in done.stdout.splitlines():
        text, flags, wheres, methods = json.loads(line)
        anchored = bool(ANCHORED.intersection(methods))
        anywhere = bool(set(methods) - ANCHORED)
        found.append(Pattern(text, flags, wheres[0], anywhere, anchored))
    return found


def steepest(pattern: Pattern, most: int) -> Steep | None:
    """The attack of `most` under which the time of a pattern grows most, if it grows too fast."""
    compiled = re.compile(pattern.text, pattern.flags)
    worst: Steep | None = None
    for attack in attacks(pattern.text, pattern.flags)[:most]:
        for anywhere in {pattern.anywhere, not pattern.anchored}:
            found = _growth(compiled, attack, anywhere)
            if found and (worst is None or found[0] > worst.seconds):
                worst = Steep(pattern, attack, *found)
        if worst and worst.seconds > ENOUGH:
            break
    return worst


def _growth(
    compiled: re.Pattern[str], attack: tuple[str, str, str], anywhere: bool
) -> tuple[float, float] | None:
    """Seconds for the long string and how many times longer that is, if it is too many."""
    lead, body, end = attack
    for size in FEW:  # first the few characters that suffice where the time doubles with each
        few = f"{lead}{body * max(1, size // len(body))}{end}"
        if (spent := _seconds(compiled, few, anywhere)) > DEAR:
            return spent, float("inf")
    short, long = (f"{lead}{body * (n // len(body) + 1)}{end}" for n in (LENGTH, FACTOR * LENGTH))
    if (first := _seconds(compiled, short, anywhere)) < SLOW:
        return None
    second = _seconds(compiled, long, anywhere)
    for _ in range(ATTEMPTS):  # another program may have disturbed one of the two
        if second < STEEP * first:
            return None
        first = max(first, _seconds(compiled, short, anywhere))
        second = min(second, _seconds(compiled, long, anywhere))
    return (second, second / first) if second >= STEEP * first else None


def _seconds(compiled: re.Pattern[str], text: str, anywhere: bool) -> float:
    began = time.process_time()
    if anywhere:
        for _ in compiled.finditer(text):
            pass
    else:
        compiled.match(text)
    return time.process_time() - began


def steep(most: int, every: int = 1) -> Iterator[Steep]:
    """What grows too fast of every `every`th pattern, under `most` attacks each."""
    for pattern in patterns()[::every]:
        found = steepest(pattern, most)
        if found and not _is_bounded(pattern):
            yield found


def _is_bounded(pattern: Pattern) -> bool:
    file = pattern.where.partition(":")[0]
    return any(file == one and pattern.text.startswith(start) for one, start in BOUNDED)


def main() -> int:
    """Measure all patterns."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    asked.add_argument("--attacks", type=int, default=80, help="for each pattern (default: 80)")
    given = asked.parse_args()
    count = 0
    for found in steep(given.attacks):
        count += 1
        print(found, flush=True)
    print(f"{count} of {len(patterns())} patterns grow faster than their text")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
