"""Pure functions on strings: folding, scripts, tokens, distance; know nothing of documents."""
