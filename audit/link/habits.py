"""What the names of a text do: their scripts and marks, against which one name's forms are held."""

from collections.abc import Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from audit.lang.scripts import LATIN, is_own_script
from audit.link.forms import Forms, NameForm
from audit.text.scripts import main_script

LATIN_TEXT = 0.2
"""Share of the other names from which a text in another script keeps names in Latin letters.
Chosen on the development data, with four names more taken to be in the text's own script."""
BENEFIT = 4


def marked(text: str) -> bool:
    """Whether a text in Latin letters has one with a mark, or one that ASCII lacks."""
    if text.isascii() or main_script(text) != LATIN:
        return False
    return any(char.isalpha() and not char.isascii() for char in text)


class Habits:
    """The habits of some documents' names, asked about one name at a time."""

    def __init__(self, forms: Forms) -> None:
        self._forms = forms
        self._has_sources = any(forms.source_langs)

    def beside(self, own: Sequence[NameForm]) -> "Company":
        """The names that stand in the same documents as the forms of one name."""
        if not self._has_sources:
            return Company(self, own)
        langs = {self._forms.source_langs[one] for form in own for one in form.documents}
        return Company(self, own, langs.pop() if len(langs) == 1 else "")

    def others(self, own: Sequence[NameForm]) -> frozenset[str]:
        """The parts of the other names in the documents of one name that it has none of itself."""
        mine = {form.text for form in own}
        documents = frozenset[int]().union(*(form.documents for form in own))
        numbers = {one for document in documents for one in self._forms.in_document[document]}
        around = (one for one in numbers if self._forms.table.texts[one] not in mine)
        parts = {part for one in around for part in self._forms.parts(one)}
        return frozenset(parts.difference(*(form.parts for form in own)))

    def may_be_marked(self, own: Sequence[NameForm]) -> bool:
        """Whether a name in the documents of one name has a mark, itself among them."""
        return any(not self._marked.isdisjoint(form.mentions.documents) for form in own)

    @cached_property
    def telling(self) -> NDArray[np.bool_]:
        """Which forms bear on what is said of the names around them.

        Where each language is written in Latin letters that is whether there are marks.
        """
        if not all(is_own_script(LATIN, lang) for lang in {*self._forms.langs}):
            return np.ones(len(self._forms), bool)
        return self._having_marks

    @cached_property
    def _marked(self) -> frozenset[int]:
        """The documents with a name of which a part has a mark."""
        having = np.flatnonzero(self._having_marks).tolist()
        return frozenset[int]().union(*(self._forms.documents[one] for one in having))

    @cached_property
    def _having_marks(self) -> NDArray[np.bool_]:
        """Which forms have a part with a mark."""
        forms = self._forms
        having = (
            not text.isascii() and any(map(marked, forms.parts(at)))
            for at, text in enumerate(forms.table.texts)
        )
        return np.fromiter(having, bool, len(forms))


class Company:
    """The other names around one name."""

    def __init__(self, habits: Habits, own: Sequence[NameForm], source_lang: str = "") -> None:
        self.source_lang = source_lang
        self._habits = habits
        self._own = own

    @cached_property
    def _others(self) -> frozenset[str]:
        """Their parts; most names raise no question for which they are needed."""
        return self._habits.others(self._own)

    @cached_property
    def marked(self) -> bool:
        """Whether a part of another name has a letter with a mark."""
        return self._habits.may_be_marked(self._own) and any(map(marked, self._others))

    def prefers(self, script: str, lang: str) -> bool:
        """Whether a text in `lang` has its names in `script` rather than in another one.

        Its own script, unless a good part of its other names stands in Latin letters.
        """
        if is_own_script(LATIN, lang):
            return script == LATIN
        latin = sum(main_script(part) == LATIN for part in self._others)
        if latin > LATIN_TEXT * (len(self._others) + BENEFIT):
            return script == LATIN
        return is_own_script(script, lang)
