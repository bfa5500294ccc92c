// What Swift cannot call of SQLite's C interface: functions of a variable number of arguments.
#include <sqlite3.h>

/// No trigger fires on this connection; SQLITE_OK when that is so.
static inline int sijil_silence_triggers(sqlite3 *connection) {
  return sqlite3_db_config(connection, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, (int *)0);
}
