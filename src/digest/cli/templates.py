"""``digest templates``: the looks of the site, file by file."""

from collections.abc import Mapping
from gettext import gettext
from pathlib import Path

import click

from digest.cli import options


@click.group("templates")
def command() -> None:
    """List the templates of the site, and copy one to change it.

    A file in templates/, beside the content folder, replaces the program's file of the same name.
    """


@command.command("list")
@options.content
def list_(content: Path) -> None:
    """Say what each template is for, and which ones the project replaces (*)."""
    from digest.overriding import list_templates

    said = {
        "program": "",
        "same": gettext("(yours, the same as the program's)"),
        "own": gettext("(yours)"),
        "changed": gettext("(yours; the program's has changed since you copied it)"),
    }
    purposes, found = _purposes(), list_templates(content)
    width = max(len(each.name) for each in found)
    for name, state in found:
        mark, after = (" ", "") if state == "program" else ("*", f" {said[state]}")
        click.echo(f"{mark} {name:{width}}  {purposes.get(name, '')}{after}")


@command.command("copy")
@click.argument("names", metavar="NAME...", nargs=-1, required=True)
@click.option("--force", is_flag=True, help="Replace a file of the same name in the project.")
@options.content
def copy(names: tuple[str, ...], content: Path, *, force: bool) -> None:
    """Copy templates of the program into templates/, to change them there."""
    from digest.output.similar import similar
    from digest.overriding import copy_template, is_own, list_templates

    known = [each.name for each in list_templates(content)]
    for name in names:
        if name not in known:
            said = gettext("There is no template {name}.").format(name=name)
            raise click.UsageError(said + similar(name, known))
        if is_own(content, name) and not force:
            said = gettext(
                "{name} is among your templates already. Nothing was changed. --force replaces it."
            )
            raise click.UsageError(said.format(name=name))
    for name in names:
        try:
            path = copy_template(content, name)
        except OSError as error:
            said = gettext("{folder} cannot be written: {reason}.")
            raise click.UsageError(
                said.format(folder=content.parent / "templates" / name, reason=error.strerror)
            ) from error
        click.echo(gettext("{file} was written.").format(file=path), err=True)
    click.echo(
        gettext(
            "Next: change it and look at it with `digest serve`. A new version of the program does not "
            "change it. `digest templates list` then says whether the program's own file has changed."
        ),
        err=True,
    )


def _purposes() -> Mapping[str, str]:
    """What each template is for."""
    return {
        "404.html": gettext("the page for addresses that do not exist"),
        "_headers": gettext("security headers, for hosts that read this file"),
        "_redirects": gettext("redirects of clauses that moved, for hosts that read this file"),
        "_redirects_nginx": gettext("the same redirects, for nginx"),
        "address.html": gettext("the page of an address that leads to a policy in each language"),
        "assets/card.css": gettext("the style of cards in the pages of other sites"),
        "assets/cite/1-copy.js": gettext("citing: copying as text and with links"),
        "assets/cite/2-pin.js": gettext("citing: whether the wording has changed"),
        "assets/cite/3-passage.js": gettext("citing: links to a passage"),
        "assets/cite/4-box.js": gettext("citing: the box on a page"),
        "assets/columns.js": gettext("choosing the policies of the matrix, where there are many"),
        "assets/compare.css": gettext("the style of comparisons"),
        "assets/compare.js": gettext("choosing places and rows of a comparison"),
        "assets/estimate.css": gettext("the style of the page that shows what a firm could get"),
        "assets/estimate.js": gettext("computing what a firm could get"),
        "assets/front.css": gettext("the style of the home page and of jurisdictions"),
        "assets/glossary.js": gettext("finding terms of the glossary"),
        "assets/icon.svg": gettext("the icon of the site"),
        "assets/languages.js": gettext("the switch of pages that speak both languages"),
        "assets/results/0-tools.js": gettext("search: what its page uses"),
        "assets/results/1-filters.js": gettext("search: filters"),
        "assets/results/2-hits.js": gettext("search: how a hit is shown"),
        "assets/results/3-page.js": gettext("search: its page"),
        "assets/search/1-files.js": gettext("search: reading its files"),
        "assets/search/2-units.js": gettext("search: from texts to units"),
        "assets/search/3-grams.js": gettext("search: finding units"),
        "assets/search/4-find.js": gettext("search: ranking"),
        "assets/search/5-meant.js": gettext("search: what a question means"),
        "assets/search/6-box.js": gettext("search: suggestions"),
        "assets/site.css": gettext("the style of all pages: colours, fonts, spaces"),
        "assets/site.js": gettext("what pages gain with JavaScript"),
        "assets/stem.js": gettext("search: stems of English words"),
        "assets/table.js": gettext("sorting and filtering tables"),
        "assets/terms.js": gettext("explanations of terms"),
        "assets/theme.js": gettext("light and dark display"),
        "base.html": gettext("the frame of every page: head, masthead, footer"),
        "card.html": gettext("a clause on a card, for the pages of other sites"),
        "changed.html": gettext("a change, on the home page and in the list"),
        "changes.html": gettext("the list of changes, and what can be followed"),
        "choice.html": gettext("the first page, where readers choose a language"),
        "cite.html": gettext("how to cite what a page is about"),
        "clause.html": gettext("the page of a clause"),
        "compare.html": gettext("the matrix of themes and policies"),
        "data.html": gettext("the page of downloads"),
        "editions.html": gettext("two editions of a policy side by side"),
        "editorial.html": gettext("a page of your own from content/pages/"),
        "estimate.html": gettext("what a firm could get"),
        "feed.xml": gettext("a feed of changes"),
        "former.html": gettext("the address of a page that no longer exists"),
        "frame.html": gettext("pieces of the frame: navigation, footer"),
        "glossary.html": gettext("the glossary, folded by letters"),
        "home.html": gettext("the home page of a language"),
        "jurisdiction.html": gettext("the page of a jurisdiction"),
        "jurisdictions.html": gettext("the tree of jurisdictions"),
        "listing.html": gettext("tables of support measures, targets, agencies and citations"),
        "match.html": gettext("why two measures correspond"),
        "matrix.html": gettext("cells of the matrix"),
        "moved.html": gettext("the address of a clause that moved or was deleted"),
        "oembed.json": gettext("how programs show such a card"),
        "opensearch.xml": gettext("the search, as browsers add it to theirs"),
        "own.html": gettext("the comparisons of one policy"),
        "pair.html": gettext("two policies side by side"),
        "parts.html": gettext("pieces that several pages use"),
        "pictures.html": gettext("pictures: bars, scales of years, trees, shades"),
        "policies.html": gettext("the list of policies"),
        "policy.html": gettext("the full text of a policy"),
        "quality.html": gettext("the quality page"),
        "robots.txt": gettext("a note for search engines"),
        "search.html": gettext("the search page"),
        "sitemap.xml": gettext("the list of pages for search engines"),
        "sitemaps.xml": gettext("the list of such lists, on large sites"),
        "theme.html": gettext("the comparison of a theme"),
        "wordings.html": gettext("earlier wordings of a clause"),
        "words.en.toml": gettext("all words of the pages in English"),
        "words.zh.toml": gettext("all words of the pages in Chinese"),
    }
