"""Annotation: finds the names in a segmented document."""
