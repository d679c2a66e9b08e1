"""Values as JSON text: UTF-8, keys in the order given, same values, same bytes."""

import orjson

REPLACEMENT = "\ufffd"
"""Stands for a lone surrogate, which UTF-8 cannot hold; one for one, so that offsets stay true."""


def json_text(tree: object, *, indent: bool = True) -> str:
    """`tree` as JSON, indented and ended by a line feed, or all on one line."""
    options = orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE if indent else 0
    try:
        data = orjson.dumps(tree, option=options)
    except orjson.JSONEncodeError:  # a lone surrogate, from a file name or a JSON escape
        data = orjson.dumps(_encodable(tree), option=options)
    return data.decode()


def _encodable(value: object) -> object:
    """`value` with every lone surrogate in its texts replaced."""
    if isinstance(value, str):
        return "".join(REPLACEMENT if "\ud800" <= one <= "\udfff" else one for one in value)
    if isinstance(value, list):
        return [_encodable(one) for one in value]
    if isinstance(value, dict):
        return {key: _encodable(one) for key, one in value.items()}
    return value
