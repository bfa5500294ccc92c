// The R-tree of a layer as the GeoPackage extension `gpkg_rtree_index` has it.
//
// Source – OGC 12-128r17, GeoPackage 1.3.1, annex F.3.
enum LayerIndexSchema {
  static func table(of kind: RecordKind) -> String { "rtree_\(kind.table)_geom" }

  /// Makes an empty index that follows what any other program writes to the layer.
  static func create(for kind: RecordKind) -> String { create(onLayer: kind.table) }

  /// The same for a layer by its name: letters, digits and `_`.
  static func create(onLayer layer: String) -> String {
    let index = "rtree_\(layer)_geom"
    return """
      CREATE VIRTUAL TABLE "\(index)" USING rtree(id, minx, maxx, miny, maxy);
      INSERT INTO gpkg_extensions VALUES ('\(layer)', 'geom', 'gpkg_rtree_index',
        'http://www.geopackage.org/spec120/#extension_rtree', 'write-only');
      """ + triggers(of: layer, index: index)
  }

  static func drop(for kind: RecordKind) -> String {
    let index = table(of: kind)
    let names = ["insert", "update1", "update2", "update3", "update4", "delete"]
    return names.map { "DROP TRIGGER IF EXISTS \"\(index)_\($0)\";" }.joined()
      + """
      DROP TABLE IF EXISTS "\(index)";
      DELETE FROM gpkg_extensions
        WHERE table_name = '\(kind.table)' AND extension_name = 'gpkg_rtree_index';
      """
  }

  private static func triggers(of layer: String, index: String) -> String {
    let insertion = """
      INSERT OR REPLACE INTO "\(index)" VALUES (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom),
        ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
      """
    let filled = "(NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom))"
    let empty = "(NEW.geom ISNULL OR ST_IsEmpty(NEW.geom))"
    return """
      CREATE TRIGGER "\(index)_insert" AFTER INSERT ON \(layer) WHEN \(filled)
        BEGIN \(insertion) END;
      CREATE TRIGGER "\(index)_update1" AFTER UPDATE OF geom ON \(layer)
        WHEN OLD.fid = NEW.fid AND \(filled)
        BEGIN \(insertion) END;
      CREATE TRIGGER "\(index)_update2" AFTER UPDATE OF geom ON \(layer)
        WHEN OLD.fid = NEW.fid AND \(empty)
        BEGIN DELETE FROM "\(index)" WHERE id = OLD.fid; END;
      CREATE TRIGGER "\(index)_update3" AFTER UPDATE ON \(layer)
        WHEN OLD.fid != NEW.fid AND \(filled)
        BEGIN DELETE FROM "\(index)" WHERE id = OLD.fid; \(insertion) END;
      CREATE TRIGGER "\(index)_update4" AFTER UPDATE ON \(layer)
        WHEN OLD.fid != NEW.fid AND \(empty)
        BEGIN DELETE FROM "\(index)" WHERE id IN (OLD.fid, NEW.fid); END;
      CREATE TRIGGER "\(index)_delete" AFTER DELETE ON \(layer) WHEN OLD.geom NOT NULL
        BEGIN DELETE FROM "\(index)" WHERE id = OLD.fid; END;
      """
  }
}
