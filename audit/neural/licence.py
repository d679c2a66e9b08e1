"""What the licence of a model forbids: one against commercial use is never used unseen."""

import re
from collections.abc import Collection

from audit.errors import ConfigError
from audit.model.card import ModelCard

_NON_COMMERCIAL = re.compile(r"(?<![a-z])(?:nc|non-?commercial)(?![a-z])", re.IGNORECASE)


def forbids_trade(licence: str) -> bool:
    """Whether a licence keeps a work from commercial use, as CC BY-NC and its kind do."""
    return _NON_COMMERCIAL.search(licence) is not None


def require_accepted(card: ModelCard, accepted: Collection[str]) -> None:
    """Raise `ConfigError` for a model that is not for commercial use.

    One whose licence is among `accepted`, written as its publisher writes it, is let pass.
    """
    if forbids_trade(card.licence) and card.licence not in accepted:
        raise ConfigError(
            f"the model “{card.name}” is not for commercial use: its licence is {card.licence}. "
            "Where it allows what you do, say that you have read it: "
            f'licences = ["{card.licence}"] in [models]'
        )
