/* Calque for C and every language that can call C.
 *
 *   calque_options options = CALQUE_OPTIONS;
 *   calque_analyzer* analyzer;
 *   char message[CALQUE_MESSAGE_SIZE];
 *   if (calque_load(NULL, &options, &analyzer, message) != CALQUE_OK) return report(message);
 *   calque_analysis* analysis;
 *   if (calque_analyze(analyzer, text, strlen(text), &analysis) != CALQUE_OK) return report("out of memory");
 *   calque_verdict verdict = {.size = sizeof verdict};
 *   calque_get_verdict(analysis, &verdict);
 *   calque_free_analysis(analysis);
 *   calque_free_analyzer(analyzer);
 *
 * Handles are opaque and immutable. Any number of threads may share one, and handles may be freed in any order. The
 * library throws nothing, prints nothing and has no global state. Structs begin with their size as the caller knows it:
 * a later version may add members at their end, and old programs still work. Strings are UTF-8, end with a NUL, and
 * belong to the handle that returned them. */
#ifndef CALQUE_H
#define CALQUE_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* NOLINTBEGIN(readability-identifier-naming): names follow C's convention */

typedef enum calque_status {
  CALQUE_OK = 0,
  CALQUE_USAGE = 2, /* an argument is invalid */
  CALQUE_MODEL = 4, /* a pack or classifier is missing, damaged, or of another version */
  CALQUE_MEMORY = 5 /* out of memory */
} calque_status;

typedef enum calque_label { CALQUE_HUMAN = 0, CALQUE_MACHINE = 1, CALQUE_UNDECIDED = 2 } calque_label;

/* With any basis but CALQUE_SCORED the label is CALQUE_UNDECIDED, and there are no figures and no findings. */
typedef enum calque_basis {
  CALQUE_SCORED = 0,
  CALQUE_TOO_SHORT = 1,
  CALQUE_OTHER_LANGUAGE = 2,
  CALQUE_NOT_TEXT = 3,
  CALQUE_TOO_LARGE = 4,
  CALQUE_TOO_SLOW = 5,
  CALQUE_NO_ARTICLE = 6 /* a page that has none */
} calque_basis;

/* The unit of offsets: bytes of UTF-8, code points as in Python and SQL, or UTF-16 units as in JavaScript and Java. */
typedef enum calque_offsets { CALQUE_BYTES = 0, CALQUE_CODE_POINTS = 1, CALQUE_UTF16 = 2 } calque_offsets;

typedef struct calque_analyzer calque_analyzer;
typedef struct calque_analysis calque_analysis;

typedef struct calque_options {
  size_t size;
  double max_fpr;               /* share of English originals that may be called machine */
  double prior;                 /* share of machine translation in the feed, if known */
  const char* classifier;       /* a supervised fastText model in place of the pack's heads, or NULL */
  const char* classifier_label; /* its label for machine translation; NULL: machine, mt or 1 */
  uint32_t offsets;             /* calque_offsets */
  double max_translation_fpr;   /* as max_fpr, for translations by people; negative: four times max_fpr */
} calque_options;

#define CALQUE_OPTIONS \
  { sizeof(calque_options), 0.01, 0.5, NULL, NULL, CALQUE_BYTES, -1 }

/* A missing figure is NaN. */
typedef struct calque_verdict {
  size_t size;
  uint32_t label;     /* calque_label */
  uint32_t basis;     /* calque_basis */
  double probability; /* that a machine translated it, calibrated, 0 to 1 */
  double original;    /* that a person wrote it in English */
  double translation; /* that a person translated it; these three add up to 1 */
  double quality;     /* 0 to 100, on a scale learned from people's ratings */
  double quality_low; /* low and high: the range of 9 in 10 articles with such ratings */
  double quality_high;
  const char* source_language;  /* ISO 639-1 code if the findings agree on one, else NULL */
  double source_language_share; /* of the findings that name one, each reason once, the share that names this one */
  uint32_t words;
  uint32_t sentences;
  uint32_t findings;
} calque_verdict;

typedef struct calque_finding {
  size_t size;
  const char* type;     /* "wrong_sense", ... */
  const char* detector; /* permanent id */
  uint32_t start;       /* in calque_text, in the unit of calque_options.offsets */
  uint32_t end;
  uint32_t is_major;
  const char* suggestion; /* the likely right wording, or NULL */
  const char* language;   /* ISO 639-1 code of the language that the finding points to, or NULL */
  const char* why;        /* one sentence for a reader */
} calque_finding;

#define CALQUE_MESSAGE_SIZE 512

/* `pack` is a path; NULL means the English pack that was installed with this library. `options` may be NULL. `message`
 * is NULL or has room for CALQUE_MESSAGE_SIZE bytes: what was wrong and what to do, cut off if it is longer. */
calque_status calque_load(const char* pack, const calque_options* options, calque_analyzer** analyzer, char* message);
void calque_free_analyzer(calque_analyzer* analyzer); /* does nothing for NULL */

/* Name and checksum of what was loaded. */
const char* calque_model(const calque_analyzer* analyzer);
/* The least probability that gets the label machine. */
double calque_threshold(const calque_analyzer* analyzer);

/* `text` is UTF-8; invalid bytes become U+FFFD. Odd input never fails: the basis says why there is no score. */
calque_status calque_analyze(const calque_analyzer* analyzer, const char* text, size_t size,
                             calque_analysis** analysis);
void calque_free_analysis(calque_analysis* analysis);

/* Fill in the members that fit into `verdict->size` and `finding->size`. CALQUE_USAGE: there is no such finding. */
calque_status calque_get_verdict(const calque_analysis* analysis, calque_verdict* verdict);
calque_status calque_get_finding(const calque_analysis* analysis, size_t index, calque_finding* finding);

/* The text that offsets refer to: the input, with invalid UTF-8 replaced. */
const char* calque_text(const calque_analysis* analysis, size_t* size);

/* Writes the analysis as JSON, as `calque score --findings` does, with `id`. Like snprintf, writes what fits into
 * `capacity` bytes, with a NUL at the end, and returns the full length; 0 when memory runs out. */
size_t calque_write_json(const calque_analysis* analysis, const char* id, char* buffer, size_t capacity);

const char* calque_label_name(uint32_t label); /* "machine"; NULL if there is no such label */
const char* calque_basis_name(uint32_t basis);
const char* calque_version(void); /* "0.1.0" */

/* NOLINTEND(readability-identifier-naming) */

#ifdef __cplusplus
}
#endif

#endif
