"""PUN003 space-before-mark: a blank before a mark that joins the word before it."""

import re
from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, document_rule
from audit.detect.gate import Gated, Trace
from audit.detect.scripts.plain_words import prose_only
from audit.lang.scripts import is_cyrillic, is_latin
from audit.model.finding import Applicability, FindingClass, Fix, Hit, Severity
from audit.model.mqm import MQM
from audit.model.place import Span
from audit.model.text import Document

_SPACED = Gated(
    re.compile(
        r"[ \u00a0\u202f](?<=[\w)\]”\"»’'%][ \u00a0\u202f])(?:[ \u00a0\u202f]*)"
        r"(?P<mark>,(?!\d)|[.](?=\s|$|[”\"»])(?! ?[.])|[;:!?](?=\s|$|[”\"»])|\)(?![-)]))",
        re.MULTILINE,
    ),
    Trace(r"[,.;:!?)](?<=[ \u00a0\u202f].)"),
)
_FRENCH = ";:!?»"
"""Marks with a blank before them by rule: Lexique des règles typographiques."""


@document_rule(
    id="PUN003",
    since="0.1",
    mqm=MQM.PUNCTUATION,
    severity=Severity.MINOR,
    finding_class=FindingClass.ERROR,
    says="a blank stands before “{mark}”",
    why="The mark belongs to the word before it; a blank there is left by a tokenizer or an edit.",
    examples=(
        Bad("He came⟦ ,⟧ saw and left⟦ .⟧", fixed="He came, saw and left."),
        Bad("Er kam⟦ !⟧ Und ging.", lang="de", fixed="Er kam! Und ging."),
        Bad("Он пришёл⟦ ,⟧ увидел.", lang="ru", fixed="Он пришёл, увидел."),
        Bad("Il vint⟦ ,⟧ et repartit.", lang="fr", fixed="Il vint, et repartit."),
        Good("Est-il venu ? Oui ; hier !", lang="fr"),
        Good("The file .bashrc and a gain of .5 in .NET code"),
        Good("He waited . . . and waited ..."),
        Good("Nice :) See you ;-) He wrote a poem )"),
        Good("Lions – Bears 2 : 1, seen on #sport."),
        Good("他来了 ，又走了。", lang="zh"),
    ),
)
def space_before_mark(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report blanks before closing marks, as far as the language does not ask for them."""
    if not (is_latin(document.lang) or is_cyrillic(document.lang)):
        return
    french = document.lang.partition("-")[0] == "fr"
    text = prose_only(document.text)
    for found in _SPACED.finditer(text):
        mark = found["mark"]
        if french and mark in _FRENCH:
            continue
        if mark == ")" and not _closes(text, found.start()):
            continue
        if mark == ":" and text[found.start() - 1].isdigit():
            continue  # the score of a game
        yield Hit(
            document=document.id,
            at=Span(*found.span()),
            values=(("mark", mark),),
            fixes=(Fix(mark, Applicability.SAFE, "no blank before it"),),
            confidence=0.95,
        )


def _closes(text: str, at: int) -> bool:
    """Whether a bracket is open in the line before `at`; else ")" is half a smile."""
    line = text[text.rfind("\n", 0, at) + 1 : at]
    return line.count("(") > line.count(")") and not line.rstrip().endswith("(")
