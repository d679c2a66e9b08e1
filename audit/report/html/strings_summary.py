"""What the summary of the HTML report says, in English."""

from dataclasses import dataclass

from audit.report.html.plurals import Plural
from audit.report.html.strings_decide import DecideStrings


@dataclass(frozen=True, slots=True)
class SummaryStrings(DecideStrings):
    """The words of the summary; the defaults are English."""

    first: str = "What to do first"
    first_input: Plural = Plural(
        "One input could not be checked; see “Coverage” before you rely on this report.",
        "{n} inputs could not be checked; see “Coverage” before you rely on this report.",
    )
    first_names: Plural = Plural(
        "Decide on one name that is written in several ways",
        "Decide on {n} names that are written in several ways",
    )
    first_name_example: str = "; begin with {name}."
    first_errors: Plural = Plural(
        "Correct one other error.",
        "Correct {n} other errors, the severe ones first.",
    )
    first_chrome: Plural = Plural(
        "Take out one passage that belongs to the page, not to the article.",
        "Take out {n} passages that belong to the page, not to the article.",
    )
    first_queries: Plural = Plural(
        "Look at one query; it may well be in order.",
        "Look through {n} queries; many may be in order.",
    )
    first_nothing: str = (
        "All is well: nothing was found that needs a correction. “Coverage” says what was not "
        "looked at."
    )
    first_remarks: Plural = Plural(
        "Nothing needs a correction. One remark is listed under “Findings”.",
        "Nothing needs a correction. {n} remarks are listed under “Findings”.",
    )
    nothing_read: str = "No document could be read, so nothing was checked."
    family_nam: str = "Names"
    family_trm: str = "Terms"
    family_unt: str = "Untranslated"
    family_scr: str = "Scripts and encoding"
    family_num: str = "Numbers and dates"
    family_pun: str = "Punctuation"
    family_rep: str = "Repetition"
    family_boi: str = "Page residue"
    family_cal: str = "Calques"
    family_sty: str = "Style"
    family_acr: str = "Acronyms"
    family_omi: str = "Omission and addition"
    family_spl: str = "Spelling"
    family_tag: str = "Markup and placeholders"
    family_qe: str = "Estimated quality"
    since_baseline: str = "Since the baseline"
    by_family: str = "Findings by family of rules"
    over_time: str = "Errors and queries over time"
    over_time_says: str = (
        "Columns from {first} to {last}: errors and queries in 1,000 words; the highest is {most}."
    )
    rate: str = "In 1,000 words"
    asking: str = "Errors and queries"
    others: str = "Other findings"
    as_table: str = "As a table"
    undated: Plural = Plural(
        "{n} document without a date is not shown.", "{n} documents without a date are not shown."
    )
    by_class: str = "Findings by class"
    by_rule: str = "Findings by rule"
    by_document: str = "Documents with most findings"
    rule: str = "Rule"
    kind: str = "Class"
    severity: str = "Severity"
    number: str = "Findings"
    document: str = "Document"
    language: str = "Language"
    words: str = "Words"
    more_documents: str = "All documents are listed under “Articles”."

    score: str = "Score"
    score_of: str = "of 100"
    score_or_band: str = "Score or band"
    score_interval: str = "{level} interval {low} to {high}"
    score_too_short: str = "No score under {least} words."
    score_penalty: str = "{penalty} penalty points in 1,000 words"
    score_points: str = "{points} points in {words}"
    score_counted: Plural = Plural("{n} error counts", "{n} errors count")
    score_repeats: Plural = Plural(
        "{n} further place of the same error adds nothing",
        "{n} further places of the same errors add nothing",
    )
    score_enclosed: Plural = Plural(
        "{n} error overlaps a heavier one and adds nothing",
        "{n} errors overlap heavier ones and add nothing",
    )
    score_unsure: Plural = Plural(
        "{n} error is too unsure to count", "{n} errors are too unsure to count"
    )
    score_expected: str = "With every error and query weighed by its confidence: {points} points"
    band_clean: str = "no errors"
    band_light: str = "light"
    band_moderate: str = "moderate"
    band_heavy: str = "heavy"
    band_clean_means: str = "no error that rules are sure of"
    band_light_means: str = "less than one major error"
    band_moderate_means: str = "at least one major error, or as much in minor ones"
    band_heavy_means: str = "at least one critical error, or as much in lighter ones"
    band_of_score: str = "Band: {band} ({means}, in {least} words)"
    band_of_sample: str = "{means}."
    band_none: str = "nothing to score"
    hold: str = "hold"
    hold_first: str = "Hold before publication"
    hold_why: Plural = Plural(
        "{n} document needs a decision first, whatever its score.",
        "{n} documents need a decision first, whatever their score.",
    )
    hold_not: str = "Nothing was found that speaks for holding a document."
    gate: str = "Reason to hold"
    all_gates: str = "With and without"
    gate_critical: str = "Critical severity"
    gate_foreign_script: str = "Left untranslated"
    gate_page_residue: str = "Page residue"
    gate_name_query: str = "Open query on a name"
    gate_number_query: str = "Open query on a number or date"
    by_dimension: str = "Penalty points by MQM dimension"
    dimension: str = "Dimension"
    errors_counted: str = "Errors"
    points: str = "Points"
    dimension_terminology: str = "Terminology"
    dimension_accuracy: str = "Accuracy"
    dimension_linguistic_conventions: str = "Linguistic conventions"
    dimension_style: str = "Style"
    dimension_locale_conventions: str = "Locale conventions"
    dimension_audience_appropriateness: str = "Audience appropriateness"
    dimension_design_and_markup: str = "Design and markup"
    dimension_custom: str = "Other"
    gauge_chrome: str = "Left out: {lines} of page residue, {words}"
    gauge_style: Plural = Plural("{n} remark on style", "{n} remarks on style")
    lines_count: Plural = Plural("{n} line", "{n} lines")
    metrics: str = "Metrics"
    metrics_segments: Plural = Plural(
        "Against the reference, {n} segment", "Against the reference, {n} segments"
    )
    metric: str = "Metric"
    metric_value: str = "Value"
    metric_detail: str = "What it says"
    more_is_better: str = "more is better"
    less_is_better: str = "less is better"
    consistency: str = "Rendered in one way"
    share_of: str = "{good} of {total}"
    consistent_names: str = "Names"
    consistent_terms: str = "Terms of the glossary"
    consistent_words: str = "Repeated words of the source"
    consistent_ltcr: str = "LTCR: pairs of places of one word that agree"
    metrics_caution: str = (
        "These metrics compare words with one reference. They are made to compare systems on the "
        "same texts, not to say how good a single text is."
    )
    by_publisher: str = "Score by publisher"
    by_language: str = "Score by language"
    publisher: str = "Publisher"
    score_caution: str = (
        "These are findings of rules. Human reviewers mark more under MQM, above all what only the "
        "source shows. So the number tells whether this feed gets better or worse; it cannot be "
        "compared with human scores or other tools until it has been calibrated on articles that "
        "you accepted."
    )
