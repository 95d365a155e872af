"""Measurements of quotecheck against labelled data and other ways to do it. Not part of the package."""
