"""The build's command line: reads the arguments, runs one command, turns errors into sentences."""

import argparse
import errno
import os
import shutil
from collections.abc import Sequence
from pathlib import Path

from app.build import places
from app.build.report import BuildError, complain, say, settle_output

DEFAULT_PORT = 8765


def main(arguments: Sequence[str]) -> int:
    """Run one command; return 0 if it succeeded, else another exit code."""
    settle_output()
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except BuildError as error:
        complain(str(error))
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        complain(
            "There is no space left on the disk; about 1 GB is needed in "
            f"{places.cache_root()} and in the folder for temporary files."
        )
    except KeyboardInterrupt:
        complain("Interrupted.")
        return 130
    return 1


def _serve(options: argparse.Namespace) -> int:
    from app.build import bundle, serve

    # The port first: nobody should wait for the build only to learn that it is taken.
    server = serve.listen(options.port, places.DIST / "site")
    bundle.bundle(given=options.given)
    serve.serve(server, open_browser=not options.no_open)
    return 0


def _bundle(options: argparse.Namespace) -> int:
    from app.build import bundle

    bundle.bundle(options.out.resolve(), options.given)
    return 0


def _wheel(options: argparse.Namespace) -> int:
    from app.build import wheel

    wheel.wheel(options.out.resolve(), options.given)
    return 0


def _test(options: argparse.Namespace) -> int:
    from app.build import check

    return check.check(options.pytest_arguments, options.given)


def _check(options: argparse.Namespace) -> int:
    from app.build import check

    return check.quick(options.given)


def _bench(options: argparse.Namespace) -> int:
    from app.build import bundle, check

    bundle.bundle(given=options.given)
    return check.bench(options.arguments)


def _counts(options: argparse.Namespace) -> int:
    from app.build import bundle, check

    bundle.bundle(given=options.given)
    return check.counts(options.arguments)


def _policy(options: argparse.Namespace) -> int:
    from app.build import hosted_policy

    hosted_policy.add(options.site, None if options.none else options.policy)
    return 0


def _rebuild(options: argparse.Namespace) -> int:
    from app.build import rebuild

    return rebuild.rebuild(options.commit, options.against.resolve(), options.given)


def _clean(options: argparse.Namespace) -> int:
    # setuptools' folders: what an older package left in build/lib would be in the next one as well.
    from app.build import weights

    doomed = [places.DIST, places.ROOT / "build", *places.ROOT.glob("app/*.egg-info")]
    doomed.append(places.ROOT / weights.HOME)
    if options.cache:
        found = places.cache_root().glob("*")
        doomed += [path for path in found if path.name.startswith(places.CACHE_PREFIXES)]
    for path in doomed:
        if path.exists():
            shutil.rmtree(path)
            say(f"Removed {path}")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="build.py", description="Builds, serves and tests Pixelseal."
    )
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")

    serve = commands.add_parser("serve", help="build the page and open it on this machine")
    serve.add_argument("--port", type=_port, default=DEFAULT_PORT, help="default %(default)s")
    serve.add_argument("--no-open", action="store_true", help="do not open the browser")
    _add_given(serve)
    serve.set_defaults(run=_serve)

    test = commands.add_parser("test", help="make the test environment and run every test")
    _add_given(test)
    test.add_argument("pytest_arguments", nargs="*", metavar="-- ARGUMENT", help="go to pytest")
    test.set_defaults(run=_test)

    quick = commands.add_parser("check", help="linters, types, import rules: under a minute")
    _add_given(quick)
    quick.set_defaults(run=_check)

    bench = commands.add_parser("bench", help="measure the page beside ordinary ways, print ratios")
    _add_given(bench)
    bench.add_argument("arguments", nargs="*", metavar="-- ARGUMENT", help="go to the benchmark")
    bench.set_defaults(run=_bench)

    counts = commands.add_parser("counts", help="count a person's actions, write docs/counts.md")
    _add_given(counts)
    counts.add_argument("arguments", nargs="*", metavar="-- ARGUMENT", help="go to the script")
    counts.set_defaults(run=_counts)

    bundle = commands.add_parser("bundle", help="write dist/site/ and dist/pixelseal.html")
    bundle.add_argument("--out", type=Path, default=places.DIST, help="default %(default)s")
    _add_given(bundle)
    bundle.set_defaults(run=_bundle)

    wheel = commands.add_parser("wheel", help="write the Python package beside the page")
    wheel.add_argument("--out", type=Path, default=places.DIST, help="default %(default)s")
    _add_given(wheel)
    wheel.set_defaults(run=_wheel)

    policy = commands.add_parser(
        "policy", help="add an institution's policy to the site, which then obeys it"
    )
    which = policy.add_mutually_exclusive_group(required=True)
    which.add_argument("policy", nargs="?", type=Path, metavar="POLICY.json")
    which.add_argument("--none", action="store_true", help="take it away again")
    policy.add_argument(
        "--site", type=Path, default=places.DIST / "site", help="default %(default)s"
    )
    policy.set_defaults(run=_policy)

    rebuild = commands.add_parser(
        "rebuild", help="build a commit again from a clean clone and compare every file"
    )
    rebuild.add_argument("commit", nargs="?", default="HEAD", help="or a tag; default %(default)s")
    rebuild.add_argument(
        "--against",
        type=Path,
        default=places.DIST,
        metavar="PATH",
        help="a folder that was built, or its SHA256SUMS; default %(default)s",
    )
    _add_given(rebuild)
    rebuild.set_defaults(run=_rebuild)

    clean = commands.add_parser("clean", help="remove what was built")
    clean.add_argument("--cache", action="store_true", help="remove what was fetched, too")
    clean.set_defaults(run=_clean)
    return parser


def _add_given(parser: argparse.ArgumentParser) -> None:
    chosen = os.environ.get("PIXELSEAL_VENDOR")
    parser.add_argument(
        "--from",
        dest="given",
        type=Path,
        metavar="DIR",
        default=Path(chosen) if chosen else None,
        help="a folder to take the pinned files from before any network (PIXELSEAL_VENDOR)",
    )


def _port(text: str) -> int:
    number = int(text)
    if not 0 <= number <= 65535:
        raise argparse.ArgumentTypeError("a port is a number from 0 to 65535")
    return number
