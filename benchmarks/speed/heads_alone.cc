// Prints what `fasttext predict-prob MODEL FILE 1` prints, computed by the fused tables, to compare answers and time.
//
//   heads_alone MODEL FILE LABEL OTHER     LABEL is the label of the head's score, OTHER the model's second label
#include <fmt/format.h>

#include <cmath>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

#include "heads/heads.h"
#include "heads/stream.h"

namespace {

constexpr std::size_t kWriteBytes = std::size_t{256} << 10;

// As a line of fastText's output.
void append_answer(double logit, const char* label, const char* other, std::string& out) {
  const double probability = 1 / (1 + std::exp(-std::abs(logit)));
  fmt::format_to(std::back_inserter(out), "__label__{} {:.6g}\n", logit >= 0 ? label : other, probability);
}

int run(const char* model, const char* path, const char* label, const char* other) {
  const auto heads = calque::Heads::load_classifier(model, label);
  if (!heads) return fmt::print(stderr, "{}\n", heads.error().message), 4;
  std::ifstream file(path);
  if (!file) return std::perror(path), 3;
  calque::Text text;
  std::string line, out;
  while (std::getline(file, line)) {
    calque::Stream stream(line, text, heads->stream_kind());
    calque::Sentence sentence;
    sentence.span = {0, static_cast<std::uint32_t>(line.size())};
    append_answer(heads->score(stream.read(sentence), line)[0], label, other, out);
    if (out.size() < kWriteBytes) continue;
    std::fwrite(out.data(), 1, out.size(), stdout);
    out.clear();
  }
  std::fwrite(out.data(), 1, out.size(), stdout);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 5) return run(argv[1], argv[2], argv[3], argv[4]);
  std::fputs("usage: heads_alone MODEL FILE LABEL OTHER\n", stderr);
  return 2;
}
