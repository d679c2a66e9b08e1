"""Writes a report as HTML that needs nothing else: no network, no server, no build."""

from collections.abc import Iterator, Mapping
from typing import TextIO

from audit.model.report import Report
from audit.report.html.assets import Assets, environment, inline, joined, policy, source, style
from audit.report.html.index import Index
from audit.report.html.languages import strings_in
from audit.report.html.page import page
from audit.report.html.payload import encode, payload
from audit.report.html.strings import ENGLISH, Strings

SCRIPTS = (
    "inflate.js",
    "dom.js",
    "hooks.js",
    "filters.js",
    "findings.js",
    "concordance.js",
    "spread.js",
    "names.js",
    "articles.js",
    "article.js",
    "keys.js",
    "decide.js",
    "decide_cards.js",
    "decide_view.js",
    "decide_serve.js",
    "theme_choice.js",
    "report.js",
)
"""The parts of the page's script, in the order in which they build on one another."""


def script() -> str:
    """The page's script."""
    return joined(SCRIPTS)


def _style() -> str:
    """The page's style: the rules for narrow pages and for paper come last."""
    return style(("style.css", "decide.css", "media.css"))


def _page(index: Index, words: Strings, assets: Assets) -> Iterator[str]:
    """The page as pieces of text."""
    template = environment().get_template("report.html.j2")
    return template.generate(page=page(index, words), words=words, assets=assets)


class HtmlReporter:
    """The report an editor works in, as one file.

    `most_findings` limits what the page holds to the worst so many; the page says what is left out.
    """

    suffix = "html"

    def __init__(self, words: Strings = ENGLISH, most_findings: int | None = None) -> None:
        self.words = words
        self.most_findings = most_findings

    def tuned(self, lang: str, most_findings: int | None) -> "HtmlReporter":
        """The reporter that speaks `lang` and holds `most_findings` at most."""
        return HtmlReporter(strings_in(lang), most_findings)

    def write(self, report: Report, out: TextIO) -> None:
        """Write the page to `out`; equal reports give equal text."""
        index = Index(report, self.most_findings)
        out.writelines(_page(index, self.words, self._assets(index)))

    def served(self, report: Report, token: str) -> tuple[str, str]:
        """The page for a server that takes decisions, and the policy to send along with it."""
        index = Index(report, self.most_findings)
        assets = self._assets(index, token)
        return "".join(_page(index, self.words, assets)), assets.policy

    def _assets(self, index: Index, server: str = "") -> Assets:
        return inline(_style(), script(), encode(payload(index, self.words)), server)


class HtmlFolderReporter:
    """The same report as a folder, for servers that refuse scripts and styles inside a page."""

    suffix = ""

    def __init__(self, words: Strings = ENGLISH, most_findings: int | None = None) -> None:
        self.words = words
        self.most_findings = most_findings

    def tuned(self, lang: str, most_findings: int | None) -> "HtmlFolderReporter":
        """The reporter that speaks `lang` and holds `most_findings` at most."""
        return HtmlFolderReporter(strings_in(lang), most_findings)

    def files(self, report: Report) -> Mapping[str, str]:
        """The files by name; `index.html` is the page. Equal reports give equal texts."""
        index = Index(report, self.most_findings)
        assets = Assets(policy("'self'", "'self'"))
        return {
            "index.html": "".join(_page(index, self.words, assets)),
            "report.css": _style(),
            "theme.js": source("script/theme.js"),
            "data.js": f'globalThis.mtauditData = "{encode(payload(index, self.words))}";\n',
            "report.js": script(),
        }
