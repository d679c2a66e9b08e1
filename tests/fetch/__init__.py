"""Tests of fetching, against a server of their own on 127.0.0.1."""
