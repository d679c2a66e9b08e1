"""Names of countries, continents and large cities in the languages that have a file of them.

The files lie in `audit/lang/places/`, one `<primary subtag>.toml` a language, and name their
sources. A place has the same key in each of them: its code in ISO 3166-1, or an English name.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from audit.tables import read_table

Places = Mapping[str, tuple[str, ...]]
"""Names by key, the usual one first."""


@cache
def places(lang: str) -> Places:
    """The places that are known in `lang`, a primary subtag; empty where there is no file."""
    file = files(__package__).joinpath("places", f"{lang}.toml")
    if not file.is_file():
        return MappingProxyType({})
    table = read_table(file)
    return MappingProxyType({key: tuple(names) for key, names in table.items()})
