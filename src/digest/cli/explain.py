"""``digest explain``: what a code means."""

from gettext import gettext

import click


@click.command("explain")
@click.argument("code", type=str.upper)
def command(code: str) -> None:
    """Explain the CODE of a finding, such as R103."""
    from digest.model.codes import CODES
    from digest.report.explain import explain
    from digest.report.similar import similar

    text = explain(code)
    if text is None:
        raise click.UsageError(gettext("There is no code {code}.").format(code=code) + similar(code, CODES))
    click.echo(text, nl=False)
