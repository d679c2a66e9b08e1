"""SCR001 mixed-script-word: one word with letters of two alphabets."""

import re
from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, segment_rule
from audit.detect.scripts.homoglyphs import look_alike
from audit.detect.scripts.plain_words import words_only
from audit.lang.scripts import CYRILLIC, GREEK, LATIN, is_cyrillic
from audit.model.finding import Applicability, FindingClass, Fix, Hit, Severity
from audit.model.mqm import MQM
from audit.model.text import Document, Segment
from audit.text.scripts import script_counts, script_of

_LATIN = "A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ"
_OTHER = "Ͱ-Ͽἀ-῾Ѐ-ԯ"
_SEAM = re.compile(f"[{_LATIN}][{_OTHER}]|[{_OTHER}][{_LATIN}]|[Ѐ-ԯ][Ͱ-Ͽ]|[Ͱ-Ͽ][Ѐ-ԯ]")
_WORD = re.compile(f"[{_LATIN}{_OTHER}\u0300-\u036f]+")
_STEM_AND_ENDING = re.compile(f"[{_LATIN}]{{2,}}[Ѐ-ԯ]+")
_STYLISED = re.compile("[aeiu][Ѐ-Я][Ѐ-ԯ]+")
_GREEK_WORD = 3
"""Letters from which on Greek beside Latin is a word and not a symbol: "Δx", "TNFα", "kΩ"."""


@segment_rule(
    id="SCR001",
    since="0.1",
    mqm=MQM.CHARACTER_ENCODING,
    severity=Severity.MINOR,
    finding_class=FindingClass.ERROR,
    says="“{word}” mixes {scripts} letters: {letters}",
    why="Letters that look alike are different characters: search, links and screen readers fail.",
    examples=(
        Bad("The mayor of ⟦Оdesa⟧ spoke.", fixed="The mayor of Odesa spoke."),
        Bad("President ⟦Zelenskий⟧ arrived."),
        Bad(
            "Про це пише ⟦гaзета⟧ «Факти».",
            lang="uk",
            fixed="Про це пише газета «Факти».",
        ),
        Bad("Вакцина від ⟦COVІD⟧ є.", lang="uk", fixed="Вакцина від COVID є."),
        Bad("Der Sprecher ⟦Реtrow⟧ schwieg.", lang="de", fixed="Der Sprecher Petrow schwieg."),
        Good("Новый iPhone-а и SIM-карта для Wi-Fi-роутера.", lang="ru"),
        Good("Він купив iPhoneа, зайшов у Facebookу, а VIPів не було.", lang="uk"),
        Good("The change Δx is 5 µm or 3 μm; TNFα and 4 kΩ."),
        Good("Летает Ка-52M, Т-72Б3M и Су-27UB.", lang="ru"),
        Good("彼はTシャツを着て、NHKのニュースを見た。", lang="ja"),
        Good("See https://example.org/Киевnews and #Киевnews."),
    ),
    references=("https://www.unicode.org/reports/tr39/",),
)
def mixed_script_word(document: Document, segment: Segment, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report words of Latin, Cyrillic and Greek letters in one; mend those of look-alikes."""
    if segment.text.isascii() or not _SEAM.search(segment.text):
        return
    for found in _WORD.finditer(words_only(segment.text)):
        word = found[0]
        if not _SEAM.search(word) or _is_meant(word, segment.lang):
            continue
        mended = _mend(word, segment.lang)
        counts = script_counts(word)
        main = _main(word, mended)
        fixes: tuple[Fix, ...] = ()
        if mended:
            because = "the same word with all its letters in one alphabet"
            fixes = (Fix(mended, Applicability.SAFE, because),)
        sure = mended is not None or not is_cyrillic(segment.lang)
        yield Hit(
            document=document.id,
            at=segment.at(*found.span()),
            values=(
                ("word", word),
                ("scripts", " and ".join(sorted(counts))),
                ("letters", _strangers(word, main)),
            ),
            fixes=fixes,
            confidence=0.97 if sure else 0.6,
            finding_class=None if sure else FindingClass.QUERY,
        )


def _is_meant(word: str, lang: str) -> bool:
    """Whether people write such a word: symbols, and in Cyrillic a Latin name with an ending."""
    counts = script_counts(word)
    if counts[GREEK] and not counts[CYRILLIC]:
        greek_word = counts[GREEK] >= _GREEK_WORD or counts[LATIN] >= _GREEK_WORD
        return not greek_word or _mend(word, lang) is None
    if not is_cyrillic(lang):
        return False
    if _STYLISED.fullmatch(word):
        return True
    return bool(_STEM_AND_ENDING.fullmatch(word)) and not word.isupper()


def _mend(word: str, lang: str) -> str | None:
    """The word in one alphabet, where each stranger has a look-alike in it.

    Where two alphabets would do, that of most letters wins, then that of the target language.
    """
    counts = script_counts(word)
    own = CYRILLIC if is_cyrillic(lang) else LATIN
    for script in sorted(counts, key=lambda each: (-counts[each], each != own, each)):
        letters = [
            letter
            if script_of(letter) in {script, "Inherited"}
            else look_alike(letter, script, lang)
            for letter in word
        ]
        if all(letters):
            return "".join(letter for letter in letters if letter)
    return None


def _main(word: str, mended: str | None) -> str:
    """The script a word belongs in: that of its mended form, else that of most letters."""
    counts = script_counts(mended or word)
    return min(counts, key=lambda each: (-counts[each], each))


def _strangers(word: str, main: str) -> str:
    """The letters out of `main`, each once, with their script: "а (Cyrillic)"."""
    seen = dict.fromkeys(x for x in word if script_of(x) not in {main, "Inherited"})
    return ", ".join(f"{letter} ({script_of(letter)})" for letter in seen)
