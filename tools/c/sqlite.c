/* Calque in SQL:
 *
 *   sqlite> .load lib/calque_sqlite
 *   sqlite> SELECT url FROM news WHERE calque_label(body) = 'machine' ORDER BY calque_probability(body) DESC;
 *
 * calque_label(text), calque_probability(text), calque_quality(text), and calque_json(text) with all findings, counted
 * in characters as substr does. NULL gives NULL, and so does a figure that there is not. */
#include <calque.h>
#include <math.h>
#include <sqlite3ext.h>
SQLITE_EXTENSION_INIT1

static calque_analysis* analyze(sqlite3_context* context, sqlite3_value* value) {
  if (sqlite3_value_type(value) == SQLITE_NULL) return NULL; /* the result is NULL unless one is set */
  const char* text = (const char*)sqlite3_value_text(value);
  const calque_analyzer* analyzer = sqlite3_user_data(context);
  calque_analysis* analysis = NULL;
  if (!text || calque_analyze(analyzer, text, (size_t)sqlite3_value_bytes(value), &analysis) != CALQUE_OK) {
    sqlite3_result_error_nomem(context);
  }
  return analysis;
}

static calque_verdict verdict_of(const calque_analysis* analysis) {
  calque_verdict verdict = {.size = sizeof verdict};
  calque_get_verdict(analysis, &verdict);
  return verdict;
}

static void set_figure(sqlite3_context* context, double figure) {
  if (!isnan(figure)) sqlite3_result_double(context, figure);
}

static void label(sqlite3_context* context, int count, sqlite3_value** values) {
  (void)count;
  calque_analysis* analysis = analyze(context, values[0]);
  if (!analysis) return;
  sqlite3_result_text(context, calque_label_name(verdict_of(analysis).label), -1, SQLITE_STATIC);
  calque_free_analysis(analysis);
}

static void probability(sqlite3_context* context, int count, sqlite3_value** values) {
  (void)count;
  calque_analysis* analysis = analyze(context, values[0]);
  if (!analysis) return;
  set_figure(context, verdict_of(analysis).probability);
  calque_free_analysis(analysis);
}

static void quality(sqlite3_context* context, int count, sqlite3_value** values) {
  (void)count;
  calque_analysis* analysis = analyze(context, values[0]);
  if (!analysis) return;
  set_figure(context, verdict_of(analysis).quality);
  calque_free_analysis(analysis);
}

static void json(sqlite3_context* context, int count, sqlite3_value** values) {
  (void)count;
  calque_analysis* analysis = analyze(context, values[0]);
  if (!analysis) return;
  size_t size = calque_write_json(analysis, NULL, NULL, 0);
  char* buffer = size > 0 ? sqlite3_malloc64(size + 1) : NULL;
  if (buffer) {
    calque_write_json(analysis, NULL, buffer, size + 1);
    sqlite3_result_text64(context, buffer, size, sqlite3_free, SQLITE_UTF8);
  } else {
    sqlite3_result_error_nomem(context);
  }
  calque_free_analysis(analysis);
}

static void free_analyzer(void* analyzer) { calque_free_analyzer(analyzer); }

/* Each function has an analyzer of its own to free; the pack is mapped, so all share its pages. */
static int add(sqlite3* database, const char* name, void (*function)(sqlite3_context*, int, sqlite3_value**),
               char** error) {
  calque_options options = CALQUE_OPTIONS;
  options.offsets = CALQUE_CODE_POINTS;
  calque_analyzer* analyzer;
  char message[CALQUE_MESSAGE_SIZE];
  if (calque_load(NULL, &options, &analyzer, message) != CALQUE_OK) {
    *error = sqlite3_mprintf("%s", message);
    return SQLITE_ERROR;
  }
  return sqlite3_create_function_v2(database, name, 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC, analyzer, function, NULL,
                                    NULL, free_analyzer);
}

int sqlite3_calquesqlite_init(sqlite3* database, char** error, const sqlite3_api_routines* api) {
  SQLITE_EXTENSION_INIT2(api);
  int result = add(database, "calque_label", label, error);
  if (result == SQLITE_OK) result = add(database, "calque_probability", probability, error);
  if (result == SQLITE_OK) result = add(database, "calque_quality", quality, error);
  if (result == SQLITE_OK) result = add(database, "calque_json", json, error);
  return result;
}
