"""What earlier builds made, so that the next makes only what an edit touches.

``fingerprint.py`` names values, ``cache.py`` keeps by such names what stages made, ``standing.py`` sees which files of the
site stand as they were written, ``files.py`` makes those that do not. The stages know nothing of it: ``build.py`` and
``files.py`` ask before they call one.
"""
