#include "bench/record.h"

#include <fmt/format.h>
#include <simdjson.h>
#include <sys/utsname.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <stdexcept>
#include <thread>

#include "base/json_writer.h"
#include "bench/statistics.h"
#include "built_from.h"
#include "calque/analyzer.h"

namespace calque::bench {
namespace {

// The value of "KEY   SEPARATOR value" in a file of such lines; empty without.
std::string value_in(const char* path, std::string_view key, char separator) {
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    if (!line.starts_with(key)) continue;
    const std::size_t at = line.find_first_not_of(" \t\"", line.find(separator) + 1);
    const std::size_t end = line.find_last_not_of(" \t\"");
    return at == line.npos ? std::string() : line.substr(at, end + 1 - at);
  }
  return {};
}

std::string now() {
  const std::time_t time = std::time(nullptr);
  std::tm parts{};
  gmtime_r(&time, &parts);
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday,
                     parts.tm_hour, parts.tm_min, parts.tm_sec);
}

Machine this_machine() {
  Machine machine;
  machine.processor = value_in("/proc/cpuinfo", "model name", ':');
  machine.cores = std::thread::hardware_concurrency();
  machine.memory =
      static_cast<std::uint64_t>(sysconf(_SC_PHYS_PAGES)) * static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE));
  utsname kernel{};
  uname(&kernel);
  machine.system =
      fmt::format("{} {}, {}", kernel.sysname, kernel.release, value_in("/etc/os-release", "PRETTY_NAME", '='));
  if (getloadavg(&machine.load, 1) != 1) machine.load = 0;
  return machine;
}

void write_machine(const Machine& machine, JsonWriter& out) {
  out.key("machine").object([&] {
    out.key("processor").string(machine.processor);
    out.key("cores").integer(machine.cores);
    out.key("memory").integer(machine.memory);
    out.key("system").string(machine.system);
    out.key("load").number(machine.load);
  });
}

void write_feed(const Record& record, JsonWriter& out) {
  out.key("feed").object([&] {
    out.key("sources").array([&] {
      for (const std::string& source : record.sources) out.string(source);
    });
    out.key("source_articles").integer(record.source_articles);
    out.key("source_bytes").integer(record.source_bytes);
    out.key("seed").integer(record.shape.seed);
    out.key("wanted_bytes").integer(record.shape.bytes);
    out.key("words").integer(record.shape.words);
    out.key("accents").number(record.shape.accents);
    out.key("duplicates").number(record.shape.duplicates);
    out.key("broken").number(record.shape.broken);
    out.key("articles").integer(record.feed.articles);
    out.key("duplicate_articles").integer(record.feed.duplicates);
    out.key("broken_lines").integer(record.feed.broken);
    out.key("bytes").integer(record.feed.bytes);
    out.key("text_bytes").integer(record.feed.text_bytes);
  });
}

void write_measure(const Measure& measure, JsonWriter& out) {
  out.object([&] {
    out.key("name").string(measure.name);
    out.key("unit").string(measure.unit);
    out.key("more_is_better").boolean(measure.more_is_better);
    out.key("median").number(median(measure.values));
    out.key("spread").number(spread(measure.values));
    out.key("values").numbers(measure.values);
  });
}

Measure read_measure(const simdjson::dom::element& element) {
  Measure measure;
  measure.name = std::string_view(element["name"]);
  measure.unit = std::string_view(element["unit"]);
  measure.more_is_better = bool(element["more_is_better"]);
  for (const simdjson::dom::element value : simdjson::dom::array(element["values"])) {
    measure.values.push_back(double(value));
  }
  return measure;
}

void read_feed(const simdjson::dom::element& feed, Record& record) {
  for (const simdjson::dom::element source : simdjson::dom::array(feed["sources"])) {
    record.sources.emplace_back(std::string_view(source));
  }
  record.source_articles = feed["source_articles"];
  record.source_bytes = feed["source_bytes"];
  record.shape = {feed["seed"],
                  feed["wanted_bytes"],
                  std::uint64_t(feed["words"]),
                  double(feed["accents"]),
                  double(feed["duplicates"]),
                  double(feed["broken"])};
  record.feed = {feed["articles"], feed["duplicate_articles"], feed["broken_lines"], feed["bytes"], feed["text_bytes"]};
}

Machine read_machine(const simdjson::dom::element& element) {
  Machine machine;
  machine.processor = std::string_view(element["processor"]);
  machine.cores = static_cast<unsigned>(std::uint64_t(element["cores"]));
  machine.memory = element["memory"];
  machine.system = std::string_view(element["system"]);
  machine.load = element["load"];
  return machine;
}

void read_lists(const simdjson::dom::element& root, Record& record) {
  for (const simdjson::dom::element measure : simdjson::dom::array(root["measures"])) {
    record.measures.push_back(read_measure(measure));
  }
  for (const simdjson::dom::element bin : simdjson::dom::array(root["lengths"])) {
    record.lengths.push_back({bin["bytes"], bin["articles"], double(bin["megabytes_per_second"])});
  }
}

}  // namespace

const Measure* Record::find(std::string_view name) const {
  const auto found = std::ranges::find(measures, name, &Measure::name);
  return found == measures.end() ? nullptr : &*found;
}

Record describe_run() {
  Record record;
  record.date = now();
  record.version = version();
  record.commit = CALQUE_COMMIT;
#ifdef __clang__
  record.compiler = "clang " __clang_version__;
#else
  record.compiler = "gcc " __VERSION__;
#endif
  record.build = CALQUE_BUILD;
  record.machine = this_machine();
  return record;
}

std::string to_json(const Record& record) {
  std::string text;
  JsonWriter out(text, JsonLayout::kIndented);
  out.object([&] {
    out.key("schema").integer(kSchema);
    out.key("date").string(record.date);
    out.key("calque").string(record.version);
    out.key("commit").string(record.commit);
    out.key("compiler").string(record.compiler);
    out.key("build").string(record.build);
    out.key("model").string(record.model);
    write_machine(record.machine, out);
    write_feed(record, out);
    out.key("measures").array([&] {
      for (const Measure& measure : record.measures) write_measure(measure, out);
    });
    out.key("lengths").array([&] {
      for (const LengthBin& bin : record.lengths) {
        out.object([&] {
          out.key("bytes").integer(bin.bytes);
          out.key("articles").integer(bin.articles);
          out.key("megabytes_per_second").number(bin.megabytes_per_second);
        });
      }
    });
  });
  return text + '\n';
}

Record read_record(const std::string& path) {
  simdjson::dom::parser parser;
  Record record;
  try {
    const simdjson::dom::element root = parser.load(path);
    if (std::uint64_t(root["schema"]) != kSchema) throw std::runtime_error(path + " is a record of another version");
    record.date = std::string_view(root["date"]);
    record.version = std::string_view(root["calque"]);
    record.commit = std::string_view(root["commit"]);
    record.compiler = std::string_view(root["compiler"]);
    record.build = std::string_view(root["build"]);
    record.model = std::string_view(root["model"]);
    record.machine = read_machine(root["machine"]);
    read_feed(root["feed"], record);
    read_lists(root, record);
  } catch (const simdjson::simdjson_error& error) {
    throw std::runtime_error(fmt::format("{} is no record of calque bench: {}", path, error.what()));
  }
  return record;
}

}  // namespace calque::bench
