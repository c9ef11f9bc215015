#!/usr/bin/env bash
# outloud (PyPI) has no error: PDF/UA-1 by another program, and what a screen reader would say.
. "$(dirname "$0")/lib.sh"
files "$1" '*.pdf'
need "$tools/venv/bin/outloud"
"$tools/venv/bin/outloud" --no-info "${found[@]}"
