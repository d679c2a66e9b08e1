"""Models that are known to serve, from a table: what there is to be said before one is used."""

from dataclasses import dataclass
from importlib.resources import files

from audit.model.card import ModelKind
from audit.neural.extras import installed
from audit.neural.registry import providers_of
from audit.neural.request import Address
from audit.tables import read_table

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class KnownModel:
    """A model and what it adds.

    `size` is in bytes, `install` what `pip install` is given; `hub` says that its weights come from
    the Hub, where a revision is to be chosen, and not in a package.
    """

    address: Address
    kind: ModelKind
    adds: str
    languages: tuple[str, ...]
    licence: str
    size: int
    packages: tuple[str, ...]
    install: str
    source: str

    @property
    def hub(self) -> bool:
        """Whether its weights are to be had from the Hub."""
        return self.address.model is not None

    @property
    def here(self) -> bool:
        """Whether the packages that it needs are installed; says nothing of weights of the Hub."""
        return all(map(installed, self.packages))


def known_models() -> tuple[KnownModel, ...]:
    """All of them that a provider of this installation can make, in the order of the table."""
    table = read_table(files("audit.neural").joinpath("data", "known.toml"))
    rows = (_known(row) for row in table["model"])
    return tuple(one for one in rows if one.address.provider in providers_of(one.kind))


def _known(row: dict[str, object]) -> KnownModel:
    return KnownModel(
        address=Address.parse(str(row["address"])),
        kind=ModelKind(str(row["kind"])),
        adds=str(row["adds"]),
        languages=_texts(row.get("languages", ())),
        licence=str(row["licence"]),
        size=int(str(row["size"])) * MEGABYTE,
        packages=_texts(row["packages"]),
        install=str(row["install"]),
        source=str(row["source"]),
    )


def _texts(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list | tuple) else ()
