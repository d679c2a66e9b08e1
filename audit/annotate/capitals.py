"""Finds names by their capital letters, in languages that write names so.

A capital proves a name only where the language would not write one anyway: not at the start of a
sentence, not in a headline set in capitals. There a word counts as a name when the document shows
it as one elsewhere, or when no word list knows it.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from audit.lang import data
from audit.lang.given import is_given_name
from audit.lang.language import LanguageData
from audit.lang.lexicon import is_common
from audit.model.names import Kind, Mention
from audit.model.text import BlockKind, Document, Segment
from audit.text.tokens import Token, tokens

TITLE_CASE_SHARE = 0.75
"""Above this share of capitals among its longer words, a line is set in title case."""
TITLE_CASE_WORDS = 4
"""Fewer longer words than this tell nothing about how a line is set."""
LONGER_WORD = 4
"""Letters from which on title case capitalises a word whatever it is."""

_OPENS = frozenset(":—–-•*/|·….!?。>")
_BRACKETS = "\"“”„«»‘’‚'([ \u00a0"
_QUOTE_OPEN, _QUOTE_CLOSE = frozenset("“„«‹「『"), frozenset("”»›」』")


@dataclass(frozen=True, slots=True)
class _Word:
    """A token with what its surroundings say of its capital."""

    token: Token
    weak: bool
    quoted: bool
    joined: bool
    """Stands one space after the word before it."""


class NameFinder:
    """Finds the names of one document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._language = data(document.lang)
        self._lines = [(segment, _words(segment)) for segment in document.segments]
        self._strong: Counter[str] = Counter()
        self._lower: Counter[str] = Counter()
        for _, words in self._lines:
            for word in words:
                if not word.token.capital:
                    self._lower[word.token.text.casefold()] += 1
                elif not word.weak:
                    self._strong[word.token.text.casefold()] += 1

    def mentions(self) -> Iterator[Mention]:
        """All names in order of place."""
        for segment, words in self._lines:
            if not _shouting(words):
                for run in self._runs(segment, words):
                    yield from self._mention(segment, words, run)

    def _runs(self, segment: Segment, words: Sequence[_Word]) -> Iterator[range]:
        """Ranges of words that may make one name, particles included."""
        start: int | None = None
        end = 0
        for index, word in enumerate(words):
            if start is not None and not word.joined:
                yield range(start, end)
                start = None
            if self._is_name(word, segment.lang):
                start, end = (index if start is None else start), index + 1
            elif start is not None and not self._is_particle(words, index):
                yield range(start, end)
                start = None
        if start is not None:
            yield range(start, end)

    def _is_particle(self, words: Sequence[_Word], index: int) -> bool:
        """Whether the word is a particle inside a name: Mohammed bin Salman, Ursula von der X."""
        following = words[index + 1 : index + 3]
        return (
            words[index].token.text in self._language.name_particles
            and bool(following)
            and all(word.joined for word in following[:1])
            and any(word.token.capital for word in following)
        )

    def _is_name(self, word: _Word, lang: str) -> bool:
        token, folded = word.token, word.token.text.casefold()
        if not token.capital:
            return False
        if token.initials:
            return True
        if _compound_adjective(token.text, lang):
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
        return is_given_name(token.text) or not is_common(folded, lang)

    def _mention(self, segment: Segment, words: Sequence[_Word], run: range) -> Iterator[Mention]:
        """The names in a run: it is cut at titles and demonyms, which are no part of a name."""
        kind, piece = Kind.NAME, list[int]()
        cuts = self._cuts(words, run)
        for index in run:
            if index not in cuts:
                piece.append(index)
                continue
            if made := self._make(segment, words, piece, kind):
                yield made
            piece, kind = [], cuts[index]
        if made := self._make(segment, words, piece, kind):
            yield made

    def _cuts(self, words: Sequence[_Word], run: range) -> dict[int, Kind]:
        """The words in a run that are no name, with what each says of the name after it."""
        language, cuts = self._language, dict[int, Kind]()
        folded = {index: words[index].token.text.casefold() for index in run}
        for index in run:
            if folded[index] in language.titles_person:
                cuts[index] = Kind.PERSON
            elif folded[index] in language.demonyms:
                cuts[index] = Kind.NAME
            if f"{folded.get(index - 1)} {folded[index]}" in language.demonyms:
                cuts[index - 1] = cuts[index] = Kind.NAME
        return cuts

    def _make(
        self, segment: Segment, words: Sequence[_Word], piece: Sequence[int], kind: Kind
    ) -> Mention | None:
        language = self._language
        while piece and words[piece[-1]].token.text in language.name_particles:
            piece = piece[:-1]
        if not piece or all(words[index].token.initials for index in piece):
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


