"""Files in, records out: everything the program reads or keeps, with no Textual."""
