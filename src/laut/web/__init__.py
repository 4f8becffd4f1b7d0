"""The desk: the ledger in a browser, to read, check and correct.

`serving` runs it; `app` puts it together from routes (`routes`), guards (`guards`) and
pages (`pages`), which ask the ledger through `asking` and write by `templates`. Pages
show what ledger, trace and views hold, never a second reading, and are whole without
script. Everything foreign is escaped by the one way that templates write; styles and
scripts come from `static` alone. The door takes settings and moments; only here is a
clock looked at.
"""
