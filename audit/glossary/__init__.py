"""Glossaries."""
