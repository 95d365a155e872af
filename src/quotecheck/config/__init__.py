"""Settings of a house or project: where they stand and what they say. Policies themselves are the room ``verdicts``."""

from quotecheck.config.files import Config, find_config, load_config

__all__ = ["Config", "find_config", "load_config"]
