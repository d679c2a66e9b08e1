"""The error types of the Multidimensional Quality Metrics typology (MQM, themqm.org) in use here.

Values are the `dimension/type` paths that report.json carries. MQM lets a tool add types of its
own under `custom`; page residue is no translation error and stands there.
"""

from enum import StrEnum


class Dimension(StrEnum):
    """The seven dimensions of MQM, and `custom` for types that a tool adds."""

    TERMINOLOGY = "terminology"
    ACCURACY = "accuracy"
    LINGUISTIC_CONVENTIONS = "linguistic-conventions"
    STYLE = "style"
    LOCALE_CONVENTIONS = "locale-conventions"
    AUDIENCE_APPROPRIATENESS = "audience-appropriateness"
    DESIGN_AND_MARKUP = "design-and-markup"
    CUSTOM = "custom"


class MQM(StrEnum):
    """MQM error types; the comment-free names are those of the typology."""

    INCONSISTENT_TERM = "terminology/inconsistent-use-of-terminology"
    INCONSISTENT_WITH_RESOURCE = "terminology/inconsistent-with-terminology-resource"
    WRONG_TERM = "terminology/wrong-term"
    MISTRANSLATION = "accuracy/mistranslation"
    ADDITION = "accuracy/addition"
    OMISSION = "accuracy/omission"
    UNTRANSLATED = "accuracy/untranslated"
    DO_NOT_TRANSLATE = "accuracy/do-not-translate"
    GRAMMAR = "linguistic-conventions/grammar"
    PUNCTUATION = "linguistic-conventions/punctuation"
    SPELLING = "linguistic-conventions/spelling"
    UNINTELLIGIBLE = "linguistic-conventions/unintelligible"
    CHARACTER_ENCODING = "linguistic-conventions/character-encoding"
    TEXTUAL_CONVENTIONS = "linguistic-conventions/textual-conventions"
    ORGANIZATIONAL_STYLE = "style/organizational-style"
    INCONSISTENT_WITH_EXTERNAL_REFERENCE = "style/inconsistent-with-external-reference"
    REGISTER = "style/register"
    AWKWARD_STYLE = "style/awkward-style"
    UNIDIOMATIC_STYLE = "style/unidiomatic-style"
    INCONSISTENT_STYLE = "style/inconsistent-style"
    NUMBER_FORMAT = "locale-conventions/number-format"
    CURRENCY_FORMAT = "locale-conventions/currency-format"
    MEASUREMENT_FORMAT = "locale-conventions/measurement-format"
    TIME_FORMAT = "locale-conventions/time-format"
    DATE_FORMAT = "locale-conventions/date-format"
    NAME_FORMAT = "locale-conventions/name-format"
    MARKUP = "design-and-markup/markup-tag"
    TRUNCATION = "design-and-markup/truncation"
    PAGE_RESIDUE = "custom/page-residue"

    @property
    def dimension(self) -> Dimension:
        """The dimension under which the type stands."""
        return _DIMENSIONS[self]


_DIMENSIONS = {one: Dimension(one.value.partition("/")[0]) for one in MQM}
