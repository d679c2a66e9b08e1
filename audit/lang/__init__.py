"""What is known of each language, and which language a text is in."""
