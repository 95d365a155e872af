"""A language server: diagnostics, evidence and repairs in an editor. ``server`` speaks the protocol, the rest is plain.

The protocol counts columns in the units that editor and server agree on; everything else here counts code points.
"""
