"""Who says what: marks, labels, cues, people, voices, in drafts and sources alike. Nothing is compared here."""
