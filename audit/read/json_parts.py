"""Values of a parsed JSON text with their places, and the texts among them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from audit.model.place import OffsetMap, Span
from audit.read.json_scan import items, literal, members, pieces_of
from audit.read.layers import Layer


@dataclass(frozen=True, slots=True)
class Located:
    """A parsed value and where it stands in `json`; that may be a part of a longer text."""

    value: object
    json: str
    span: Span

    def members(self) -> "Mapping[str, Located]":
        """The members of an object, by key; none of anything else."""
        value = self.value
        if not isinstance(value, dict):
            return {}
        places = dict(members(self.json, self.span.start)) if value else {}
        return {key: Located(value[key], self.json, at) for key, at in places.items()}

    def items(self) -> "Iterator[Located]":
        """The elements of an array; none of anything else."""
        if isinstance(self.value, list) and self.value:
            spans = items(self.json, self.span.start)
            for value, span in zip(self.value, spans, strict=True):
                yield Located(value, self.json, span)

    def text(self) -> str | None:
        """A string that is not blank, without blank ends."""
        return (self.value.strip() or None) if isinstance(self.value, str) else None

    def layer(self) -> Layer:
        """A string with its places; anything else is an empty one."""
        text = self.value if isinstance(self.value, str) else ""
        if not text:
            return Layer("", OffsetMap(), self.span.start)
        written = literal(self.json, self.span, 0, len(text))
        return Layer(text, OffsetMap.of(list(pieces_of(written))), written.origin)


def said(of: Mapping[str, Located], *keys: str) -> str | None:
    """The first of some members that is a string with anything in it."""
    return next((text for key in keys if key in of and (text := of[key].text())), None)
