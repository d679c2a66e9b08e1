"""ninjs 1.x, 2.x and 3.x (IPTC News in JSON): one item, one document.

In 1.x a text is a member whose name says what it is (`headline`, `body_html`); in 2.x and 3.x it is
one of an array, with a role and a type. The captions of the pictures that go with an item are read
with it.
"""

from collections.abc import Iterator, Mapping

from audit.model.place import Syntax
from audit.model.report import Note
from audit.model.text import Document
from audit.read.items_file import ItemsFile
from audit.read.json_parts import Located, said
from audit.read.parts import Item, Part, Role, body_part, either_part, html_part, lines_part

_NAMED = {
    "body": Role.CONTENT,
    "description": Role.SUMMARY,
    "headline": Role.TITLE,
}
"""Texts of 1.x by the name of the member, or what stands in it before the first low line."""
_ARRAYS = {
    "bodies": Role.CONTENT,
    "captions": Role.CAPTION,
    "deks": Role.SUMMARY,
    "descriptions": Role.SUMMARY,
    "headlines": Role.TITLE,
    "subheadlines": Role.TITLE,
}
"""Texts of 2.x and 3.x by the name of the array."""
_PICTURES = frozenset({"audio", "graphic", "picture", "video"})
"""Types of items whose description is a caption."""


def is_ninjs(value: object) -> bool:
    """Whether a parsed file is an item, or an array of items."""
    if isinstance(value, list):
        return bool(value) and all(_is_item(one) for one in value)
    return _is_item(value)


def read_ninjs(
    found: Located, path: str, encoding: str, first_line: int = 1, base: int = 0
) -> Iterator[Document | Note]:
    """Read the items of one file, or of a part of it that begins at a line and a code point."""
    every = list(found.items()) if isinstance(found.value, list) else [found]
    syntaxes = (Syntax.JSON, Syntax.JSON_HTML)
    file = ItemsFile(path, found.json, encoding, syntaxes, first_line, base)
    yield from file.documents([_item(one) for one in every], Item(0))


def _is_item(value: object) -> bool:
    if not isinstance(value, dict) or "text" in value or not isinstance(value.get("uri"), str):
        return False
    standard = value.get("standard")
    if isinstance(standard, dict) and str(standard.get("name", "")).lower() == "ninjs":
        return True
    return any(key in _ARRAYS or key.partition("_")[0] in _NAMED for key in value)


def _item(one: Located) -> Item:
    of = one.members()
    item = Item(one.span.start, id=said(of, "uri"), lang=said(of, "language"))
    item.date = said(of, "contentcreated", "contentCreated", "firstcreated", "firstCreated")
    item.date = item.date or said(of, "versioncreated", "versionCreated")
    item.publisher = said(of, "copyrightholder", "copyrightHolder")
    item.url = item.id if item.id and item.id.startswith("http") else None
    _take(of, item, is_picture=said(of, "type") in _PICTURES)
    for each in _associated(of):
        beside = each.members()
        if said(beside, "type") in _PICTURES:
            _take(beside, item, is_picture=True, alone=False)
        elif said(beside, "uri"):
            item.left_out["associated item"] += 1
    return item


def _associated(of: Mapping[str, Located]) -> Iterator[Located]:
    """The items that go with one: by name in 1.x, in an array later."""
    if "associations" in of:
        yield from of["associations"].members().values()
        yield from of["associations"].items()


def _take(of: Mapping[str, Located], item: Item, *, is_picture: bool, alone: bool = True) -> None:
    """The texts of an object; those of a picture beside a text are captions, all of them."""
    for key, one in of.items():
        role = _ARRAYS.get(key) or _NAMED.get(key.partition("_")[0])
        if role is None:
            continue
        if is_picture and (role is Role.SUMMARY or not alone):
            role = Role.CAPTION
        if isinstance(one.value, str):
            item.add(_part(one, role, key.partition("_")[2], item))
        for each in one.items():
            within = each.members()
            if "value" in within:
                kind = said(within, "contenttype", "contentType") or ""
                item.add(_part(within["value"], role, kind, item))


def _part(one: Located, role: Role, kind: str, item: Item) -> Part | None:
    """A text whose type is `kind`, or that is called so; empty where nothing says."""
    if "nitf" in kind or kind in {"xml", "application/xml", "text/xml"}:
        item.left_out["text in XML"] += 1
        return None
    layer = one.layer()
    if "html" in kind:
        return html_part(layer, role)
    if role is not Role.CONTENT:
        return either_part(layer, role)
    return lines_part(layer, role) if kind in {"text", "text/plain"} else body_part(layer, role)
