"""Measures of different policies beside each other: what corresponds, what each states, what was not recognised.

``compare_all`` makes the ``Comparisons`` of a site; ``contradictions`` finds where these and the texts disagree.
What is true afterwards: a value is said to be lacking only where neither the clause nor, on the same subject, its
document states one; a theme only where no clause of the policy uses its words; a measure is the only one of its kind
only where the other text holds none of its telling words.
"""
