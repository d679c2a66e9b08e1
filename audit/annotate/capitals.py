"""Finds names by their capital letters, in languages that write names so.

A capital proves a name only where the language would not write one anyway: not at the start of a
sentence, not in a headline set in capitals. There a word counts as a name when the document shows
it as one elsewhere, or when no word list knows it.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from audit.annotate.company import another_begins, no_name, shown_by_company
from audit.annotate.words import Word, shouting, words_of
from audit.lang import data
from audit.lang.compounds import is_compound
from audit.lang.given import is_given_name
from audit.lang.language import LanguageData
from audit.lang.lexicon import is_common
from audit.model.names import Kind, Mention
from audit.model.text import Document, Segment

LONGEST_WORD = 60
"""Letters beyond which a word is no name but data: the longest place name in use has 58."""
MOST_WORDS = 12
"""Words beyond which a run of capitals is a style of setting, not a name."""


class NameFinder:
    """Finds the names of one document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._language = data(document.lang)
        self._lines = [(segment, words_of(segment)) for segment in document.segments]
        lower, strong = list[str](), list[str]()
        for _, words in self._lines:
            for word in words:
                token, weak, _, _ = word
                if token.text.islower() or not token.capital:  # the first of most words
                    lower.append(token.text)
                elif not weak:
                    strong.append(token.text)
        self._lower = Counter(map(str.casefold, lower))
        self._strong = Counter(map(str.casefold, strong))
        self._shown = shown_by_company([words for _, words in self._lines], self._language)

    def mentions(self) -> Iterator[Mention]:
        """All names in order of place."""
        for number, (segment, words) in enumerate(self._lines):
            if not shouting(words):
                shown = {at for line, at in self._shown.places if line == number}
                for run in self._runs(segment, words, shown):
                    yield from self._mention(segment, words, run)

    def _runs(
        self, segment: Segment, words: Sequence[Word], shown: AbstractSet[int]
    ) -> Iterator[range]:
        """Ranges of words that may make one name, particles included; those of `shown` do."""
        start: int | None = None
        end = 0
        for index, word in enumerate(words):
            if start is None and word.token.text.islower() and index not in shown:
                continue  # most words
            if start is not None and not word.joined:
                yield range(start, end)
                start = None
            inside = start is not None and not word.weak
            named = index in shown or self._is_name(word, segment.lang)
            if named or (inside and _names_inside(word)):
                start, end = (index if start is None else start), index + 1
            elif start is not None and not self._is_particle(words, index):
                yield range(start, end)
                start = None
        if start is not None:
            yield range(start, end)

    def _is_particle(self, words: Sequence[Word], index: int) -> bool:
        """Whether the word is a particle inside a name: Mohammed bin Salman, Ursula von der X.

        A particle that is also a small word of the language ("de" in French, "at" in English) is
        one only behind a given name: Charles de Gaulle, but not "le président de France".
        """
        word = words[index].token.text
        following = words[index + 1 : index + 3]
        if word in self._language.function_words and not is_given_name(words[index - 1].token.text):
            return False
        return (
            word in self._language.name_particles
            and bool(following)
            and all(word.joined for word in following[:1])
            and any(word.token.capital for word in following)
        )

    def _is_name(self, word: Word, lang: str) -> bool:
        token = word.token
        if not token.capital or len(token.text) > LONGEST_WORD:
            return False
        if token.initials:
            return True
        folded = token.text.casefold()
        if _compound_adjective(token.text, lang) or no_name(token.text):
            return False
        if folded in self._language.month_words or folded in self._language.weekday_words:
            return False
        if not word.weak and not self._language.capitalises_nouns:
            return folded not in self._language.function_words
        if folded in self._language.function_words:
            return False
        if self._strong[folded] and not self._language.capitalises_nouns:
            return self._lower[folded] <= self._strong[folded]
        if self._lower[folded]:
            return False
        known = is_given_name(token.text) or folded in self._shown.words
        return known or not (is_common(folded, lang) or is_compound(folded, lang))

    def _mention(self, segment: Segment, words: Sequence[Word], run: range) -> Iterator[Mention]:
        """The names in a run: it is cut at titles and demonyms, which are no part of a name."""
        kind, piece = self._announced(words, run.start), list[int]()
        cuts = self._cuts(words, run)
        for index in run:
            if index not in cuts:
                person = bool(piece) and self._person_begins(words, index, run)
                if person or (piece and another_begins(words, index, run, segment.lang)):
                    if made := self._make(segment, words, piece, kind):
                        yield made
                    piece, kind = [], Kind.PERSON if person else Kind.NAME
                piece.append(index)
                continue
            if made := self._make(segment, words, piece, kind):
                yield made
            piece, kind = [], cuts[index]
        if made := self._make(segment, words, piece, kind):
            yield made

    def _announced(self, words: Sequence[Word], start: int) -> Kind:
        """What the word before a run says of it: president Olena Kovalchuk."""
        titles = self._language.titles_person
        titled = start > 0 and words[start - 1].token.text.casefold() in titles
        return Kind.PERSON if titled and words[start].joined else Kind.NAME

    def _cuts(self, words: Sequence[Word], run: range) -> dict[int, Kind]:
        """The words in a run that are no name, with what each says of the name after it."""
        language, cuts = self._language, dict[int, Kind]()
        folded = {index: words[index].token.text.casefold() for index in run}
        for index in run:
            if folded[index] in language.titles_person:
                cuts[index] = Kind.PERSON
            elif folded[index] in language.demonyms:
                cuts[index] = Kind.NAME
            both = f"{folded.get(index - 1)} {folded[index]}"
            if both in language.titles_person:
                cuts[index - 1] = cuts[index] = Kind.PERSON
            elif both in language.demonyms:
                cuts[index - 1] = cuts[index] = Kind.NAME
        return cuts

    def _person_begins(self, words: Sequence[Word], index: int, run: range) -> bool:
        """Whether a person follows upon another name: European Parliament | Roberta X.

        Languages that inflect put a place right before a person, too ("В Москве Сергей Лавров");
        there a surname may stand first, but a patronymic shows it.
        """
        if index in (run.start, run.stop - 1) or not is_given_name(words[index].token.text):
            return False
        before = words[index - 1].token.text
        if self._language.inflected and index == run.start + 1:
            patronymic = words[index + 1].token.text.casefold().endswith(_PATRONYMIC)
            return not patronymic and not is_given_name(before)
        countries = self._language.demonyms.values()
        return before.casefold() in self._language.organisation_words or before in countries

    def _make(
        self, segment: Segment, words: Sequence[Word], piece: Sequence[int], kind: Kind
    ) -> Mention | None:
        language = self._language
        while piece and words[piece[-1]].token.text in language.name_particles:
            piece = piece[:-1]
        if not 0 < len(piece) <= MOST_WORDS or all(words[index].token.initials for index in piece):
            return None
        first, last = words[piece[0]], words[piece[-1]]
        text = segment.text[first.token.start : last.token.end]
        return Mention(
            document=self._document.id,
            span=segment.at(first.token.start, last.token.end),
            text=text,
            kind=kind if kind is not Kind.NAME else _kind(words, piece, language),
            lang=self._document.lang,
            sentence_start=first.weak,
            quoted=first.quoted,
        )


