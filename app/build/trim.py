"""Which files of the standard library, numpy and Pillow the engine needs. Reads no file itself."""

# Parts of the standard library that an engine without network, processes, screen and terminal has
# no use for. What the engine imports at its start is in its memory already; this is about the rest.
_LEFT_OUT = frozenset(
    (
        *("_pyrepl", "pdb", "bdb", "cmd", "code", "pydoc", "pydoc_data", "doctest", "unittest"),
        *("email", "mailbox", "smtplib", "imaplib", "poplib", "ftplib", "http", "urllib"),
        *("xml", "xmlrpc", "wsgiref", "html", "webbrowser", "socketserver", "ssl", "netrc"),
        *("multiprocessing", "subprocess", "asyncio", "concurrent", "sched", "profile", "pstats"),
        *("cProfile", "profiling", "trace", "tracemalloc", "timeit", "pickletools", "venv"),
        *("ensurepip", "zipapp", "compileall", "py_compile", "tabnanny", "pyclbr", "symtable"),
        *("argparse", "optparse", "getopt", "getpass", "curses", "readline", "rlcompleter"),
        *("configparser", "tomllib", "plistlib", "mimetypes", "tarfile", "dbm", "shelve"),
        *("sqlite3", "wave", "colorsys", "turtle", "this", "antigravity", "nturl2path", "pty"),
        *("tty", "ipaddress", "difflib", "filecmp", "fileinput", "sysconfig", "logging"),
        *("_sysconfigdata__emscripten_wasm32-emscripten", "_pydatetime", "_pyio", "_pydecimal"),
        *("_pylong", "_strptime", "_android_support", "_apple_support", "_ios_support"),
        *("_aix_support", "_osx_support", "pyodide", "_pyodide", "ctypes", "statistics"),
        *("modulefinder", "runpy", "pkgutil", "idlelib", "tkinter", "lib2to3", "zoneinfo"),
        *("quopri", "gettext", "optparse", "imghdr", "sre_compile", "sre_constants", "sre_parse"),
    )
)
# What of the wheels is not even there when the engine is started for its memory.
_NOT_OURS = ("numpy/f2py/", "numpy/random/", "numpy/distutils/", "numpy/typing/tests/")


def kept_of_library(name: str, loaded: frozenset[str]) -> bool:
    """True if the file `name` of the standard library may be imported after the start.

    `loaded` holds the names of the modules that are in the memory.
    """
    stem, _, ending = name.rpartition(".")
    module = stem.removesuffix("/__init__").replace("/", ".")
    return ending == "py" and module.partition(".")[0] not in _LEFT_OUT and module not in loaded


def kept_of_wheel(name: str) -> bool:
    """True if the file `name` of a wheel is wanted when the engine starts."""
    wanted = name.endswith((".py", ".so")) and not name.startswith(_NOT_OURS)
    return wanted and "/tests/" not in name and "_imagingft" not in name
