"""`python -m app` is the command line. Does nothing else."""

from app.cli.main import main

if __name__ == "__main__":
    raise SystemExit(main())
