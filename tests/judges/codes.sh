#!/usr/bin/env bash
# A scanner finds on a flyer's pages, as they are printed, exactly the codes that the document holds.
. "$(dirname "$0")/lib.sh"
hoerblatt=$root/target/debug/hoerblatt
need pdftoppm zbarimg "$hoerblatt"
files "$1" '*.pdf'
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
one_line() { tr -d '\r' | tr '\n' ' ' | tr -s ' '; }
code=0
total=0
for file in "${found[@]}"; do
  district=$(basename "$file")
  district=${district%%.*}
  rm -f "$scratch"/*
  # 100 dots an inch: about three a module of the smallest code.
  pdftoppm -r 100 -gray "$file" "$scratch/page" || { echo "pdftoppm fails on $file"; code=1; continue; }
  # The bytes as they are: left to guess, this scanner takes some UTF-8 for Big5.
  scanned=$(zbarimg -q -S'*.disable' -Sqrcode.enable -Sqrcode.binary "$scratch"/page* 2>/dev/null | one_line)
  document=$("$hoerblatt" show document "$2" --district "$district") || { echo "no document for $file"; code=1; continue; }
  # One line a code: the lines that it holds.
  mapfile -t wanted < <(awk '/^ *code /{if (n++) print ""} sub(/^ *holds /, ""){printf "%s ", $0} END{print ""}' <<<"$document" | grep .)
  for payload in "${wanted[@]}"; do
    [[ $scanned == *"QR-Code:$payload"* ]] || { echo "$file: not found: $payload"; code=1; }
  done
  total=$((total + ${#wanted[@]}))
  count=$(grep -o 'QR-Code:' <<<"$scanned" | wc -l)
  [ "$count" = ${#wanted[@]} ] || { echo "$file: ${#wanted[@]} codes, $count found"; code=1; }
done
[ $total != 0 ] || { echo "no document holds a code"; code=1; }
exit $code
