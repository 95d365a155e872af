"""What is known of Italian, as data."""
