"""What is known of French, as data."""
