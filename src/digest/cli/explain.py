"""``digest explain``: what the codes mean."""

from gettext import gettext

import click


@click.command("explain")
@click.argument("code", type=str.upper, required=False)
def command(code: str | None) -> None:
    """Explain the CODE of a finding, such as R103, with example values. Without CODE, list all codes."""
    from digest.output.explain import explain, list_codes

    text = explain(code) if code else list_codes()
    if text is None:
        raise click.UsageError(
            gettext("There is no code {code}. `digest explain` lists all codes.").format(code=code)
        )
    click.echo(text, nl=False)
