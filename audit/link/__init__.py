"""Linking: mentions become entities; departing forms and canonical forms are settled here."""
