"""For those who write reports: links to clauses, made from the ``clauses-index.json`` of a site (``pages/clauses_index.py``),
which its writer has downloaded. ``markdown`` is an extension of Python-Markdown, also for MkDocs; ``clauses.lua`` a filter
of pandoc that does the same. No stage imports this room, and it imports ``text`` only.
"""
