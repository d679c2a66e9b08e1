"""The markup stands up to checkers, as it is written and as the script draws it.

Needs html-validate, which `make setup` fetches where there is npm.
"""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from audit.model.report import Report
from audit.report.html import HtmlFolderReporter
from audit.report.html.trend import trend_text
from tests.browser.conftest import Open
from tests.hostile import hostile_report
from tests.sample_bilingual import bilingual
from tests.sample_feed import feed
from tests.sample_trend import trend

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


def check(folder: Path) -> None:
    """Show all pages in `folder` to the checker."""
    local = ROOT / "build/validators/node_modules/.bin"
    checker = shutil.which("html-validate", path=str(local))
    if not checker:
        if os.environ.get("CI"):
            pytest.fail("html-validate is missing; .ci/validators/install says why")
        pytest.skip("html-validate is not here: it wants npm and a recent Node.js")
    (folder / ".htmlvalidate.json").write_text(
        json.dumps({"root": True, "extends": ["html-validate:standard", "html-validate:a11y"]})
    )
    files = sorted(str(path) for path in folder.glob("*.html"))
    assert files
    done = subprocess.run([checker, *files], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    "report", [feed(), bilingual(), hostile_report()], ids=["feed", "pairs", "hostile"]
)
def test_html_validate_finds_nothing(show: Open, tmp_path: Path, report: Report) -> None:
    opened = show(report)  # written as report0.html
    (tmp_path / "folder.html").write_text(HtmlFolderReporter().files(report)["index.html"])
    for i, view in enumerate(VIEWS):
        drawn = opened.go(view).evaluate(OPENED)
        (tmp_path / f"drawn{i}.html").write_text(drawn, encoding="utf-8", errors="replace")
    check(tmp_path)


def test_html_validate_finds_nothing_in_the_trend(tmp_path: Path) -> None:
    for audits in (0, 1, 12):
        for lang in ("en", "uk"):
            path = tmp_path / f"{audits}-{lang}.html"
            path.write_text(trend_text(trend(audits), lang), encoding="utf-8")
    check(tmp_path)
