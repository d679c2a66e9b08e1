"""Given names by family: which forms are one name, and which look-alikes never are."""

import tomllib
from collections import defaultdict
from functools import cache
from importlib.resources import files

from audit.text.skeleton import skeleton


@cache
def _families() -> dict[str, frozenset[int]]:
    """The families that hold a name, by the name's skeleton."""
    text = files(__package__).joinpath("data", "given_names.toml").read_text(encoding="utf-8")
    found = defaultdict[str, set[int]](set)
    tables = tomllib.loads(text)
    rows = [row for sex in sorted(tables) for row in tables[sex]]
    for number, row in enumerate(rows):
        for name in row.split(","):
            found[skeleton(name.strip())].add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}


def families(bones: str) -> frozenset[int]:
    """The families that hold a given name with this skeleton; none where it is not in the table."""
    return _families().get(bones, frozenset())


def is_given_name(name: str) -> bool:
    """Whether a word is in the table of given names."""
    return skeleton(name) in _families()


def same_given_name(first: str, second: str) -> bool | None:
    """Whether two given names are forms of one; None where either is not in the table."""
    one, other = _families().get(skeleton(first)), _families().get(skeleton(second))
    if one is None or other is None:
        return None
    return bool(one & other)
