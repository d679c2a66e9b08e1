"""NITF 3 (IPTC): the headlines, the abstract and the body of a text of a news agency."""

from audit.read.flow import flow_part
from audit.read.parts import Item, Part, Role
from audit.read.xml_tree import Node

_NAMES = {
    **dict.fromkeys(("abstract", "block", "body.content", "body.end", "body.head"), "div"),
    **dict.fromkeys(("dateline", "distributor", "fn", "hedline", "note"), "div"),
    "bq": "blockquote",
    "hl1": "h1",
    "hl2": "h2",
    "media": "figure",
    "media-caption": "figcaption",
    "nitf-table": "div",
}
"""What elements of NITF are as good as in HTML."""
_SKIPPED = frozenset(
    {"byline", "media-metadata", "media-producer", "media-reference", "nitf-table-metadata"}
    | {"rights", "script", "series", "tagline"}
)
"""Elements of a body that are no prose of the article: who wrote it, whose it is."""


def body_part(nitf: Node) -> Part | None:
    """The text of an `<nitf>` element."""
    body = nitf.first("body")
    return flow_part(body, Role.CONTENT, _NAMES, _SKIPPED) if body else None


def read_nitf(root: Node) -> Item:
    """The item that a file of NITF is."""
    item = Item(root.start, lang=root.lang)
    if head := root.first("head"):
        item.title = head.said("title")
        for data in head.within("docdata"):
            for one in data.elements():
                _take(one, item)
        for one in head.within("pubdata"):
            item.publisher = one.attributes.get("name") or item.publisher
    if body := root.first("body"):
        item.lang = body.lang or item.lang
        headline = next(body.within("hl1"), None)
        item.title = (headline.text() if headline else None) or item.title
        if any(True for _ in body.within("byline")):
            item.left_out["byline"] += 1
    item.add(body_part(root))
    return item


def _take(one: Node, item: Item) -> None:
    """A fact from the `<docdata>` of a file."""
    if one.name == "doc-id":
        item.id = one.attributes.get("id-string") or item.id
    elif one.name in {"date.issue", "date.release"}:
        item.date = item.date or iso_basic(one.attributes.get("norm", "")) or None


def iso_basic(date: str) -> str:
    """A date in the basic form of ISO 8601 (20240506T101500Z), as NITF has it, in the long one."""
    day, _, time = date.strip().partition("T")
    if len(day) != 8 or not day.isdigit():
        return date.strip()
    long = f"{day[:4]}-{day[4:6]}-{day[6:]}"
    if len(time) >= 6 and time[:6].isdigit():
        return f"{long}T{time[:2]}:{time[2:4]}:{time[4:]}"
    return long
