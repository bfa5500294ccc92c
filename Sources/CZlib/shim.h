#include <zlib.h>

/// Begins a gzip stream; Z_OK when it could. In zlib this is a macro, which Swift does not see.
static inline int sijil_begin_gzip(z_stream *stream, int level) {
  return deflateInit2(stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
}

/// Begins a zlib stream; Z_OK when it could.
static inline int sijil_begin_zlib(z_stream *stream, int level) {
  return deflateInit2(stream, level, Z_DEFLATED, 15, 8, Z_DEFAULT_STRATEGY);
}

/// Begins to read a gzip or zlib stream; Z_OK when it could.
static inline int sijil_begin_inflation(z_stream *stream) {
  return inflateInit2(stream, 15 + 32);
}
