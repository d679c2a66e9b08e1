"""The text of runs of HTML: references decoded, white space collapsed, blocks told apart."""

import re
from collections.abc import Iterable

from audit.read.derived import DerivedText
from audit.read.html_layout import Leaf, lay_out
from audit.read.html_tokens import REFERENCE, Token, reference

_SPECIAL = re.compile("&")
_SPECIAL_PRE = re.compile(r"&|\r\n|\r|\n")
_LINE_END = re.compile(r"\r\n|\r|\n")


def add_leaf(html: str, leaf: Leaf, derived: DerivedText) -> None:
    """Add one run of text with its character references decoded; in `pre` line ends count."""
    at = leaf.start
    for special in (_SPECIAL_PRE if leaf.pre else _SPECIAL).finditer(html, at, leaf.end):
        if special.start() < at:
            continue  # the inside of a reference that was taken already
        derived.copy(at, special.start(), leaf.kind)
        at = special.end()
        if special[0] != "&":
            derived.close()
        elif match := REFERENCE.match(html, special.start(), leaf.end):
            value, at = reference(match)
            derived.atom(value, special.start(), at, leaf.kind)
        else:
            derived.atom("&", special.start(), at, leaf.kind)
    derived.copy(at, leaf.end, leaf.kind)


def fragment(
    html: str, tokens: Iterable[Token], *, references: bool = True, lines: bool = False
) -> DerivedText:
    """The whole text of a piece of a page, which `tokens` make; nothing shown is left out.

    Without `references` an ampersand is a character like any other; with `lines` a line end ends a
    block everywhere, as it does in `pre`.
    """
    derived = DerivedText(html)
    for leaf in lay_out(html, tokens).items:
        if leaf is None:
            derived.close()
            continue
        leaf.pre = leaf.pre or lines
        if references:
            add_leaf(html, leaf, derived)
        else:
            _add_decoded(html, leaf, derived)
    derived.close()
    return derived


def _add_decoded(text: str, leaf: Leaf, derived: DerivedText) -> None:
    at = leaf.start
    for end in _LINE_END.finditer(text, at, leaf.end) if leaf.pre else ():
        derived.copy(at, end.start(), leaf.kind)
        derived.close()
        at = end.end()
    derived.copy(at, leaf.end, leaf.kind)
