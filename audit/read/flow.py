"""Running text in XML elements (XHTML, NITF): the same layout as that of a page of HTML."""

from collections.abc import Mapping

from audit.read.html_tokens import Token, TokenKind
from audit.read.layers import layer_of
from audit.read.parts import Part, Role, html_part, tagged_part
from audit.read.xml_tree import Node

XHTML_SKIPPED = frozenset(
    {"embed", "head", "iframe", "noscript", "object", "script", "style", "textarea"}
)
"""Elements of XHTML whose content is no text of the page."""
_NO_NAMES: Mapping[str, str] = {}


def flow_part(
    node: Node,
    role: Role,
    names: Mapping[str, str] = _NO_NAMES,
    skipped: frozenset[str] = XHTML_SKIPPED,
) -> Part:
    """The text in `node`; `names` says which element of HTML one is as good as."""
    taken: list[tuple[str, int, int]] = []
    tokens: list[Token] = []
    length = 0

    def walk(holder: Node) -> None:
        nonlocal length
        for one in holder.content:
            if not isinstance(one, Node):
                taken.append((one.text, one.start, one.end))
                if tokens and tokens[-1].kind is TokenKind.TEXT:
                    tokens[-1].end += len(one.text)
                else:
                    tokens.append(Token(TokenKind.TEXT, length, length + len(one.text)))
                length += len(one.text)
            elif one.name.lower() not in skipped:
                name = names.get(one.name, one.name.lower())
                tokens.append(Token(TokenKind.START, length, length, name))
                walk(one)
                tokens.append(Token(TokenKind.END, length, length, name))

    walk(node)
    return tagged_part(layer_of(taken, node.inside), tokens, role)


def marked_part(node: Node, role: Role) -> Part:
    """The text of an element that should hold HTML as text, but may hold it as elements."""
    if next(node.elements(), None) is not None:
        return flow_part(node, role)
    return html_part(node.layer(), role)
