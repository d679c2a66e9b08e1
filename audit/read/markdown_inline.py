"""Inline Markdown with exact offsets: markdown-it-py's own rules, watched while they run.

The parser does not say where an inline token stood. It works strictly from left to right, though:
each rule moves `pos` over the very characters that it consumed. `TracingInline` notes that, and
stores `(start, end)` under `AT` in the `meta` of every token that holds text or ends a line.
"""

from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline.state_inline import StateInline
from markdown_it.token import Token

AT = "at"


class TracingInline(ParserInline):
    """The inline parser, keeping where each token came from in the content it was parsed from."""

    def __init__(self) -> None:
        super().__init__()
        # Tokens must stay apart, or the place of a joined one would be that of its last part.
        self.ruler2.disable("fragments_join")

    def tokenize(self, state: StateInline) -> None:
        """Do what the parent does, noting places; see `ParserInline.tokenize`."""
        rules = self.ruler.getRules("")
        end = state.posMax
        nesting = state.md.options["maxNesting"]
        pending = state.pos
        while state.pos < end:
            start, count, had = state.pos, len(state.tokens), bool(state.pending)
            if not had:
                pending = start
            done = state.level < nesting and any(rule(state, False) for rule in rules)
            if not done:
                state.pending += state.src[start]
                state.pos = start + 1
            if len(state.tokens) > count:
                _mark(state.tokens[count:], pending if had else None, start, state.pos)
                pending = start  # what a rule left pending begins no earlier than the rule itself
            if done and state.pos >= end:
                break
        if state.pending:
            token = state.pushPending()
            token.meta[AT] = (pending, pending + len(token.content))


def _mark(tokens: list[Token], pending: int | None, start: int, end: int) -> None:
    """Note the places of the tokens that one rule pushed when it consumed `[start, end)`.

    The first is the text that was pending before the rule, if there was any. Runs of emphasis
    marks become one text token each, which follow one another.
    """
    at = start
    for index, token in enumerate(tokens):
        if AT in token.meta:
            continue  # within a link, whose content was parsed by the same loop
        if token.type != "text":
            token.meta[AT] = (start, end)
        elif not index and pending is not None:
            token.meta[AT] = (pending, pending + len(token.content))
        else:
            token.meta[AT] = (at, at + len(token.content))
            at += len(token.content)
