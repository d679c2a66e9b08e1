"""What an HTML page says of itself: title, language, date, publisher, address."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from audit.lang.tags import tag_of
from audit.read.html_linked import linked_articles
from audit.read.html_tokens import Token, TokenKind, attributes_of, decoded


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
    for one in linked_articles(html, token):
        if isinstance(one.value, dict):
            found.linked.append(one.value)


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


def _string(value: object) -> str | None:
    """A JSON-LD value as text: itself, the `name` of an object, or the first of a list."""
    if isinstance(value, list):
        value = next(iter(value), None)
    if isinstance(value, dict):
        value = value.get("name")
    return value.strip() or None if isinstance(value, str) else None
