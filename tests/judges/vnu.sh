#!/usr/bin/env bash
# The Nu HTML checker has no error on any page.
. "$(dirname "$0")/lib.sh"
files "$1" '*.html'
need java
jar=$tools/node_modules/vnu-jar/build/dist/vnu.jar
[ -f "$jar" ] || { echo "vnu-jar is not installed"; exit 3; }
java -jar "$jar" --errors-only "${found[@]}"
