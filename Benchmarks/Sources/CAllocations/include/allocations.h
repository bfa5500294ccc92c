#ifndef SIJIL_ALLOCATIONS_H
#define SIJIL_ALLOCATIONS_H

/// How often memory was asked for in this process, by any thread; -1 where that is not counted.
long sijil_allocation_count(void);

#endif
