"""Watching feeds: what is new is audited against all that was seen before."""
