"""NUM016 scale-slip: a number is ten, a thousand or a million times too large or too small."""

from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, pair_rule
from audit.detect.numbers.comparison import Slip
from audit.detect.numbers.differences import hits
from audit.lang.numbers import known_languages
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.text import Aligned, Document


@pair_rule(
    id="NUM016",
    since="0.2",
    mqm=MQM.MISTRANSLATION,
    severity=Severity.CRITICAL,
    finding_class=FindingClass.ERROR,
    says="“{target}” is “{source}” in the source: {factor} times too {way}",
    why="Languages scale numbers differently (万 is ten thousand, German Billion a million"
    " millions); the slip changes the fact by orders of magnitude.",
    languages=frozenset(known_languages()),
    source_languages=frozenset(known_languages()),
    examples=(
        Bad("It cost ⟦4050 million yuan⟧.", source=("耗资4050万元。", "zh")),
        Bad("Almost ⟦20 million⟧ hens", source=("Почти 200 миллионов кур", "ru")),
        Bad(
            "The debt is ⟦7 billion dollars⟧.",
            source=("Die Schulden betragen 7 Billionen Dollar.", "de"),
        ),
        Good("It cost 40.5 million yuan.", source=("耗资4050万元。", "zh")),
        Good(
            "The debt is 7 trillion dollars.",
            source=("Die Schulden betragen 7 Billionen Dollar.", "de"),
        ),
        Good("It cost 1.5 billion.", source=("15億かかった。", "ja")),
    ),
)
def scale_slip(document: Document, pair: Aligned, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report numbers that are wrong by a power of ten."""
    yield from hits(document, pair, Slip.SCALE)
