"""Small feeds on disk, and reports as text."""

import io
import json
from pathlib import Path

from audit.model.report import Report
from audit.report.json import JsonReporter


def feed(folder: Path, *texts: str) -> list[str]:
    """A file of English documents d0, d1, … as an input."""
    path = folder / "feed.jsonl"
    lines = ({"id": f"d{n}", "text": text, "lang": "en"} for n, text in enumerate(texts))
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return [str(path)]


def written(report: Report) -> str:
    """The report as JSON."""
    out = io.StringIO()
    JsonReporter().write(report, out)
    return out.getvalue()
