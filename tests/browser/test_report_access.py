"""axe-core finds nothing to complain of, in light, dark and on a phone."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.conftest import Open
from tests.sample_bilingual import bilingual
from tests.sample_feed import feed

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

NARROW = ["target-size", "color-contrast", "link-in-text-block", "scrollable-region-focusable"]
"""The rules that width can change the outcome of."""

UNDECIDED = {
    ("color-contrast", "dialog, .scroll"): "what is scrolled out of its box, or lies over the page "
    "in an opaque dialog; the same text in the same colours is measured elsewhere",
}
"""What axe leaves to a person (`incomplete`): rule and where, and what that person saw."""

RUN = """async ([rules, known]) => {
  const found = await axe.run({ runOnly: rules });
  const seen = (doubt, node) => known.some(([rule, where]) =>
    rule === doubt.id && document.querySelector(node.target[0])?.closest(where));
  for (const doubt of found.incomplete) {
    doubt.nodes = doubt.nodes.filter((node) => !seen(doubt, node));
  }
  return found;
}"""


def faults(page: Page, rules: list[str]) -> list[str]:
    """What axe objects to on the page as it stands, and what it cannot decide."""
    found: dict[str, Any] = page.evaluate(RUN, [rules, list(map(list, UNDECIDED))])
    assert found["passes"], "axe looked at nothing"
    objected = [(one["id"], one["nodes"]) for one in found["violations"] + found["incomplete"]]
    return [f"{id_} at {[n['target'] for n in nodes][:3]}" for id_, nodes in objected if nodes]


LOOKS: dict[str, tuple[dict[str, Any], list[str]]] = {
    "light": ({"color_scheme": "light"}, RULES),
    "dark": ({"color_scheme": "dark"}, ["color-contrast", "link-in-text-block"]),
    "phone": ({"color_scheme": "light", "viewport": {"width": 320, "height": 640}}, NARROW),
    "forced colours": ({"forced_colors": "active"}, ["color-contrast"]),
}
"""How a page may be looked at, and the rules that can tell a difference there."""


@pytest.mark.parametrize("look", LOOKS)
def test_no_violations(show: Open, look: str) -> None:
    options, rules = LOOKS[look]
    report = feed()
    nested = next(f.fingerprint for f in report.findings if f.text == "12,50")
    opened = show(report, **options)
    opened.page.evaluate(Axe().axe_script)
    views = ("#summary", "#name/0", "#findings", "#articles", f"#article/0/f-{nested}",
             "#article/3", "#unchecked")  # fmt: skip
    found = {view: faults(opened.turn(view), rules) for view in views}
    assert not {view: list_ for view, list_ in found.items() if list_}


@pytest.mark.parametrize("look", ["light", "dark", "phone"])
def test_no_violations_beside_a_source(show: Open, look: str) -> None:
    options, rules = LOOKS[look]
    opened = show(bilingual(), **options)
    page = opened.page
    page.evaluate(Axe().axe_script)
    found = {
        view: faults(opened.turn(view), rules) for view in ("#summary", "#findings", "#article/0")
    }
    opened.turn("#name/0")
    page.click(".over-documents summary")
    page.wait_for_selector(".grid")
    found["names"] = faults(page, rules)
    opened.turn("#findings")
    page.click(".keys-button")
    found["keys"] = faults(page, rules)
    assert not {view: list_ for view, list_ in found.items() if list_}
