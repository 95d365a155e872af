"""Files that carry others: letters, saved pages, archives. What they carry is read by its own reader."""
