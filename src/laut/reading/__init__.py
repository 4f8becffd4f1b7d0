"""Reading: from an `Article` to a `Reading`, a pure function of text and reader."""
