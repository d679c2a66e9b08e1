"""The language server: findings and quick fixes in an editor, while a text is being written."""
