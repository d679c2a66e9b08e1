"""The finder that needs nothing but this package: each language by its own habits of writing."""

from collections.abc import Iterator

from audit.annotate import uncased
from audit.annotate.capitals import NameFinder
from audit.errors import ConfigError
from audit.lang import data
from audit.model.names import Mention
from audit.model.text import Document


class LightFinder:
    """Finds names by capitals, or by titles and honorifics where a script has no capitals."""

    id = "light"

    def knows(self, lang: str) -> bool:
        """Whether unlisted names can be found in `lang`."""
        language = data(lang)
        return uncased.knows(lang) or (language.has_case and bool(language.function_words))

    def mentions(self, document: Document) -> Iterator[Mention]:
        """The names in order of place."""
        if uncased.knows(document.lang):
            yield from uncased.mentions(document)
        elif self.knows(document.lang):
            yield from NameFinder(document).mentions()


LIGHT_FINDER = LightFinder()
"""The only one there need be: it holds no state."""


def light(argument: str | None) -> LightFinder:
    """The light finder; raises `ConfigError` where it is given a model."""
    if argument is not None:
        raise ConfigError(f"the finder “light” takes no model; found “{argument}”")
    return LIGHT_FINDER
