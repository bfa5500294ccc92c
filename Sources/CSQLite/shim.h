// What Swift cannot call of SQLite's C interface: functions of a variable number of arguments.
#include <sqlite3.h>

/// SQLite keeps no statistics of its memory, which would take a lock at every allocation.
///
/// To be called before anything else; SQLITE_OK when it was in time.
static inline int sijil_keep_no_statistics(void) {
  return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

/// No trigger fires on this connection; SQLITE_OK when that is so.
static inline int sijil_silence_triggers(sqlite3 *connection) {
  return sqlite3_db_config(connection, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, (int *)0);
}
