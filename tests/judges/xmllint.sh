#!/usr/bin/env bash
# Every script is well-formed, and its SSML 1.0 part is valid by the W3C's schema.
#
# There is no schema for SSML 1.1 as a file. What 1.1 adds (lang, token, w, lookup) is taken off before the schema looks: it only
# wraps text that 1.0 knows too.
. "$(dirname "$0")/lib.sh"
files "$1" '*.ssml'
need xmllint
export XML_CATALOG_FILES=$root/crates/hoerblatt-ssml/tests/schema/catalog.xml
schema=$root/crates/hoerblatt-ssml/tests/schema/synthesis-1.0.xsd
code=0
for file in "${found[@]}"; do
  xmllint --nonet --noout "$file" || { code=1; continue; }
  grep -q '<speak [^>]*version="1\.1"' "$file" || { echo "$file does not call itself SSML 1.1"; code=1; }
  sed -E 's/(<speak [^>]*version=)"1\.1"/\1"1.0"/; s#</?(lang|token|w|lookup)( [^>]*)?>##g' "$file" |
    xmllint --nonet --noout --schema "$schema" - || { echo "in $file"; code=1; }
done
exit $code
