"""Writes a report as HTML that needs nothing else: no network, no server, no build."""

from base64 import b64encode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TextIO

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from audit.model.report import Report
from audit.report.html.index import Index
from audit.report.html.languages import strings_in
from audit.report.html.page import page
from audit.report.html.payload import encode, payload
from audit.report.html.reveal import inert
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
    "report.js",
)
"""The parts of the page's script, in the order in which they build on one another."""


def template_root() -> Traversable:
    """The folder of templates: inside an installed wheel, else beside the package's folder."""
    package = files("audit")
    shipped = package / "_templates"
    return shipped if shipped.is_dir() else Path(str(package)).parent / "templates"


def _source(name: str) -> str:
    """The text of one template file, line ends as LF whatever the checkout made of them."""
    return template_root().joinpath(name).read_text(encoding="utf-8").replace("\r\n", "\n")


def _finalize(value: object) -> object:
    """Spell out invisible characters in whatever a template prints, markup of our own apart."""
    return inert(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@cache
def _environment() -> Environment:
    """The template engine: everything is escaped, an unknown name is an error."""
    return Environment(
        loader=FunctionLoader(_source),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def script() -> str:
    """The page's script: its parts in one closed scope."""
    parts = "\n".join(_source(f"script/{name}") for name in SCRIPTS)
    return f'"use strict";\n(() => {{\n{parts}}})();\n'


def _style() -> str:
    """The page's style: the rules for narrow pages and for paper come last."""
    return "\n".join(_source(name) for name in ("style.css", "decide.css", "media.css"))


def source_hash(text: str) -> str:
    """The hash by which a content security policy lets an inline script or style through."""
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode("ascii")


def policy(scripts: str, styles: str, more: str = "") -> str:
    """A content security policy that allows these sources of scripts and styles, nothing else."""
    return (
        f"default-src 'none'; script-src {scripts}; style-src {styles}; "
        f"img-src data:; {more}base-uri 'none'; form-action 'none'"
    )


@dataclass(frozen=True, slots=True)
class Assets:
    """How a page comes by its style, its scripts and its data.

    `style`, `early` and `late` are the texts that stand in the page, None where it links to files;
    `data` is the packed data, empty where a script of its own brings it. `server` is the token
    with which the page speaks to the server that it comes from, if it may.
    """

    policy: str
    style: str | None = None
    early: str | None = None
    late: str | None = None
    data: str = ""
    server: str = ""


def _page(index: Index, words: Strings, assets: Assets) -> Iterator[str]:
    """The page as pieces of text."""
    template = _environment().get_template("report.html.j2")
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
        style, early, late = _style(), _source("script/theme.js"), script()
        hashes = " ".join(f"'{source_hash(text)}'" for text in (early, late))
        more = "connect-src 'self'; " if server else ""
        return Assets(
            policy=policy(hashes, f"'{source_hash(style)}'", more),
            style=Markup(style),  # noqa: S704 - our own file, tested to hold no end tag
            early=Markup(early),  # noqa: S704
            late=Markup(late),  # noqa: S704
            data=Markup(encode(payload(index, self.words))),  # noqa: S704 - base64
            server=server,
        )


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
            "theme.js": _source("script/theme.js"),
            "data.js": f'globalThis.mtauditData = "{encode(payload(index, self.words))}";\n',
            "report.js": script(),
        }
