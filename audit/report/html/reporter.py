"""Writes a report as one HTML file that needs nothing else: no network, no server, no build."""

from base64 import b64encode
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
from audit.report.html.page import page
from audit.report.html.payload import encode, payload
from audit.report.html.reveal import inert
from audit.report.html.strings import ENGLISH, Strings

SCRIPTS = (
    "inflate.js",
    "dom.js",
    "hooks.js",
    "findings.js",
    "names.js",
    "articles.js",
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


def source_hash(text: str) -> str:
    """The hash by which a content security policy lets an inline script or style through."""
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode("ascii")


def policy(scripts: tuple[str, ...], style: str) -> str:
    """A content security policy that allows these scripts and this style, and nothing else."""
    allowed = " ".join(f"'{source_hash(text)}'" for text in scripts)
    return (
        f"default-src 'none'; script-src {allowed}; style-src '{source_hash(style)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


class HtmlReporter:
    """The report an editor works in."""

    suffix = "html"

    def __init__(self, words: Strings = ENGLISH) -> None:
        self.words = words

    def write(self, report: Report, out: TextIO) -> None:
        """Write the page to `out`; equal reports give equal text."""
        index = Index(report)
        style, early, late = _source("style.css"), _source("script/theme.js"), script()
        rendered = (
            _environment()
            .get_template("report.html.j2")
            .generate(
                page=page(index, self.words),
                words=self.words,
                policy=policy((early, late), style),
                style=Markup(style),  # noqa: S704 - our own file, tested to hold no end tag
                early=Markup(early),  # noqa: S704
                late=Markup(late),  # noqa: S704
                data=Markup(encode(payload(index, self.words))),  # noqa: S704 - base64
            )
        )
        out.writelines(rendered)
