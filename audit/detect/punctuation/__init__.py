"""Punctuation, quotation marks and the spaces around them."""
