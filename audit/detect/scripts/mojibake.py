"""SCR003 mojibake: text whose bytes were read in the wrong encoding."""

import re
from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, segment_rule
from audit.detect.scripts.encodings import as_utf8, utf8_sequences
from audit.model.finding import Applicability, FindingClass, Fix, Hit, Severity
from audit.model.mqm import MQM
from audit.model.text import Document, Segment

_CODECS = ("cp1252", "cp1251")
"""The code pages of the West and of Cyrillic Windows, in which nearly all such faults are made."""

_TIMES = 3
"""Text is sometimes stored wrongly twice; never seen more often."""

_WRONG_CYRILLIC = re.compile(r"(?<![A-Za-z\u0100-\u024f])[À-ÖØ-öø-ÿ]{5,}(?![A-Za-z\u0100-\u024f])")
"""Words of accented letters alone: Windows-1251 read as Latin-1. No language has such words of
five letters; Estonian "äööõ" is an exercise for tongues, and has four."""

_CYRILLIC_VOWELS = frozenset("аеёиоуыэюяієїАЕЁИОУЫЭЮЯІЄЇ")
_FEWEST_LETTERS = 3
"""Distinct letters that a word must have: "ÀÀÀÀÀ!" is a cry."""

_STUTTER = re.compile(r"(.)\1\1")

_PROSE = re.compile(r"[\w\s\u0300-\u036f]|[^\w\s\x00-\x1f\x7f-\x9f]")

_CYRILLIC_PROSE = re.compile("[Ѐ-ԯ\u00a0-\u00ff\u2010-\u203a€₽№™]")
_LIKELY_LEADS = "ÂÃÄÅÐÑÎÏ"
"""First bytes of accented Latin letters, of Cyrillic and of Greek."""

_TYPOGRAPHIC = "\u00a0«»‹›“”„‘’‚–—…•"
"""Second bytes that stand behind a capital in sound text, too."""

_DASHES_AND_QUOTES = re.compile("[\u2010-\u203a€₽№™]")