def _kind(words: Sequence[_Word], piece: Sequence[int], language: LanguageData) -> Kind:
    """What a name's own words and its neighbours say of its kind."""
    own = {words[index].token.text.casefold() for index in piece}
    if own & language.organisation_words:
        return Kind.ORGANISATION
    beside = [index for index in (piece[0] - 1, piece[-1] + 1) if 0 <= index < len(words)]
    near = {words[i].token.text.casefold() for i in beside if words[max(i, piece[0])].joined}
    if (near | own) & language.place_words:
        return Kind.PLACE
    return Kind.NAME


def _words(segment: Segment) -> list[_Word]:
    """The words of a segment with what stands before each of them."""
    text, quoted, words = segment.text, False, list[_Word]()
    found = list(tokens(text, possessive=segment.lang.startswith("en")))
    title_case = _title_case(found, segment)
    at = 0
    for index, token in enumerate(found):
        between = text[at : token.start]
        quoted = _in_quotes(between, quoted=quoted)
        weak = title_case or _opens_sentence(text[: token.start], between)
        joined = between in (" ", "\u00a0") or (between == "" and index > 0)
        words.append(_Word(token, weak, quoted, joined))
        at = token.end
    return words


def _opens_sentence(before: str, between: str) -> bool:
    """Whether a capital stands after `before` for the sentence's sake; `between` ends `before`.

    Speech opens a sentence after a colon or comma; a quoted name amid a sentence does not.
    """
    outer = before.rstrip(_BRACKETS)
    if not outer or outer[-1] in _OPENS:
        return True
    spoken = any(char in between for char in _BRACKETS[:9])
    return spoken and outer[-1] == ","


def _in_quotes(between: str, *, quoted: bool) -> bool:
    for char in between:
        if char in _QUOTE_OPEN:
            quoted = True
        elif char in _QUOTE_CLOSE:
            quoted = False
        elif char == '"':
            quoted = not quoted
    return quoted


def _compound_adjective(text: str, lang: str) -> bool:
    """Whether a hyphen ties a name to a common word: Russian-backed, Tokyo-based; not Jong-un."""
    head, hyphen, tail = text.rpartition("-")
    return bool(
        hyphen and head and tail.islower() and len(tail) >= LONGER_WORD and is_common(tail, lang)
    )


def _title_case(found: Sequence[Token], segment: Segment) -> bool:
    """Whether the line capitalises its words as a headline does."""
    longer = [token for token in found if len(token.text) >= LONGER_WORD]
    if len(longer) < TITLE_CASE_WORDS or segment.text.rstrip().endswith((".", "!", "…")):
        return False
    share = sum(token.capital for token in longer) / len(longer)
    return share >= TITLE_CASE_SHARE or (
        segment.kind is BlockKind.HEADING and share >= TITLE_CASE_SHARE / 2
    )


def _shouting(words: Sequence[_Word]) -> bool:
    """Whether a line is set in capitals throughout, so that they tell nothing."""
    longer = [word.token for word in words if len(word.token.text) >= LONGER_WORD]
    return len(longer) >= TITLE_CASE_WORDS and all(token.shouted for token in longer)
