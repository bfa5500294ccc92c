"""Prints maps in tmux and compares what it shows with what was printed, and types in the viewer and
compares what its updates leave with a screen drawn at once; see check-terminal.

Usage: terminal.py BINARY STORE SCRATCH
Inside tmux: terminal.py --inside ROWS COLUMNS, which prints rows and asks for the cursor after each.
"""

import ctypes
import json
import locale
import os
import re
import subprocess
import sys
import termios
import time
import tty
import unicodedata

SGR = re.compile(r"\x1b\[([0-9;]*)m")
SIZES = [(80, 24), (120, 40), (200, 60)]
TIERS = ["ascii", "box", "braille", "sextant", "octant"]
COLOURS = ["never", "16", "256", "24"]
# Signs of titles and notes that are narrow everywhere but in terminals set up for Chinese, Japanese
# or Korean, where `--ambiguous-width 2` or the locale keeps them away; letters are in names.
AMBIGUOUS = set("·…–—‘’“”°±→")
# What is typed in the viewer, and what tmux calls those keys that have a name.
WALK = ("n n n enter n q right + tab tab shift-tab up - ] ] w } [ x i down down enter q q l l L L ? q "
        "0 N N t t").split()
TMUX_KEYS = {"enter": "Enter", "right": "Right", "up": "Up", "down": "Down", "tab": "Tab",
             "shift-tab": "BTab"}


def inside(rows, columns):
    """Prints each row on a clear line and notes where the cursor is afterwards."""
    descriptor = sys.stdin.fileno()
    before = termios.tcgetattr(descriptor)
    tty.setraw(descriptor)
    found = []
    try:
        for row in json.load(open(rows, encoding="utf-8")):
            os.write(1, ("\x1b[H\x1b[2J" + row + "\x1b[6n").encode())
            reply = b""
            while not reply.endswith(b"R"):
                reply += os.read(descriptor, 1)
            found.append(int(reply.rsplit(b";", 1)[1][:-1]) - 1)
    finally:
        termios.tcsetattr(descriptor, termios.TCSANOW, before)
    json.dump(found, open(columns, "w", encoding="utf-8"))


def own_tmux():
    """A tmux that nothing else uses: its name, and what runs its commands and gives what they print."""
    own_tmux.count += 1
    name = f"check{own_tmux.count}"

    def tmux(*arguments):
        return subprocess.run(
            ["tmux", "-u", "-L", name, "-f", "/dev/null", *arguments],
            check=True, capture_output=True, text=True, timeout=120).stdout

    return name, tmux


own_tmux.count = 0


def run_inside(width, height, command):
    """Runs a command in a tmux of its own until it says that it is done; gives what is shown."""
    name, tmux = own_tmux()
    tmux("new-session", "-d", "-x", str(width), "-y", str(height),
         f"{command}; tmux -L {name} wait-for -S done; exec sleep 600")
    try:
        tmux("wait-for", "done")
        return tmux("capture-pane", "-p").split("\n")
    finally:
        tmux("kill-server")


def view(binary, store, size, keys, tier):
    """The viewer's screen after some keys, drawn at once."""
    output = subprocess.run(
        [binary, "view", "--store", store, "--glyphs", tier, "--color", "256", "--width",
         str(size[0]), "--height", str(size[1]), "--type", " ".join(keys) or "0"],
        check=True, capture_output=True,
        # The same choice of characters as inside.
        env=os.environ | {"TMUX": "check"}).stdout
    return [SGR.sub("", row).rstrip() for row in output.decode().split("\n")[:-1]]


