#!/usr/bin/env bash
# Makes flyers of every kind: papers × sizes × themes × districts, each pair of values together at least once.
# Usage: sample.sh PUBLICATION DISTRICTS OUT; DISTRICTS is a folder with one file for each, OUT/DISTRICT.PAPER-SIZE-THEME.pdf is made.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
hoerblatt=${HOERBLATT:-$root/target/release/hoerblatt}
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
at=0
for file in "$2"/*; do
  district=$(basename "$file")
  district=${district%%.*}
  for size in "${!sizes[@]}"; do
    # Three papers and four themes share no factor with the steps, so that every paper meets every theme, and both every size and district.
    paper=${papers[(at + size) % 3]} theme=${themes[(3 * at + size) % 4]}
    "$hoerblatt" flyer "$town" --district "$district" -o "$3/$district.$paper-${sizes[size]}-$theme.pdf" \
      --size "${sizes[size]}" --paper "$paper" --theme "$theme" --lang en
  done
  at=$((at + 1))
done
