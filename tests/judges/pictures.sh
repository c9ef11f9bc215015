#!/usr/bin/env bash
# Pages look, roughly, as they looked when somebody last looked at them: tests/golden/ink/PUBLICATION/FLYER.PAGE.txt.
. "$(dirname "$0")/lib.sh"
need pdftoppm "$root/target/debug/ink"
grids=$root/tests/golden/ink/$(basename "$2")
files "$grids" '*.txt'
code=0
for grid in "${found[@]}"; do
  page=$(basename "$grid" .txt)
  "$root/target/debug/ink" "$grid" "$1/${page%.*}.pdf" "${page##*.}" || code=1
done
exit $code
