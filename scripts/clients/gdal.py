"""What GDAL's OGC API client makes of the service. Usage: gdal.py URL FOLDER"""
import json
import subprocess
import sys
import urllib.request

url, folder = sys.argv[1:3]


def run(*words):
    done = subprocess.run(words, capture_output=True, text=True)
    assert done.returncode == 0, (words, done.stderr)
    return done.stdout


def items(collection, query=""):
    address = f"{url}/collections/{collection}/items?limit=10000{query}"
    return json.load(urllib.request.urlopen(address))["features"]


source = f"OAPIF:{url}"
for name in ["incidents", "incident-points", "claims", "places", "sources"]:
    wanted = items(name)
    target = f"{folder}/{name}.geojson"
    # Pages of 7: all of them are followed by their next links.
    run("ogr2ogr", "-f", "GeoJSON", target, source, name, "-oo", "PAGE_SIZE=7")
    got = json.load(open(target))["features"]
    assert len(got) == len(wanted), (name, len(got), len(wanted))
    by_id = {feature["properties"]["id"]: feature for feature in got}
    for feature in wanted:
        other = by_id[feature["id"]]
        assert (feature["geometry"] is None) == (other["geometry"] is None), feature["id"]
        for key, value in feature["properties"].items():
            if key in ("event_time", "uttered", "published") and value is not None:
                # GDAL rewrites a text that looks like a time; only that it is there can be held.
                assert other["properties"][key], (feature["id"], key, value)
            elif isinstance(value, (str, int, float, bool)):
                assert other["properties"][key] == value, (feature["id"], key, value)
        # An attribute that a page lacks would be lost; a null of ours is one of GDAL's.
        assert all(other["properties"].get(k) is None for k, v in feature["properties"].items() if v is None)
    print(f"  {name}: {len(got)} features")

summary = run("ogrinfo", "-ro", "-so", source, "incident-points")
for line in ["Geometry: Point", "Feature Count: 76", "killed_min: Integer", "event_start: Date", "radius_m: Real"]:
    assert line in summary, (line, summary)

asked = run("ogrinfo", "-ro", "-q", source, "incidents", "-where", "killed_min > 100 OR title LIKE 'Airstrike on a bridge'")
wanted = [f for f in items("incidents") if (f["properties"]["killed_min"] or 0) > 100 or f["properties"]["title"] == "Airstrike on a bridge"]
assert asked.count("OGRFeature") == len(wanted) > 3, asked
box = run("ogrinfo", "-ro", "-q", source, "incident-points", "-spat", "43.1", "36.3", "43.2", "36.4")
wanted = [f for f in items("incident-points") if f["geometry"] and 43.1 <= f["geometry"]["coordinates"][0] <= 43.2 and 36.3 <= f["geometry"]["coordinates"][1] <= 36.4]
assert box.count("OGRFeature") == len(wanted), (box.count("OGRFeature"), len(wanted))
for ending, driver in [("fgb", "FlatGeobuf"), ("kml", "KML"), ("csv", "CSV"), ("geojson", "GeoJSON")]:
    target = f"{folder}/page.{ending}"
    urllib.request.urlretrieve(f"{url}/collections/incidents/items.{ending}?limit=10000", target)
    counts = [line for line in run("ogrinfo", "-ro", "-so", "-al", target).splitlines() if line.startswith("Feature Count")]
    assert sum(int(line.split(":")[1]) for line in counts) == 76, (ending, counts)
print("  filters, boxes and formats agree")
