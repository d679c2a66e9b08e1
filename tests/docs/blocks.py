"""The code blocks of the README and the pages: where they stand, and how each is to be tried.

A comment in the line before a block says how, where its language alone does not:

    <!-- run: exit 1 -->       commands with the output shown below them, and the exit code
    <!-- from PATH -->         lines of that file, in order
    <!-- not run: REASON -->   why it cannot be tried
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
README = ROOT / "README.md"
PAGES = (README, *sorted((ROOT / "docs").glob("*.md")))

_BLOCK = re.compile(
    r"^(?:<!-- (?P<marker>[^\n]*?) -->\n)?```(?P<lang>\w*)\n(?P<text>.*?)^```$",
    re.DOTALL | re.MULTILINE,
)
TRIED = {"console", "json", "python", "sh", "toml", "yaml"}
"""Languages whose blocks are tried."""
SHOWN = {"", "groovy", "lua", "sql"}
"""Languages of drawings, and of programs that are not here."""


@dataclass(frozen=True, slots=True)
class Block:
    """One code block of a page; `line` is that of its fence."""

    page: Path
    line: int
    lang: str
    marker: str
    text: str

    def __str__(self) -> str:
        return f"{self.page.stem}:{self.line}"

    @property
    def untried(self) -> str | None:
        """Why it is not tried, where its marker says so."""
        said = re.fullmatch(r"not run: (.+)", self.marker)
        return said[1] if said else None

    @property
    def code(self) -> int | None:
        """The exit code that it is to end with, where its marker names one."""
        said = re.fullmatch(r"run: exit (\d)", self.marker)
        return int(said[1]) if said else None

    @property
    def origin(self) -> Path | None:
        """The file that its lines are from, where its marker names one."""
        said = re.fullmatch(r"from (\S+)", self.marker)
        return ROOT / said[1] if said else None


def blocks() -> Iterator[Block]:
    """All blocks of all pages, in order."""
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        for found in _BLOCK.finditer(text):
            line = text.count("\n", 0, found.start("lang")) + 1
            yield Block(page, line, found["lang"], found["marker"] or "", found["text"])