class Check:
    def __init__(self, scratch):
        self.scratch = scratch
        self.failures = []
        self.rows = 0
        self.screens = 0
        self.unknown_to_glibc = set()
        locale.setlocale(locale.LC_ALL, "")
        self.glibc = ctypes.CDLL(None).wcwidth
        self.glibc.argtypes = [ctypes.c_wchar]

    def fail(self, text):
        self.failures.append(text)

    def grammar(self, name, rows):
        for number, row in enumerate(rows):
            rest = SGR.sub("", row)
            if any(unicodedata.category(c) in ("Cc", "Cf", "Cs") for c in rest):
                self.fail(f"{name}: row {number} has a control character")
            sequences = SGR.findall(row)
            if sequences and sequences[-1] not in ("0", ""):
                self.fail(f"{name}: row {number} ends in {sequences[-1]}")

    def widths(self, name, tier, rows, columns):
        from wcwidth import wcwidth

        for number, row in enumerate(rows):
            python = glibc = 0
            for character in row:
                width = wcwidth(character)
                other = self.glibc(character)
                if other < 0:
                    # Characters of Unicode 16, which older C libraries do not know.
                    self.unknown_to_glibc.add(character)
                    other = width
                python += width
                glibc += other
                if (tier in ("ascii", "braille") and character not in AMBIGUOUS
                        and unicodedata.east_asian_width(character) == "A"
                        and not unicodedata.category(character).startswith("L")):
                    self.fail(f"{name}: row {number} has U+{ord(character):04X}, ambiguous")
                if unicodedata.east_asian_width(character) in "WF" and ord(character) > 0x1F000:
                    self.fail(f"{name}: row {number} has U+{ord(character):04X}, an emoji")
            if python != glibc or python > columns or python != len(row):
                self.fail(f"{name}: row {number} is {python}, {glibc} or {len(row)} wide")
            self.rows += 1

    def shown(self, name, rows, size, output):
        path = os.path.join(self.scratch, "frame")
        with open(path, "wb") as file:
            file.write(output)
        shown = run_inside(size[0], size[1] + 1, f"cat {path}")
        for number, row in enumerate(rows):
            there = shown[number] if number < len(shown) else ""
            if there.rstrip() != row.rstrip():
                self.fail(f"{name}: tmux shows row {number} as\n  {there}\ninstead of\n  {row}")

    def viewer(self, binary, store, size, tier):
        """Types in the viewer in tmux: after each key its updates must have left the right screen."""
        _, tmux = own_tmux()
        tmux("new-session", "-d", "-x", str(size[0]), "-y", str(size[1]),
             f"exec {binary} view --store {store} --glyphs {tier} --color 256")
        try:
            for count in range(len(WALK) + 1):
                if count > 0:
                    key = WALK[count - 1]
                    tmux("send-keys", TMUX_KEYS.get(key, key))
                wanted = view(binary, store, size, WALK[:count], tier)
                if count == 0:
                    wanted = wanted[:-1]
                deadline = time.monotonic() + 10
                while True:
                    shown = [row.rstrip() for row in tmux("capture-pane", "-p").split("\n")]
                    if shown[:len(wanted)] == wanted or time.monotonic() > deadline:
                        break
                for number, row in enumerate(wanted):
                    if shown[number] != row:
                        self.fail(f"viewer {tier} after {' '.join(WALK[:count])}: row {number} is\n"
                                  f"  {shown[number]}\ninstead of\n  {row}")
                        return
                self.screens += 1
        finally:
            tmux("kill-server")

    def cursor(self, name, rows, size):
        plan = os.path.join(self.scratch, "rows.json")
        found = os.path.join(self.scratch, "columns.json")
        with open(plan, "w", encoding="utf-8") as file:
            json.dump(rows, file)
        run_inside(size[0] + 10, size[1],
                   f"{sys.executable} {os.path.abspath(__file__)} --inside {plan} {found}")
        with open(found, encoding="utf-8") as file:
            for number, (row, column) in enumerate(zip(rows, json.load(file))):
                if column != len(row):
                    self.fail(f"{name}: tmux has its cursor in column {column} after row "
                              f"{number}, which is {len(row)} wide")


def main(binary, store, scratch):
    check = Check(scratch)
    for size in SIZES:
        for tier in TIERS:
            for colour in COLOURS:
                name = f"{tier} {size[0]}x{size[1]} {colour}"
                output = subprocess.run(
                    [binary, "map", "--store", store, "--width", str(size[0]), "--height",
                     str(size[1]), "--glyphs", tier, "--color", colour],
                    check=True, capture_output=True).stdout
                styled = output.decode().split("\n")[:-1]
                plain = [SGR.sub("", row) for row in styled]
                if len(plain) > size[1]:
                    check.fail(f"{name}: {len(plain)} rows")
                check.grammar(name, styled)
                if colour == "never" and styled != plain:
                    check.fail(f"{name}: an escape sequence without colour")
                check.widths(name, tier, plain, size[0])
                # tmux takes octants, which it does not know, for no column at all.
                if tier != "octant":
                    check.shown(name, plain, size, output)
                    if colour == "never":
                        check.cursor(name, plain, size)
    for size, tier in [((120, 40), "braille"), ((80, 24), "box"), ((100, 30), "ascii")]:
        check.viewer(binary, store, size, tier)
    for failure in check.failures[:20]:
        print(f"check-terminal: {failure}", file=sys.stderr)
    version = subprocess.run(["tmux", "-V"], capture_output=True, text=True).stdout.strip()
    print(f"check-terminal: {check.rows} rows, {check.screens} screens of the viewer, {len(check.failures)} differences; {version}; "
          f"{len(check.unknown_to_glibc)} characters unknown to the C library; "
          "octants not shown to tmux")
    return 1 if check.failures else 0


if __name__ == "__main__":
    if sys.argv[1] == "--inside":
        inside(*sys.argv[2:])
    else:
        sys.exit(main(*sys.argv[1:]))
