// The smallest useful program with Calque: `consumer PACK` prints label, basis, probability and model of one article.
#include <calque/analyzer.h>

#include <array>
#include <cstdio>
#include <string>

namespace {

constexpr std::array kSentences = {
    "The minister of the transports declared the Monday that the new bridge of the city will be opened in the spring.",
    "According to the declarations of the spokesman, the works have suffered a delay of three years on the foreseen.",
    "The bill of the project has ascended at 40 million of dollars, the double of the initial estimate.",
    "The inhabitants of the neighbourhood of the port expect of years a solution to the problem of the traffic.",
    "“We have waited too much time, but finally the day is arrived,” said the mayor to the journalists.",
    "In afterwards, the company of construction will have to deliver the keys to the council of the city.",
    "The opposition has criticised the government because of the lacking of transparency in the assignment of the "
    "works.",
    "The police has announced that the street will remain closed to the circulation until the past week of the month.",
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const auto analyzer = calque::Analyzer::load(argv[1]);
  if (!analyzer) {
    std::fprintf(stderr, "%s\n", analyzer.error().message.c_str());
    return 4;
  }
  calque::Document document;
  document.id = "bridge";
  for (const char* sentence : kSentences) document.bytes += std::string(sentence) + "\n\n";
  const calque::Verdict verdict = analyzer->analyze(document).verdict;
  std::printf("%s %s %.3f %s\n", std::string(calque::label_name(verdict.label)).c_str(),
              std::string(calque::basis_name(verdict.basis)).c_str(), verdict.probability.value_or(-1.0),
              analyzer->model().c_str());
  return 0;
}
