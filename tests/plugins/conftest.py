"""The sample package, installed once as a newcomer would install it."""

import pytest

from tests.plugins.installing import Installed, install


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """The sample package in a folder of its own."""
    return install(tmp_path_factory.mktemp("site"))
