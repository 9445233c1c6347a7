"""What is below what, and how strongly cells are shaded."""

from digest.model.facts import Cap, Instrument
from digest.pages.pictures.strength import FIGURE, LARGEST, NONE, WORDS, strengths
from digest.pages.pictures.tree import MOST_OPEN, Node, tree
from digest.pages.strings import plain, run


def node(key, parent=None):
    return Node(key, parent, run(key, "en"), (), f"#{key}")


def outline(branches):
    return [(plain(each.label), each.size, outline(each.below)) for each in branches]


def test_places_are_below_their_parents_in_the_order_given():
    found = tree([node("44", "1"), node("1"), node("4403", "44"), node("31", "1"), node("99", "unknown")])
    assert found
    assert outline(found.branches) == [
        ("1", 3, [("44", 1, [("4403", 0, [])]), ("31", 0, [])]),
        ("99", 0, []),
    ]
    assert tree([]) is None


def test_only_a_large_tree_is_folded_below_its_second_level():
    small = [node("1"), node("44", "1"), node("4403", "44")]
    large = [*small, *(node(f"4403{at}", "4403") for at in range(MOST_OPEN))]
    for nodes, folded in ((small, [False, False]), (large, [False, True])):
        found = tree(nodes)
        assert found
        (top,) = found.branches
        assert [top.folded, top.below[0].folded] == folded


def support(**figures):
    return Instrument("subsidy", "", 0, 0, **figures)


def cap(sum_, currency="CNY"):
    return (Cap(sum_, "<=", "project", "printed", currency),)


def test_cells_are_as_strong_as_their_best_support():
    row = [
        None,
        [],
        [support()],
        [support(rate_percent=30.0)],
        [support(fixed_yuan=10), support(caps=cap(200))],
        [support(caps=cap(100))],
    ]
    assert strengths(row) == (NONE, WORDS, WORDS, FIGURE, LARGEST, FIGURE)


def test_a_sum_is_the_largest_of_several_only():
    assert strengths([[support(fixed_yuan=10)], [support()]]) == (FIGURE, WORDS)
    assert strengths([[support(fixed_yuan=10)], [support(fixed_yuan=10)]]) == (LARGEST, LARGEST)


def test_what_no_recipient_gets_in_yuan_is_never_the_largest():
    fund, price, dollars = (
        support(fund_yuan=10**9),
        support(unit_amount_yuan=10**6),
        support(caps=cap(10**9, "USD")),
    )
    assert strengths([[fund], [price], [dollars], [support(fixed_yuan=5)], [support(fixed_yuan=4)]]) == (
        FIGURE, FIGURE, FIGURE, LARGEST, FIGURE,
    )  # fmt: skip


def test_a_support_that_is_ended_grants_nothing():
    assert strengths([[support(act="repeal")], [support(fixed_yuan=5)]]) == (WORDS, FIGURE)
