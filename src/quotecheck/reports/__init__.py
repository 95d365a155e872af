"""Results to what people and programs read: text, JSON with its schemas, and the formats of other programs."""
