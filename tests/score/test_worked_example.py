"""The worked example of `docs/scoring.md` comes out as it is written there."""

import re
from pathlib import Path

import pytest

from audit.config.schema import Config
from audit.model.finding import Finding, FindingClass, Severity
from audit.model.mqm import MQM
from audit.model.place import Span
from audit.model.score import LEVEL, SMALLEST_SAMPLE
from audit.model.text import Document
from audit.score.norm import BANDS
from audit.score.resample import RESAMPLES
from tests.builders import document
from tests.score.texts import error, scored

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "scoring.md").read_text(encoding="utf-8")
WORDS, RESIDUE = 820, 6


def rows(heading: str) -> list[list[str]]:
    """The cells of the table that begins with the row `heading`."""
    _, _, rest = PAGE.partition(heading + "\n")
    lines = rest.split("\n\n")[0].splitlines()[1:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


ERRORS = rows("| words | text | class | type | severity | confidence | points | why |")
RESULTS = {key: value for key, value, _ in rows("| result | value | how |")}


def example() -> tuple[Document, list[Finding]]:
    """The article of the example, with its findings in the order of the table."""
    words = [f"w{number}" for number in range(1, WORDS + 1)]
    places = []
    for row in ERRORS:
        first, _, last = row[0].partition("–")
        start, end = int(first) - 1, int(last or first)
        if row[1]:
            words[start:end] = row[1].split()
        places.append((start, end))
    breaks = {*range(10, WORDS - 2 * RESIDUE, 10), WORDS - 2 * RESIDUE, WORDS - RESIDUE}
    starts, text = [], ""
    for number, word in enumerate(words):
        text += "" if not number else ".\n" if number in breaks else " "
        starts.append(len(text))
        text += word
    doc = document(text)
    ends = [start + len(word) for start, word in zip(starts, words, strict=True)]
    return doc, [
        error(
            doc,
            Span(starts[start], ends[end - 1]),
            Severity(row[4]),
            mqm=MQM(row[3]),
            confidence=float(row[5]),
            kind=FindingClass(row[2]),
            rule="NAM006" if row[1] == "Abutalimova" else "XYZ001",
        )
        for row, (start, end) in zip(ERRORS, places, strict=True)
    ]


def test_the_results_are_those_of_the_page() -> None:
    made = scored(*example())
    found = {
        "words": f"{made.words}",
        "points": f"{made.points:g}",
        "penalty": f"{made.penalty:g}",
        "quality": f"{made.quality:g}",
        "band": f"{made.band}",
        "expected points": f"{made.expected_points:g}",
        "repeats": f"{made.repeats}",
        "enclosed": f"{made.enclosed}",
        "unsure": f"{made.unsure}",
        "gates": ", ".join(gate.kind for gate in made.gates),
    }
    assert found == RESULTS


def test_each_error_weighs_what_the_page_says() -> None:
    doc, findings = example()
    points = {one.finding: one.points for one in scored(doc, findings).penalties}
    said = [float(row[6]) for row in ERRORS]
    assert [points.get(one.fingerprint, 0) for one in findings] == said


def test_the_page_names_the_constants_of_the_code() -> None:
    flat = " ".join(PAGE.split())
    assert f"Under {SMALLEST_SAMPLE} words there is no number" in flat
    assert f"with {RESAMPLES:,} resamples" in flat
    assert f"The {LEVEL:.0%}".replace("%", " %") + " interval" in flat
    light, moderate = BANDS[1][0], BANDS[0][0]
    assert f"| light | under {light} |" in PAGE
    assert f"| moderate | {light} to under {moderate} |" in PAGE
    assert f"| heavy | {moderate} and more |" in PAGE


@pytest.mark.parametrize("field", ["fail_under", "fail_on_gate", "score_weights"])
def test_the_keys_of_the_page_exist(field: str) -> None:
    assert hasattr(Config(), field)
    assert re.search(rf"\b{field.replace('_', '-')}\b", PAGE)
