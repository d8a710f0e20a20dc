"""What the program promises of its files and of silence, tried in earnest and told in figures."""
