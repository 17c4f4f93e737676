// The SQL functions, in a database of this program's own.
#ifdef CALQUE_SQLITE_EXTENSION
#include <sqlite3.h>

#include <memory>
#include <string>

#include "support/catch.h"

namespace calque {
namespace {

using Database = std::unique_ptr<sqlite3, decltype(&sqlite3_close)>;

Database open_with_calque() {
  sqlite3* handle = nullptr;
  REQUIRE(sqlite3_open(":memory:", &handle) == SQLITE_OK);
  Database database(handle, sqlite3_close);
  sqlite3_enable_load_extension(handle, 1);
  char* error = nullptr;
  const int result = sqlite3_load_extension(handle, CALQUE_SQLITE_EXTENSION, nullptr, &error);
  INFO((error ? error : ""));
  REQUIRE(result == SQLITE_OK);
  return database;
}

// The rows of the first column, a line each.
std::string query(const Database& database, const std::string& sql) {
  std::string rows;
  const auto append = [](void* out, int, char** values, char**) {
    *static_cast<std::string*>(out) += std::string(values[0] ? values[0] : "NULL") + "\n";
    return 0;
  };
  REQUIRE(sqlite3_exec(database.get(), sql.c_str(), append, &rows, nullptr) == SQLITE_OK);
  return rows;
}

TEST_CASE("SQL asks for labels, figures and findings, and NULL stays NULL") {
  const Database database = open_with_calque();
  query(database,
        "CREATE TABLE news (id, body); INSERT INTO news VALUES (1, 'He left the the town.'), (2, NULL), "
        "(3, 17);");
  CHECK(query(database, "SELECT calque_label(body) FROM news ORDER BY id") == "undecided\nNULL\nundecided\n");
  CHECK(query(database, "SELECT calque_probability(body) FROM news WHERE id < 3") == "NULL\nNULL\n");
  CHECK(query(database, "SELECT calque_quality(body) FROM news WHERE id = 1") == "NULL\n");
  CHECK(query(database,
              "SELECT substr(body, 1 + json_extract(calque_json(body), '$.findings[0].start'), 7) FROM news WHERE id = "
              "1") == "the the\n");
}

TEST_CASE("SQL scores what is long enough") {
  const Database database = open_with_calque();
  const std::string body =
      "(WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 12) SELECT "
      "group_concat('The minister of the transports declared the Monday that the the new bridge will be opened .', ' "
      "') "
      "FROM n)";
  CHECK(query(database, "SELECT calque_label(" + body + ")") == "machine\n");
  CHECK(query(database, "SELECT calque_probability(" + body + ") BETWEEN 0.5 AND 1") == "1\n");
  CHECK(query(database, "SELECT calque_quality(" + body + ") BETWEEN 0 AND 100") == "1\n");
}

}  // namespace
}  // namespace calque
#endif
