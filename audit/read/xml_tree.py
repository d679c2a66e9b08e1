"""Elements of an XML file with their content and exact places, one item at a time.

A feed may hold many thousand items: each is handed over when it ends and is then forgotten.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from audit.read.layers import Layer, layer_of
from audit.read.xml_events import Event, EventKind

_KNOWN = {
    "atom": "http://www.w3.org/2005/atom",
    "content": "http://purl.org/rss/1.0/modules/content",
    "dc": "http://purl.org/dc/elements/1.1",
    "media": "http://search.yahoo.com/mrss",
    "news": "http://www.google.com/schemas/sitemap-news/0.9",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "yandex": "http://news.yandex.ru",
}
"""What a prefix means where a file uses it without saying so, as feeds do."""


@dataclass(slots=True)
class Node:
    """One element: `[start, end)` with its tags; its content begins at `inside`.

    `space` is its namespace as `plain_space` has it; `lang` the `xml:lang` that holds in it.
    """

    name: str
    space: str
    attributes: Mapping[str, str]
    lang: str | None
    start: int
    inside: int
    end: int = -1
    content: "list[Node | Event]" = field(default_factory=list)

    def elements(self) -> "Iterator[Node]":
        """The elements directly in it."""
        return (one for one in self.content if isinstance(one, Node))

    def first(self, name: str) -> "Node | None":
        """The first element directly in it that is called `name`, whatever its namespace."""
        return next((one for one in self.elements() if one.name == name), None)

    def within(self, name: str) -> "Iterator[Node]":
        """All elements in it that are called `name`, at any depth, outermost first."""
        for one in self.elements():
            if one.name == name:
                yield one
            else:
                yield from one.within(name)

    def texts(self) -> Iterator[Event]:
        """All runs of text in it, at any depth."""
        for one in self.content:
            if isinstance(one, Node):
                yield from one.texts()
            else:
                yield one

    def layer(self) -> Layer:
        """Its text, that of elements within it included, with its places."""
        return layer_of([(one.text, one.start, one.end) for one in self.texts()], self.inside)

    def text(self) -> str:
        """Its text without blank ends, white space collapsed."""
        return " ".join("".join(one.text for one in self.texts()).split())

    def said(self, name: str) -> str | None:
        """The text of the first element called `name` directly in it, if it has one."""
        found = self.first(name)
        return (found.text() or None) if found else None


def plain_space(uri: str) -> str:
    """A namespace in one way of writing: publishers change case, scheme and the last slash."""
    plain = uri.strip().rstrip("/").lower()
    return f"http{plain[5:]}" if plain.startswith("https:") else plain


def grow(events: Iterable[Event], items: frozenset[str]) -> Iterator[Node]:
    """The elements called one of `items`, as each ends, and at last the root without them.

    An item within an item is a part of it. What never ends is not given.
    """
    opened: list[Node] = []
    scopes: list[Mapping[str, str]] = [_KNOWN]
    inside = 0
    for event in events:
        if event.kind is EventKind.START:
            node = _node(event, opened, scopes)
            inside += node.name in items
            opened.append(node)
        elif event.kind is EventKind.TEXT:
            if opened:
                opened[-1].content.append(event)
        elif event.kind is EventKind.END:
            node = opened.pop()
            scopes.pop()
            node.end = event.end
            inside -= node.name in items
            if not opened or (node.name in items and not inside):
                yield node
            else:
                opened[-1].content.append(node)


def _node(event: Event, opened: list[Node], scopes: list[Mapping[str, str]]) -> Node:
    """The element that an event begins; its namespaces become the innermost scope."""
    said = event.attributes
    declared = {
        key.partition(":")[2]: plain_space(uri)
        for key, uri in said.items()
        if key == "xmlns" or key.startswith("xmlns:")
    }
    scopes.append({**scopes[-1], **declared} if declared else scopes[-1])
    space = scopes[-1].get(event.prefix, "")
    lang = said.get("xml:lang") or (opened[-1].lang if opened else None)
    return Node(event.name, space, said, lang, event.start, event.end)
