"""SCR002 foreign-script-word: a word in a script that is not the target language's."""

import re
from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, segment_rule
from audit.detect.scripts.plain_words import words_only
from audit.lang.scripts import CYRILLIC, GREEK, LATIN, own_scripts
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.text import Document, Segment
from audit.text.scripts import COMMON, INHERITED, UNKNOWN, script_of

_BEYOND_LATIN = re.compile(
    "[\u0370-\u1cff\u1f00-\u1fff\u2e80-\ud7ff\uf900-\uffdc\U00020000-\U0003ffff]"
)
_BETWEEN = re.compile(r"[\s\d.,:;!?'’\"«»“”„()（）\-–—/·・、。，]{1,3}")
"""What may stand between two foreign words of one hit."""

_NO_SCRIPT = frozenset({COMMON, INHERITED, UNKNOWN})
"""Signs that prove nothing, such as the Japanese long vowel mark."""

_OPENING = "([（［【"
_QUOTES = "\"'“”„«»‘’‹›「」『』"
_GLOSS = re.compile(r"[\"'“”«»’›」』]\s{0,2}[(\[（/]")
_CODE = re.compile(r"[Ѐ-Я]{1,4}[\s№-]{0,2}\d")
_WORDS_OF_A_LETTER = frozenset("ивсукоіяєйз")
"""Small Cyrillic letters that are words of Russian, Ukrainian or Belarusian."""
_SYMBOLS = frozenset({GREEK, CYRILLIC, "Hiragana", "Katakana", "Thai", "Arabic", "Hebrew"})
_LONGEST_SYMBOL = 2
"""Letters of Greek that are a symbol still, as in "αβ" or the fraternity "ΦΒΚ" less one."""


@segment_rule(
    id="SCR002",
    since="0.1",
    mqm=MQM.UNTRANSLATED,
    severity=Severity.MAJOR,
    finding_class=FindingClass.ERROR,
    says="“{text}” is left in {script} letters",
    why="Readers of the translation cannot read the word; it was not translated or transcribed.",
    examples=(
        Bad("The mayor of ⟦Київ⟧ spoke first."),
        Bad("The mayor ⟦и⟧ the council left."),
        Bad("He was called a ⟦лютий ворог⟧ by the paper."),
        Bad("Minister ⟦外相⟧ Tanaka left Tokyo."),
        Bad("Глава МИД ⟦外相⟧ Танака вылетел.", lang="ru"),
        Bad("Der Minister ⟦وزير⟧ reiste ab.", lang="de"),
        Bad("他昨天⟦вчера⟧到达北京。", lang="zh"),
        Good("Kyiv (Київ) is the capital, and so was Chernihiv (Ukrainian: Чернігів)."),
        Good("They sang “Слава Україні” (“Glory to Ukraine”) in the square."),
        Good("He posted it as #Київ and @київ on the network."),
        Good("The licence КВ12-34567 was given to a T-72Б tank."),
        Good("The constant π, the angle θ, the letter Я and the drone swarm αβ."),
        Good("Компания Apple показала iPhone и MacBook.", lang="ru"),
        Good("彼はNHKのデータベースを見た。", lang="ja"),
        Good(r"Nobody knows ¯\_(ツ)_/¯ why."),
    ),
)
def foreign_script_word(document: Document, segment: Segment, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report runs of words in a foreign script; glosses in brackets and symbols are left alone."""
    own = own_scripts(segment.lang)
    if not own or segment.text.isascii() or not _BEYOND_LATIN.search(segment.text):
        return
    text = words_only(segment.text)
    for start, end in _runs(text, own):
        if _is_symbol(text[start:end]) or _is_gloss(text, start, end):
            continue
        if _CODE.match(text, start) and (start == 0 or not text[start - 1].isalnum()):
            continue  # the number of a licence or a model
        if _touches_latin(text, start, end):
            continue  # SCR001 speaks of words that mix alphabets
        quoted = start > 0 and text[start - 1] in _QUOTES
        yield Hit(
            document=document.id,
            at=segment.at(start, end),
            values=(("text", segment.text[start:end]), ("script", _script(text[start:end]))),
            confidence=0.7 if quoted else 0.95,
            finding_class=FindingClass.QUERY if quoted else None,
        )


def _runs(text: str, own: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Stretches of foreign words, neighbours joined."""
    start = end = -1
    for found in _BEYOND_LATIN.finditer(text):
        at = found.start()
        if script_of(found[0]) in own or script_of(found[0]) in _NO_SCRIPT:
            continue
        if start >= 0 and (at == end or _BETWEEN.fullmatch(text, end, at) or _marks(text, end, at)):
            end = at + 1
            continue
        if start >= 0:
            yield start, end
        start, end = at, at + 1
    if start >= 0:
        yield start, end


def _marks(text: str, start: int, end: int) -> bool:
    """Whether only vowel signs and the like stand between two letters."""
    return all(script_of(char) == INHERITED for char in text[start:end])


def _script(run: str) -> str:
    """The first script of a run."""
    return next(s for s in map(script_of, run) if s not in _NO_SCRIPT)


def _is_symbol(run: str) -> bool:
    """Whether a run is a letter that stands for itself: a formula, the letter Я, a smiley."""
    script = _script(run)
    if len(run) == 1:
        return script in _SYMBOLS and run not in _WORDS_OF_A_LETTER
    return script == GREEK and (len(run) <= _LONGEST_SYMBOL or (len(run) == 3 and run.isupper()))


def _is_gloss(text: str, start: int, end: int) -> bool:
    """Whether a run stands in brackets behind a word, or quoted with a translation behind it."""
    opened = max(text.rfind(bracket, 0, start) for bracket in _OPENING)
    closed = max(text.rfind(bracket, 0, start) for bracket in ")]）］】")
    if opened > closed:
        return True
    return bool(_GLOSS.match(text, end))


def _touches_latin(text: str, start: int, end: int) -> bool:
    """Whether a Cyrillic or Greek run goes on in Latin letters without a gap."""
    if _script(text[start:end]) not in {CYRILLIC, GREEK}:
        return False
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return LATIN in {script_of(before), script_of(after)}
