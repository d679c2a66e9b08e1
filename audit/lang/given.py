"""Given names by family: which forms are one name, which may be, and which never are."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from itertools import permutations

from audit.tables import read_table
from audit.text.skeleton import skeleton


@cache
def _tables() -> dict[str, list[str]]:
    file = files(__package__).joinpath("data", "given_names.toml")
    return read_table(file)


@cache
def _men() -> frozenset[str]:
    """The skeletons of names that men bear and women do not."""
    names = {
        sex: {skeleton(name.strip()) for row in rows for name in row.split(",")}
        for sex, rows in _tables().items()
    }
    return frozenset(names["m"] - names["f"])


def is_man_s_name(name: str) -> bool:
    """Whether a word is a given name of men alone."""
    return skeleton(name) in _men()


@cache
def _rows() -> tuple[tuple[str, ...], ...]:
    """The names of each family."""
    tables = _tables()
    rows = (row for sex in sorted(tables) for row in tables[sex])
    return tuple(tuple(name.strip() for name in row.split(",")) for row in rows)


@cache
def families() -> Mapping[str, frozenset[int]]:
    """The families that hold a given name, by the name's skeleton."""
    found = defaultdict[str, set[int]](set)
    for number, row in enumerate(_rows()):
        for name in row:
            found[skeleton(name)].add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}


def is_given_name(name: str) -> bool:
    """Whether a word is in the table of given names."""
    return skeleton(name) in families()


@cache
def _as_spelled() -> frozenset[str]:
    return frozenset(name for row in _rows() for name in row)


def is_given_name_as_spelled(name: str) -> bool:
    """Whether a word is in the table of given names in this very spelling."""
    return name in _as_spelled()


def same_given_name(first: str, second: str) -> bool | None:
    """Whether two given names are forms of one; None where either is not in the table."""
    one, other = families().get(skeleton(first)), families().get(skeleton(second))
    if one is None or other is None:
        return None
    return bool(one & other)


@cache
def relatives() -> Mapping[int, frozenset[int]]:
    """For each family those that are called alike in another language or for short."""
    found = defaultdict[int, set[int]](set)
    for row in read_table(files(__package__).joinpath("data", "related_names.toml"))["related"]:
        names = [families()[skeleton(name.strip())] for name in row.split(",")]
        for one, other in permutations(names, 2):
            for number in one:
                found[number] |= other - {number}
    return {number: frozenset(others) for number, others in found.items()}


def are_related(ones: frozenset[int], others: frozenset[int]) -> bool:
    """Whether two names share no family and have related ones: Helen, Elena; Alex, Alexander."""
    if ones & others:
        return False
    return any(relatives().get(one, frozenset[int]()) & others for one in ones)


def is_relative(first: str, second: str) -> bool:
    """Whether a given name may be another one in translation or for short."""
    none = frozenset[int]()
    table = families()
    return are_related(table.get(skeleton(first), none), table.get(skeleton(second), none))
