"""A few lines each between quotecheck and programs of others. Nothing of theirs is imported unless it is asked for."""
