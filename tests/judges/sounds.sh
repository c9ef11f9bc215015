#!/usr/bin/env bash
# Every sound file that the dialplan names exists in every pace, and every sound file is named.
#
# A missing prompt is silence for the caller, and no checker of dialplans looks at the disk.
. "$(dirname "$0")/lib.sh"
files "$1/phone/asterisk" 'extensions*.conf'
python3 "$judges/sounds.py" "$1/phone/asterisk" "${found[@]}"
