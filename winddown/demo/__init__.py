"""The demo: an invented year in a home that lasts as long as it is looked at."""
