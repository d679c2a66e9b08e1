"""Python does not look for cycles while an audit runs, and does again behind it."""

import gc
from collections.abc import Iterator
from dataclasses import replace

import pytest

from audit import detect
from audit.config.schema import Config, FinderRequest
from audit.model.card import ModelKind
from audit.model.finding import Hit
from audit.model.rule import NoOptions, Rule
from audit.model.text import Document
from audit.neural.request import Address
from audit.run import collector
from audit.run.collector import not_looking

MODELS = replace(Config().models, addresses={ModelKind.FLUENCY: Address("own")})


@pytest.fixture(autouse=True)
def looking() -> Iterator[None]:
    """Python looks for cycles at first, whatever a library did in a test before."""
    was = gc.isenabled()
    gc.enable()
    yield
    if not was:
        gc.disable()


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


def test_rules_of_other_packages_may_make_cycles(monkeypatch: pytest.MonkeyPatch) -> None:
    own = next(iter(detect.load().values()))

    def elsewhere(document: Document, options: NoOptions) -> Iterator[Hit]:
        yield from ()

    theirs: Rule = replace(own, check=elsewhere)
    monkeypatch.setattr(collector, "rules_in_force", lambda _: {own.id: own, "HSE001": theirs})
    with not_looking(Config()):
        assert gc.isenabled()
