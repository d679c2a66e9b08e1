"""RSS 0.9x, 1.0 (RDF) and 2.0: one item, one document.

After the RSS 2.0 specification (RSS Advisory Board), RSS 1.0 with its modules content and Dublin
Core, and Media RSS. A description is HTML; a title is text that may be HTML all the same.
"""

from datetime import datetime
from email.utils import parsedate_to_datetime

from audit.read.flow import flow_part, marked_part
from audit.read.parts import Item, Part, Role, either_part
from audit.read.xml_tree import Node

_DUBLIN = "http://purl.org/dc/elements/1.1"
_MEDIA = "http://search.yahoo.com/mrss"
_XHTML = "http://www.w3.org/1999/xhtml"
_CORE = {
    "title": Role.TITLE,
    **dict.fromkeys(("description", "summary"), Role.SUMMARY),
    **dict.fromkeys(("body", "encoded", "full-text", "fullitem", "fulltext"), Role.CONTENT),
}
"""Texts among the elements of RSS itself, those that publishers made up included."""
_MODULES = {
    ("http://purl.org/rss/1.0/modules/content", "encoded"): Role.CONTENT,
    ("http://news.yandex.ru", "full-text"): Role.CONTENT,
    (_XHTML, "body"): Role.CONTENT,
    (_XHTML, "div"): Role.CONTENT,
    (_DUBLIN, "title"): Role.TITLE,
    (_DUBLIN, "description"): Role.SUMMARY,
    ("http://www.itunes.com/dtds/podcast-1.0.dtd", "summary"): Role.SUMMARY,
    ("http://www.w3.org/2005/atom", "summary"): Role.SUMMARY,
}
"""Texts among those of other namespaces."""
_NO_TEXT = frozenset(
    {"author", "category", "comments", "creator", "credit", "date", "guid", "keywords", "link"}
    | {"pubDate", "publisher", "rights", "source", "subject", "tags"}
)
"""Elements of an item that are no prose of the article."""
_PROSE = 40
"""Characters with blanks among them from which an element that is not known holds prose."""


def read_item(node: Node) -> Item:
    """The item in `<item>`."""
    item = Item(node.start, lang=node.lang)
    item.id = node.said("guid") or node.attributes.get("rdf:about") or _link(node)
    item.url = _link(node)
    for one in node.elements():
        if one.space == _DUBLIN:
            _take_dublin(one, item)
        elif one.name == "pubDate":
            item.date = iso_date(one.text()) or item.date
        elif one.name == "source" and one.space == node.space:
            item.publisher = one.text() or None
        item.add(_part(one, node.space, item))
    return item


def read_channel(root: Node) -> Item:
    """What the file says of all its items."""
    channel = root.first("channel") or root
    facts = Item(channel.start, lang=channel.said("language") or channel.lang)
    facts.publisher = channel.said("title")
    facts.date = None
    return facts


def iso_date(text: str) -> str | None:
    """A date of RFC 822 as ISO 8601; one that is so already, or is none, as it stands."""
    try:
        return datetime.isoformat(parsedate_to_datetime(text))
    except (ValueError, IndexError, TypeError):
        return text or None


def _link(node: Node) -> str | None:
    """The address of an item; that of Atom stands in an attribute."""
    links = [one for one in node.elements() if one.name == "link"]
    return next((said for one in links if (said := one.text() or one.attributes.get("href"))), None)


def _take_dublin(one: Node, item: Item) -> None:
    text = one.text() or None
    if one.name == "date":
        item.date = item.date or text
    elif one.name == "language":
        item.lang = text or item.lang
    elif one.name == "publisher":
        item.publisher = item.publisher or text


def _part(one: Node, core: str, item: Item) -> Part | None:
    """The text of an element of an item, if it has one that is to be checked."""
    role = _CORE.get(one.name) if one.space == core else _MODULES.get((one.space, one.name))
    if role is Role.TITLE:
        return either_part(one.layer(), role)
    if role is not None:
        return flow_part(one, role) if one.space == _XHTML else marked_part(one, role)
    if one.space == _MEDIA:
        _take_media(one, item)
    elif one.name not in _NO_TEXT:
        text = one.text()
        if len(text) >= _PROSE and " " in text:
            item.left_out[f"element <{one.name}>"] += 1
    return None


def _take_media(one: Node, item: Item) -> None:
    """Titles and descriptions of pictures and films, in groups as well."""
    for name in ("title", "description"):
        found = [one] if one.name == name else list(one.within(name))
        for each in found:
            if each.space == _MEDIA:
                item.add(either_part(each.layer(), Role.CAPTION))
