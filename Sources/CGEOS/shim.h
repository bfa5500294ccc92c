// Only the reentrant API exists for Swift: the global one keeps process-wide state.
#define GEOS_USE_ONLY_R_API
#include <geos_c.h>
