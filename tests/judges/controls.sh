#!/usr/bin/env bash
# Each judge must find a fault that is planted into a good output folder. Usage: controls.sh OUT PUBLICATION SAMPLE
. "$(dirname "$0")/lib.sh"
need qpdf
good=$1
publication=$2
sample=$3
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
code=0

# control JUDGE FAULT: plants the fault into a fresh copy and expects the judge to end with 1.
control() {
  local judge=$1 fault=$2 answer
  rm -rf "$scratch/set"
  cp -r "$good" "$scratch/set"
  "$fault" "$scratch/set" || { echo "$fault could not be planted"; code=1; return; }
  "$judges/$judge.sh" "$scratch/set" "$publication" >"$scratch/log" 2>&1
  answer=$?
  case $answer in
    1) echo "$judge finds $fault: $(grep -m 1 . "$scratch/log")" ;;
    3) echo "$judge is missing"; [ $code = 0 ] && code=3 ;;
    *) echo "$judge does not find $fault (exit code $answer)"; code=1 ;;
  esac
}

# first FOLDER PATTERN: one file of the set.
first() { find "$1" -name "$2" -type f | LC_ALL=C sort | head -n 1; }

# Changes the objects of a flyer; the text put in has the length of the text taken out, so all offsets stay true.
in_pdf() {
  local flyer
  flyer=$(first "$1" '*.pdf')
  qpdf --qdf --object-streams=disable "$flyer" "$scratch/open.pdf" && grep -aq "$2" "$scratch/open.pdf" &&
    LC_ALL=C sed "s#$2#$3#" "$scratch/open.pdf" >"$flyer"
}
in_text() {
  local file
  file=$(first "$1" "$2")
  grep -q "$3" "$file" && sed -i "s#$3#$4#g" "$file"
}

a_flyer_without_structure() { in_pdf "$1" /StructTreeRoot /StructTreeRuin; }
a_flyer_without_letters() { in_pdf "$1" /ToUnicode /ToUnicorn; }
a_flyer_cut_short() {
  local flyer
  flyer=$(first "$1" '*.pdf')
  head -c "$(($(stat -c %s "$flyer") * 2 / 3))" "$flyer" >"$scratch/cut.pdf" && mv "$scratch/cut.pdf" "$flyer"
}
# One district's sheet under another one's name: every word is there, but not this document's.
flyers_that_changed_places() {
  local flyers
  mapfile -t flyers < <(find "$1" -name '*.pdf' | LC_ALL=C sort)
  cp "${flyers[1]}" "${flyers[0]}"
}
# Text mode 3 fills nothing: every letter is there for readers and none for the eye.
sheets_without_letters() {
  local flyer
  for flyer in "$1"/*.pdf; do
    qpdf --qdf --object-streams=disable "$flyer" "$scratch/open.pdf" || return
    LC_ALL=C sed 's#^BT$#BT 3 Tr#' "$scratch/open.pdf" | fix-qdf >"$flyer" || return
  done
}
an_unknown_element() { in_text "$1" '*.ssml' '<\(/\?\)p>' '<\1paragraph>'; }
an_unclosed_element() { in_text "$1" '*.ssml' '</speak>' ''; }
a_jump_to_nowhere() { in_text "$1/phone/asterisk" 'extensions*.conf' 'Goto([^)]*,s,1)' 'Goto(nowhere,s,1)'; }
a_lost_sound() { rm "$(first "$1/phone/asterisk/sounds" '*')"; }
a_list_in_a_paragraph() { in_text "$1" '*.html' '</main>' '<p><ul></p></main>'; }
a_picture_without_words() { in_text "$1" '*.html' '</main>' '<img src="x.png"></main>'; }

control page_validation a_flyer_without_structure
control outloud a_flyer_without_structure
control reading_order a_flyer_without_structure
control reading_order flyers_that_changed_places
control qpdf a_flyer_cut_short
control pdftotext a_flyer_without_letters
control codes flyers_that_changed_places
control xmllint an_unknown_element
control xmllint an_unclosed_element
control asterisklint a_jump_to_nowhere
control sounds a_lost_sound
control vnu a_list_in_a_paragraph
control axe a_picture_without_words
good=$sample
control pictures sheets_without_letters
exit $code
