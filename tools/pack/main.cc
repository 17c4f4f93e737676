// calque-pack: weights and lexicons -> the pack that is installed.
//
//   calque-pack --weights models/en/weights.calque --lexicons models/en/lexicon --output en.calque
//
// The build runs it, so that a phrase is a line of text in the repository and never ten megabytes of weights again.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>
#include <string>

#include "pack/lexicon_sections.h"

namespace {

calque::Expected<void> assemble(const std::string& weights, const std::string& lexicons, const std::string& output) {
  const auto pack = calque::Pack::open(weights);
  if (!pack) return tl::unexpected(pack.error());
  const auto added = calque::read_lexicon_sections(lexicons);
  if (!added) return tl::unexpected(added.error());
  calque::PackSections sections;
  for (const std::string& name : pack->names()) sections.emplace_back(name, pack->text(name));
  sections.insert(sections.end(), added->begin(), added->end());
  return calque::write_pack(output, sections);
}

int run_command(int argc, char** argv) {
  std::string weights;
  std::string lexicons;
  std::string output;
  CLI::App app("Puts trained weights and lexicons into one model pack. Checks the lexicons.", "calque-pack");
  app.add_option("--weights", weights, "What calque-train wrote")->required();
  app.add_option("--lexicons", lexicons, "Folder of *.tsv files")->required();
  app.add_option("--output", output, "The pack to write")->required();
  CLI11_PARSE(app, argc, argv);
  if (const auto done = assemble(weights, lexicons, output); !done) {
    fmt::print(stderr, "calque-pack: {}\n", done.error().message);
    return done.error().kind == calque::ErrorKind::kModel ? 4 : 3;
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run_command(argc, argv);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "calque-pack: %s\n", error.what());
    return 3;
  }
}
