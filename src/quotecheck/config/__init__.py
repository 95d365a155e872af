"""Settings of a house or project: where they stand and what they say. Policies themselves are the room ``verdicts``."""

from quotecheck.config.files import find_config, load_config
from quotecheck.config.settings import Config, Ignore, Override

__all__ = ["Config", "Ignore", "Override", "find_config", "load_config"]
