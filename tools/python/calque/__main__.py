"""The command `calque`, as `python -m calque score articles.jsonl`. It also reads and writes Parquet."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn


def _score_parquet(arguments: Sequence[str]) -> int:
    try:
        from . import parquet
    except ImportError as error:
        print(f"calque: Parquet needs pyarrow, pip install 'calque[arrow]': {error}", file=sys.stderr)
        return 3
    return parquet.main(arguments)


def main() -> NoReturn:
    """Replaces this process with the package's command, except for Parquet."""
    subcommand, *arguments = sys.argv[1:] or [""]
    if subcommand == "score" and any(argument.endswith(".parquet") for argument in arguments):
        sys.exit(_score_parquet(arguments))
    command = Path(__file__).with_name("bin") / "calque"
    os.execv(command, ["calque", *sys.argv[1:]])


if __name__ == "__main__":
    main()
