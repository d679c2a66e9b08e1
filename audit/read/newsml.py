"""NewsML-G2 (IPTC): news items with their headline, description and text in the item itself.

The text is XHTML or NITF as elements (`inlineXML`), or HTML or plain text (`inlineData`); what only
leads elsewhere (`remoteContent`) is counted.
"""

from audit.read.flow import flow_part
from audit.read.nitf import body_part
from audit.read.parts import Item, Part, Role, either_part, html_part, lines_part
from audit.read.xml_tree import Node


def read_news_item(node: Node) -> Item:
    """The item in `<newsItem>`."""
    item = Item(node.start, lang=node.lang, id=node.attributes.get("guid"))
    if meta := node.first("itemMeta"):
        item.date = meta.said("firstCreated") or meta.said("versionCreated")
        item.publisher = _provider(meta)
        item.title = meta.said("title")
    if meta := node.first("contentMeta"):
        item.date = meta.said("contentCreated") or item.date
        for one in meta.elements():
            _take_meta(one, item)
    for holder in (one for one in node.elements() if one.name == "contentSet"):
        for one in holder.elements():
            item.add(_content(one, item))
    return item


def read_message(root: Node) -> Item:
    """What a message says of all its items; how many of another kind it holds is counted."""
    facts = Item(root.start, lang=root.lang)
    for name in ("packageItem", "knowledgeItem", "conceptItem", "planningItem"):
        count = sum(1 for _ in root.within(name)) + (root.name == name)
        if count:
            facts.left_out[f"element <{name}>"] += count
    return facts


def _take_meta(one: Node, item: Item) -> None:
    """A fact or a text of the `<contentMeta>` of an item."""
    if one.name == "language":
        item.lang = one.attributes.get("tag") or item.lang
    elif one.name == "headline":
        part = either_part(one.layer(), Role.TITLE)
        item.title = item.title if item.parts else part.text
        item.add(part)
    elif one.name == "description":
        role = Role.CAPTION if "caption" in one.attributes.get("role", "") else Role.SUMMARY
        item.add(either_part(one.layer(), role))


def _provider(meta: Node) -> str | None:
    provider = meta.first("provider")
    if provider is None:
        return None
    return provider.said("name") or provider.attributes.get("literal")


def _content(one: Node, item: Item) -> Part | None:
    """The text of one rendition of the content."""
    if one.name == "inlineXML":
        nitf = one.first("nitf")
        if nitf is not None:
            item.left_out["byline"] += sum(1 for _ in nitf.within("byline"))
            return body_part(nitf)
        return flow_part(one, Role.CONTENT)
    if one.name == "inlineData":
        kind = one.attributes.get("contenttype", "text/plain").partition(";")[0].strip().lower()
        if one.attributes.get("encoding") or not kind.startswith(("text/", "application/xhtml")):
            item.left_out[f"text of type {kind}"] += 1
            return None
        make = html_part if "html" in kind else lines_part
        return make(one.layer(), Role.CONTENT)
    if one.name == "remoteContent":
        item.left_out["text or picture that stands elsewhere"] += 1
    return None
