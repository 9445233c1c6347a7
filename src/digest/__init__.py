"""digest: Chinese policy texts in, a bilingual comparison site out."""

__version__ = "0.1.0"

DISTRIBUTION = "policy-digest"
"""The name under which installers know the program; `digest` on the public index is another one."""
