"""What html-validate calls wrong with pages: the rules are in browser/htmlvalidate.json."""

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path

_BROWSER = Path(__file__).parent / "browser"


def invalid(site: Path, paths: Sequence[str]) -> list[str]:
    """The faults of some pages of a site, a line each."""
    files = [f"{path}index.html" if path.endswith("/") or not path else path for path in paths]
    checker, rules = _BROWSER / "node_modules/.bin/html-validate", _BROWSER / "htmlvalidate.json"
    command = [str(checker), "--config", str(rules), "--formatter", "json", *files]
    done = subprocess.run(command, cwd=site, capture_output=True, text=True, check=False)
    return [
        f"{file['filePath']}:{each['line']} {each['ruleId']}: {each['message']}"
        for file in json.loads(done.stdout)
        for each in file["messages"]
    ]
