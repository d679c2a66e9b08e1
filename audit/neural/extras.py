"""Optional packages: whether they are here, and which command brings them."""

from collections.abc import Iterable
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

from audit.errors import MissingExtraError


def installed(package: str) -> bool:
    """Whether the package that is imported as `package` is installed; imports nothing."""
    return find_spec(package) is not None


def require(what: str, packages: Iterable[str], install: str) -> None:
    """Raise `MissingExtraError` where one of `packages` is not installed.

    `what` needs them; `install` is what `pip install` is to be given.
    """
    if missing := [one for one in packages if not installed(one)]:
        raise MissingExtraError(
            f"{what} needs {' and '.join(missing)}, not installed here: pip install '{install}'"
        )


def imported(package: str) -> ModuleType:
    """An optional package whose presence was required; none is imported before it is used."""
    return import_module(package)


def release(distribution: str) -> str:
    """The installed version of `distribution`; "unknown" where it has none."""
    try:
        return version(distribution)
    except PackageNotFoundError:
        return "unknown"


def folder_of(package: str) -> Path:
    """The folder of an installed package, found without importing it."""
    found = find_spec(package)
    places = list(found.submodule_search_locations or ()) if found else []
    if not places:
        raise MissingExtraError(f"the package {package} is not installed")
    return Path(places[0])
