"""Strings on which a backtracking engine could lose its way, made from a pattern's own parts.

For each part that may repeat without a bound: what may stand before it, then what it repeats, many
times over, then a sign that lets the whole fail.
"""

import re
from collections.abc import Iterator
from itertools import islice
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

UNBOUNDED = 50
"""Repeats from which on a part counts as one without a bound."""
_REPEATS = (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT)
_FAILING = ("", "\0", "!", " ")
"""Ends that few patterns go on with."""
_COMMON = (
    "a",
    "A",
    "1",
    " ",
    "\n",
    "Aa ",
    "a b ",
    "1,",
    "1 ",
    ".",
    "-",
    "'",
    '"',
    "(",
    "<",
    "&",
    "a.",
    "A.",
    "A A",
    "a-",
    "а",
    "А",
    "漢",
    "\u0301",
    "\u200b",
    "а ",
    "a\n",
    ", ",
    "«",
    "%",
    "{",
    "://",
)
"""What is tried on all patterns."""
_SAMPLES = "aA1 .,-'\"\nаА漢éع_#&<>/\\()[]{}%$:;!?=“«»…·\u0301\u200b\u202e\u00a0\u3000\uff10"
"""Characters that stand for a class of them."""


def attacks(pattern: str, flags: int) -> list[tuple[str, str, str]]:
    """Attacks on a pattern: what comes first, what is repeated, what comes last."""
    tree = _parser.parse(pattern, flags)
    found: dict[tuple[str, str, str], None] = {}
    for before, body in _repeats(list(tree), "", flags):
        for lead in dict.fromkeys((before, "")):
            for end in _FAILING:
                found[lead, body, end] = None
        if before:
            found["", before + body, "\0"] = None
            found["", before, "\0"] = None
    whole = _sample(list(tree), flags)
    for body in dict.fromkeys((whole, whole[:-1], whole + " ", *_COMMON)):
        if body:
            found["", body, "\0"] = None
    return list(found)


def _repeats(items: list[Any], before: str, flags: int) -> Iterator[tuple[str, str]]:
    """Each part without a bound: a text that leads to it, and one that it repeats."""
    for item in items:
        operator, value = item
        if operator in _REPEATS:
            _, most, inner = value
            bodies = dict.fromkeys(islice(_samples(list(inner), flags), 4))
            if most == sre.MAXREPEAT or most > UNBOUNDED:
                for body in bodies:
                    if body:
                        yield before, body
            yield from _repeats(list(inner), before, flags)
            for body in list(bodies)[:1]:  # within a repeat once more, behind itself
                yield from _repeats(list(inner), before + body, flags)
        else:
            for part in _inside(operator, value):
                yield from _repeats(part, before, flags)
        before += _sample([item], flags)


def _inside(operator: Any, value: Any) -> list[list[Any]]:
    """The parts within a group, a choice or a look-around."""
    if operator is sre.SUBPATTERN:
        return [list(value[3])]
    if operator is sre.ATOMIC_GROUP:
        return [list(value)]
    if operator is sre.BRANCH:
        return [list(branch) for branch in value[1]]
    if operator in (sre.ASSERT, sre.ASSERT_NOT):
        return [list(value[1])]
    if operator is sre.GROUPREF_EXISTS:
        return [list(branch or []) for branch in value[1:]]
    return []


def _sample(items: list[Any], flags: int) -> str:
    return next(_samples(items, flags))


def _samples(items: list[Any], flags: int) -> Iterator[str]:
    """Texts that the items match, or nearly: look-arounds are not heeded."""
    if not items:
        yield ""
        return
    rest = _sample(items[1:], flags) if len(items) > 1 else ""
    for head in _of(items[0], flags):
        yield head + rest


def _of(item: Any, flags: int) -> Iterator[str]:
    operator, value = item
    if operator is sre.LITERAL:
        yield chr(value)
    elif operator in (sre.IN, sre.NOT_LITERAL, sre.ANY, sre.CATEGORY, sre.RANGE):
        yield from _characters(item, flags)
    elif operator in _REPEATS:
        least, _, inner = value
        yield from (one * max(1, min(least, 3)) for one in islice(_samples(list(inner), flags), 4))
    elif operator is sre.SUBPATTERN:
        yield from _samples(list(value[3]), flags)
    elif operator is sre.ATOMIC_GROUP:
        yield from _samples(list(value), flags)
    elif operator is sre.BRANCH:
        for branch in islice(value[1], 12):
            yield from islice(_samples(list(branch), flags), 2)
    elif operator is sre.GROUPREF_EXISTS:
        yield from _samples(list(value[1]), flags)
    else:  # look-arounds, anchors, references to groups
        yield ""


def _characters(item: Any, flags: int) -> Iterator[str]:
    """Characters of a class, one of each kind."""
    tree = _parser.State()
    tree.str = ""
    tree.flags = flags
    pattern = _parser.SubPattern(tree, [item])
    compiled = re._compiler.compile(pattern, flags & ~re.DEBUG)  # type: ignore[attr-defined]
    found = [one for one in _SAMPLES if compiled.fullmatch(one)]
    if not found and item[0] is sre.IN:
        found = [
            chr(value if operator is sre.LITERAL else value[0])
            for operator, value in item[1]
            if operator in (sre.LITERAL, sre.RANGE)
        ]
    yield from found or ["x"]
