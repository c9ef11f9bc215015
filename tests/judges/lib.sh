# What every judge shares. A judge is called with an output folder and its publication; it prints what it finds.
# Exit codes: 0 nothing found, 1 something found, 3 the judge is not here.
judges=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# The same classes of characters and the same order of names everywhere.
export LC_ALL=C.UTF-8
tools=$judges/../.judges
root=$judges/../..

# need COMMAND…: ends with 3 if one is not there.
need() { for tool; do command -v "$tool" >/dev/null || { echo "$tool is not installed"; exit 3; }; done; }

# files FOLDER PATTERN: sets `found`. A judge that has nothing to judge has found a fault.
files() {
  mapfile -t found < <(find "$1" -name "$2" -type f 2>/dev/null | LC_ALL=C sort)
  [ ${#found[@]} != 0 ] || { echo "no $2 in $1"; exit 1; }
}
