"""The corpus becomes pages: exactly what each template receives, every link already made.

Afterwards: each page has a path of its own, and no template has to decide anything.
"""
