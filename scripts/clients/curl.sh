# What curl sees: statuses, header fields and formats. Usage: bash curl.sh URL
set -euo pipefail
url=$1
fail() { echo "curl: $*" >&2; exit 1; }
status() { curl -s -o /dev/null -w '%{http_code}' "$@"; }
field() { curl -s -D - -o /dev/null "${@:2}" | tr -d '\r' | sed -n "s/^$1: //Ip" | head -1; }

[ "$(status "$url/")" = 200 ] || fail "landing page"
[ "$(status -X POST "$url/collections")" = 405 ] || fail "405"
[ "$(status "$url/collections/incidents/items?zoom=1")" = 400 ] || fail "unknown parameter"
[ "$(status -H 'Accept: image/png' "$url/conformance")" = 406 ] || fail "406"
[ "$(status "$url/collections/incidents/items?as-recorded=2001-01-01")" = 410 ] || fail "410"
items=$url/collections/incidents/items
tag=$(field ETag "$items?limit=1")
[ "$(status -H "If-None-Match: $tag" "$items?limit=1")" = 304 ] || fail "304"
[ "$(field OGC-NumberMatched "$items?limit=1")" = 76 ] || fail "OGC-NumberMatched"
[ "$(field Content-Crs "$items?limit=1")" = '<http://www.opengis.net/def/crs/OGC/1.3/CRS84>' ] ||
  fail "Content-Crs"
[ "$(field Content-Encoding --compressed "$items")" = gzip ] || fail "gzip"
[ -z "$(field Content-Encoding "$items")" ] || fail "compressed unasked"
plain=$(curl -s "$items.csv?limit=10000" | wc -l)
[ "$plain" = 77 ] || fail "CSV has $plain lines"
small=$(curl -s --compressed "$items.csv?limit=10000" | wc -l)
[ "$small" = "$plain" ] || fail "gzip changes the table"
curl -s "$items.geojsonl?limit=10000" | tr -d '\036' | python3 -c '
import json, sys
features = [json.loads(line) for line in sys.stdin]
assert len(features) == 76 and all(f["type"] == "Feature" for f in features)'
detail=$(curl -s -G --data-urlencode 'filter=killed_max > = 3' "$items" |
  python3 -c 'import json, sys; print(json.load(sys.stdin)["detail"].splitlines()[-1])')
[ "$detail" = "             ^" ] || fail "no caret: $detail"
