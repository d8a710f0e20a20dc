"""The evening in lines of text: the same steps and the same file, without a screen."""
