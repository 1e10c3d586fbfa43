"""``python -m form4gen`` is the command ``form4gen``."""

from form4gen.cli.main import run

if __name__ == "__main__":
    run()
