"""What proves a name in Korean: a family name of one syllable, two more, and a title behind."""

import re

from audit.annotate.uncased.recurring import Proven
from audit.lang import data
from audit.lang.family_names import written_family
from audit.model.names import Kind
from audit.model.text import Document


def korean_names(document: Document) -> Proven:
    """The names in `document` that something proves."""
    titles = "|".join(sorted(map(re.escape, data("ko").titles_person), key=len, reverse=True))
    titled = re.compile(rf"(?<!\w)([\uac00-\ud7a3]{{3}}) ?(?:{titles})")
    return {
        found[1]: Kind.PERSON
        for segment in document.segments
        for found in titled.finditer(segment.text)
        if written_family(found[1], "ko")
    }
