"""Where ledger and trace meet: claims and echoes of a ledger, kept and asked for.

`following` keeps what is found across articles up to date, a few articles at a time;
`answers` and its neighbours ask the ledger and give records to those who show them.
"""
