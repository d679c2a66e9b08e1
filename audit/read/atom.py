"""Atom 1.0 (RFC 4287) and 0.3: one entry, one document."""

from audit.read.flow import flow_part
from audit.read.parts import Item, Part, Role, either_part, html_part, lines_part, plain_part
from audit.read.rss import iso_date
from audit.read.xml_tree import Node

_MEDIA = "http://search.yahoo.com/mrss"
_DATES = ("published", "issued", "created", "updated", "modified")
"""When an entry appeared, the first that it says; the second and third are those of Atom 0.3."""
_ROLES = {"title": Role.TITLE, "summary": Role.SUMMARY, "content": Role.CONTENT}


def read_entry(node: Node) -> Item:
    """The item in `<entry>`."""
    item = Item(node.start, lang=node.lang, id=node.said("id"), url=_link(node))
    item.id = item.id or item.url
    dates = (said for name in _DATES if (said := node.said(name)))
    item.date = next((iso_date(date) for date in dates), None)
    source = node.first("source")
    item.publisher = source.said("title") if source else None
    for one in node.elements():
        if one.space == _MEDIA:
            for name in ("title", "description"):
                for each in [one] if one.name == name else one.within(name):
                    item.add(either_part(each.layer(), Role.CAPTION))
        elif one.name in _ROLES and one.space == node.space:
            if item.lang == node.lang and one.lang != node.lang and one.name == "content":
                item.lang = one.lang
            item.add(_part(one, _ROLES[one.name], item))
    return item


def read_feed(root: Node) -> Item:
    """What the file says of all its entries."""
    return Item(root.start, lang=root.lang, publisher=root.said("title"))


def _link(node: Node) -> str | None:
    """The address of the page of an entry."""
    links = [one.attributes for one in node.elements() if one.name == "link"]
    pages = [said for said in links if said.get("rel", "alternate") == "alternate"]
    return next((said["href"] for said in pages if said.get("href")), None)


def _part(one: Node, role: Role, item: Item) -> Part | None:
    """A text construct by its type, or content of a kind that can be read."""
    kind = one.attributes.get("type", "text").partition(";")[0].strip().lower()
    mode = one.attributes.get("mode", "xml").lower()
    has_elements = next(one.elements(), None) is not None
    if "src" in one.attributes:
        item.left_out["text that stands elsewhere"] += 1
    elif mode == "base64" or (kind not in _KINDS and not kind.startswith("text/")):
        item.left_out[f"text of type {kind if mode != 'base64' else mode}"] += 1
    elif kind in {"xhtml", "application/xhtml+xml"} or has_elements:
        return flow_part(one, role)
    elif kind in {"html", "text/html"}:
        return html_part(one.layer(), role)
    elif role is Role.CONTENT:
        return lines_part(one.layer(), role)
    else:
        return plain_part(one.layer(), role)
    return None


_KINDS = frozenset({"text", "html", "xhtml", "application/xhtml+xml"})
