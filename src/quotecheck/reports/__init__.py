"""Results to what people and programs read: text for a terminal, JSON with its schemas. Nothing is judged here."""
