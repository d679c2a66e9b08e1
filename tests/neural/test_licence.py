"""Weights that are not for commercial use are not used unseen."""

import pytest

from audit.errors import ConfigError
from audit.model.card import ModelCard, ModelKind
from audit.neural.licence import forbids_trade, require_accepted


@pytest.mark.parametrize(
    "licence", ["cc-by-nc-sa-4.0", "CC BY-NC 4.0", "CC-BY-NC-4.0 OR other", "non-commercial use"]
)
def test_licences_against_trade(licence: str) -> None:
    assert forbids_trade(licence)
    card = ModelCard("kiwi", ModelKind.QUALITY, "hub", "abc", "torch", licence=licence)
    with pytest.raises(ConfigError, match=f"“kiwi” is not for commercial use.*{licence}"):
        require_accepted(card, ("mit",))
    require_accepted(card, (licence,))


@pytest.mark.parametrize("licence", ["", "Apache-2.0", "MIT", "cc-by-sa-4.0", "ncsa", "Vincent"])
def test_licences_that_allow_trade(licence: str) -> None:
    require_accepted(ModelCard("m", ModelKind.QUALITY, "hub", "abc", "torch", licence=licence), ())
