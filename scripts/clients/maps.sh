# Maps and tiles as programs ask for them: who gets what, sizes, copies, parts.
# Usage: bash maps.sh URL FOLDER
set -euo pipefail
url=$1
folder=$2
fail() { echo "maps: $*" >&2; exit 1; }
status() { curl -s -o /dev/null -w '%{http_code}' "$@"; }
field() { curl -s -D - -o /dev/null "${@:2}" | tr -d '\r' | sed -n "s/^$1: //Ip" | head -1; }
type() { field Content-Type "$@"; }
escape=$(printf '\033')

# Who asks, what they say they take, what they get.
text='text/plain; charset=utf-8'
html='text/html; charset=utf-8'
while IFS='|' read -r agent accept wanted; do
  got=$(type -A "$agent" -H "Accept: $accept" "$url/map?w=160&h=80")
  [ "$got" = "$wanted" ] || fail "'$agent' that takes '$accept' got $got, not $wanted"
done <<END
curl/8.5.0|*/*|$text
Wget/1.21.3|*/*|$text
HTTPie/3.2.2|*/*|$text
Mozilla/5.0 (Windows NT; Windows NT 10.0) WindowsPowerShell/5.1|*/*|$text
Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0|*/*|$html
Mozilla/5.0 (X11; Linux x86_64)|text/html,application/xhtml+xml,image/png,image/svg+xml,*/*;q=0.8|$html
curl/8.5.0|image/png|image/png
curl/8.5.0|image/svg+xml|image/svg+xml
curl/8.5.0|application/json|application/json
curl/8.5.0|text/html|$html
something/1.0|*/*|$text
END
if command -v wget >/dev/null; then
  wget -q -O "$folder/wget.txt" "$url/map?w=80" || fail "wget"
  grep -q incidents "$folder/wget.txt" || fail "wget got no map"
fi

# Colours.
# grep reads to the end: curl fails where nobody reads on.
colours() { curl -s "$@" | grep -c "$escape" >/dev/null; }
colours "$url/map" || fail "no colours for curl"
for target in map.txt "map?color=never" "map.ans?color=0" map/mosul.txt; do
  ! colours "$url/$target" || fail "colours in $target"
done
colours -A Mozilla/5.0 "$url/map.ans" || fail "no colours in .ans"

# Sizes: no row of the frame is wider than asked, whatever the characters.
for glyphs in ascii half braille sextant octant; do
  for width in 40 80 133; do
    curl -s "$url/map.txt?w=$width&h=40&hints=no&glyphs=$glyphs" >"$folder/map.txt"
    python3 - "$width" "$folder/map.txt" <<'END' || fail "$glyphs at $width"
import sys
rows = open(sys.argv[2], encoding="utf-8").read().splitlines()
assert len(rows) <= 40 and rows, len(rows)
assert max(map(len, rows)) <= int(sys.argv[1]), max(map(len, rows))
END
  done
done
! curl -s "$url/map.txt?glyphs=ascii" | LC_ALL=C grep -c '[^ -~]' >/dev/null || fail "ASCII map has other bytes"
[ "$(status "$url/map?w=401")" = 413 ] || fail "413"
[ "$(status "$url/map?w=none")" = 400 ] || fail "400"
[ "$(status "$url/map/no-such-place")" = 404 ] || fail "404"

# The last line is a command that can be run.
closer=$(curl -s "$url/map.txt?h=30" | tail -1)
[ "${closer%% *}" = closer: ] || fail "last line: $closer"
eval "${closer#closer: }" -s | grep -c incidents >/dev/null || fail "$closer"
items=$(curl -s "$url/map.txt?datetime=2017-03-01/2017-03-31" | tail -2 | head -1)
matched=$(eval "${items#data: }" -s | python3 -c 'import json, sys; print(json.load(sys.stdin)["numberMatched"])')
[ "$(field OGC-NumberMatched "$url/map.txt?datetime=2017-03-01/2017-03-31")" = "$matched" ] ||
  fail "the map counts other incidents than $items"

# The map of places: all of the gazetteer by name, and no incident.
places=$url/collections/places/map
listed=$(curl -s "$url/collections/places/items?limit=1" |
  python3 -c 'import json, sys; print(json.load(sys.stdin)["numberMatched"])')
curl -s "$places.txt?w=120&h=44" >"$folder/places.txt"
grep -q "of $listed places in view" "$folder/places.txt" || fail "the map of places counts others"
! grep -q incident "$folder/places.txt" || fail "an incident on the map of places"
curl -s "$places.txt?w=120&h=44&lang=ar" | grep -c أماكن >/dev/null || fail "places in Arabic"
items=$(tail -2 "$folder/places.txt" | head -1)
eval "${items#data: }" -s | grep -c '"numberMatched"' >/dev/null || fail "$items"
curl -s "$places.json" | python3 -c '
import json, sys
counts = json.load(sys.stdin)["counts"]
assert counts["total"] == sum(counts[part] for part in ("inView", "outside", "margin", "notDrawn"))
' || fail "places that are counted twice or not at all"
for collection in incidents incident-points places; do
  for form in txt ans svg png json; do
    [ "$(status "$url/collections/$collection/map.$form")" = 200 ] || fail "$collection as $form"
  done
done
for collection in claims sources; do
  [ "$(status "$url/collections/$collection/map")" = 404 ] || fail "a map of $collection"
done

# Parts by axes are the parts by a box and by days, however they are written.
box='bbox=43.08,36.30,43.20,36.38'
curl -s "$places.png?$box&width=301&height=200" >"$folder/box.png"
for part in 'subset=Lat(36.30:36.38),Lon(43.08:43.20)' \
  'subset=Lat(36.30:36.38)&subset=Lon(43.08:43.20)' \
  'subset=lon%2843.08%3A43.20%29%2Clatitude%2836.30%3A36.38%29&subset-crs=%5BOGC%3ACRS84%5D'; do
  curl -gs "$places.png?$part&width=301&height=200" | cmp - "$folder/box.png" || fail "$part"
done
curl -s "$url/map.json?datetime=2017-03-01/2017-03-31" >"$folder/march.json"
for time in 'time(%222017-03-01%22:%222017-03-31%22)' 'time(%222017-03%22)'; do
  curl -gs "$url/map.json?subset=$time" | cmp - "$folder/march.json" || fail "$time"
done
while read -r wanted query; do
  got=$(status -g "$url/map.txt?$query")
  [ "$got" = "$wanted" ] || fail "$query is $got, not $wanted"
done <<END
400 subset=Up(1:2)
400 subset=Lat(36:37)&bbox=43,36,44,37
400 subset=Lat(36:37)&center=43,36
400 subset=time(%222017%22)&datetime=2017-03-01
404 subset=Lat(200:300)
404 subset=time(%221800%22)
200 subset=Lon(170:-170)
400 $box&scale-denominator=50000&width=100
400 scale-denominator=0
400 mm-per-pixel=0
413 $box&scale-denominator=100
END

# A scale shows as much ground as it says, and a pixel of half the size half as much.
across() {
  field Content-Bbox "$@" | python3 -c '
import math, sys
west, south, east, north = map(float, sys.stdin.read().split(","))
latitude = 2 * math.atan(math.exp((south + north) / 2 / 6378137)) - math.pi / 2
print(round((east - west) * math.cos(latitude)))'
}
image="$url/map.png?frame=no&width=800&height=500&center=43.13,36.34&scale-denominator=50000"
[ "$(($(across "$image") / 100))" = 112 ] || fail "$image is $(across "$image") m across"
[ "$(($(across "$image&mm-per-pixel=0.14") / 100))" = 56 ] || fail "mm-per-pixel"

# Copies.
for target in map.txt map.svg "map.png?w=160&h=80" map.json tiles.json; do
  tag=$(field ETag "$url/$target")
  [ "$(status -H "If-None-Match: $tag" "$url/$target")" = 304 ] || fail "304 of $target"
  packed=$(field ETag --compressed "$url/$target")
  [ "$(status --compressed -H "If-None-Match: $packed" "$url/$target")" = 304 ] ||
    fail "304 of $target in gzip"
  length=$(curl -s "$url/$target" | wc -c)
  [ "$(field Content-Length -I "$url/$target")" = "$length" ] || fail "HEAD of $target"
done
curl -s "$url/map.txt?w=100" >"$folder/plain.txt"
curl -s --compressed "$url/map.txt?w=100" | cmp - "$folder/plain.txt" || fail "gzip changes the map"

# Tiles: a packed one, its plain bytes, an empty one, none.
tile=$url/tiles/14/10154/6414.mvt
[ "$(field Content-Encoding --compressed "$tile")" = gzip ] || fail "the tile is not packed"
[ -z "$(field Content-Encoding "$tile")" ] || fail "the tile is packed unasked"
curl -s "$tile" >"$folder/plain.mvt"
curl -s --compressed "$tile" | cmp - "$folder/plain.mvt" || fail "the packed tile differs"
[ "$(status "$url/tiles/14/0/0.mvt")" = 204 ] || fail "204"
[ "$(status "$url/tiles/25/0/0.mvt")" = 404 ] || fail "a zoom that is not there"
[ "$(status "$url/tiles/3/8/0.mvt")" = 404 ] || fail "a column that is not there"
archive=$(curl -s -D - -o /dev/null "$url/tiles.json" | tr -d '\r' |
  sed -n 's/^Link: <\(.*\)>; rel="enclosure".*/\1/Ip')
curl -s "$archive" >"$folder/served.pmtiles"
[ "$(status -r 0-126 "$archive")" = 206 ] || fail "206"
[ -z "$(field Content-Encoding --compressed "$archive")" ] || fail "the archive is compressed"
length=$(wc -c <"$folder/served.pmtiles")
[ "$(field Content-Range -r 100-199 "$archive")" = "bytes 100-199/$length" ] || fail "Content-Range"
curl -s -r 100-199 "$archive" | cmp - <(tail -c +101 "$folder/served.pmtiles" | head -c 100) ||
  fail "another part than asked for"
[ "$(status -r "$length-" "$archive")" = 416 ] || fail "416"
[ "$(status -r 0-9 -H 'If-Range: "other"' "$archive")" = 200 ] || fail "If-Range"
[ "$(status "${archive%-*}-0000000000000000.pmtiles")" = 404 ] || fail "an archive of another hash"
echo "  maps and tiles as asked for"
