"""What hosts send with a file: the rules of ``_headers`` as Netlify and Cloudflare Pages document them, and nginx.

https://docs.netlify.com/manage/routing/headers/ https://developers.cloudflare.com/pages/configuration/headers/
"""

import re


def sent(text: str, path: str, *, joined: bool) -> dict[str, str]:
    """The headers of an address by the text of ``_headers``: of a name in several rules Cloudflare sends all values (``joined``),
    Netlify that of the narrowest rule, which comes last here."""
    found: dict[str, str] = {}
    fits = False
    for line in text.splitlines():
        if not line.startswith(" "):
            assert line.startswith("/"), line
            fits = re.fullmatch(_pattern(line), path) is not None
        elif fits:
            name, _, value = line.strip().partition(": ")
            found[name] = f"{found[name]}, {value}" if joined and name in found else value
    return found


def sent_by_nginx(text: str, path: str) -> dict[str, str]:
    """The same by a nginx.conf: what is added to all files, where maps give a value."""
    maps = {}
    for name, lines in re.findall(r"^map \$uri \$(\w+) \{\n(.*?)^\}", text, re.MULTILINE | re.DOTALL):
        rows = re.findall(r'^    (default|"~.*?") "(.*)";$', lines, re.MULTILINE)
        fitting = [value for key, value in rows if key != "default" and re.search(key[2:-1], path)]
        maps[f"${name}"] = [*fitting, *(value for key, value in rows if key == "default"), ""][0]
    added = re.findall(r"^    add_header (\S+) (.*) always;$", text, re.MULTILINE)
    found = {name: maps[value] if value in maps else value.strip('"') for name, value in added}
    return {name: value for name, value in found.items() if value}


def _pattern(rule: str) -> str:
    """The addresses of a rule: ``*`` is anything, ``:name`` all but a slash."""
    return re.sub(r"\\\*", ".*", re.sub(r":[a-z]\w*", "[^/]+", re.escape(rule)))
