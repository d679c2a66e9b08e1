"""The recognition of Russian names by Natasha's model: the extra `mtaudit[natasha]`.

The distribution `natasha` (MIT) carries the weights of Slovnet's recogniser and of the Navec word
vectors it needs. They are read from its folder without importing it: its package brings a
morphology that newer interpreters refuse and that is not needed here.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from audit.errors import ConfigError
from audit.model.card import ModelCard, ModelKind
from audit.neural.base import Stretch, Text
from audit.neural.extras import folder_of, release, require
from audit.neural.files import digest
from audit.neural.request import ModelRequest

LANGUAGE = "ru"
VECTORS = Path("data", "emb", "navec_news_v1_1B_250K_300d_100q.tar")
RECOGNISER = Path("data", "model", "slovnet_ner_news_v1.tar")
INSTALL = "mtaudit[natasha]"


class Natasha:
    """Labels stretches of Russian texts with a loaded Slovnet recogniser."""

    def __init__(self, recogniser: Any, card: ModelCard) -> None:
        self.card = card
        self._recogniser = recogniser

    def answers(self, asked: Sequence[Text]) -> list[tuple[Stretch, ...]]:
        """The labelled stretches of each text."""
        return [
            tuple(
                Stretch(one.start, one.stop, one.type) for one in self._recogniser(text.text).spans
            )
            for text in asked
        ]


def natasha(request: ModelRequest) -> Natasha:
    """The recogniser of Russian names.

    Raises `MissingExtraError` where its packages are not installed, `ConfigError` where it is
    given a model.
    """
    if request.address.model is not None:
        raise ConfigError(f"“natasha” has its own model; found “{request.address.model}”")
    require("“natasha”", ["natasha", "slovnet", "navec"], INSTALL)
    from navec import Navec  # noqa: PLC0415 - loads numpy and is optional
    from slovnet import NER  # noqa: PLC0415

    home = folder_of("natasha")
    files = [home / RECOGNISER, home / VECTORS]
    recogniser = NER.load(files[0])
    recogniser.navec(Navec.load(files[1]))
    card = ModelCard(
        name="natasha",
        kind=ModelKind.MENTIONS,
        origin=f"natasha {release('natasha')}",
        digest=digest(files, home),
        engine=f"slovnet-{release('slovnet')}",
        licence="MIT",
        languages=(LANGUAGE,),
        size=sum(path.stat().st_size for path in files),
    )
    return Natasha(recogniser, card)
