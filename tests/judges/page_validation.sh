#!/usr/bin/env bash
# The crate page_validation says PDF/UA-1 and PDF/A-2a for every flyer.
. "$(dirname "$0")/lib.sh"
files "$1" '*.pdf'
need "$root/target/debug/page_validation"
"$root/target/debug/page_validation" "${found[@]}"
