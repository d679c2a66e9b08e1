"""Values as JSON text: UTF-8, keys in the order given, same values, same bytes."""

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

import orjson

REPLACEMENT = "\ufffd"
"""Stands for a lone surrogate, which UTF-8 cannot hold; one for one, so that offsets stay true."""


_AT_ONCE = 64
"""Elements of an array that are written together."""
_BEFORE, _BEHIND = "[\n  [\n    ", "\n  ]\n]\n"
"""What stands around elements in an array in an array."""


def json_text(tree: object, *, indent: bool = True) -> str:
    """`tree` as JSON, indented and ended by a line feed, or all on one line."""
    options = orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE if indent else 0
    try:
        data = orjson.dumps(tree, option=options)
    except orjson.JSONEncodeError:  # a lone surrogate, from a file name or a JSON escape
        data = orjson.dumps(encodable(tree), option=options)
    return data.decode()


def object_text(members: Mapping[str, object]) -> Iterator[str]:
    """An object as `json_text` writes it, in pieces; a member that is an iterator is an array."""
    opening = "{"
    for name, value in members.items():
        yield f"{opening}\n  {json_text(name, indent=False)}: "
        opening = ","
        if isinstance(value, Iterator):
            yield from _array(value)
        else:
            yield _indented(value, "  ")
    yield "\n}\n" if members else "{}\n"


def _array(elements: Iterator[object]) -> Iterator[str]:
    """An array that is a member of an object, some elements at a time."""
    opening = "["
    while some := list(islice(elements, _AT_ONCE)):
        inner = json_text([some])[len(_BEFORE) : -len(_BEHIND)]  # as far in as it is to stand
        yield f"{opening}\n    {inner}"
        opening = ","
    yield "[]" if opening == "[" else "\n  ]"


def _indented(value: object, by: str) -> str:
    """A value as it stands further in; a line feed within a text is an escape."""
    return json_text(value).removesuffix("\n").replace("\n", f"\n{by}")


def encodable(value: Any) -> Any:
    """`value` with every lone surrogate in its texts replaced."""
    if isinstance(value, str):
        return "".join(REPLACEMENT if "\ud800" <= one <= "\udfff" else one for one in value)
    if isinstance(value, list):
        return [encodable(one) for one in value]
    if isinstance(value, dict):
        return {key: encodable(one) for key, one in value.items()}
    return value
