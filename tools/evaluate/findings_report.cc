#include <fmt/format.h>

#include <algorithm>

#include "base/json_writer.h"
#include "evaluate/findings.h"
#include "evaluate/format.h"
#include "evaluate/markdown_writer.h"

namespace calque::evaluate {
namespace {

constexpr std::size_t kMostListed = 100;  // findings on originals
constexpr std::uint32_t kFindingsSchema = 1;

constexpr const char* kMethod[] = {
    "A rate is the number of findings per 1,000 words, over all articles of one kind together.",
    "\"In all\" leaves out typography, agency boilerplate and page marks, because bad scrapers make these, too.",
    "In round trips the machine's words are aligned with the original's. A finding is right if it touches a word that "
    "the machine changed or inserted, or the place of a word that it dropped.",
    "Recall is the share found of the content words that the machine replaced. A suggestion is right if one of its "
    "words is the original word in any inflection.",
    "MuCoW: a sentence is found if a finding touches the inserted word. It is falsely flagged if its untouched version "
    "has any finding but typography.",
};

double rate(std::uint64_t count, std::uint64_t words) {
  return words > 0 ? 1000 * static_cast<double>(count) / static_cast<double>(words) : kNone;
}

Share share(std::uint64_t count, std::uint64_t of) { return {count, of}; }

struct Line {
  std::string type;      // or "in all"
  std::string detector;  // empty in a line that sums up a type
  DetectorTally tally;
};

// A line for each type, followed by those of its detectors, and last a line for all types.
std::vector<Line> lines_of(const FindingsTally& tally) {
  std::vector<Line> lines;
  Line all = {"in all", "", {}};
  for (auto entry = tally.detectors.begin(); entry != tally.detectors.end();) {
    const ArtifactType type = entry->first.first;
    const std::size_t head = lines.size();
    lines.push_back({std::string(artifact_name(type)), "", {}});
    for (; entry != tally.detectors.end() && entry->first.first == type; ++entry) {
      lines[head].tally += entry->second;
      if (!is_of_format(type)) all.tally += entry->second;
      lines.push_back({lines[head].type, entry->first.second, entry->second});
    }
  }
  lines.push_back(all);
  return lines;
}

struct Frequent {
  std::string detector;
  std::string words;
  std::uint64_t count = 0;
};

std::vector<Frequent> most_frequent(const FindingsTally& tally) {
  std::vector<Frequent> frequent;
  for (const auto& [key, count] : tally.on_originals) frequent.push_back({key.first, key.second, count});
  std::ranges::stable_sort(frequent, std::ranges::greater(), &Frequent::count);
  frequent.resize(std::min(frequent.size(), kMostListed));
  return frequent;
}

std::vector<Writer> writers_of(const FindingsTally& tally) {
  std::vector<Writer> writers;
  for (std::size_t i = 0; i < kWriters; ++i) {
    if (tally.articles[i] > 0) writers.push_back(static_cast<Writer>(i));
  }
  return writers;
}

std::string decimals(double value) { return value == value ? fmt::format("{:.3f}", value) : "-"; }

void write_rates(const FindingsTally& tally, Markdown& out) {
  const std::vector<Writer> writers = writers_of(tally);
  out.heading("Findings per 1,000 words");
  std::vector<std::string> names = {"type", "detector"};
  for (const Writer writer : writers) names.emplace_back(writer_name(writer));
  names.emplace_back("major on originals");
  out.table_head(2, names);
  for (const Line& line : lines_of(tally)) {
    std::vector<std::string> cells = {line.type, line.detector};
    for (const Writer writer : writers) {
      const auto who = static_cast<std::size_t>(writer);
      cells.push_back(decimals(rate(line.tally.findings[who], tally.words[who])));
    }
    cells.push_back(decimals(rate(line.tally.major[0], tally.words[0])));
    out.row(cells);
  }
  std::string words;
  for (const Writer writer : writers) {
    const auto who = static_cast<std::size_t>(writer);
    words += fmt::format("{}{}: {} articles, {} words", words.empty() ? "\n" : "; ", writer_name(writer),
                         grouped(tally.articles[who]), grouped(tally.words[who]));
  }
  out.text(words + ".");
}

void write_round_trips(const FindingsTally& tally, Markdown& out) {
  if (tally.changed_words == 0) return;
  out.heading("Round trips");
  const Share found = share(tally.found_words, tally.changed_words);
  const Share right = share(tally.right_words, tally.changed_words);
  out.text(fmt::format("{} content words were replaced: {} found, {} with the right suggestion.\n",
                       grouped(tally.changed_words), percent(found.value()), percent(right.value())));
  out.table_head(2, {"type", "detector", "findings", "precision", "words found", "suggestion right"});
  for (const Line& line : lines_of(tally)) {
    if (line.tally.aligned == 0) continue;
    out.row({line.type, line.detector, grouped(line.tally.aligned),
             percent(share(line.tally.touching, line.tally.aligned).value()),
             percent(share(line.tally.words, tally.changed_words).value()),
             percent(share(line.tally.right_words, tally.changed_words).value())});
  }
}

void write_mucow(const FindingsTally& tally, Markdown& out) {
  const MucowTally& mucow = tally.mucow;
  if (mucow.sentences == 0) return;
  out.heading("MuCoW");
  const Share found = share(mucow.found, mucow.sentences);
  const Share flagged = share(mucow.flagged, mucow.sentences);
  out.text(fmt::format(
      "{} sentences with one word replaced: the word is found in {}; the untouched sentence is flagged in {}.",
      grouped(mucow.sentences), percent(found.value(), found.interval()),
      percent(flagged.value(), flagged.interval())));
}

void write_frequent(const FindingsTally& tally, Markdown& out) {
  if (tally.on_originals.empty()) return;
  out.heading("The most frequent findings on originals");
  out.table_head(2, {"detector", "found", "times"});
  for (const Frequent& one : most_frequent(tally)) out.row({one.detector, one.words, grouped(one.count)});
}

void write_files(const FindingsReport& report, Markdown& out) {
  out.heading("Inputs");
  out.text(fmt::format("Calque {}, model {}.\n", report.setup.version, report.setup.model));
  out.table_head(1, {"file", "articles", "lines rejected", "XXH3"});
  for (const auto* files : {&report.setup.inputs, &report.mucow}) {
    for (const InputFile& file : *files) {
      out.row({file.name, grouped(file.articles), grouped(file.rejected), fmt::format("`{:016x}`", file.checksum)});
    }
  }
}

void write(const InputFile& file, JsonWriter& out) {
  out.object([&] {
    out.key("name").string(file.name);
    out.key("xxh3").string(fmt::format("{:016x}", file.checksum));
    out.key("articles").integer(file.articles);
    out.key("rejected").integer(file.rejected);
  });
}

void write(const Line& line, const FindingsTally& tally, JsonWriter& out) {
  out.object([&] {
    out.key("type").string(line.type);
    if (!line.detector.empty()) out.key("detector").string(line.detector);
    out.key("per_1000_words").object([&] {
      for (const Writer writer : writers_of(tally)) {
        const auto who = static_cast<std::size_t>(writer);
        out.key(writer_name(writer)).number(rate(line.tally.findings[who], tally.words[who]));
      }
    });
    out.key("major_per_1000_words_original").number(rate(line.tally.major[0], tally.words[0]));
    if (line.tally.aligned == 0) return;
    out.key("round_trips").object([&] {
      out.key("findings").integer(line.tally.aligned);
      out.key("precision").number(share(line.tally.touching, line.tally.aligned).value());
      out.key("recall").number(share(line.tally.words, tally.changed_words).value());
      out.key("suggestion_right").number(share(line.tally.right_words, tally.changed_words).value());
    });
  });
}

void write_totals(const FindingsTally& tally, JsonWriter& out) {
  out.key("writers").array([&] {
    for (const Writer writer : writers_of(tally)) {
      const auto who = static_cast<std::size_t>(writer);
      out.object([&] {
        out.key("name").string(writer_name(writer));
        out.key("articles").integer(tally.articles[who]);
        out.key("words").integer(tally.words[who]);
      });
    }
  });
  out.key("round_trips").object([&] {
    out.key("changed_words").integer(tally.changed_words);
    out.key("found").number(share(tally.found_words, tally.changed_words).value());
    out.key("suggestion_right").number(share(tally.right_words, tally.changed_words).value());
  });
  out.key("mucow").object([&] {
    out.key("sentences").integer(tally.mucow.sentences);
    out.key("found").number(share(tally.mucow.found, tally.mucow.sentences).value());
    out.key("flagged").number(share(tally.mucow.flagged, tally.mucow.sentences).value());
  });
}

}  // namespace

std::string to_markdown(const FindingsReport& report) {
  Markdown out;
  out.text("# Evaluation of Calque's findings");
  write_rates(report.tally, out);
  write_round_trips(report.tally, out);
  write_mucow(report.tally, out);
  write_frequent(report.tally, out);
  write_files(report, out);
  out.heading("How it was computed");
  for (const char* const line : kMethod) out.text(fmt::format("- {}", line));
  return out.take();
}

std::string to_json(const FindingsReport& report) {
  std::string text;
  JsonWriter out(text, JsonLayout::kIndented);
  out.object([&] {
    out.key("schema").integer(kFindingsSchema);
    out.key("calque").string(report.setup.version);
    out.key("model").string(report.setup.model);
    out.key("inputs").array([&] {
      for (const InputFile& file : report.setup.inputs) write(file, out);
      for (const InputFile& file : report.mucow) write(file, out);
    });
    write_totals(report.tally, out);
    out.key("detectors").array([&] {
      for (const Line& line : lines_of(report.tally)) write(line, report.tally, out);
    });
    out.key("frequent_on_originals").array([&] {
      for (const Frequent& one : most_frequent(report.tally)) {
        out.object([&] {
          out.key("detector").string(one.detector);
          out.key("found").string(one.words);
          out.key("count").integer(one.count);
        });
      }
    });
    out.key("method").array([&] {
      for (const char* const line : kMethod) out.string(line);
    });
  });
  return text + '\n';
}

}  // namespace calque::evaluate
