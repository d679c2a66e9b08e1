"""Sitemaps (sitemaps.org 0.9) and news sitemaps: titles are read, addresses are told.

An address is not fetched by reading the file that lists it.
"""

from audit.model.report import Note, NoteLevel
from audit.read.parts import Item, Role, either_part
from audit.read.xml_tree import Node

_NEWS = "sitemap-news"
"""What the namespace of news sitemaps has in it, in all its versions."""
_SHOWN = 3
"""Addresses that a note names."""


def read_url(node: Node) -> Item:
    """The item in `<url>` or `<sitemap>`; it has a text where it names an article."""
    item = Item(node.start, url=node.said("loc"), date=node.said("lastmod"), lang=node.lang)
    item.id = item.url
    news = next((one for one in node.elements() if one.name == "news"), None)
    if news is None or _NEWS not in news.space:
        return item
    item.date = news.said("publication_date") or item.date
    if publication := news.first("publication"):
        item.publisher = publication.said("name")
        item.lang = publication.said("language") or item.lang
    if title := news.first("title"):
        item.add(either_part(title.layer(), Role.TITLE))
    return item


def read_sitemap(root: Node) -> Item:
    """What the file says of all its addresses: nothing."""
    return Item(root.start, lang=root.lang)


def listed(addresses: list[str], path: str) -> Note:
    """The note on the addresses in a sitemap."""
    shown = ", ".join(addresses[:_SHOWN])
    more = f" and {len(addresses) - _SHOWN} more" if len(addresses) > _SHOWN else ""
    what = "address" if len(addresses) == 1 else "addresses"
    message = f"lists {len(addresses)} {what}, whose pages were not read: {shown}{more}"
    return Note(NoteLevel.INFO, "listed-addresses", message, path)
