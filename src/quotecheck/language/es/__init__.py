"""What is known of Spanish, as data."""
