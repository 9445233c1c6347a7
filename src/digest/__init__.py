"""digest: Chinese policy texts in, a bilingual comparison site out."""

__version__ = "0.1.0"
