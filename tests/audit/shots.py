"""Take the pictures of the README and the docs: ``python tests/audit/shots.py SITE FOLDER``. Few, small, and of what the site is for."""

import shutil
import sys
from pathlib import Path
from typing import Literal, NamedTuple

from PIL import Image
from playwright.sync_api import sync_playwright

from hosted import hosting


class Shot(NamedTuple):
    """A picture: its name, the address of its page, and the window."""

    name: str
    path: str
    width: int
    height: int
    theme: Literal["light", "dark"] = "light"


SHOTS = (
    Shot("home", "en/", 1280, 900),
    Shot("compare", "en/compare/", 1280, 900),
    Shot("phone", "zh/", 390, 844, "dark"),
)
QUALITY = 82


def main(site: Path, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with hosting(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for shot in SHOTS:
            with browser.new_context(
                viewport={"width": shot.width, "height": shot.height}, color_scheme=shot.theme
            ) as context:
                page = context.new_page()
                page.goto(address + shot.path)
                page.wait_for_timeout(300)
                taken = folder / f"{shot.name}.png"
                page.screenshot(path=taken)
            with Image.open(taken) as picture:
                picture.save(taken.with_suffix(".webp"), quality=QUALITY, method=6)
            taken.unlink()
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
