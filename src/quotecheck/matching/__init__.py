"""Where words stand and how they differ: index, search, alignment. What a difference does is not known here."""
