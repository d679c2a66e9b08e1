"""Every word the HTML report itself says, in one place, in English; others are in `languages`."""

from dataclasses import dataclass

from audit.report.html.plurals import Plural, amount
from audit.report.html.strings_summary import SummaryStrings


@dataclass(frozen=True, slots=True)
class Strings(SummaryStrings):
    """The words of the report; the defaults are English."""

    lang: str = "en"
    title: str = "Translation audit"
    skip: str = "Skip to the content"
    parts: str = "Parts of the report"
    summary: str = "Summary"
    names: str = "Names"
    findings: str = "Findings"
    articles: str = "Articles"
    unchecked: str = "Coverage"
    theme: str = "Colours"
    theme_system: str = "System"
    theme_light: str = "Light"
    theme_dark: str = "Dark"
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
    state_new_means: str = "not in the baseline"
    state_known_means: str = "there before"
    state_suppressed_means: str = "set aside, not counted"

    names_intro: str = (
        "Names that are written in more than one way. A proposal is no verdict: the ground for it "
        "stands beside it."
    )
    names_none: str = "No name is written in more than one way."
    short_names: Plural = Plural(
        "{n} name whose only other forms are short ones",
        "{n} names whose only other forms are short ones",
    )
    find_name: str = "Find a name"
    name_kind: str = "Kind"
    no_name: str = "No name matches."
    order_form: str = "By form"
    order_before: str = "By the words before"
    order_after: str = "By the words after"
    order_document: str = "By document"
    order_date: str = "By date"
    spread: Plural = Plural("Spread over {n} document", "Spread over {n} documents and their dates")
    spread_table: str = "Uses of each form by document"
    spread_more: str = "{n} more documents are left out here; the concordance has all."
    date: str = "Date"
    address: str = "Address"
    file: str = "File"
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
    copy_link: str = "Copy link"
    copied: str = "The link was copied."
    copy_by_hand: str = "The browser does not let the page copy. Copy this link by hand:"
    source: str = "Source"
    source_in: str = "Source ({language})"
    translation: str = "Translation"
    translation_in: str = "Translation ({language})"
    from_to: str = "{target}, translated from {source}"
    not_translated: str = "nothing was translated here"
    why: str = "Why it matters"
    left_out: Plural = Plural(
        "The report was to be kept small: one finding, the lightest, is left out. report.json has "
        "it.",
        "The report was to be kept small: {n} findings, the lightest, are left out. report.json "
        "has them all.",
    )
    text_left_out: str = (
        "The text of this article is not in the report: none of the findings that were kept "
        "stands in it."
    )
    worst_shown: str = "The {n} worst of {all} are shown without the script."

    filters: str = "Filter the findings"
    all_classes: str = "All classes"
    all_rules: str = "All rules"
    all_documents: str = "All documents"
    more_filters: str = "More filters"
    family: str = "Family"
    all_families: str = "All families"
    all_languages: str = "All languages"
    at_least: str = "{n}% or more"
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
    sort_rule: str = "By rule"
    sort_severity: str = "Worst first"
    reset: str = "Clear all"
    showing: str = "{from}–{to} of {n}"
    none_found: str = "Nothing was found in these documents."
    none_match: str = "No finding matches. Clear the filters to see all."
    previous: str = "Previous {n}"
    next: str = "Next {n}"
    pages: str = "Pages of the list"
    keys: str = "Keyboard"
    keys_title: str = "Keyboard in lists"
    keys_scope: str = (
        "These keys act while the focus is in the list of findings or names: click on a card, or "
        "press Enter in the search field."
    )
    keys_on: str = "Single keys are on"
    key_next: str = "Next card"
    key_previous: str = "Previous card"
    key_open: str = "Show in the article; open what is folded"
    key_copy: str = "Copy a link to the finding"
    key_search: str = "Go to the search field"
    key_help: str = "This help"
    unknown_finding: str = "This report has no finding {id}."

    articles_intro: str = "Each text as it was read, its findings marked."
    find_article: str = "Find an article"
    all_articles: str = "All articles"
    previous_article: str = "Previous article"
    next_article: str = "Next article"
    previous_finding: str = "Previous"
    next_finding: str = "Next"
    passage: str = "Findings at this passage"
    passage_hint: str = "Choose a marked passage to read what was found there."
    clean: str = "Nothing was found in this article."
    close: str = "Close"
    in_list: str = "Open in the list"

    unchecked_intro: str = "What was checked, and what this report cannot vouch for."
    read: str = "What was read"
    with_source: str = "With source"
    knowing: str = "Rules that know it"
    some_of: str = "{n} of {all}"
    rules: str = "Rules"
    which: str = "Which"
    notes: str = "Notes"
    notes_none: str = "All inputs were read; there is nothing to note."
    level_error: str = "Not done"
    level_warning: str = "Take care"
    level_info: str = "For information"
    pair_rules: Plural = Plural(
        "One document has no source beside it: what only a comparison shows (rules: {rules}) was "
        "not checked there.",
        "{n} documents have no source beside them: what only a comparison shows (rules: {rules}) "
        "was not checked there.",
    )
    gaps: str = "Languages without all rules"
    gaps_none: str = "Every rule that ran knows every language of these documents."
    gap_rules: str = "Rules that were silent on it"
    ran: str = "Rules that ran"
    ran_none: str = "The report does not say which rules ran."
    line: str = "line {n}"
    no_score: str = "This report gives no score."

    def amount(self, value: float, decimals: int | None = None) -> str:
        """A number as this language writes it."""
        return amount(value, self.lang, decimals)


ENGLISH = Strings()
"""The language of the report where no other is asked for."""
