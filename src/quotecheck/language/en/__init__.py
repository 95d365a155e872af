"""What is known of English, as data."""
