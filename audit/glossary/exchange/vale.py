"""Vale: a vocabulary (accept.txt, reject.txt) or a substitution rule (YAML); see vale.sh/docs.

A vocabulary has one regular expression a line and knows neither languages nor concepts.
"""

import json
import re
from collections.abc import Iterable

from audit.authority.fields import Where
from audit.errors import ConfigError
from audit.glossary.concepts import Role, slug, terms_of
from audit.glossary.exchange.base import Exported, Imported, Languages, Losses, accepted, cleaned
from audit.model.terms import EVERY_LANGUAGE, Concept, Term

ACCEPT, REJECT = "accept.txt", "reject.txt"
ANY_CASE = "(?i)"

_SPECIAL = re.compile(r"([\\.+*?()|\[\]{}^$])")
_ESCAPED = re.compile(r"\\(.)")
_PLAIN = re.compile(r"(?:[^\\.+*?()|\[\]{}^$]|\\[^\w\s])+")
"""A regular expression that matches nothing but one text: special characters behind a backslash."""


def write_vocabulary(concepts: Iterable[Concept], languages: Languages) -> Exported:
    """The two files of a vocabulary: terms that may and terms that may not be used."""
    lang = languages.one("a vocabulary")
    losses = Losses()
    accept: dict[str, None] = {}
    reject: dict[str, None] = {}
    for concept in concepts:
        losses.fields(concept, ("case_sensitive", "translate"))
        for term in concept.terms:
            if term.lang not in (lang, EVERY_LANGUAGE):
                losses.terms([term])
                continue
            into = accept if term.status.accepted else reject
            into[_line(concept, term)] = None
    for line in list(reject):
        if line in accept:
            del reject[line]
            losses.add("forbidden terms that another concept accepts")
    return Exported({ACCEPT: _lines(accept), REJECT: _lines(reject)}, losses.freeze())


def _line(concept: Concept, term: Term) -> str:
    prefix = "" if concept.case_matters else ANY_CASE
    return prefix + _SPECIAL.sub(r"\\\1", term.text)


def _lines(every: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in every)


def read_vocabulary(content: bytes, name: str, languages: Languages) -> Imported:
    """The terms of one file of a vocabulary, each a concept; reject.txt has forbidden ones.

    Lines that match more than one text are lost.
    """
    lang = languages.one("a vocabulary")
    role = Role.FORBIDDEN if name.endswith(REJECT) else Role.TERMS
    losses = Losses()
    concepts: dict[str, Concept] = {}
    try:
        lines = content.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise ConfigError(f"{name}: not UTF-8 text: bad byte at position {error.start}") from None
    for number, line in enumerate(lines, start=1):
        bare = line.strip()
        if not bare or bare.startswith("#"):
            continue
        pattern = bare.removeprefix(ANY_CASE)
        if not _PLAIN.fullmatch(pattern):
            losses.add("regular expressions")
            continue
        text = cleaned(_ESCAPED.sub(r"\1", pattern), "term", Where(name, f"line {number}"))
        key = slug(text, concepts)
        concepts[key] = Concept(key, terms_of({(role, lang): (text,)}), pattern == bare)
    return Imported(tuple(concepts.values()), losses.freeze())


def write_substitution(concepts: Iterable[Concept], languages: Languages) -> Exported:
    """A substitution rule: each term that may not be used, and the preferred one for it.

    A replacement in which Vale would read a sign of its own cannot be written.
    """
    lang = languages.one("a substitution rule")
    losses = Losses()
    swaps: dict[str, str] = {}
    for concept in concepts:
        losses.fields(concept, ("case_sensitive",))
        best = accepted(concept, lang)[:1]
        for term in concept.terms:
            if term in best:
                continue
            wrong = term.lang == lang and not term.status.accepted
            if wrong and best and not {"|", "$"} & set(best[0].text):
                swaps.setdefault(_line(concept, term), best[0].text)
            else:
                losses.terms([term])
    head = [
        "extends: substitution",
        "message: \"Use '%s' instead of '%s'.\"",
        "level: error",
        "ignorecase: false",
        "swap:" if swaps else "swap: {}",
    ]
    body = [f"  {_quoted(wrong)}: {_quoted(right)}" for wrong, right in swaps.items()]
    return Exported({"": _lines([*head, *body])}, losses.freeze())


def _quoted(text: str) -> str:
    """A text as YAML: a JSON string is one."""
    return json.dumps(text, ensure_ascii=False)
