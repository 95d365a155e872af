"""Quotations checked for an assistant, over the Model Context Protocol."""
