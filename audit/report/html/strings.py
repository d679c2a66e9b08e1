"""Every word the HTML report itself says, in one place; another language is another `Strings`."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Plural:
    """A phrase for one thing and for any other number of things; `{n}` is the number.

    A language with more plural forms adds fields named for the CLDR categories.
    """

    one: str
    other: str

    def of(self, number: int) -> str:
        """The phrase for `number`, with thousands set apart."""
        return (self.one if number == 1 else self.other).format(n=f"{number:,}")


@dataclass(frozen=True, slots=True)
class Strings:
    """The words of the report; the defaults are English."""

    lang: str = "en"
    title: str = "Translation audit"
    skip: str = "Skip to the content"
    parts: str = "Parts of the report"
    summary: str = "Summary"
    names: str = "Names"
    findings: str = "Findings"
    articles: str = "Articles"
    unchecked: str = "Not checked"
    dark: str = "Dark page"
    without_script: str = (
        "The script of this page is not running. What follows is the summary, the names and the "
        "worst findings; filters, articles and concordances need the script."
    )
    broken: str = "The data of this page could not be read: {reason}"
    signature: str = "Made with these settings"

    documents_count: Plural = Plural("{n} document", "{n} documents")
    words_count: Plural = Plural("{n} word", "{n} words")
    findings_count: Plural = Plural("{n} finding", "{n} findings")
    times: Plural = Plural("{n} time", "{n} times")
    mentions_count: Plural = Plural("{n} mention in context", "All {n} mentions in context")

    class_error: str = "Error"
    class_query: str = "Query"
    class_chrome: str = "Page residue"
    class_info: str = "Information"
    class_error_means: str = "sure: change it"
    class_query_means: str = "not sure: look at it"
    class_chrome_means: str = "not part of the article: take it out"
    class_info_means: str = "worth knowing, nothing to do"
    severity_neutral: str = "neutral"
    severity_minor: str = "minor"
    severity_major: str = "major"
    severity_critical: str = "critical"
    state_new: str = "New"
    state_known: str = "Known"
    state_suppressed: str = "Suppressed"

    first: str = "What to do first"
    first_input: Plural = Plural(
        "One input could not be checked; see “Not checked” before you rely on this report.",
        "{n} inputs could not be checked; see “Not checked” before you rely on this report.",
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
        "All is well: nothing was found that needs a correction. “Not checked” says what was not "
        "looked at."
    )
    first_remarks: Plural = Plural(
        "Nothing needs a correction. One remark is listed under “Findings”.",
        "Nothing needs a correction. {n} remarks are listed under “Findings”.",
    )
    nothing_read: str = "No document could be read, so nothing was checked."
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
    by_publisher: str = "Score by publisher"
    by_language: str = "Score by language"
    publisher: str = "Publisher"
    score_caution: str = (
        "These are findings of rules. Human reviewers mark more under MQM, above all what only the "
        "source shows. So the number tells whether this feed gets better or worse; it cannot be "
        "compared with human scores or other tools until it has been calibrated on articles that "
        "you accepted."
    )

    names_intro: str = (
        "Names that are written in more than one way. A proposal is no verdict: the ground for it "
        "stands beside it."
    )
    names_none: str = "No name is written in more than one way."
    short_names: Plural = Plural(
        "{n} name whose only other forms are short ones",
        "{n} names whose only other forms are short ones",
    )
    proposed: str = "Proposed form"
    ground: str = "Basis:"
    confidence: str = "Confidence"
    basis_style: str = "house style"
    basis_authority: str = "names authority"
    basis_source: str = "spelling in the source text"
    basis_evidence: str = "what the other names of the text show"
    basis_undecided: str = "undecided; nothing here tells which form is right"
    basis_majority: str = "used most often here; not a statement of what is right"
    kind_person: str = "Person"
    kind_place: str = "Place"
    kind_organisation: str = "Organisation"
    kind_name: str = "Name"
    form: str = "Form"
    uses: str = "Uses"
    documents: str = "Documents"
    standing: str = "Standing"
    role_proposed: str = "Proposed"
    role_departs: str = "Departs"
    role_other: str = "In order"
    should_be: str = "Should be"
    variant_hyphenation: str = "hyphen, space or capital"
    variant_romanization: str = "another romanization"
    variant_spelling: str = "another spelling"
    variant_diacritics: str = "marks on letters"
    variant_name_order: str = "order of the parts"
    variant_inflection: str = "case ending left on the name"
    variant_mixed_script: str = "another script"
    variant_exonym: str = "another name of the same"

    change_to: str = "Change to:"
    delete: str = "Take it out:"
    safe: str = "safe to apply"
    unsafe: str = "check before applying"
    display: str = "a hint: decide yourself"
    elsewhere: str = "Compare:"
    more_places: Plural = Plural("and one more place", "and {n} more places")
    in_authority: str = "names authority, record {record}"
    in_article: str = "Show in the article"
    all_forms: str = "All forms of this name"
    link: str = "Link to this finding"
    why: str = "Why it matters"
    worst_shown: str = "The {n} worst of {all} are shown without the script."

    filters: str = "Filter the findings"
    all_classes: str = "All classes"
    all_rules: str = "All rules"
    all_documents: str = "All documents"
    status: str = "Status"
    open_ones: str = "New and known"
    any: str = "Any"
    all_states: str = "All, suppressed too"
    search: str = "Search"
    search_hint: str = (
        "Looks through all findings; the browser’s own search sees those on the page only."
    )
    sort: str = "Order"
    sort_place: str = "By place"
    sort_severity: str = "Worst first"
    reset: str = "Clear all"
    showing: str = "{from}–{to} of {n}"
    none_found: str = "Nothing was found in these documents."
    none_match: str = "No finding matches. Clear the filters to see all."
    previous: str = "Previous {n}"
    next: str = "Next {n}"
    pages: str = "Pages of the list"
    unknown_finding: str = "This report has no finding {id}."

    articles_intro: str = "Each text as it was read, its findings marked."
    find_article: str = "Find an article"
    all_articles: str = "All articles"
    previous_article: str = "Previous article"
    next_article: str = "Next article"
    passage: str = "Findings at this passage"
    passage_hint: str = "Choose a marked passage to read what was found there."
    clean: str = "Nothing was found in this article."
    close: str = "Close"
    in_list: str = "Open in the list"

    unchecked_intro: str = "What this report cannot vouch for."
    notes: str = "Notes"
    notes_none: str = "All inputs were read; there is nothing to note."
    level_error: str = "Not done"
    level_warning: str = "Take care"
    level_info: str = "For information"
    gaps: str = "Languages without all rules"
    gaps_none: str = "Every rule that ran knows every language of these documents."
    gap_rules: str = "Rules that were silent on it"
    ran: str = "Rules that ran"
    ran_none: str = "The report does not say which rules ran."
    line: str = "line {n}"
    no_score: str = "This report gives no score."


ENGLISH = Strings()
"""The language of the report today."""

LANGUAGES = {
    "ar": "Arabic", "be": "Belarusian", "bg": "Bulgarian", "cs": "Czech", "da": "Danish",
    "de": "German", "el": "Greek", "en": "English", "es": "Spanish", "et": "Estonian",
    "fa": "Persian", "fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi",
    "hr": "Croatian", "hu": "Hungarian", "hy": "Armenian", "id": "Indonesian", "it": "Italian",
    "ja": "Japanese", "ka": "Georgian", "kk": "Kazakh", "ko": "Korean", "lt": "Lithuanian",
    "lv": "Latvian", "nb": "Norwegian", "nl": "Dutch", "no": "Norwegian", "pl": "Polish",
    "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sk": "Slovak", "sl": "Slovenian",
    "sr": "Serbian", "sv": "Swedish", "th": "Thai", "tr": "Turkish", "uk": "Ukrainian",
    "und": "Language unknown", "ur": "Urdu", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip
"""English names of languages by primary subtag (ISO 639); a tag not listed is shown as it is."""


def language_name(tag: str) -> str:
    """What `tag` is called in English, the tag itself where that is not known."""
    return LANGUAGES.get(tag.partition("-")[0].lower(), tag)
