"""What is known of languages, as data and small questions to it; a folder a language. No text is judged here."""
