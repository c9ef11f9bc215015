#!/usr/bin/env bash
# What is copied or searched for in a flyer is plain text: no control, joining or replacement character, no private use, no ligature.
. "$(dirname "$0")/lib.sh"
files "$1" '*.pdf'
need pdftotext
code=0
for file in "${found[@]}"; do
  text=$(pdftotext -enc UTF-8 "$file" -) || { echo "pdftotext fails on $file"; code=1; continue; }
  [ "$(wc -w <<<"$text")" -ge 50 ] || { echo "$file holds almost no text"; code=1; }
  grep -nP '[\x01-\x08\x0b\x0e-\x1f\x7f\x{2060}\x{fffd}\x{e000}-\x{f8ff}\x{fb00}-\x{fb06}]' <<<"$text" && { echo "in $file"; code=1; }
done
exit $code
