// calque-pack: weights, evidence and lexicons -> the pack that is installed.
//
//   calque-pack --weights models/en/weights.calque --evidence models/en/evidence.calque
//       --lexicons models/en/lexicon --output en.calque
//
// The build runs it, so that a phrase is a line of text in the repository and never ten megabytes of weights again.
#include <fmt/format.h>

#include <cstdio>
#include <exception>
#include <string>
#include <vector>

#include "calque/analyzer.h"
#include "cli/command.h"
#include "cli/exit_code.h"
#include "pack/lexicon_files.h"

namespace {

calque::Expected<void> assemble(const std::vector<std::string>& packs, const std::string& lexicons,
                                const std::string& language, const std::string& output) {
  calque::PackSections sections;
  if (!language.empty()) sections.emplace_back("language", language);
  for (const std::string& path : packs) {
    const auto pack = calque::Pack::open(path);
    if (!pack) return tl::unexpected(pack.error());
    for (const std::string& name : pack->names()) sections.emplace_back(name, pack->text(name));
  }
  const auto files = calque::read_lexicon_files(lexicons);
  if (!files) return tl::unexpected(files.error());
  auto phrases = calque::build_phrases(calque::lexicon_sources(*files));
  if (!phrases) return tl::unexpected(phrases.error());
  sections.emplace_back("phrases", *std::move(phrases));
  return calque::write_pack(output, sections);
}

int run(int argc, char** argv) {
  std::string weights;
  std::string evidence;
  std::string lexicons;
  std::string language;
  std::string output;
  calque::Program program("calque-pack",
                          "Puts trained weights, evidence and lexicons into one model pack. Checks the lexicons.",
                          "calque-pack " + std::string(calque::version()), "");
  calque::Command command = program.whole();
  command.option("--weights", weights, "What calque-lab train wrote").required();
  command.option("--evidence", evidence, "What calque-lab mine wrote");
  command.option("--lexicons", lexicons, "Folder of *.tsv files").required();
  command.option("--language", language, "The ISO 639-1 code of the articles' language; none: English");
  command.option("--output", output, "The pack to write").required();
  command.on_run([&] {
    std::vector<std::string> packs = {weights};
    if (!evidence.empty()) packs.push_back(evidence);
    const auto done = assemble(packs, lexicons, language, output);
    if (done) return calque::kDone;
    fmt::print(stderr, "calque-pack: {}\n", done.error().message);
    return done.error().kind == calque::ErrorKind::kModel ? calque::kModelFault : calque::kInputOutput;
  });
  return program.run(argc, argv);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "calque-pack: %s\n", error.what());
    return calque::kInputOutput;
  }
}
