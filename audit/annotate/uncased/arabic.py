"""What proves a name in Arabic: a title before it, and that the document repeats it.

Between title and name may stand words with the article, which say whose president it is: الرئيس
الأمريكي. How many words behind a title are the name, only its other places in the document tell.
"""

import re
from collections import Counter
from collections.abc import Iterator

from audit.annotate.uncased.recurring import Proven
from audit.lang import data
from audit.model.names import Kind
from audit.model.text import Document

_WORD = re.compile(r"[\u0621-\u065f\u0670-\u06d3]+(?:-[\u0621-\u065f\u0670-\u06d3]+)*")
LONGEST = 4
"""Words of a name in the news."""
FEWEST = 2
"""Words of a name that only repetition bounds: a single one may be a verb."""


def arabic_names(document: Document) -> Proven:
    """The names in `document` that something proves."""
    lines = [segment.text for segment in document.segments]
    times = Counter(run for line in lines for run in _runs(line))
    proven: dict[str, Kind] = {}
    for line in lines:
        for words in _behind_titles(line):
            for size in range(len(words), FEWEST - 1, -1):
                name = " ".join(words[:size])
                if times[name] > 1:
                    proven[name] = Kind.PERSON
                    break
    return proven


def _runs(line: str) -> Iterator[str]:
    """Every run of as many words as a name may have."""
    words = [match.group() for match in _WORD.finditer(line)]
    for size in range(FEWEST, LONGEST + 1):
        for at in range(len(words) - size + 1):
            yield " ".join(words[at : at + size])


def _behind_titles(line: str) -> Iterator[list[str]]:
    """The words behind each title that may begin with a name."""
    language = data("ar")
    found = list(_WORD.finditer(line))
    for index, match in enumerate(found):
        both = " ".join(one.group() for one in found[index : index + 2])
        if both in language.titles_person:
            at = index + 2
        elif match.group() in language.titles_person:
            at = index + 1
        else:
            continue
        while at < len(found) and found[at].group().startswith("ال"):
            at += 1
        words = list[str]()
        for one in found[at : at + LONGEST]:
            apart = words and line[found[at + len(words) - 1].end() : one.start()] != " "
            if apart or one.group() in language.function_words:
                break
            words.append(one.group())
        if len(words) >= FEWEST:
            yield words
