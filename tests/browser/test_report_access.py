"""axe-core finds nothing to complain of, in light, dark and on a phone."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.conftest import Open
from tests.sample_feed import feed

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

UNDECIDED: dict[str, str] = {}
"""Rules that axe leaves to a person (`incomplete`), each with what that person saw; none today."""


def faults(page: Page, rules: list[str]) -> list[str]:
    """What axe objects to on the page as it stands, and what it cannot decide."""
    found: dict[str, Any] = page.evaluate("rules => axe.run({ runOnly: rules })", rules)
    assert found["passes"], "axe looked at nothing"
    open_ = [doubt for doubt in found["incomplete"] if doubt["id"] not in UNDECIDED]
    return [
        f"{fault['id']} at {[node['target'] for node in fault['nodes']][:3]}"
        for fault in [*found["violations"], *open_]
    ]


@pytest.mark.parametrize(
    ("options", "rules"),
    [
        ({"color_scheme": "light"}, RULES),
        ({"color_scheme": "dark"}, ["color-contrast", "link-in-text-block"]),
        ({"color_scheme": "light", "viewport": {"width": 320, "height": 640}}, RULES),
    ],
    ids=["light", "dark", "phone"],
)
def test_no_violations(show: Open, options: dict[str, Any], rules: list[str]) -> None:
    report = feed()
    nested = next(f.fingerprint for f in report.findings if f.text == "12,50")
    opened = show(report, **options)
    opened.page.evaluate(Axe().axe_script)
    views = ("#summary", "#name/0", "#findings", "#articles", f"#article/0/f-{nested}",
             "#article/3", "#unchecked")  # fmt: skip
    found = {view: faults(opened.turn(view), rules) for view in views}
    assert not {view: list_ for view, list_ in found.items() if list_}
