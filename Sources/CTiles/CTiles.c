#include "CTiles.h"

// The file is the source: it is embedded as it lies in tiles/, there is no copy to forget.
static const unsigned char tiles[] = {
#embed "../../tiles/mosul.pmtiles"
};

const unsigned char *sijil_tiles_bytes(void) { return tiles; }

size_t sijil_tiles_count(void) { return sizeof tiles; }
