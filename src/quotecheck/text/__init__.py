"""Characters: tokens, keys, sentences, look-alikes, with their offsets. What words mean is other rooms' work."""
