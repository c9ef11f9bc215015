#!/usr/bin/env bash
# Fetches the outside judges where it may: Debian packages as root, Python and npm packages into tests/.judges.
# Prints one line for each that is missing in the end; exit code 3 if there is one.
cd "$(dirname "$0")" || exit 1
home=../.judges
mkdir -p "$home"

# command:Debian package
programs="pdfinfo:poppler-utils qpdf:qpdf zbarimg:zbar-tools xmllint:libxml2-utils sox:sox espeak-ng:espeak-ng chromium:chromium java:default-jre-headless
  python3:python3-venv node:nodejs npm:npm"

absent() { for pair in $programs; do command -v "${pair%%:*}" >/dev/null || echo "${pair#*:}"; done; }

wanted=$(absent)
if [ -n "$wanted" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  export DEBIAN_FRONTEND=noninteractive
  # shellcheck disable=SC2086 # one word a package
  apt-get -q update && apt-get -q install -y --no-install-recommends $wanted
fi

# fetched WHAT LIST COMMAND…: runs the command unless it succeeded before with the same list of packages.
fetched() {
  local what=$1 list=$2
  shift 2
  cmp -s "$list" "$home/$what.done" || { "$@" && cp "$list" "$home/$what.done"; }
}
python_packages() { python3 -m venv "$home/venv" && "$home/venv/bin/pip" install -q -r requirements.txt; }
npm_packages() { cp package.json "$home/" && npm --prefix "$home" install --no-audit --no-fund --no-package-lock --ignore-scripts; }

fetched python requirements.txt python_packages
fetched npm package.json npm_packages

missing=$(absent)
[ -x "$home/venv/bin/outloud" ] || missing+=" outloud"
[ -x "$home/venv/bin/asterisklint" ] || missing+=" asterisklint"
for package in vnu-jar playwright-core axe-core; do [ -d "$home/node_modules/$package" ] || missing+=" $package"; done
[ -z "$missing" ] || { echo "missing:" $missing; exit 3; }
