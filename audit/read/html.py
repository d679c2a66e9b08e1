"""HTML pages: the text of the article as a browser shows it, with exact places in the file.

Where the JSON-LD of a page holds more of the article than the page shows, that is read instead.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import BinaryIO

from audit.errors import InputError
from audit.model.place import Origin, Syntax, line_starts
from audit.model.report import Note, NoteLevel
from audit.model.text import UNKNOWN_LANGUAGE, Document
from audit.read.derived import DerivedText
from audit.read.html_layout import CHROME, Layout, Leaf, Region, lay_out
from audit.read.html_linked import linked_item
from audit.read.html_meta import PageFacts, facts_of
from audit.read.html_text import add_leaf
from audit.read.html_tokens import Token, TokenKind, tokens
from audit.read.items_file import ItemsFile
from audit.read.parts import Item, Role
from audit.read.whole import load
from audit.text.decode import decode

_DECLARED = re.compile(
    rb"<\?xml[^>]*\sencoding\s*=\s*[\"']([\w.:-]+)|<meta[^>]*\scharset\s*=\s*[\"']?\s*([\w.:-]+)"
    rb"|<meta[^>]*\scontent\s*=\s*[\"'][^\"'>]*;\s*charset\s*=\s*([\w.:-]+)",
    re.IGNORECASE,
)
_PRESCAN = 1024
"""Bytes in which a page must name its encoding (WHATWG HTML, 13.2.3.2)."""
MAX_TOKENS = 1_000_000
"""Tags and texts between them that a page may have; long pages have some ten thousand."""
_MIN_SHARE = 0.05
"""Share of a page's text below which an element is a teaser or empty, and not the article."""
_RICHER = 1.25
"""How much longer than the `<article>` of a page the text in its JSON-LD must be to be read."""
_ENOUGH = 0.5
"""The same where no element says that it is the article: the rest may be what stands around it."""
_MUCH_RICHER = 4
"""The same where paragraphs are glued together, as programs do that drop tags: rules trip on it."""
_GLUE = re.compile(r"(\w)[.!?…][\"”»]?(?=(\w))")
"""Two sentences with nothing between them, if the letters around are a small and a capital one."""
_MIN_GLUED = 2
_UNMARKED = frozenset({"body", "main", "page"})
"""Regions that hold more than an article."""
_MOST = 0.5
"""Share of all articles' text from which one is the article and the others are teasers."""


def read_html(stream: BinaryIO, path: str) -> Iterator[Document | Note]:
    """Read one page; what stands outside its article is left out and counted in a note."""
    data = load(stream, path)
    declared = _DECLARED.search(data[:_PRESCAN])
    name = next(group for group in declared.groups() if group).decode() if declared else None
    file = decode(data, path, declared=name, guess=True)
    yield from file.notes
    html = file.text
    parts = list(islice(tokens(html), MAX_TOKENS + 1))
    if len(parts) > MAX_TOKENS:
        message = f"the page has more than {MAX_TOKENS:,} tags and texts; expected an article"
        raise InputError("too-large", path, message)
    if unclosed := _unclosed(html, parts, path):
        yield unclosed
    layout = lay_out(html, parts)
    regions, chrome = _article(html, layout)
    derived = _text(html, layout, regions, chrome)
    text = derived.text()
    facts = facts_of(html, parts)
    linked = linked_item(html, parts)
    if linked and (told := _instead(linked, text, regions, path)):
        yield told
        file_of_items = ItemsFile(path, html, file.encoding, (Syntax.JSON, Syntax.JSON_HTML))
        yield from file_of_items.documents([linked], _as_item(facts))
        return
    if not text.strip():
        raise InputError("empty", path, "the page has no text; it may be filled in by a script")
    if left_out := _left_out(html, layout, regions, chrome):
        yield Note(NoteLevel.INFO, "left-out", left_out, path)
    yield Document(
        id=path,
        path=path,
        text=text,
        origin=Origin(
            content=derived.offsets(),
            line_starts=line_starts(html),
            syntax=Syntax.HTML,
            encoding=file.encoding,
        ),
        lang=facts.lang or UNKNOWN_LANGUAGE,
        title=facts.title,
        date=facts.date,
        publisher=facts.publisher,
        url=facts.url,
        blocks=tuple(derived.blocks),
    )


