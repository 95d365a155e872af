"""Documents in words and markup: one module a format, over one sheet that puts paragraphs one after the other."""
