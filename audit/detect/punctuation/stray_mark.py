"""PUN006 stray-mark: a mark in a place where the sentence has no room for one."""

import re
from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, document_rule
from audit.detect.prose import is_written_small
from audit.detect.punctuation.brands import EXCLAIMED
from audit.detect.punctuation.lexicon import Lexicon, lexicon
from audit.detect.scripts.plain_words import prose_only
from audit.lang.frequency import go_together
from audit.lang.scripts import is_cyrillic, is_latin
from audit.model.finding import Applicability, FindingClass, Fix, Hit, Severity
from audit.model.mqm import MQM
from audit.model.place import Span
from audit.model.text import Document

_PLACE = re.compile(r"[-,;:?!.~^_@'’](?= )")
_UP_TO_WORD = re.compile(r".*[\W\d_]", re.DOTALL)
_NEXT_WORD = re.compile(r"[^\W_]+")
_LONGEST_WORD = 24
_LONGEST_INITIALS = 2
"""Letters up to which what stands before a hyphen may be no word at all."""

_INSERTED = re.compile(r", [^,.;:?!\n()]{2,40},")
"""A comma and what stands between it and the next: "a man of, let us say, forty"."""

_SMALL_AGAIN = re.compile(r"(?<=[^\W\d_]{3})[.?!] (?=[^\W\d_])(?=[a-zà-öø-ÿа-яёіїєґ])")
_MOST_SMALL = 2
"""Sentences with a small letter at their head in a document whose writer is careless of them."""

_OPENED = re.compile(r"(?:^|[\s(“\"—–-])['‘’]\w")


