"""What every HTML page is made of: templates, style, scripts, and the policy that lets them run."""

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from audit.report.html.reveal import inert


def template_root() -> Traversable:
    """The folder of templates: inside an installed wheel, else beside the package's folder."""
    package = files("audit")
    shipped = package / "_templates"
    return shipped if shipped.is_dir() else Path(str(package)).parent / "templates"


def source(name: str) -> str:
    """The text of one template file, line ends as LF whatever the checkout made of them."""
    return template_root().joinpath(name).read_text(encoding="utf-8").replace("\r\n", "\n")


def _finalize(value: object) -> object:
    """Spell out invisible characters in whatever a template prints, markup of our own apart."""
    return inert(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@cache
def environment() -> Environment:
    """The template engine: everything is escaped, an unknown name is an error."""
    return Environment(
        loader=FunctionLoader(source),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def source_hash(text: str) -> str:
    """The hash by which a content security policy lets an inline script or style through."""
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode("ascii")


def policy(scripts: str, styles: str, more: str = "") -> str:
    """A content security policy that allows these sources of scripts and styles, nothing else."""
    return (
        f"default-src 'none'; script-src {scripts}; style-src {styles}; "
        f"img-src data:; {more}base-uri 'none'; form-action 'none'"
    )


def joined(names: Sequence[str]) -> str:
    """The parts of a script, files of `templates/script`, in one closed scope."""
    parts = "\n".join(source(f"script/{name}") for name in names)
    return f'"use strict";\n(() => {{\n{parts}}})();\n'


def style(names: Sequence[str]) -> str:
    """Parts of a page's style, one after the other."""
    return "\n".join(map(source, names))


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


def inline(style: str, late: str, data: str = "", server: str = "") -> Assets:
    """What stands in a page that needs nothing else: its style, its script, its packed data."""
    early, more = source("script/theme.js"), "connect-src 'self'; " if server else ""
    hashes = " ".join(f"'{source_hash(text)}'" for text in (early, late))
    return Assets(
        policy=policy(hashes, f"'{source_hash(style)}'", more),
        style=Markup(style),  # noqa: S704 - our own file, tested to hold no end tag
        early=Markup(early),  # noqa: S704
        late=Markup(late),  # noqa: S704
        data=Markup(data),  # noqa: S704 - base64
        server=server,
    )
