#!/usr/bin/env bash
# qpdf reads every flyer without error or warning.
. "$(dirname "$0")/lib.sh"
files "$1" '*.pdf'
need qpdf
code=0
for file in "${found[@]}"; do qpdf --check "$file" || { echo "in $file"; code=1; }; done
exit $code
