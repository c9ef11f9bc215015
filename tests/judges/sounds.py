"""Compares the sounds that a dialplan plays with the files of its export, both ways.

Usage: sounds.py EXPORT DIALPLAN...  EXPORT holds the folder `sounds`. Exit code 1 if a sound is missing or is never played.
"""

import re
import sys
from pathlib import Path

PACES = ["slow", "normal", "fast"]


def played(dialplan):
    """The names of all sounds, `${HB_PACE}` spelled out as each pace."""
    for line in dialplan.read_text(encoding="utf-8").splitlines():
        if line.lstrip().startswith(";"):
            continue
        for names in re.findall(r"\b(?:Playback|Background|BackGround|Read)\(([^,)]*)", line):
            for name in names.split("&"):
                yield from {name.replace("${HB_PACE}", pace) for pace in PACES}


def main(export, dialplans):
    folder = Path(export) / "sounds"
    there = {path.relative_to(folder).with_suffix("").as_posix() for path in folder.rglob("*") if path.is_file()}
    wanted = {name for dialplan in dialplans for name in played(Path(dialplan))}
    faults = [f"{name} is played and not there" for name in sorted(wanted - there)]
    faults += [f"{name} is there and never played" for name in sorted(there - wanted)]
    faults += ["the dialplan plays nothing"] if not wanted else []
    print("\n".join(faults + [f"{len(wanted)} sounds, {len(faults)} faults"]))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
