"""An archive made by the packages of PyPI, for sijil to read; see check-tiles.

Usage: foreign-tiles.py write ARCHIVE EXPECTED.jsonl
       foreign-tiles.py compare EXPECTED.jsonl OURS.jsonl

The archive has more entries than one directory holds, so that there are leaf directories, and equal
tiles, so that there are shared contents and runs. `compare` ends with 1 when anything differs.
"""
import gzip
import json
import random
import sys

import mapbox_vector_tile
from pmtiles.tile import Compression, TileType, tileid_to_zxy
from pmtiles.writer import Writer

SEED = 3
TILES = 12_000
LAST_ID = (4**9 - 1) // 3
HEADER = {
    "tile_type": TileType.MVT, "tile_compression": Compression.GZIP, "min_zoom": 0, "max_zoom": 8,
    "min_lon_e7": -1_800_000_000, "min_lat_e7": -850_000_000, "max_lon_e7": 1_800_000_000,
    "max_lat_e7": 850_000_000, "center_zoom": 4, "center_lon_e7": 0, "center_lat_e7": 0,
}


def tile(number):
    """A tile's bytes by the other encoder, and its features as sijil shows them."""
    x, y = number % 4096, number // 4096
    ring = [[x, y], [x + 9, y], [x + 9, y + 5], [x, y + 7]]
    features = [
        ("point", [[x, y]], f"POINT({x} {y})", {"n": number, "t": "دجلة", "b": True}),
        ("linestring", [ring], wkt("LINESTRING(", ring, ")"), {"f": number / 2 + 0.25}),
        ("polygon", [[ring]], wkt("POLYGON((", ring + ring[:1], "))"), {"n": -number}),
    ]
    layer = {"name": "p", "features": [
        {"geometry": text, "properties": properties} for _, _, text, properties in features]}
    shown = [{"type": kind, "geometry": points, "properties": properties}
             for kind, points, _, properties in features]
    bytes_ = mapbox_vector_tile.encode([layer], default_options={"y_coord_down": True})
    return gzip.compress(bytes_, mtime=0), shown


def wkt(opening, points, closing):
    return opening + ",".join(f"{x} {y}" for x, y in points) + closing


def write(archive, expected):
    chance = random.Random(SEED)
    made = {}
    with open(archive, "wb") as file, open(expected, "w") as lines:
        writer = Writer(file)
        for tile_id in sorted(chance.sample(range(LAST_ID), TILES)):
            number = 7 if chance.random() < 0.3 else chance.randrange(100_000)
            if number not in made:
                made[number] = tile(number)
            writer.write_tile(tile_id, made[number][0])
            z, x, y = tileid_to_zxy(tile_id)
            lines.write(json.dumps({"tile": f"{z}/{x}/{y}", "features": made[number][1]}) + "\n")
        writer.finalize(dict(HEADER), {"name": "f", "vector_layers": [{"id": "p", "fields": {}}]})


def turned(feature):
    """A ring may begin at any of its points and come out the way round that the format asks for."""
    if feature["type"] != "polygon":
        return feature
    points = feature["geometry"][0][0]
    return {**feature, "geometry": sorted(points)}


def compare(expected, ours):
    differences = 0
    with open(expected) as wanted, open(ours) as found:
        wanted, found = list(map(json.loads, wanted)), list(map(json.loads, found))
    if len(wanted) != len(found):
        print(f"differs: {len(wanted)} tiles written, {len(found)} read", file=sys.stderr)
        return 1
    for want, find in zip(wanted, found):
        features = [turned(feature) for layer in find["layers"] for feature in layer["features"]]
        if want["tile"] != find["tile"] or list(map(turned, want["features"])) != features:
            differences += 1
            print(f"differs: {str(want)[:300]} | {str(find)[:300]}", file=sys.stderr)
    print(f"check-tiles: {len(found)} tiles of another writer read, {differences} differences")
    return 1 if differences else 0


if __name__ == "__main__":
    command = {"write": write, "compare": compare}[sys.argv[1]]
    sys.exit(command(*sys.argv[2:4]))
