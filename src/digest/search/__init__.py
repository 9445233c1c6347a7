"""Finding clauses: an index of the corpus, the ranking, and what else the index knows.

    Corpus -> records (what can be found, in order) -> Index (grams with their postings) -> shards for the browser
    query  -> words -> find -> hits, the best first

The browser does the same with the shards (assets/search/); a test compares both. This room stands below the
stages: it imports model and text only.
"""
