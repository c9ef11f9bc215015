#!/usr/bin/env bash
# asterisklint (PyPI) accepts every dialplan.
. "$(dirname "$0")/lib.sh"
files "$1/phone/asterisk" 'extensions*.conf'
need "$tools/venv/bin/asterisklint"
code=0
for file in "${found[@]}"; do
  findings=$("$tools/venv/bin/asterisklint" dialplan-check "$file" 2>&1) || code=1
  [ -z "$findings" ] || { echo "$findings"; code=1; }
done
exit $code
