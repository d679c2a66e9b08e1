"""`python -m audit` is the command `mtaudit`."""

from audit.cli.main import main

if __name__ == "__main__":
    main()
