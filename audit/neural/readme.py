"""What the page of a model (`README.md`) says in its head, licence and languages, and its card."""

import re
from dataclasses import dataclass

from audit.model.card import ModelCard, ModelKind
from audit.neural.files import ModelFiles

_HEAD = re.compile(r"\A---[ \t]*+\n(.*?)\n---[ \t]*+(?:\n|\Z)", re.DOTALL)
_TAG = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True)
class Said:
    """Licence as the publisher writes it, and BCP 47 tags; empty where nothing is said."""

    licence: str = ""
    languages: tuple[str, ...] = ()


def said_of(files: ModelFiles) -> Said:
    """What the page of the model says; nothing where there is no page or no head of one.

    The head is YAML of which `license`, `license_name` and `language` are read, as the Hub has them
    (https://huggingface.co/docs/hub/model-cards): a value in the line, or a list below it.
    """
    path = files.folder / "README.md"
    try:
        head = _HEAD.match(path.read_text(encoding="utf-8", errors="replace"))
    except OSError:
        return Said()
    if head is None:
        return Said()
    licences = _values(head[1], "license")
    if licences == ["other"]:
        licences = _values(head[1], "license_name") or licences
    tags = (one for one in _values(head[1], "language") if _TAG.fullmatch(one))
    return Said(" OR ".join(licences), tuple(sorted(set(tags) - {"multilingual"})))


def card_of(files: ModelFiles, kind: ModelKind, engine: str) -> ModelCard:
    """The card of the model in `files` as it serves for `kind`, computed by `engine`."""
    said = said_of(files)
    return ModelCard(
        name=files.name,
        kind=kind,
        origin=files.origin,
        digest=files.digest(),
        engine=engine,
        revision=files.revision,
        licence=said.licence,
        languages=said.languages,
        size=files.size(),
    )


def _values(head: str, key: str) -> list[str]:
    found = re.search(rf"^{key}:[ \t]*(.*(?:\n[ \t]*-[ \t].*)*)", head, re.MULTILINE)
    if found is None:
        return []
    words = re.split(r"[,\n]", found[1].strip().strip("[]"))
    return [word.strip().lstrip("- ").strip("'\" ") for word in words if word.strip(" -")]
