"""What the HTML report says around decisions, in English."""

from dataclasses import dataclass

from audit.report.html.plurals import Plural
from audit.report.html.strings_trend import TrendStrings


@dataclass(frozen=True, slots=True)
class DecideStrings(TrendStrings):
    """The words of decisions; the defaults are English."""

    decisions: str = "Decisions"
    decide_intro: str = (
        "Decide on names and findings where they stand. Decisions are kept in this browser until "
        "they are handed on."
    )
    decide_progress: str = "{done} of {all} errors and queries are decided."
    decide_author: str = "Your name"
    decide_author_hint: str = "Goes with each decision into the names file and the suppressions."
    decide_list: str = "Made so far"
    decide_none: str = "Nothing is decided yet."
    decide_gone: str = "(not in this report)"
    decide_more: Plural = Plural("and {n} earlier one", "and {n} earlier ones")
    decide_clear: str = "Undo all"
    decide_clear_sure: str = "Press again to undo all"
    decide_lost: str = (
        "This browser keeps nothing for this page: save or copy the decisions before you close it."
    )
    decide_hand_on: str = "Hand on"
    decide_hand_on_how: str = "Save or copy the decisions, and have them carried out:"
    decide_save: str = "Save decisions.json"
    decide_copy: str = "Copy the text"
    decide_text: str = "decisions.json as text, where a page may not save files"
    decide_read: str = "Read a decisions.json into this report"
    decide_taken: Plural = Plural("{n} decision was read.", "{n} decisions were read.")
    decide_strange: Plural = Plural(
        "{n} is on something that is not in this report.",
        "{n} are on things that are not in this report.",
    )
    decide_unread: str = "{name} could not be read: {reason}"
    decide_not_ours: str = "it is no {schema} file"

    decide_state: str = "Decided"
    decide_open: str = "Still open"
    decide_made: str = "Decided"
    decide_on: str = "Decision: {title}"
    decide_use_form: str = "Use"
    decide_change: str = "Change to"
    decide_take_out: str = "Take it out"
    decide_right: str = "It is a fault"
    decide_other: str = "Another form…"
    decide_other_text: str = "Another text…"
    decide_leave: str = "Leave it here"
    decide_leave_all: str = "Leave all as they are"
    decide_reject_ask: str = "No fault…"
    decide_reject: str = "No fault"
    decide_why: str = "Why it is no fault"
    decide_alike: Plural = Plural(
        "and one more with the same text", "and {n} more with the same text"
    )
    decide_note: str = "Note"
    decide_cancel: str = "Cancel"
    decide_form: str = "Form"
    decide_own: str = "or a form of your own"
    decide_own_text: str = "Your own text"
    decide_kind: str = "What it names"
    decide_use: str = "Use this form"
    decide_use_text: str = "Use this text"
    decide_allow_variant: str = "Allow it beside the proposed form"
    decide_no_form: str = "Choose or type a form."
    decide_no_kind: str = "Say what it names."
    decide_same: str = "That is the proposed form itself."
    decide_undo: str = "Undo"
    decide_by_name: str = "Decided with its name:"
    decide_let_stand: str = "All its findings are let stand already."
    decide_covers: Plural = Plural("({n} finding)", "({n} findings)")
    decide_taken_out: str = "To be taken out"
    made_accept: str = "Accepted"
    made_choose: str = "Chosen:"
    made_type: str = "To be written:"
    made_allow_variant: str = "Allowed in house style:"
    made_allow_here: str = "Left as it is"
    reason_false_alarm: str = "False alarm"
    reason_quotation: str = "Somebody else’s words"
    reason_other: str = "Another reason"

    key_accept: str = "Accept the proposal"
    key_other: str = "Another form"
    key_leave: str = "Leave it as it is"
    key_reject: str = "No fault, with a reason"
    key_undo: str = "Undo the decision"

    serve_intro: str = (
        "This page is served by mtaudit on this machine: each decision is written to the names "
        "file and the suppressions at once."
    )
    serve_again: str = "Audit again"
    serve_working: str = "Auditing…"
    serve_written: str = "Written: {files}"
    serve_refused: str = "Not written: {reason}"
