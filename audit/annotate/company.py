"""What the company of a word says: where a name begins amid capitals, and that a noun is a name.

Capitals alone do not part "Art Director Benjamin Hale" or "Huawei Мэн Ваньчжоу", and in German they
do not part names from nouns. What stands beside a word does.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from audit.annotate.words import Word
from audit.lang.given import is_given_name
from audit.lang.language import LanguageData
from audit.lang.lexicon import is_common
from audit.text.scripts import COMMON, main_script

SHORT_ROLE = 3
"""Letters of an abbreviation that says what somebody is: CB, MP, CEO."""

_ROLE_COMPOUND = re.compile(r"[^\W\d_]{2,4}[-‐‑][^\W\d_]{3,}")


@dataclass(frozen=True, slots=True)
class Shown:
    """Nouns that are names: `places` are (line, word); `words`, folded, are so anywhere."""

    places: frozenset[tuple[int, int]] = frozenset()
    words: frozenset[str] = frozenset()


def shown_by_company(lines: Sequence[Sequence[Word]], language: LanguageData) -> Shown:
    """The nouns behind a title or given name, in a language that writes all nouns with a capital.

    Two of them in a row are a full name and names wherever they stand, as is a noun behind a given
    name; one alone behind a title is a name there.
    """
    if not language.capitalises_nouns:
        return Shown()
    places, words = set[tuple[int, int]](), set[str]()
    for number, line in enumerate(lines):
        for index in range(1, len(line)):
            before = line[index - 1].token
            if is_given_name(before.text) and before.capital:
                surname = _capitals_from(line, index, language)[:1]
                words |= {line[at].token.text.casefold() for at in surname}
            if before.text.casefold() not in language.titles_person:
                continue
            behind = _capitals_from(line, index, language)
            places |= {(number, at) for at in behind}
            if len(behind) > 1:
                words |= {line[at].token.text.casefold() for at in behind}
    return Shown(frozenset(places), frozenset(words))


def _capitals_from(line: Sequence[Word], start: int, language: LanguageData) -> list[int]:
    """The one or two words from `start` on that make a name behind a title."""
    found = list[int]()
    for index in range(start, min(start + 2, len(line))):
        word = line[index]
        folded = word.token.text.casefold()
        none = folded in language.function_words or folded in language.titles_person
        dated = folded in language.month_words or folded in language.weekday_words
        if not word.joined or not word.token.capital or none or dated:
            break
        found.append(index)
    return found


def no_name(text: str) -> bool:
    """Whether a hyphen ties an abbreviation to a common ending: IR-inger, EU-wide; not GHT-UBD."""
    head, _, tail = text.partition("-")
    return bool(_ROLE_COMPOUND.fullmatch(text)) and head.isupper() and tail.islower()


def another_begins(words: Sequence[Word], index: int, run: range, lang: str) -> bool:
    """Whether another name begins at `index`, amid the capitals of `run`.

    It does where the script changes, and where a full name follows upon common words or a role in
    capitals: Art Director | Benjamin Hale, CB | Marco Hale.
    """
    if index == run.start:
        return False
    here, before = words[index].token, words[index - 1].token
    if here.initials or before.initials:
        return False
    scripts = {main_script(here.text), main_script(before.text)} - {COMMON}
    if len(scripts) > 1:
        return True
    if index == run.stop - 1 or not is_given_name(here.text):
        return False
    lead = [words[at].token for at in range(run.start, index)]
    if len(lead) == 1 and lead[0].shouted and len(lead[0].text) <= SHORT_ROLE:
        return True
    return all(is_common(one.text.casefold(), lang) and not is_given_name(one.text) for one in lead)
