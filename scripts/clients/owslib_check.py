"""What OWSLib and prov make of the service. Usage: owslib_check.py URL"""
import sys
import urllib.request

from owslib.ogcapi.features import Features
from prov.model import ProvDocument

url = sys.argv[1]
service = Features(url + "/")
assert service.feature_collections() == ["incidents", "incident-points", "claims", "places", "sources"]
assert any(name.endswith("ogcapi-features-3/1.0/conf/filter") for name in service.conformance()["conformsTo"])
assert service.api()["openapi"].startswith("3.0")
for name in service.feature_collections():
    collection = service.collection(name)
    page = service.collection_items(name, limit=3)
    assert page["numberMatched"] == collection["itemCount"] >= page["numberReturned"] == 3
    schema = service.collection_schema(name)["properties"]
    for feature in page["features"]:
        assert set(feature["properties"]) <= set(schema), name
        assert service.collection_item(name, feature["id"])["id"] == feature["id"]
    assert set(service.collection_queryables(name)["properties"]) <= set(schema) | {"geometry"}
everything = service.collection_items("incidents", limit=10000)["features"]
deadly = [f["id"] for f in everything if (f["properties"]["killed_max"] or 0) > 100]
asked = service.collection_items("incidents", limit=10000, filter="killed_max > 100")
assert [f["id"] for f in asked["features"]] == deadly and deadly
asked = service.collection_items("incidents", limit=10000, bbox=[43.1, 36.3, 43.2, 36.4], datetime_="2017-03-01/2017-03-31")
assert 0 < asked["numberMatched"] < len(everything)
text = urllib.request.urlopen(url + "/collections/incidents/items/CI550/provenance").read().decode()
records = list(ProvDocument.deserialize(content=text, format="json").get_records())
assert len(records) > 200, len(records)
print(f"  5 collections, {len(deadly)} of {len(everything)} by a filter, {len(records)} records of provenance")
