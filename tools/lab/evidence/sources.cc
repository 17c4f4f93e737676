#include "lab/evidence/sources.h"

#include <simdjson.h>

#include <algorithm>
#include <filesystem>
#include <stdexcept>

#include "lab/train/corpus.h"
#include "labelled/language.h"
#include "labelled/lines.h"
#include "text/fold.h"
#include "text/segment.h"

namespace calque::evidence {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> strings_of(simdjson::dom::element element) {
  std::vector<std::string> strings;
  for (const simdjson::dom::element item : simdjson::dom::array(element)) {
    strings.emplace_back(std::string_view(item));
  }
  return strings;
}

RoundTrip round_trip_of(simdjson::dom::element object) {
  constexpr std::string_view kSystem = "apertium-";
  RoundTrip trip;
  trip.id = std::string_view(object["id"]);
  trip.route = std::string_view(object["system"]).substr(kSystem.size());
  trip.machine = strings_of(object["sentences"]);
  trip.original = strings_of(object["original"]);
  return trip;
}

RoundTrip read_line(simdjson::dom::parser& parser, const Record& line) {
  try {
    return round_trip_of(parser.parse(line.bytes));
  } catch (const simdjson::simdjson_error& error) {
    throw std::runtime_error(name_of(line.origin) + ": not a round trip: " + error.what());
  }
}

}  // namespace

Segmented::Segmented(std::string of) : text(std::move(of)) {
  Article article;
  article.text = text;
  article.blocks.push_back({{0, static_cast<std::uint32_t>(text.size())}, BlockKind::kParagraph});
  tokens = labelled_segmenter().segment(article);
}

std::string Segmented::folded(const Token& token) const {
  std::string folded;
  append_folded(of(token), token.kind, folded);
  return folded;
}

std::vector<RoundTrip> read_round_trips(const std::string& folder) {
  std::vector<fs::path> paths;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    if (entry.path().filename().string().find(".jsonl") != std::string::npos) paths.push_back(entry.path());
  }
  if (paths.empty()) throw std::runtime_error(folder + ": no *.jsonl* of round trips");
  std::ranges::sort(paths);
  std::vector<RoundTrip> trips;
  simdjson::dom::parser parser;
  for (const fs::path& path : paths) {
    Lines lines(path.string());
    while (const auto line = lines.next()) trips.push_back(read_line(parser, *line));
  }
  return trips;
}

Part part_of(const std::string& id) {
  constexpr std::uint64_t kParts = 16;
  const std::uint64_t part = train::stable_hash(id) / 1024 % kParts;
  return part == 0 ? Part::kFitted : part == 1 ? Part::kMeasured : Part::kCounted;
}

}  // namespace calque::evidence