@document_rule(
    id="PUN006",
    since="0.1",
    mqm=MQM.PUNCTUATION,
    severity=Severity.MINOR,
    finding_class=FindingClass.ERROR,
    says="“{mark}” has no place here",
    why="The sentence goes on across the mark; it was left by a decoder, a file format or an edit.",
    examples=(
        Bad("The mayor left⟦~⟧ for the coast.", fixed="The mayor left for the coast."),
        Bad(
            "He met the⟦,⟧ mayor of their⟦;⟧ own town.", fixed="He met the mayor of their own town."
        ),
        Bad("She was at home⟦-⟧ for the day.", fixed="She was at home for the day."),
        Bad("They came from⟦:⟧ the coast, and lives have⟦'⟧ been lost."),
        Bad("The latest⟦?⟧ data was late,⟦!⟧ as was this."),
        Bad("He got up to⟦.⟧ urinate, soon after⟦?⟧ a storm, on July⟦:⟧ 21."),
        Bad("It will⟦,⟧ be cold, for more than⟦,⟧ 40 days; the sky⟦.⟧ has cleared."),
        Bad("The group⟦;⟧ was late, and the virus⟦:⟧ have occurred."),
        Bad("Er kam am⟦,⟧ Montag.", lang="de", fixed="Er kam am Montag."),
        Bad("Она живёт в⟦,⟧ Москве.", lang="ru"),
        Bad("It was late because⟦,⟧ of the rain. She is⟦;⟧ a mayor. It was 70⟦,⟧ km away."),
        Good("He is a man of, let us say, forty, and on the, so to speak, old side."),
        Good("He left (how? and where to?). A! she said. Do you see? we do."),
        Good("is it late? do you think so? we leave now. he said so. it is late! we go."),
        Good("Read oOh! and weep.\nOh! the rain.", lang="de"),
        Good("Short- and long-term plans; his, hers and theirs; plan A, too."),
        Good("The countries they came from, and the ones they saw; here it is: all cold."),
        Good("The workers' union and the boys' school were goin' strong."),
        Good("That is where he came from. The town he spoke of; the one he looked for; no other."),
        Good("It was, as he said, late, and, however, cold; which of them is of use?"),
        Good("On page July: 2021. Three teams came: with them came rain."),
        Good("He left; as for me, I sat, etc. and so on."),
        Good("Yahoo! has news. What? He left! This is ~so~ late."),
        Good("He said 'the mayor' would come, and “the 'old mayor' came”."),
        Good("Ein- und Ausgang", lang="de"),
        Good("La reina -la más simpática- estaba allí.", lang="es"),
        Good("Het is de vraag: of de burgemeester komt, weet niemand.", lang="nl"),
    ),
)
def stray_mark(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report signs, loud marks before small letters, hanging hyphens and marks after articles."""
    if not (is_latin(document.lang) or is_cyrillic(document.lang)):
        return
    words = lexicon(document.lang)
    text = prose_only(document.text)
    for found in _PLACE.finditer(text):
        at = found.start()
        before = text[at - 1 : at]
        if not ((before.isalnum() or before == ",") and text[at + 2 : at + 3].isalnum()):
            continue
        sure = _judged(text, at, words)
        if sure is None and _goes_on(text, at, words, document.lang):
            sure = False
        if sure is None or (found[0] in ".?!" and _may_go_on(document, text, at)):
            continue
        yield Hit(
            document=document.id,
            at=Span(at, at + 1),
            values=(("mark", found[0]),),
            fixes=(Fix("", Applicability.UNSAFE, "no mark here"),),
            confidence=0.9 if sure else 0.75,
            finding_class=None if sure else FindingClass.QUERY,
        )


def _may_go_on(document: Document, text: str, at: int) -> bool:
    """Whether a sentence may end at `at` though it goes on in small letters."""
    if is_written_small(document) or _is_bracketed(text, at):
        return True
    return len(_SMALL_AGAIN.findall(text)) > _MOST_SMALL


def _judged(text: str, at: int, words: Lexicon) -> bool | None:
    """Whether the mark at `at` is surely wrong or to be asked about; None where it may be right."""
    mark = text[at]
    if mark in "~^_@":
        return None if mark in _line_before(text, at) else True
    if text[at - 1] == ",":
        return True if mark in "!?-'" and _is_behind_comma(text, at) else None
    before = _word_before(text, at)
    after = _NEXT_WORD.match(text, at + 2)
    behind = after[0] if after else ""
    if not before and mark in ",;:" and behind in words.units and text[at - 1].isdigit():
        return False
    if mark in "?!" and not before and text[at - 1].isdigit():
        return False if behind[:1].islower() else None
    if not before:
        return None
    if mark == "-":
        return None if _is_hanging(text, at, before, behind, words) else True
    if mark in "'’":
        return False if words.clipped and not _is_meant(text, at, before, behind, words) else None
    if _is_within_word(text, at - len(before)):
        return None
    if mark == "," and _INSERTED.match(text, at):
        return None
    return _after_word(mark, before, behind, words)


def _word_before(text: str, at: int) -> str:
    """The letters right before `at`; none where there are no letters."""
    start = max(0, at - _LONGEST_WORD)
    other = _UP_TO_WORD.match(text, start, at)
    return text[other.end() if other else start : at]


def _goes_on(text: str, at: int, words: Lexicon, lang: str) -> bool:
    """Whether words to either side of a mark belong together: a usual pair, a month and its day."""
    mark = text[at]
    before = _word_before(text, at)
    after = _NEXT_WORD.match(text, at + 2)
    if not before or not after or _is_within_word(text, at - len(before)):
        return False
    behind = after[0]
    if mark in ",:;" and behind[0].isdigit() and before in words.measures:
        return True
    if mark in ",:;" and behind in words.partitive and before.lower() in words.with_partitive:
        return True
    if mark == ";" and before in words.auxiliaries and behind in words.complements:
        return True
    if mark in ":;?!" and behind.isdigit():
        return before in words.dates and len(behind) <= _DIGITS_OF_DAY
    if mark == "," and before in words.modals:
        return behind in words.infinitives
    if mark not in ".:;?!" or not (before.islower() and behind.islower()):
        return False
    if mark in ":;":
        return behind in words.continuing
    if before in words.shortened or (mark in "?!" and behind in words.openers):
        return False
    bound = mark == "." and (behind in words.prepositions or behind in words.continuing)
    return bound or go_together(before, behind, lang)


_DIGITS_OF_DAY = 2


def _is_bracketed(text: str, at: int) -> bool:
    """Whether a bracket is open at `at`; asides have loud marks of their own."""
    line = _line_before(text, at)
    return line.rfind("(") > line.rfind(")")


def _is_within_word(text: str, start: int) -> bool:
    """Whether what begins at `start` goes on from something before it ("p.m", "e-mail")."""
    return start > 0 and (text[start - 1] in ".’'-" or text[start - 1].isalnum())


def _after_word(mark: str, before: str, behind: str, words: Lexicon) -> bool | None:
    """What a mark of the sentence is behind one word and before another."""
    if len(before) == 1 and mark in "?!":
        return None  # a cry, or a letter
    if before in words.articles or (before in words.joiners and mark in ".;!?"):
        return True
    if before in words.prepositions and mark not in ",;" and behind in words.leads:
        return False
    if before in words.prepositions and mark in ".!?" and behind[0].islower():
        return False
    bound = before in words.prepositions or before in words.stranded
    if bound and behind in words.dates and mark != ".":
        return False
    if mark == ":" and behind in words.unintroduced:
        return True
    bound = bound or before in words.auxiliaries
    if mark == ":" and bound and before not in words.presenting and behind[0].islower():
        return False
    if mark == "," and before in words.passives and behind.endswith(tuple(words.participles)):
        return False
    if mark in "?!" and behind[0].islower() and words.openers:
        name = before.lower() in EXCLAIMED or before[0].isupper()
        return None if name or behind in words.openers else False
    return None


def _is_hanging(text: str, at: int, before: str, behind: str, words: Lexicon) -> bool:
    """Whether a hyphen stands for a second part ("mid- and long-term") or closes an aside."""
    if " -" in _line_before(text, at):
        return True
    if behind.lower() in words.companions:
        return behind.lower() != "to" or "-" in text[at + 5 : at + 25]
    small = any(
        before in group
        for group in (words.prepositions, words.stranded, words.articles, words.openers)
    )
    return len(before) <= _LONGEST_INITIALS and not small


def _line_before(text: str, at: int) -> str:
    """The line up to a place."""
    return text[text.rfind("\n", 0, at) + 1 : at]


def _is_meant(text: str, at: int, before: str, behind: str, words: Lexicon) -> bool:
    """Whether an apostrophe is a plural possessive, a clipped word or a closing quotation mark."""
    owner = before.lower()
    line = _line_before(text, at)
    if owner in words.clipped or "‘" in line or _OPENED.search(line):
        return True
    if owner in words.prepositions or owner in words.stranded or owner in words.joiners:
        return False
    owns = owner.endswith(("s", "z", "x", "ce", "in"))
    no_noun = words.leads | words.joiners | words.stranded | words.prepositions | words.auxiliaries
    return owns and behind not in no_noun


def _is_behind_comma(text: str, at: int) -> bool:
    """Whether a second mark behind a comma is stray, and neither a price nor closes a quotation."""
    if text[at] == "'":
        return not _OPENED.search(_line_before(text, at)) and "‘" not in _line_before(text, at)
    return text[at - 2 : at - 1].isalpha()
