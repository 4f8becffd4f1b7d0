"""Views: a reading as people and programs take it in, from the records alone.

`terminal` and `html` show the article with its voices, both from the one view of
`voices`; `table` gives a row a quotation; `jsonl` gives the JSON form and takes it
back. A view never reads a text a second time.
"""
