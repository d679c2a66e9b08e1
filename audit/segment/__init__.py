"""Segmentation: the language of a document, and its sentences with theirs."""
