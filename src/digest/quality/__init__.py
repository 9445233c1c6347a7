"""How well texts are read, measured on texts labelled by hand (tests/labelled/README.md says how).

A labelled text goes the whole way, through the parser and every extractor, as a policy would; what is
found is compared with what is labelled. Nothing here is needed to build a site: the page shows the
figures of content/quality.toml, which ``digest quality`` writes.
"""
