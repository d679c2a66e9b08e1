"""Tests of watching feeds."""
