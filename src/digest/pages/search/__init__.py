"""The search page, and the files its script fetches: ``index``, the grams (``g<n>``), the clauses as hits show
them (``zh<n>``, ``en<n>``), the suggestions (``s<n>``)."""
