"""What is known of German, as data."""
