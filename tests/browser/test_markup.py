"""The markup stands up to checkers, as it is written and as the script draws it.

Needs html-validate (`npm install html-validate`) on the path or in `.tools/node_modules`.
"""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from audit.model.report import Report
from audit.report.html import HtmlFolderReporter
from tests.browser.conftest import Open
from tests.hostile import hostile_report
from tests.sample_bilingual import bilingual
from tests.sample_feed import feed

ROOT = Path(__file__).resolve().parents[2]
VIEWS = ("#summary", "#findings", "#names", "#article/0", "#articles", "#decisions", "#unchecked")

OPENED = """() => {
  for (const box of document.querySelectorAll("details")) {
    box.open = true;
    box.dispatchEvent(new Event("toggle"));
  }
  document.querySelector("#data").remove();
  return "<!doctype html>\\n" + document.documentElement.outerHTML;
}"""
"""All that is folded unfolded; the packed data, which no checker need read, away."""


@pytest.mark.tools
@pytest.mark.parametrize(
    "report", [feed(), bilingual(), hostile_report()], ids=["feed", "pairs", "hostile"]
)
def test_html_validate_finds_nothing(show: Open, tmp_path: Path, report: Report) -> None:
    local = ROOT / ".tools" / "node_modules" / ".bin"
    checker = shutil.which("html-validate") or shutil.which("html-validate", path=str(local))
    if not checker:
        pytest.skip("html-validate is not installed")
    (tmp_path / ".htmlvalidate.json").write_text(
        json.dumps({"root": True, "extends": ["html-validate:standard", "html-validate:a11y"]})
    )
    opened = show(report)  # written as report0.html
    (tmp_path / "folder.html").write_text(HtmlFolderReporter().files(report)["index.html"])
    for i, view in enumerate(VIEWS):
        drawn = opened.go(view).evaluate(OPENED)
        (tmp_path / f"drawn{i}.html").write_text(drawn, encoding="utf-8", errors="replace")
    files = sorted(str(path) for path in tmp_path.glob("*.html"))
    done = subprocess.run([checker, *files], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
