"""What an HTML page says of itself: title, language, date, publisher, address."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from audit.lang.tags import tag_of
from audit.read.html_tokens import Token, TokenKind, attributes_of, decoded

_MAX_NODES = 10_000
"""JSON-LD values looked at; a real page has some hundred."""
_ARTICLE = "Article"
"""What the JSON-LD types of articles end in: NewsArticle, ReportageNewsArticle (schema.org)."""


@dataclass(slots=True)
class PageFacts:
    """What a page says of itself; None where it does not."""

    title: str | None = None
    lang: str | None = None
    date: str | None = None
    publisher: str | None = None
    url: str | None = None


@dataclass(slots=True)
class _Found:
    """Facts as they were met: the first of each kind counts."""

    title: str | None = None
    lang: str | None = None
    canonical: str | None = None
    meta: dict[str, str] = field(default_factory=dict)
    linked: list[Mapping[str, Any]] = field(default_factory=list)


def facts_of(html: str, tokens: Iterable[Token]) -> PageFacts:
    """The facts that the tags of a page hold."""
    found = _Found()
    for token in tokens:
        if token.kind is TokenKind.RAW:
            _from_raw(html, token, found)
        elif token.kind is TokenKind.START and token.name in {"html", "meta", "link"}:
            _from_tag(token, found)
    article = next(iter(found.linked), {})
    meta = found.meta.get
    tags = (found.lang, _string(article.get("inLanguage")), meta("content-language"))
    return PageFacts(
        title=found.title or meta("og:title") or _string(article.get("headline")),
        lang=next((tag for text in tags if text and (tag := tag_of(text))), None),
        date=_string(article.get("datePublished")) or meta("article:published_time"),
        publisher=_string(article.get("publisher")) or meta("og:site_name"),
        url=_string(article.get("url")) or found.canonical or meta("og:url"),
    )


def _from_raw(html: str, token: Token, found: _Found) -> None:
    content = html[token.start : token.end]
    if token.name == "title" and found.title is None:
        found.title = " ".join(decoded(content).split()) or None
    elif token.name == "script" and "ld+json" in attributes_of(token).get("type", ""):
        found.linked.extend(_articles(content))


def _from_tag(token: Token, found: _Found) -> None:
    attributes = attributes_of(token)
    if token.name == "html":
        found.lang = found.lang or attributes.get("lang") or attributes.get("xml:lang")
    elif token.name == "link" and "canonical" in attributes.get("rel", "").lower().split():
        found.canonical = found.canonical or attributes.get("href") or None
    elif content := attributes.get("content", "").strip():
        for key in ("property", "name", "http-equiv"):
            if name := attributes.get(key, "").lower():
                found.meta.setdefault(name, content)


def _articles(json: str) -> Iterator[Mapping[str, Any]]:
    """The article objects of a JSON-LD script, in order; a broken script has none."""
    import orjson  # noqa: PLC0415 - only pages with JSON-LD need it

    try:
        queue = [orjson.loads(json)]
    except orjson.JSONDecodeError:
        return
    for _, value in zip(range(_MAX_NODES), _flat(queue), strict=False):
        types = value.get("@type")
        names = types if isinstance(types, list) else [types]
        if any(isinstance(name, str) and name.endswith(_ARTICLE) for name in names):
            yield value


def _flat(queue: list[Any]) -> Iterator[Mapping[str, Any]]:
    """The objects of a JSON-LD value, those of lists and `@graph` too, in order."""
    while queue:
        value = queue.pop(0)
        if isinstance(value, list):
            queue[:0] = value
        elif isinstance(value, dict):
            yield value
            if "@graph" in value:
                queue.insert(0, value["@graph"])


def _string(value: object) -> str | None:
    """A JSON-LD value as text: itself, the `name` of an object, or the first of a list."""
    if isinstance(value, list):
        value = next(iter(value), None)
    if isinstance(value, dict):
        value = value.get("name")
    return value.strip() or None if isinstance(value, str) else None
