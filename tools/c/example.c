/* The verdict on a file, and every place that gives it away: example [PACK] < article.txt */
#include <calque.h>
#include <stdio.h>

#define MOST_BYTES (1 << 20)

static char text[MOST_BYTES];

static void print_findings(const calque_analysis* analysis, uint32_t findings) {
  const char* input = calque_text(analysis, NULL);
  for (uint32_t i = 0; i < findings; ++i) {
    calque_finding finding = {.size = sizeof finding};
    calque_get_finding(analysis, i, &finding);
    printf("%u-%u \"%.*s\": %s\n", finding.start, finding.end, (int)(finding.end - finding.start),
           input + finding.start, finding.why);
  }
}

int main(int argc, char** argv) {
  calque_options options = CALQUE_OPTIONS;
  calque_analyzer* analyzer;
  char message[CALQUE_MESSAGE_SIZE];
  calque_status status = calque_load(argc > 1 ? argv[1] : NULL, &options, &analyzer, message);
  if (status != CALQUE_OK) {
    fprintf(stderr, "%s\n", message);
    return (int)status;
  }
  size_t size = fread(text, 1, sizeof text, stdin);
  calque_analysis* analysis;
  status = calque_analyze(analyzer, text, size, &analysis);
  if (status == CALQUE_OK) {
    calque_verdict verdict = {.size = sizeof verdict};
    calque_get_verdict(analysis, &verdict);
    printf("%s (%s), probability %.2f, quality %.0f, by %s\n", calque_label_name(verdict.label),
           calque_basis_name(verdict.basis), verdict.probability, verdict.quality, calque_model(analyzer));
    print_findings(analysis, verdict.findings);
  }
  calque_free_analysis(analysis);
  calque_free_analyzer(analyzer);
  return (int)status;
}
