"""What GDAL makes of the service's images and tiles. Usage: rasters.py URL FOLDER"""
import json
import subprocess
import sys
import urllib.request

url, folder = sys.argv[1:3]


def run(*words):
    done = subprocess.run(words, capture_output=True, text=True)
    assert done.returncode == 0, (words, done.stderr)
    return done.stdout


def header(address, name, **fields):
    return urllib.request.urlopen(urllib.request.Request(address, headers=fields)).headers[name]


# An image is one that GDAL reads, of the size asked for.
target = f"{folder}/map.png"
urllib.request.urlretrieve(f"{url}/map.png?width=160&height=112&frame=no", target)
info = json.loads(run("gdalinfo", "-json", "-checksum", target))
assert info["driverShortName"] == "PNG" and info["size"] == [160, 112], info["size"]
assert all(band["checksum"] != 0 for band in info["bands"]), info["bands"]

# The maps of collections as GDAL's client of OGC API Maps asks for them: a part of the ground, in
# degrees, by boxes of its own.
for collection in ["incidents", "places"]:
    part = f"{folder}/{collection}.tif"
    run(
        "gdal_translate", "-q", f"OGCAPI:{url}/collections/{collection}", part, "-oo", "API=MAP",
        "-projwin", "43.08", "36.38", "43.20", "36.30", "-outsize", "300", "200")
    info = json.loads(run("gdalinfo", "-json", "-stats", part))
    assert info["size"] == [300, 200], info["size"]
    corners = info["cornerCoordinates"]
    west, north = corners["upperLeft"]
    assert abs(west - 43.08) < 0.01 and abs(north - 36.38) < 0.01, corners
    assert any(band["stdDev"] > 1 for band in info["bands"]), "nothing is drawn"

# A tile as GDAL reads it over HTTP, layer by layer, beside what the description lists.
tile = json.load(urllib.request.urlopen(f"{url}/tiles.json"))
assert tile["tilejson"] == "3.0.0" and tile["scheme"] == "xyz", tile
listed = {layer["id"] for layer in tile["vector_layers"]}
address = tile["tiles"][0].format(z=14, x=10154, y=6414)
local = f"{folder}/tile.mvt"
urllib.request.urlretrieve(address, local)
layers = run("ogrinfo", "-ro", "-so", "-al", f"MVT:{local}")
names = {line.split(": ")[1] for line in layers.splitlines() if line.startswith("Layer name")}
assert names and names <= listed, (names, listed)
over_http = run("ogrinfo", "-ro", "-so", "-al", f"MVT:/vsicurl/{address}")
counts = [line for line in layers.splitlines() if line.startswith("Feature Count")]
assert counts == [line for line in over_http.splitlines() if line.startswith("Feature Count")]
print(f"  image 160x112; tile with {', '.join(sorted(names))}")