def _instead(linked: Item, text: str, regions: list[Region], path: str) -> Note | None:
    """What to tell if the JSON-LD of a page is read instead of what it shows; None if it is not."""
    body = next((part.text for part in linked.parts if part.role is Role.CONTENT), "")
    found, name = len(body), regions[0].name
    marked = name not in _UNMARKED
    least = _RICHER if marked else _ENOUGH
    glued = sum(end[1].islower() and end[2].isupper() for end in _GLUE.finditer(body))
    if not found or found < (_MUCH_RICHER if glued >= _MIN_GLUED else least) * len(text.strip()):
        return None
    message = (
        f"read from the JSON-LD of the page, whose article has {found} characters; not checked: "
        f"{len(text)} characters of its <{name if marked else 'body'}>"
    )
    return Note(NoteLevel.INFO, "read-from-json-ld", message, path)


def _as_item(facts: PageFacts) -> Item:
    """What a page says of itself, for the one item in it."""
    return Item(0, None, facts.title, facts.lang, facts.date, facts.publisher, facts.url)


def _unclosed(html: str, parts: list[Token], path: str) -> Note | None:
    """A warning where the page ends within a tag, a comment or an element without markup."""
    if not parts or parts[-1].kind is not TokenKind.LOST:
        return None
    lost = parts[-1]
    what = f"<{lost.name}>" if lost.name else "comment or declaration"
    line = len(line_starts(html[: lost.start]))
    message = f"the {what} in line {line} is never closed; what follows it was not read"
    return Note(NoteLevel.WARNING, "html-unclosed", message, path, line)


def _article(html: str, layout: Layout) -> tuple[list[Region], frozenset[str]]:
    """The regions that hold the article, and the elements that are left out within them."""
    body = layout.bodies[:1] or [Region("page", 0, len(layout.items))]
    chrome = CHROME
    whole = _weight(html, layout, body[0], chrome)
    everything = _weight(html, layout, body[0], frozenset())
    if whole < _MIN_SHARE * everything:  # some pages stand in one form as a whole
        chrome = chrome - {"form"}
        whole = _weight(html, layout, body[0], chrome)
    least = max(1, _MIN_SHARE * whole)
    for candidates in (layout.articles, layout.article_bodies):
        weights = [_weight(html, layout, region, frozenset()) for region in candidates]
        if sum(weights) < least:
            continue
        largest = max(weights)
        if largest >= _MOST * sum(weights):
            return [candidates[weights.index(largest)]], frozenset()
        return candidates, frozenset()
    main = next((r for r in layout.mains if _weight(html, layout, r, chrome) >= least), None)
    return ([main] if main else body), chrome


def _leaves(layout: Layout, region: Region, chrome: frozenset[str]) -> Iterator[Leaf | None]:
    """The items of `region` that do not stand in an element of `chrome` within it."""
    for item in layout.items[region.first : region.last]:
        holder = layout.chrome[item.chrome] if item and item.chrome >= 0 else None
        if holder is None or holder.first < region.first or holder.name not in chrome:
            yield item


def _weight(html: str, layout: Layout, region: Region, chrome: frozenset[str]) -> int:
    """How many characters of text a region holds, roughly: references count as written."""
    return sum(
        len(html[leaf.start : leaf.end].strip())
        for leaf in _leaves(layout, region, chrome)
        if leaf is not None
    )


def _text(html: str, layout: Layout, regions: list[Region], chrome: frozenset[str]) -> DerivedText:
    derived = DerivedText(html)
    for region in regions:
        for leaf in _leaves(layout, region, chrome):
            if leaf is None:
                derived.close()
            else:
                add_leaf(html, leaf, derived)
        derived.close()
    return derived


def _left_out(
    html: str, layout: Layout, regions: list[Region], chrome: frozenset[str]
) -> str | None:
    """Say what part of the page was not checked; None where all of it was."""
    read = sum(_weight(html, layout, region, chrome) for region in regions)
    everything = _weight(html, layout, Region("page", 0, len(layout.items)), frozenset())
    if everything <= read:
        return None
    inside = {id(leaf) for region in regions for leaf in _leaves(layout, region, chrome) if leaf}
    holders = {
        leaf.chrome
        for leaf in layout.items
        if leaf and leaf.chrome >= 0 and id(leaf) not in inside
        if html[leaf.start : leaf.end].strip()
    }
    counts = sorted(Counter(layout.chrome[index].name for index in holders).items())
    names = ", ".join(f"{count} <{name}>" for name, count in counts)
    where = "" if regions[0].name in {"body", "page"} else f" outside <{regions[0].name}>"
    elements = f", among it the text of {names}" if names else ""
    return f"not checked: {everything - read} characters of the page{where}{elements}"
