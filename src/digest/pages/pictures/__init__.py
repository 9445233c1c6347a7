"""Pictures made with the pages: a file each, from values to where its marks go. A template (pictures.html) draws them.

Places on a scale are shares of the width of the picture, as SVG has them (``37.5%``), so that only the marks grow with the window:
words keep their size. A picture is a list whose rows are read and followed as such; the marks add nothing to what the rows say.
"""
