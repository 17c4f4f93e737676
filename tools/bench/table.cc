#include <fmt/format.h>

#include <cmath>
#include <vector>

#include "base/grouped.h"
#include "bench/record.h"
#include "bench/statistics.h"

namespace calque::bench {
namespace {

constexpr double kMega = 1e6;
constexpr double kGibi = 1024.0 * 1024 * 1024;

std::string figure(double value) {
  if (value == 0) return "0";
  const double size = std::abs(value);
  if (size >= 1000) return grouped(static_cast<std::uint64_t>(std::llround(value)));
  return size >= 100 ? fmt::format("{:.0f}", value) : fmt::format("{:.{}f}", value, size >= 10 ? 1 : 2);
}

std::string group_of(std::string_view name) { return std::string(name.substr(0, name.find('/'))); }
std::string_view detail_of(std::string_view name) { return name.substr(name.find('/') + 1); }

std::string listed(const std::vector<std::string>& names) {
  constexpr std::size_t kMostNamed = 3;
  std::string list;
  for (std::size_t i = 0; i < names.size() && i < kMostNamed; ++i) list += (i > 0 ? ", " : "") + names[i];
  return names.size() > kMostNamed ? fmt::format("{} and {} more", list, names.size() - kMostNamed) : list;
}

std::string heading(const Record& record) {
  std::string text =
      fmt::format("Calque {} ({}), model {}\n{}, {}\n{}, {} cores, {:.0f} GiB; {}\n", record.version, record.commit,
                  record.model, record.compiler, record.build, record.machine.processor, record.machine.cores,
                  static_cast<double>(record.machine.memory) / kGibi, record.machine.system);
  text += fmt::format("Feed: {} articles, {} broken lines, {:.1f} MB of JSONL, {:.1f} MB of text, seed {}; from {}\n",
                      grouped(record.feed.articles), grouped(record.feed.broken),
                      static_cast<double>(record.feed.bytes) / kMega,
                      static_cast<double>(record.feed.text_bytes) / kMega, record.shape.seed, listed(record.sources));
  if (record.machine.load > record.machine.cores / 2.0) {
    text += fmt::format("The machine was shared: load {:.1f}. Trust ratios of one run, not figures.\n",
                        record.machine.load);
  }
  return text;
}

std::string change_line(const Measure& before, const Measure& after) {
  const Change change = compare(before.values, after.values);
  const bool is_better = (change.ratio > 1) == after.more_is_better;
  const char* verdict = !change.is_real ? "within the noise" : is_better ? "better" : "worse";
  return fmt::format("  {:<24} {:>10} {:>10} {:<11} {:>+7.1f} %  (noise {:.1f} %)  {}\n", after.name,
                     figure(median(before.values)), figure(median(after.values)), after.unit, 100 * (change.ratio - 1),
                     100 * change.noise, verdict);
}

void append_difference(std::string_view what, const std::string& before, const std::string& after, std::string& out) {
  if (before != after) out += fmt::format("Not the same {}: {}, now {}.\n", what, before, after);
}

}  // namespace

std::string to_table(const Record& record) {
  std::string out = heading(record);
  std::string group;
  for (const Measure& measure : record.measures) {
    if (group_of(measure.name) != group) {
      group = group_of(measure.name);
      out += fmt::format("\n{:<26} {:>10} {:<11} spread\n", group, "median", "");
    }
    const double middle = median(measure.values);
    const std::string around =
        middle == 0 || measure.values.size() < 2 ? "-" : fmt::format("{:.1f} %", 100 * spread(measure.values) / middle);
    out += fmt::format("  {:<24} {:>10} {:<11} {:>6}\n", detail_of(measure.name), figure(middle), measure.unit, around);
  }
  return out;
}

std::string to_comparison(const Record& before, const Record& after) {
  std::string out = fmt::format("Against {} of {}\n", before.commit, before.date);
  append_difference("model", before.model, after.model, out);
  append_difference("processor", before.machine.processor, after.machine.processor, out);
  append_difference(
      "feed", fmt::format("{} bytes, seed {}, from {}", before.feed.bytes, before.shape.seed, listed(before.sources)),
      fmt::format("{} bytes, seed {}, from {}", after.feed.bytes, after.shape.seed, listed(after.sources)), out);
  for (const Measure& measure : after.measures) {
    if (const Measure* old = before.find(measure.name)) out += change_line(*old, measure);
  }
  return out;
}

}  // namespace calque::bench
