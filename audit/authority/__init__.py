"""The names authority: built-in records, style profiles, and the publisher's own names file."""