def _names_inside(word: Word) -> bool:
    """Whether a capital amid a name is part of it though the word is a small one: Moon Jae In."""
    return word.token.capital and len(word.token.text) > 1 and not word.token.shouted


def _kind(words: Sequence[Word], piece: Sequence[int], language: LanguageData) -> Kind:
    """What a name's own words and its neighbours say of its kind."""
    own = {words[index].token.text.casefold() for index in piece}
    if own & language.organisation_words:
        return Kind.ORGANISATION
    beside = [index for index in (piece[0] - 1, piece[-1] + 1) if 0 <= index < len(words)]
    near = {words[i].token.text.casefold() for i in beside if words[max(i, piece[0])].joined}
    if (near | own) & language.place_words:
        return Kind.PLACE
    return Kind.NAME


_PATRONYMIC = (
    "вич",
    "вича",
    "вичу",
    "вичем",
    "виче",
    "вна",
    "вны",
    "вне",
    "вну",
    "вной",
    "вни",
    "вні",
)
"""Endings of Russian and Ukrainian patronymics in their cases."""
_ADJECTIVE_TAIL = re.compile(
    r"(?:\w{2,}(?:ed|[^p]ing)|led|run|born|made|built|held|style|era|wide|like|only|friendly|free|bound)"
)
"""What an English compound adjective ends in: Russian-backed, Tokyo-based, Soviet-era."""


def _compound_adjective(text: str, lang: str) -> bool:
    """Whether a hyphen ties a name to a common word: Russian-backed; not Jong-un, Jin-ping."""
    head, _, tail = text.rpartition("-")
    return bool(head) and lang.startswith("en") and bool(_ADJECTIVE_TAIL.fullmatch(tail))
