"""JSON Feed 1.0 and 1.1 (jsonfeed.org): one item, one document."""

from collections.abc import Iterator

from audit.model.place import Syntax
from audit.model.report import Note
from audit.model.text import Document
from audit.read.items_file import ItemsFile
from audit.read.json_parts import Located, said
from audit.read.parts import Item, Role, either_part, html_part, lines_part, plain_part

_VERSION = "jsonfeed.org/version/1"


def is_json_feed(value: object) -> bool:
    """Whether a parsed file is a feed."""
    return (
        isinstance(value, dict)
        and isinstance(value.get("version"), str)
        and _VERSION in value["version"]
        and isinstance(value.get("items"), list)
    )


def read_json_feed(feed: Located, path: str, encoding: str) -> Iterator[Document | Note]:
    """Read one feed; an item that is no object has no text and is counted so."""
    whole = feed.members()
    facts = Item(0, lang=said(whole, "language"), publisher=said(whole, "title"))
    items = [_item(one) for one in whole["items"].items()]
    file = ItemsFile(path, feed.json, encoding, (Syntax.JSON, Syntax.JSON_HTML))
    yield from file.documents(items, facts)


def _item(one: Located) -> Item:
    of = one.members()
    item = Item(one.span.start, url=said(of, "url", "external_url"), lang=said(of, "language"))
    number = of["id"].value if "id" in of else None
    is_number = isinstance(number, int | float) and not isinstance(number, bool)
    item.id = str(number) if is_number else said(of, "id", "url")
    item.date = said(of, "date_published", "date_modified")
    if "title" in of:
        item.add(plain_part(of["title"].layer(), Role.TITLE))
    if "summary" in of:
        item.add(either_part(of["summary"].layer(), Role.SUMMARY))
    if "content_html" in of:
        item.add(html_part(of["content_html"].layer(), Role.CONTENT))
    if "content_text" in of:
        item.add(lines_part(of["content_text"].layer(), Role.CONTENT))
    return item
