#!/usr/bin/env bash
# poppler reads the structure tree of every flyer back as the document's words, in order, once, unbroken.
. "$(dirname "$0")/lib.sh"
files "$1" '*.pdf'
need pdfinfo "$root/target/debug/reading_order"
"$root/target/debug/reading_order" "$2" "${found[@]}"
