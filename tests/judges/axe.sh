#!/usr/bin/env bash
# axe finds nothing on any page in a real browser, WCAG 2.2 up to AAA.
. "$(dirname "$0")/lib.sh"
files "$1" '*.html'
need node chromium
[ -d "$tools/node_modules/axe-core" ] || { echo "axe-core is not installed"; exit 3; }
NODE_PATH=$tools/node_modules node "$judges/axe.cjs" "${found[@]}"
