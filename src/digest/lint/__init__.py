"""What is wrong with the files that a project has beside its texts: templates, styles, editors' pages, word lists, names.

No stage needs these findings to make a site; an editor needs them to make a good one. Each file here looks at one kind of file
and returns Problems; ``checking`` calls them.
"""
