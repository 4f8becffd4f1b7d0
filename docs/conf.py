"""How the documentation is built: MyST pages, furo, nothing fetched."""

import laut

project = "laut"
author = "the laut developers"
copyright = "the laut developers; Apache-2.0"
version = release = laut.__version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
myst_enable_extensions = ["deflist"]
myst_heading_anchors = 3
exclude_patterns = ["_build"]

autodoc_typehints = "description"
autodoc_typehints_description_target = "documented_params"
autodoc_member_order = "bysource"
napoleon_use_rtype = False

default_role = "code"

html_theme = "furo"
html_title = f"laut {release}"
html_show_sphinx = False
