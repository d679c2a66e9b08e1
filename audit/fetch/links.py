"""Which pages of a feed to fetch: those of items that are mere summaries."""

from collections.abc import Iterable, Iterator
from urllib.parse import urldefrag, urljoin

from audit.fetch.address import is_fetchable
from audit.model.text import Document
from audit.text.words import count_words

SUMMARY_WORDS = 120
"""An item of fewer words is taken for a summary; the shortest reports have about 150."""


def pages_to_follow(documents: Iterable[Document], *addresses: str) -> Iterator[str]:
    """The addresses of items that are summaries, each once, in their order.

    `addresses` are those of the feed itself: the first is what links are relative to, none of them
    is a page to follow.
    """
    seen = {urldefrag(one).url for one in addresses}
    for document in documents:
        if not document.url or count_words(document.text, document.lang) >= SUMMARY_WORDS:
            continue
        link = urldefrag(urljoin(addresses[0], document.url)).url
        if link not in seen and is_fetchable(link):
            seen.add(link)
            yield link
