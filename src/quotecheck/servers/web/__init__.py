"""A page and a JSON API over HTTP, for one person's browser and a house's own programs."""
