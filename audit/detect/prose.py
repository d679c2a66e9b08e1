"""Which stretches of a document are running text, of which whole sentences can be asked."""

import re
from functools import lru_cache

from audit.lang import data
from audit.model.text import Block, BlockKind, Document, Segment

_WORDS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_FEWEST_WORDS = 8
_LEAST_SMALL = 0.4
"""Share of words in small letters; headlines in capitals and lists of names have fewer."""

_LEAST_FUNCTION = 0.18
"""Share of function words; captions, lists and specifications have fewer."""

ENDS = ".!?…。！？:;"
"""Marks a sentence may end in; what a colon or semicolon introduces may follow as a list."""

_WRAPPING = "\"'”“’»«)]）」』*_  \u00a0"
BODY = frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTATION})
"""Kinds of blocks that hold whole sentences."""


def is_running(text: str, lang: str) -> bool:
    """Whether `text` has the words of a sentence, not those of a heading, a list or a label."""
    words = _WORDS.findall(text)
    if len(words) < _FEWEST_WORDS or not (text[0].isupper() or text[0] in "\"“„«'‘("):
        return False
    small = sum(word[0].islower() for word in words)
    function_words = data(lang).function_words
    function = sum(word.lower() in function_words for word in words)
    return small >= _LEAST_SMALL * len(words) and function >= _LEAST_FUNCTION * len(words)


def has_end(text: str) -> bool:
    """Whether `text` ends in a mark, inside or outside quotation marks and brackets."""
    return text.rstrip(_WRAPPING)[-1:] in ENDS or text.rstrip().endswith((")", "]", "*", ">"))


@lru_cache(2)
def body(document: Document) -> tuple[Block, ...]:
    """The blocks of running text, as far as the reader of the file could tell."""
    return tuple(block for block in document.blocks if block.kind in BODY)


@lru_cache(2)
def ends_its_sentences(document: Document) -> bool:
    """Whether most of the other paragraphs end in a mark, so that one that does not is a fault."""
    ends = [
        has_end(document.cut(block.span).strip())
        for block in body(document)
        if len(document.cut(block.span).split()) >= _FEWEST_WORDS
    ]
    return sum(ends) >= max(1.0, 0.75 * (len(ends) - 1))


@lru_cache(2)
def is_written_small(document: Document) -> bool:
    """Whether the writer begins sentences with small letters, as people do in chats."""
    firsts = [first for first in map(first_letter, document.segments) if first and first.isalpha()]
    small = sum(first.islower() for first in firsts)
    return len(firsts) > 2 and small * 4 > len(firsts)


def first_letter(segment: Segment) -> str:
    """The first character of a sentence, behind quotation marks and brackets."""
    return segment.text.lstrip("\"'“„«‘’([¿¡—–- \u00a0")[:1]
