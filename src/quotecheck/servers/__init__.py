"""Surfaces that stay open while somebody works. Each asks the same checker; none knows how a verdict comes about."""
