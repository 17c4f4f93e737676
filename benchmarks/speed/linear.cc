// Checks that time grows linearly with an article's length, whatever the text. For each adversarial pattern, it divides
// the processor time per byte of 1 MiB by that of 64 KiB, for each detector and stage: about 1 is linear, about 16
// quadratic. Prints the largest ratios; the exit code is 1 if one is over 4.
//
//   linear PACK
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>
#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "article/read_article.h"
#include "artifacts/find_artifacts.h"
#include "artifacts/token_classes.h"
#include "heads/heads.h"
#include "language/en/english.h"
#include "language/en/grammar.h"
#include "language/en/word_classes.h"
#include "model/pack.h"
#include "text/segment.h"

namespace {

using namespace calque;

constexpr std::size_t kShort = std::size_t{64} << 10;
constexpr std::size_t kLong = std::size_t{1} << 20;
constexpr double kMostRatio = 4;
constexpr double kLeastSeconds = 1e-4;  // less is noise

// Each article is one pattern, repeated.
constexpr auto kPatterns = std::to_array<std::string_view>({
    "a ",
    "the the ",
    "a b ",
    "of the ",
    "main slap ",
    "died the Thursday ",
    "<",
    "<a ",
    "&quot;",
    "( ",
    "\"",
    "\xE2\x80\x9C",
    "'",
    "Kim Lord ",
    "Ann Weir Ann Veir ",
    "1 ",
    "13 January 2011 ",
    "2: 0 ",
    ". ",
    "a. ",
    ", ",
    "-",
    "@-@ ",
    "*x ",
    "UNK ",
    "\n",
    "\n\n",
    "x\n\n",
    "Read More\n\n",
    "\xD0\xB0",
    "sl\xD0\xB0p ",
    "a\xE2\x80\x8B",
    "e\xCC\x81",
    "\xCC\x81",
    "\xE6\x96\xB0",
    "a",
    "A",
    "Mr. ",
    "more bigger than ",
    "in afterwards take to cape ",
    "he said that he added that ",
    "aaaaaaaaaaaaaaab ",
    "Union of the South of the North of the ",
    "benevolence and benevolence ",
    "I you my ",
    "\xF0\x9F\x99\x82",
    "#PRS_ORG# ",
});

std::string repeated(std::string_view pattern, std::size_t bytes) {
  std::string text;
  while (text.size() + pattern.size() <= bytes) text += pattern;
  return text;
}

// Processor time of this thread, since other programs may run at the same time.
double now() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

template <class Work>
double seconds(Work&& work) {
  double best = std::numeric_limits<double>::infinity();
  for (int round = 0; round < 3; ++round) {
    const double begin = now();
    work();
    best = std::min(best, now() - begin);
  }
  return best;
}

// Seconds by part, always in the same order.
std::vector<std::pair<std::string, double>> measure(const std::string& bytes, const Lexicons& lexicons,
                                                    const Heads& heads) {
  Document document;
  document.bytes = bytes;
  document.charset = "utf-8";
  Article article;
  Text text;
  std::vector<std::pair<std::string, double>> parts;
  parts.emplace_back("article", seconds([&] { article = read_article(document, english().furniture); }));
  const Segmenter segmenter(english());
  Document page = document;
  page.markup = Markup::kPage;
  parts.emplace_back("page", seconds([&] { read_article(page, english().furniture); }));
  parts.emplace_back("text", seconds([&] { text = segmenter.segment(article); }));
  std::vector<WordClasses> classes;
  parts.emplace_back("classes", seconds([&] { classes = token_classes(article, text, en::grammar()); }));
  std::optional<ContextText> context;
  parts.emplace_back("context",
                     seconds([&] { context.emplace(lexicons.evidence.counts(), article.text, text, english()); }));
  for (const Detector* const& detector : en::grammar().detectors()) {
    const Grammar alone({&detector, 1}, en::word_classes());
    parts.emplace_back(detector->id, seconds([&] {
                         find_artifacts({article, text, lexicons, *context, classes}, alone);
                       }));
  }
  parts.emplace_back("all detectors", seconds([&] {
                       find_artifacts({article, text, lexicons, *context}, en::grammar());
                     }));
  parts.emplace_back("heads", seconds([&] { score_sentences(heads, article.text, text); }));
  return parts;
}

struct Ratio {
  double value;
  std::string part;
  std::string pattern;
};

std::vector<Ratio> ratios_of(std::string_view pattern, const Lexicons& lexicons, const Heads& heads) {
  const std::string few = repeated(pattern, kShort);
  const std::string many = repeated(pattern, kLong);
  const auto at_few = measure(few, lexicons, heads);
  const auto at_many = measure(many, lexicons, heads);
  const double longer = static_cast<double>(many.size()) / static_cast<double>(few.size());
  std::vector<Ratio> ratios;
  for (std::size_t i = 0; i < at_few.size(); ++i) {
    const double before = std::max(at_few[i].second, kLeastSeconds);
    ratios.push_back({at_many[i].second / before / longer, at_few[i].first, std::string(pattern)});
  }
  return ratios;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return std::fputs("usage: linear PACK\n", stderr), 2;
  const auto pack = Pack::open(argv[1]);
  const auto lexicons = pack ? Lexicons::load(*pack) : tl::unexpected(pack.error());
  const auto heads = pack ? Heads::load(*pack) : tl::unexpected(pack.error());
  if (!lexicons || !heads) return std::fputs("linear: the pack cannot be read\n", stderr), 3;
  std::vector<Ratio> ratios;
  for (const std::string_view pattern : kPatterns) {
    for (Ratio& ratio : ratios_of(pattern, *lexicons, *heads)) ratios.push_back(std::move(ratio));
  }
  std::ranges::sort(ratios, std::greater{}, &Ratio::value);
  constexpr std::size_t kShown = 12;
  for (std::size_t i = 0; i < std::min(kShown, ratios.size()); ++i) {
    fmt::print("{:6.2f}  {:<20} {}\n", ratios[i].value, ratios[i].part, ratios[i].pattern);
  }
  fmt::print("{} patterns, {} pairs of pattern and part\n", kPatterns.size(), ratios.size());
  return ratios.front().value > kMostRatio ? 1 : 0;
}
