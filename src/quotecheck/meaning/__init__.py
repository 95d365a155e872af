"""Whether changed words still say the same, and if not, why. Where they stand is not decided here."""