@segment_rule(
    id="SCR003",
    since="0.1",
    mqm=MQM.CHARACTER_ENCODING,
    severity=Severity.MAJOR,
    finding_class=FindingClass.ERROR,
    says="“{text}” was read in the wrong encoding; it should be “{right}”",
    why="Bytes of one encoding were read as another; readers see signs without meaning.",
    examples=(
        Bad("The minister: ⟦donâ€™t⟧ panic.", fixed="The minister: don’t panic."),
        Bad(
            "Der Sprecher von ⟦MÃ¼nchen⟧ schwieg.",
            lang="de",
            fixed="Der Sprecher von München schwieg.",
        ),
        Bad("Titel: ⟦РџСЂРёРІРµС‚⟧.", lang="ru", fixed="Titel: Привет."),
        Bad("Signed by ⟦Ñ‚ÐµÑ\u0081Ñ‚ Ñ‚ÐµÑ\u0081Ñ‚⟧.", fixed="Signed by тест тест."),
        Bad("Заголовок: ⟦Ïðèâåò⟧ всем.", lang="ru", fixed="Заголовок: Привет всем."),
        Good("La lycéenne a été créée à São Paulo, dit Ðorđe.", lang="fr"),
        Good("В «Известиях» и в\u00a0Москве: Рігас, СІРІЙ, Рівне.", lang="uk"),
        Good("Il aime le café\u00a0», ESPAÑ… et mí…” puis «\u00a0là\u00a0».", lang="fr"),
        Good("Zum Spaß“ kam KŘÍŽ, OBTÍŽ, Úžas a LÉŽE.", lang="cs"),
        Good("Jäääär, õöö ja öö.", lang="et"),
        Good("HÄÄÄÄ? ÀÀÀÀÀÀ!", lang="de"),
    ),
)
def mojibake(document: Document, segment: Segment, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report wrongly decoded passages whose re-encoding gives back sound text, and that text."""
    if segment.text.isascii():
        return
    for start, end, right in _passages(segment.text):
        yield Hit(
            document=document.id,
            at=segment.at(start, end),
            values=(("text", segment.text[start:end]), ("right", right)),
            fixes=(Fix(right, Applicability.SAFE, "the same bytes, read as they were written"),),
            confidence=0.98,
        )


def _passages(text: str) -> Iterator[tuple[int, int, str]]:
    """Words with broken characters, neighbours joined, and what they should be."""
    start = end = 0
    for at, stop in _broken_words(text):
        if end and _belongs(text[end:at]):
            end = stop
            continue
        if end:
            yield start, end, _repaired(text[start:end])
        start, end = at, stop
    if end:
        yield start, end, _repaired(text[start:end])


def _belongs(gap: str) -> bool:
    """Whether what stands between two broken words is a blank, or a short broken word."""
    inside = gap.strip(" ")
    if not inside:
        return gap in {"", " "}
    return any(as_utf8(inside, codec) for codec in _CODECS) and not inside.isascii()


def _broken_words(text: str) -> Iterator[tuple[int, int]]:
    """The words that hold a broken passage; words end at plain blanks and punctuation."""
    spans = sorted(
        {found.span() for codec in _CODECS for found in _broken(text, codec)}
        | {found.span() for found in _WRONG_CYRILLIC.finditer(text) if _cyrillic(found[0])}
    )
    start = end = 0
    for at, stop in spans:
        first, last = _word_around(text, at, stop)
        if end and first <= end:
            end = max(end, last)
            continue
        if end:
            yield start, end
        start, end = first, last
    if end:
        yield start, end


def _word_around(text: str, start: int, end: int) -> tuple[int, int]:
    """A passage with the letters that adjoin it."""
    while start and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    return start, end


def _broken(text: str, codec: str, *, surely: bool = True) -> Iterator[re.Match[str]]:
    """Passages that are UTF-8 in disguise; not `surely`, also those that could be chance."""
    for found in utf8_sequences(codec).finditer(text):
        right = as_utf8(found[0], codec)
        if right is None or not all(_PROSE.fullmatch(char) for char in right):
            continue
        if surely and _is_chance(text, found, right, codec):
            continue
        yield found


def _is_chance(text: str, found: re.Match[str], right: str, codec: str) -> bool:
    """Whether sound text can look like that.

    "café\u00a0»" and "и…»" are three bytes of a Chinese character, "Spaß“" and "LÉŽE" two of
    others, "В\u00a0" a Cyrillic letter. So a single sequence counts only where the repaired text
    is of the common kind, and what it looks like is not.
    """
    if any(_DASHES_AND_QUOTES.fullmatch(char) for char in right):
        return False
    if codec == "cp1251":
        if not all(_CYRILLIC_PROSE.fullmatch(char) for char in right):
            return True
        signs = not found[0].isalpha()
        return len(right) < (2 if signs else 3) or found[0].isupper()
    if len(right) > 1:
        return found[0].isalpha() and len(right) < _FEWEST_LETTERS
    if found[0][0] not in _LIKELY_LEADS:
        return True
    before = text[found.start() - 1] if found.start() else " "
    return found[0][1] in _TYPOGRAPHIC and (found[0][0] not in "ÂÃ" or before.isupper())


def _cyrillic(word: str) -> str | None:
    """The Cyrillic word that was read as Latin-1; None where it was none."""
    try:
        right = word.encode("cp1252").decode("cp1251")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return None
    letters = set(right.lower())
    if _STUTTER.search(right):
        return None
    sound = right.isalpha() and letters & _CYRILLIC_VOWELS and len(letters) >= _FEWEST_LETTERS
    return right if sound else None


def _repaired(text: str) -> str:
    """`text` with each broken passage put right, repeatedly where it was broken twice."""
    for _ in range(_TIMES):
        before = text
        for codec in _CODECS:
            if not any(_broken(text, codec)):
                continue
            for found in reversed(list(_broken(text, codec, surely=False))):
                right = as_utf8(found[0], codec) or found[0]
                text = text[: found.start()] + right + text[found.end() :]
        text = _WRONG_CYRILLIC.sub(lambda found: _cyrillic(found[0]) or found[0], text)
        if text == before:
            break
    return text
