#!/usr/bin/env bash
# Makes flyers of every kind: each pair of paper, size and theme together at least once, every district among them.
# Usage: sample.sh PUBLICATION DISTRICTS OUT; DISTRICTS is a folder with one file for each, OUT/DISTRICT.PAPER-SIZE-THEME.pdf is made.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
hoerblatt=${HOERBLATT:-$root/target/debug/hoerblatt}
papers=(a4 a5 letter)
sizes=(16 18 20 24 28)
themes=(black-on-white white-on-black yellow-on-black city)

# The publication without its bound on pages, which large type would break, and with a colour for the theme `city`.
town=$(mktemp -d)
trap 'rm -rf "$town"' EXIT
cp -r "$1/." "$town"
sed -i '/^max-pages/d; /^colour/d; s/^\[print\]/&\ncolour = "#004d73"/' "$town/publication.toml"

rm -rf "$3"
mkdir -p "$3"
districts=("$2"/*)
# Three papers, four themes and five sizes share no factor: in twenty rows each pair of them meets.
for row in {0..19}; do
  district=$(basename "${districts[row % ${#districts[@]}]}")
  district=${district%%.*}
  paper=${papers[row % 3]} theme=${themes[row % 4]} size=${sizes[row % 5]}
  "$hoerblatt" flyer "$town" --district "$district" -o "$3/$district.$paper-$size-$theme.pdf" \
    --size "$size" --paper "$paper" --theme "$theme" --lang en
done
