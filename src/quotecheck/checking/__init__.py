"""Where the rooms meet: one statement, a list, a draft against its sources. What a verdict means is ``verdicts``."""
