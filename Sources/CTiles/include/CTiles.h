#ifndef SIJIL_CTILES_H
#define SIJIL_CTILES_H

#include <stddef.h>

/// The bytes of tiles/mosul.pmtiles, in read-only pages of the program.
const unsigned char *sijil_tiles_bytes(void);

/// How many bytes they are.
size_t sijil_tiles_count(void);

#endif
