"""Intake: from what a user names to articles. Only here is anything fetched or decoded.

One module for each kind of input (`plain`, `page`, `records`), for each thing they all
need (`decoding`, `wording`, `dates`, `language`), and for the way to the web
(`addresses`, `network`, `fetch`). `sources.take` is the door.
"""
