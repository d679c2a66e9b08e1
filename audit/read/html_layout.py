"""The layout of an HTML page: its runs of text in order, the breaks between them, its main parts.

Follows open elements with a flat stack, so that depth costs nothing and broken nesting does no
harm. Inline elements have no bearing on the layout and are not followed.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from audit.model.text import BlockKind
from audit.read.html_tokens import Token, TokenKind, attributes_of

CHROME = frozenset({"nav", "footer", "aside", "form"})
"""Elements that hold no part of an article when they stand outside it."""
_KINDS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), BlockKind.HEADING),
    **dict.fromkeys(("li", "dt", "dd"), BlockKind.LIST_ITEM),
    **dict.fromkeys(("figcaption", "caption"), BlockKind.CAPTION),
    **dict.fromkeys(("td", "th"), BlockKind.CELL),
    "blockquote": BlockKind.QUOTATION,
}
_SILENT = frozenset({"head", "math", "svg", "template"})
"""Elements whose content is no text of the page."""
_HOLDERS = frozenset({"article", "body", "main"})
"""Elements that may hold the article by their name alone."""
_FOREIGN = frozenset({"math", "svg"})
_IN_HEAD = frozenset({"base", "link", "meta", "template"})
"""Tags that leave a head open; any other one ends it."""
_FOLLOWED = frozenset(
    {*_KINDS, *_SILENT, *CHROME, "article", "body", "div", "dl", "figure", "header", "main"}
    | {"ol", "pre", "section", "table", "tr", "ul"}
)
"""Elements that are kept on the stack: they bear on the text, or they close one that does."""
_BREAKING = (
    _FOLLOWED - _FOREIGN
    | {"address", "br", "button", "center", "details", "dialog", "dir", "fieldset", "frameset"}
    | {"hgroup", "hr", "html", "legend", "menu", "optgroup", "option", "p", "search", "select"}
    | {"summary", "tbody", "tfoot", "thead"}
)
"""Elements before and after which a line ends (WHATWG HTML, 15.3 Flow content; controls too)."""


@dataclass(slots=True)
class Leaf:
    """One run of text at `[start, end)`; `chrome` is the innermost such element it is in.

    `chrome` counts into `Layout.chrome`, -1 where there is none; `pre` keeps line ends.
    """

    start: int
    end: int
    kind: BlockKind
    chrome: int
    pre: bool


@dataclass(slots=True)
class Region:
    """An element and the items `[first, last)` within it."""

    name: str
    first: int
    last: int = -1


@dataclass(slots=True)
class Layout:
    """A page as items in order, `None` being a break, and the regions that an article may be in."""

    items: list[Leaf | None] = field(default_factory=list)
    articles: list[Region] = field(default_factory=list)
    article_bodies: list[Region] = field(default_factory=list)
    mains: list[Region] = field(default_factory=list)
    bodies: list[Region] = field(default_factory=list)
    chrome: list[Region] = field(default_factory=list)


class _Open(NamedTuple):
    """An open element and what it means for the text in it."""

    name: str = ""
    kind: BlockKind = BlockKind.PARAGRAPH
    silent: bool = False
    pre: bool = False
    chrome: int = -1
    regions: tuple[Region, ...] = ()


def lay_out(html: str, tokens: Iterable[Token]) -> Layout:
    """The layout of the page `html` that `tokens` make."""
    walk = _Walk(html)
    for token in tokens:
        if token.kind is TokenKind.TEXT:
            walk.text(token)
        elif token.kind is TokenKind.START:
            walk.start(token)
        elif token.kind is TokenKind.END:
            walk.end(token.name)
    walk.close(0)
    return walk.layout


class _Walk:
    """The state of one pass over a page."""

    def __init__(self, html: str) -> None:
        self._html = html
        self.layout = Layout()
        self._stack = [_Open()]
        self._count: Counter[str] = Counter()

    def text(self, token: Token) -> None:
        """Take a run of text, unless it stands where none is shown."""
        if self._stack[-1].name == "head" and not self._html[token.start : token.end].isspace():
            self.close(len(self._stack) - 1)
        top = self._stack[-1]
        if not top.silent:
            leaf = Leaf(token.start, token.end, top.kind, top.chrome, top.pre)
            self.layout.items.append(leaf)

    def start(self, token: Token) -> None:
        """Enter an element, or pass one that has no content."""
        self._leave_silence(token.name)
        self._break(token.name)
        if token.name in _FOLLOWED and not (token.name in _FOREIGN and token.self_closing):
            self._count[token.name] += 1
            self._stack.append(self._opened(token))

    def end(self, name: str) -> None:
        """Leave an element and all that was left open in it; a stray end tag only breaks."""
        if self._count[name]:
            index = len(self._stack) - 1
            while self._stack[index].name != name:
                index -= 1
            self.close(index)
        self._break(name)

    def close(self, depth: int) -> None:
        """Close all elements from `depth` of the stack on."""
        while len(self._stack) > max(depth, 1):
            opened = self._stack.pop()
            self._count[opened.name] -= 1
            for region in opened.regions:
                region.last = len(self.layout.items)

    def _break(self, name: str) -> None:
        """End the line at the tag of a block; one break is as good as many."""
        items = self.layout.items
        if name in _BREAKING and items and items[-1] is not None:
            items.append(None)

    def _leave_silence(self, name: str) -> None:
        """End a head, or a drawing, at a tag that cannot stand in it."""
        top = self._stack[-1].name
        if (top == "head" and name not in _IN_HEAD) or (top in _FOREIGN and name in _BREAKING):
            self.close(len(self._stack) - 1)

    def _opened(self, token: Token) -> _Open:
        name, top = token.name, self._stack[-1]
        regions: tuple[Region, ...] = ()
        if token.attributes or name in _HOLDERS:
            regions = self._regions(token, top)
        chrome = top.chrome
        if name in CHROME:
            chrome = len(self.layout.chrome)
            region = Region(name, len(self.layout.items))
            self.layout.chrome.append(region)
            regions = (*regions, region)
        silent, pre = top.silent or name in _SILENT, top.pre or name == "pre"
        return _Open(name, _KINDS.get(name, top.kind), silent, pre, chrome, regions)

    def _regions(self, token: Token, top: _Open) -> tuple[Region, ...]:
        """Register an element that may hold the article."""
        layout, here = self.layout, len(self.layout.items)
        lists: list[list[Region]] = []
        if token.name == "article":
            aside = top.chrome >= 0 and layout.chrome[top.chrome].name != "form"
            lists += [] if aside else [layout.articles]
        elif token.name == "body":
            lists.append(layout.bodies)
        attributes = attributes_of(token) if token.attributes else {}
        if token.name == "main" or attributes.get("role") == "main":
            lists.append(layout.mains)
        if "articleBody" in attributes.get("itemprop", "").split():
            lists.append(layout.article_bodies)
        found: list[Region] = []
        for regions in lists:
            if not regions or regions[-1].last >= 0:  # within another of its kind it is a part
                regions.append(Region(token.name, here))
                found.append(regions[-1])
        return tuple(found)
