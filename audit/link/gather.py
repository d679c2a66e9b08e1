"""Gathers the mentions of some documents under their forms."""

from array import array
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from audit.link.forms import NOT_TOLD, Forms, compared_parts
from audit.link.known import Known, KnownForms
from audit.link.source import Keys, SourceNames
from audit.model.mentions import MentionRows
from audit.model.text import Document


def forms_of(documents: Iterable[Document], known: KnownForms) -> Forms:
    """All forms in `documents`, in order of first mention; exempt mentions are left out.

    One spelling is two forms where the authority tells two things apart by what stands near them:
    Hasan the station and Hasan the man.
    """
    gathered = _Gathered(known)
    for document in documents:
        gathered.add(document)
    return gathered.forms()


class _Gathered:
    """Forms and mentions as they come, document by document."""

    def __init__(self, known: KnownForms) -> None:
        self._known_forms = known
        self._texts: list[str] = []
        self._langs: list[str] = []
        self._numbers = defaultdict[tuple[str, str], dict[str, int]](dict)
        self._known: dict[int, Known] = {}
        self._behind: dict[int, list[Counter[Keys]]] = {}
        self._rows = MentionRows(self._texts)
        self._ids: list[str] = []
        self._source_langs: list[str] = []
        self._sentences = array("I")
        self._mentions = 0

    def add(self, document: Document) -> None:
        """Put the mentions of one more document under their forms."""
        source = SourceNames(document)
        starts = [segment.span.start for segment in document.segments]
        here = len(self._ids)
        self._ids.append(document.id)
        self._source_langs.append(source.lang)
        self._sentences.append(len(starts) + 1)
        for ordinal, mention in enumerate(document.mentions, self._mentions):
            primary, known = mention.lang.partition("-")[0], None
            if self._known_forms.knows(mention.text, primary):
                if self._known_forms.exempt(mention, document):
                    continue
                known = self._known_forms.record(mention, document)
            form = self._form(mention.text, primary, known)
            sentence = bisect_right(starts, mention.span.start)
            self._rows.add(mention, form, here, sentence, ordinal)
            if source:
                parts = compared_parts(mention.text, primary)
                self._note_sources(form, source.behind(mention, parts))
        self._mentions += len(document.mentions)

    def forms(self) -> Forms:
        """All that was gathered."""
        self._numbers.clear()
        table = self._rows.table(self._ids, self._sentences, self._mentions)
        source_langs = dict(zip(self._ids, self._source_langs, strict=True))
        return Forms(
            table,
            self._langs,
            self._known,
            {form: tuple(map(_usual, behind)) for form, behind in self._behind.items()},
            [source_langs[id_] for id_ in table.ids],
        )

    def _form(self, text: str, lang: str, known: Known | None) -> int:
        """The number of a form, which may be new."""
        numbers = self._numbers[lang, known.record.id if known else ""]
        if text not in numbers:
            numbers[text] = len(self._texts)
            if known:
                self._known[len(self._texts)] = known
            self._texts.append(text)
            self._langs.append(lang)
        return numbers[text]

    def _note_sources(self, form: int, behind: Sequence[Keys]) -> None:
        """Count the source words that one mention renders."""
        counts = self._behind.setdefault(form, [Counter() for _ in behind])
        for seen, keys in zip(counts, behind, strict=True):
            if keys:
                seen[keys] += 1


def _usual(counts: Counter[Keys]) -> Keys:
    """The source word that most mentions of a part render, if any does."""
    return max(counts, key=lambda keys: (counts[keys], sorted(keys)), default=NOT_TOLD)
