"""German: tables, no logic."""
