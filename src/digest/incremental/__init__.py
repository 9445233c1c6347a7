"""What earlier builds made, so that the next makes only what an edit touches.

``fingerprint.py`` names values (``shared.py``: which are named once), ``cache.py`` keeps by such names what stages made.
``inputs.py`` reads files again that changed, ``searched.py`` what the search is made of; ``standing.py`` sees which files of
the site stand as they were written, ``files.py`` makes those that do not. The stages know nothing of it.
"""
