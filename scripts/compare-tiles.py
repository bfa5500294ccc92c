"""Compares what sijil read of an archive with what other programs read of it; see check-tiles.

Usage: compare-tiles.py ARCHIVE OURS.jsonl FOLDER

Prints one line per difference and what was compared; ends with 1 when there is any difference.
"""
import gzip
import json
import pathlib
import shutil
import subprocess
import sys

import mapbox_vector_tile
from pmtiles.reader import MmapSource, Reader, all_tiles
from pmtiles.tile import tileid_to_zxy, zxy_to_tileid
from shapely.geometry import shape



class Comparison:
    def __init__(self):
        self.differences = 0
        self.features = 0

    def differ(self, what):
        self.differences += 1
        if self.differences <= 50:
            print(f"differs: {what}", file=sys.stderr)

    def expect(self, ours, theirs, what):
        if ours != theirs:
            self.differ(f"{what}: ours {str(ours)[:200]}, theirs {str(theirs)[:200]}")


def as_parts(geometry):
    """Coordinates of the other reader in the nesting of ours: rings open, one level for parts."""
    kind, coordinates = geometry["type"], geometry["coordinates"]
    if kind == "Point":
        return [list(coordinates)]
    if kind == "MultiPoint":
        return [list(point) for point in coordinates]
    if kind == "LineString":
        return [[list(point) for point in coordinates]]
    if kind == "MultiLineString":
        return [[list(point) for point in line] for line in coordinates]
    polygons = [coordinates] if kind == "Polygon" else coordinates
    # A closed ring repeats its first point.
    return [[[list(point) for point in ring[:-1]] for ring in rings] for rings in polygons]


def compare_features(comparison, name, ours, theirs):
    comparison.expect(len(ours), len(theirs), f"{name}: features")
    for index, (own, other) in enumerate(zip(ours, theirs)):
        what = f"{name} feature {index}"
        comparison.features += 1
        kind = other["geometry"]["type"].lower().removeprefix("multi")
        comparison.expect(own["type"], kind, f"{what}: type")
        comparison.expect(own.get("id"), other.get("id") or None, f"{what}: id")
        comparison.expect(own["properties"], other["properties"], f"{what}: properties")
        comparison.expect(own["geometry"], as_parts(other["geometry"]), f"{what}: geometry")
        # The specification asks for polygons that are valid by OGC's rules.
        if kind == "polygon" and not shape(other["geometry"]).is_valid:
            comparison.differ(f"{what}: no valid polygon")


def compare_tile(comparison, ours, payload):
    theirs = mapbox_vector_tile.decode(payload, default_options={"y_coord_down": True})
    name = ours["tile"]
    comparison.expect([layer["name"] for layer in ours["layers"]], list(theirs), f"{name}: layers")
    for layer in ours["layers"]:
        other = theirs.get(layer["name"])
        if other is None:
            continue
        what = f"{name} {layer['name']}"
        comparison.expect(layer["extent"], other["extent"], f"{what}: extent")
        comparison.expect(layer["version"], other["version"], f"{what}: version")
        compare_features(comparison, what, layer["features"], other["features"])


def compare_archive(comparison, archive, ours):
    with open(archive, "rb") as file:
        source = MmapSource(file)
        reader = Reader(source)
        header = reader.header()
        tiles = {f"{z}/{x}/{y}": gzip.decompress(data) for (z, x, y), data in all_tiles(source)}
        comparison.expect(len(ours), header["addressed_tiles_count"], "tiles")
        comparison.expect(sorted(ours), sorted(tiles), "addresses")
        for name, tile in ours.items():
            z, x, y = map(int, name.split("/"))
            data = reader.get(z, x, y)
            comparison.expect(True, data is not None, f"{name}: found")
            comparison.expect(tileid_to_zxy(zxy_to_tileid(z, x, y)), (z, x, y), f"{name}: number")
            if name in tiles:
                compare_tile(comparison, tile, tiles[name])
        metadata = reader.metadata()
        listed = {layer["id"] for layer in metadata["vector_layers"]}
        used = {layer["name"] for tile in ours.values() for layer in tile["layers"]}
        comparison.expect(sorted(used), sorted(used & listed), "vector_layers")
        comparison.expect(True, header["clustered"], "clustered")
        return metadata


def gdal_layer_counts(file):
    """Features of each layer by GDAL, which is told to leave the buffer in."""
    text = subprocess.run(
        ["ogrinfo", "-ro", "-so", "-al", "-oo", "CLIP=NO", str(file)],
        capture_output=True, text=True, check=True).stdout
    counts, layer = {}, None
    for line in text.splitlines():
        if line.startswith("Layer name: "):
            layer = line.removeprefix("Layer name: ")
        elif line.startswith("Feature Count: "):
            counts[layer] = int(line.removeprefix("Feature Count: "))
    return counts


def compare_gdal(comparison, ours, folder):
    if shutil.which("ogrinfo") is None:
        return "GDAL is not installed"
    for name, tile in ours.items():
        expected = {layer["name"]: len(layer["features"]) for layer in tile["layers"]}
        counts = gdal_layer_counts(pathlib.Path(folder, f"{name}.mvt"))
        comparison.expect(expected, counts, f"{name}: GDAL's features")
    return f"GDAL counted the features of {len(ours)} tiles"


def main():
    archive, lines, folder = sys.argv[1:4]
    with open(lines) as file:
        ours = {tile["tile"]: tile for tile in map(json.loads, file)}
    comparison = Comparison()
    compare_archive(comparison, archive, ours)
    gdal = compare_gdal(comparison, ours, folder)
    print(f"check-tiles: {len(ours)} tiles, {comparison.features} features compared; {gdal}; "
          f"{comparison.differences} differences")
    return 1 if comparison.differences else 0


if __name__ == "__main__":
    sys.exit(main())
