"""Pictures: SVG drawn on the server, from records alone.

Every picture has a title that says in words what it shows, and colours by classes that
the style sheet knows; what it says stands on the page in words as well.
"""
