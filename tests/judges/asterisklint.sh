#!/usr/bin/env bash
# asterisklint (PyPI) accepts every dialplan.
. "$(dirname "$0")/lib.sh"
files "$1/phone/asterisk" 'extensions*.conf'
need "$tools/venv/bin/asterisklint"
code=0
whole=$(mktemp -d)
trap 'rm -r "$whole"' EXIT
for file in "${found[@]}"; do
  # The dialplan is a part to be included; asked about it alone, asterisklint misses the sections that an exchange has of its own.
  printf '[general]\n[globals]\n#include "%s"\n' "$(realpath "$file")" > "$whole/extensions.conf"
  findings=$("$tools/venv/bin/asterisklint" dialplan-check "$whole/extensions.conf" 2>&1) || code=1
  [ -z "$findings" ] || { echo "$findings"; code=1; }
done
exit $code
