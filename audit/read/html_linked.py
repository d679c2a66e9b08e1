"""The article that a page holds as JSON-LD (schema.org NewsArticle), beside what it shows.

Pages that are filled in by scripts, or show the beginning alone, often bring the whole text so.
"""

from collections.abc import Iterable, Iterator

from audit.model.place import Span
from audit.read.html_tokens import Token, TokenKind, attributes_of
from audit.read.json_parts import Located, said
from audit.read.parts import Item, Role, body_part, either_part

_MAX_NODES = 10_000
"""JSON-LD values looked at; a real page has some hundred."""
_ARTICLE = "Article"
"""What the types of articles end in: NewsArticle, ReportageNewsArticle (schema.org)."""


def linked_articles(html: str, token: Token) -> Iterator[Located]:
    """The article objects of a script, in order; none if it is no JSON-LD, or broken."""
    if token.kind is not TokenKind.RAW or token.name != "script":
        return
    if "ld+json" not in attributes_of(token).get("type", ""):
        return
    import orjson  # noqa: PLC0415 - only pages with JSON-LD need it

    text = html[token.start : token.end]
    try:
        value = orjson.loads(text)
    except orjson.JSONDecodeError:
        return
    at = token.start + len(text) - len(text.lstrip())
    whole = Located(value, html, Span(at, token.start + len(text.rstrip())))
    for _, one in zip(range(_MAX_NODES), _flat([whole]), strict=False):
        if isinstance(one.value, dict):
            types = one.value.get("@type")
            names = types if isinstance(types, list) else [types]
            if any(isinstance(name, str) and name.endswith(_ARTICLE) for name in names):
                yield one


def linked_item(html: str, tokens: Iterable[Token]) -> Item | None:
    """The first article with its text in JSON-LD as an item; None where there is none."""
    for token in tokens:
        for one in linked_articles(html, token):
            of = one.members()
            if not said(of, "articleBody"):
                continue
            item = Item(one.span.start)
            for key, role in (("headline", Role.TITLE), ("description", Role.SUMMARY)):
                if key in of:
                    item.add(either_part(of[key].layer(), role))
            item.add(body_part(of["articleBody"].layer()))
            return item
    return None


def _flat(queue: list[Located]) -> Iterator[Located]:
    """The objects of a JSON-LD value, those of lists and `@graph` too, in order."""
    while queue:
        one = queue.pop(0)
        if isinstance(one.value, list):
            queue[:0] = one.items()
        elif isinstance(one.value, dict):
            yield one
            if "@graph" in one.value:
                queue.insert(0, one.members()["@graph"])
