"""The recognition of Russian names by Natasha's model: the extra `mtaudit[natasha]`.

The distribution `natasha` (MIT) carries the weights of Slovnet's recogniser and of the Navec word
vectors it needs. They are read from its folder without importing it: its package brings a
morphology that newer interpreters refuse and that is not needed here.
"""

from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from audit.annotate.models.spans import mention
from audit.errors import ConfigError, MissingExtraError
from audit.model.names import Mention
from audit.model.text import Document

LANGUAGE = "ru"
VECTORS = Path("data", "emb", "navec_news_v1_1B_250K_300d_100q.tar")
RECOGNISER = Path("data", "model", "slovnet_ner_news_v1.tar")


class NatashaFinder:
    """Finds names in Russian with a loaded Slovnet recogniser."""

    def __init__(self, recogniser: Any, release: str) -> None:
        self._recogniser = recogniser
        self.id = f"natasha-{release}"

    def knows(self, lang: str) -> bool:
        """Russian alone: on other languages the model guesses."""
        return lang.partition("-")[0] == LANGUAGE

    def mentions(self, document: Document) -> Iterator[Mention]:
        """The persons, places and organisations of each segment."""
        for segment in document.segments:
            for span in self._recogniser(segment.text).spans:
                if made := mention(document, segment, span.start, span.stop, span.type):
                    yield made


def natasha(argument: str | None) -> NatashaFinder:
    """The finder of Russian names.

    Raises `MissingExtraError` where its packages are not installed, `ConfigError` where it is
    given a model.
    """
    if argument is not None:
        raise ConfigError(f"the finder “natasha” has its own model; found “{argument}”")
    home = find_spec("natasha")
    if home is None or not home.submodule_search_locations or find_spec("slovnet") is None:
        raise MissingExtraError("the finder “natasha” needs it: pip install 'mtaudit[natasha]'")
    from navec import Navec  # noqa: PLC0415 - loads numpy and is optional
    from slovnet import NER  # noqa: PLC0415

    folder = Path(next(iter(home.submodule_search_locations)))
    recogniser = NER.load(folder / RECOGNISER)
    recogniser.navec(Navec.load(folder / VECTORS))
    return NatashaFinder(recogniser, _release())


def _release() -> str:
    try:
        return version("natasha")
    except PackageNotFoundError:
        return "unknown"
