"""No pattern takes more time than in proportion to its text, whatever the text.

Every tenth pattern under a few attacks; `python -m tests.patterns.growth` tries all of them.
"""

import re
import time

from audit.detect.markup.placeholders import placeholders
from audit.detect.scripts.plain_words import prose_only
from audit.detect.spelling.candidates import meant
from audit.lang.frequency import counts
from audit.segment.anchors import anchors
from tests.patterns.attacks import attacks
from tests.patterns.growth import Pattern, steep, steepest


def test_a_pattern_that_backtracks_is_found() -> None:
    for text in (r"(?:a+)+b", r"\s*,", r"\w+@", r"(a|aa)+$"):
        assert steepest(Pattern(text, re.compile(text).flags, "x:1", True, False), 80), text


def test_a_pattern_that_does_not_is_let_be() -> None:
    for text in (r"a+b?", r"(?<!\w)\w+@", r"\s*+,?", r"[^,]*,"):
        found = steepest(Pattern(text, re.compile(text).flags, "x:1", False, True), 80)
        assert found is None, str(found)


def test_attacks_are_made_of_the_parts_of_a_pattern() -> None:
    assert ("{{", " ", "") in attacks(r"\{\{\s*x", 0)


def test_patterns_of_the_package() -> None:
    assert [str(one) for one in steep(most=8, every=10)] == []


def test_what_once_grew_faster() -> None:
    began = time.process_time()
    placeholders("{{" + " " * 100_000)
    prose_only("a.@" + "a." * 50_000)
    anchors("a" * 200_000)
    assert meant("acgt" * 50_000, counts("en")) == []
    assert time.process_time() - began < 5
