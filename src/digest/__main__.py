"""``python -m digest``."""

from digest.cli.main import main

if __name__ == "__main__":
    main()
