"""Text from a policy never runs: escaping and the content security policy, each on its own."""

import pytest

pytestmark = pytest.mark.browser

PATHS = (
    "zh/",
    "zh/policies/",
    "zh/policies/other-2021/",
    "en/policies/example-2022/",
    "p/example-2022/1.2/",
    "en/about/",
)


@pytest.mark.parametrize("path", PATHS)
def test_scripts_in_titles_and_clauses_are_text(page, address, path):
    page.goto(address + path)
    assert page.title() != "ran"
    assert page.locator("script:not([src], [type='application/ld+json'])").count() == 0


def test_the_script_is_readable(page, address):
    page.goto(f"{address}zh/policies/example-2022/#1.2")
    assert "<script>document.title='ran'</script>" in page.locator('[id="1.2"]').inner_text()


@pytest.mark.parametrize(
    "escaped", ["<script>document.title='ran'</script>", "<img src=x onerror=document.title='ran'>"]
)
def test_the_policy_alone_stops_what_was_not_escaped(context, address, escaped):
    def inject(route):
        body = route.fetch().text().replace("<main", f"{escaped}<main", 1)
        route.fulfill(body=body, content_type="text/html; charset=utf-8")

    context.route("**/en/", inject)
    page = context.new_page()
    refused = []
    page.on("console", lambda message: refused.append(message.text))
    page.goto(f"{address}en/")
    page.wait_for_timeout(200)
    assert page.title() != "ran"
    assert any("Content Security Policy" in text for text in refused)


def test_nothing_is_asked_of_other_hosts(context, page, address):
    asked = []
    context.on("request", lambda request: asked.append(request.url))
    for path in PATHS:
        page.goto(address + path)
    assert asked
    assert all(url.startswith(address) for url in asked)
