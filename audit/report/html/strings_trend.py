"""What the trend page says, in English."""

from dataclasses import dataclass

from audit.report.html.plurals import Plural


@dataclass(frozen=True, slots=True)
class TrendStrings:
    """The words of the trend page; the defaults are English."""

    trend_title: str = "Trend of the feed"
    trend_parts: str = "Parts of this page"
    trend_audits: Plural = Plural("{n} audit", "{n} audits")
    trend_published: str = "published {first} to {last}"
    trend_published_once: str = "published {first}"
    trend_changed: str = "What changed"
    trend_none: str = "No audit is recorded yet: there is nothing to show."
    trend_one: str = "There was one audit so far; a trend needs two."
    trend_rate: str = "Audit {number}: {rate} errors and queries in 1,000 words"
    trend_no_words: str = "Audit {number}: no words were read."
    trend_more: str = ", more than in any audit before ({low} to {high})."
    trend_fewer: str = ", fewer than in any audit before ({low} to {high})."
    trend_usual: str = ", within what was usual before ({low} to {high})."
    trend_alone: str = "."
    trend_score_is: str = "Score {score}, interval {low} to {high}"
    trend_score_only: str = "Score {score}"
    trend_new_names: Plural = Plural(
        "{n} name is newly spelled in several ways: ",
        "{n} names are newly spelled in several ways: ",
    )
    trend_gone_names: Plural = Plural(
        "{n} name is in good order again: ", "{n} names are in good order again: "
    )
    trend_and_more: Plural = Plural("and {n} more", "and {n} more")
    trend_open_names: Plural = Plural(
        "{n} name waits for a decision.", "{n} names wait for a decision."
    )
    trend_resettled: str = (
        "The settings changed with these audits: {numbers} (dashed lines). What stands on both "
        "sides of a line was not measured in the same way."
    )
    trend_unrecorded: Plural = Plural(
        "{n} audit was made before records were kept and is not shown.",
        "{n} audits were made before records were kept and are not shown.",
    )
    trend_latest: str = (
        "Shown are the latest {shown} of {all} audits; names and days cover all of them."
    )
    trend_scale: str = "All rows have one scale; the tallest column stands for {most}."
    trend_pale: str = "Pale columns stand for fewer than {least} words and say little."
    trend_by_date: str = "Items are counted under the date of their publication."
    trend_says: str = (
        "{what}, in 1,000 words, from {first} to {last}: at most {most}, last {latest}."
    )
    trend_by_class: str = "Findings in 1,000 words, by audit"
    trend_by_family: str = "Errors and queries in 1,000 words, by family of rules"
    trend_by_day: str = "Findings in 1,000 words, by day of publication"
    trend_by_month: str = "Findings in 1,000 words, by month of publication"
    trend_last: str = "last"
    trend_audit: str = "Audit"
    trend_number: str = "Audit {number}"
    trend_days: str = "Published"
    trend_score: str = "Score, by audit"
    trend_score_hint: str = (
        "A dot is the score of an audit, the line through it the 95% interval. An audit of fewer "
        "than {least} words has no score; its place is marked at the foot."
    )
    trend_score_says: str = (
        "Scores from {first} to {last}: between {low} and {high}, last {latest}."
    )
    trend_no_score: str = "No audit had enough words for a score."
    trend_interval: str = "Interval"
    trend_band: str = "Band"
    trend_hold: str = "To be held"
    trend_yes: str = "yes"
    trend_settings: str = "Settings"
    trend_new_settings: str = "changed"
    trend_names: str = "Names spelled in several ways"
    trend_names_none: str = "No name was ever spelled in several ways."
    trend_names_more: Plural = Plural(
        "{n} more name is not listed here.", "{n} more names are not listed here."
    )
    trend_names_hint: str = (
        "Columns over the audits: tall where the name departed, short where it was met in good "
        "order, none where it was not met."
    )
    trend_waiting: str = "Names that wait for a decision, by audit"
    trend_waiting_hint: str = (
        "A name waits from the audit in which it is first spelled in several ways until it is met "
        "in good order, or under a decision of your names file or profile. What was decided since "
        "the last audit shows in the table below. The tallest column stands for {most}."
    )
    trend_waiting_says: str = (
        "Names that wait for a decision, from {first} to {last}: at most {most}, last {latest}."
    )
    trend_waiting_short: str = "Names waiting"
    trend_name: str = "Name"
    trend_also: str = "Also written"
    trend_state: str = "State"
    trend_since: str = "Departs in"
    trend_between: str = "audits {first} to {last}"
    trend_in_one: str = "audit {first}"
    trend_share: str = "{departed} of {met}"
    trend_uses: str = "Departing uses"
    trend_state_new: str = "New"
    trend_state_still: str = "Still"
    trend_state_unseen: str = "Not met since"
    trend_state_gone: str = "Gone"
    trend_decided: str = "decided"
