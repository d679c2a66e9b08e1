"""Python does not look for cycles while an audit runs, and does again behind it."""

import gc
from dataclasses import replace

import pytest

from audit.config.schema import Config, FinderRequest
from audit.model.card import ModelKind
from audit.neural.request import Address
from audit.run.collector import not_looking

MODELS = replace(Config().models, addresses={ModelKind.FLUENCY: Address("own")})


def test_an_audit_is_not_looked_through() -> None:
    with not_looking(Config()):
        assert not gc.isenabled()
    assert gc.isenabled()


def test_a_failure_changes_nothing_of_that() -> None:
    with pytest.raises(ValueError, match="broken"), not_looking(Config()):
        raise ValueError("broken")
    assert gc.isenabled()


@pytest.mark.parametrize("config", [Config(models=MODELS), Config(mentions=FinderRequest("spacy"))])
def test_models_may_make_cycles(config: Config) -> None:
    with not_looking(config):
        assert gc.isenabled()
