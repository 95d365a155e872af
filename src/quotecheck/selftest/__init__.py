"""Statements made from a source, true and false ones, by which the checker is tested. Nothing is judged here."""
