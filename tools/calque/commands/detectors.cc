#include "commands/detectors.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "artifacts/detector.h"
#include "base/json_writer.h"
#include "bulk/output.h"
#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/messages.h"
#include "cli/model_path.h"
#include "cli/terminal.h"
#include "commands/detector_rates.h"
#include "language/en/grammar.h"
#include "report/wrap.h"

namespace calque {
namespace {

constexpr const char* kFooter = R"(
Examples:
  calque detectors                      # all detectors, for people
  calque detectors doubled-word         # one detector
  calque detectors --format json        # for programs

Shows for each detector: what it finds and why people do not write so, the type of its findings, its category in the MQM
typology, examples that it must flag (in [brackets]; a doubled bracket is part of the text) and must pass, and its
findings per 1,000 words of originals, of people's translations, and of rule-based (rbmt), statistical (smt) and neural
(nmt) engines, as measured when the model was made. `calque evaluate --findings` measures these on your articles.

Exit codes: 0 done; 2 usage, or no such detector; 3 output.)";

constexpr int kDecimals = 4;

struct DetectorsOptions {
  std::vector<std::string> ids;  // none: all
  std::string format = "text";
  std::string color = "auto";
};

std::string_view type_name(const Detector& detector) {
  return detector.type ? artifact_name(*detector.type) : std::string_view("several");
}

std::string rates_line(const Rates& rates) {
  std::string line = "Per 1,000 words:";
  std::string_view comma = " ";
  for (const auto& [writer, rate] : rates) {
    line += fmt::format("{}{} {:.3f}", comma, writer, rate);
    comma = ", ";
  }
  return line;
}

void append_text(const Detector& detector, const Rates* rates, const TerminalOptions& terminal, std::string& out) {
  constexpr unsigned kIndent = 4;
  constexpr const char* kBold[] = {"", "\x1b[1m"};
  constexpr const char* kPlain[] = {"", "\x1b[0m"};
  out += fmt::format("{}{}{}  {}; MQM {}\n", kBold[terminal.color], detector.id, kPlain[terminal.color],
                     type_name(detector), detector.mqm);
  append_wrapped(detector.why, terminal.width, kIndent, out);
  for (const std::string_view example : detector.flagged) {
    append_wrapped(fmt::format("+ {}", example), terminal.width, kIndent, out);
  }
  for (const std::string_view example : detector.passed) {
    append_wrapped(fmt::format("- {}", example), terminal.width, kIndent, out);
  }
  if (rates != nullptr) append_wrapped(rates_line(*rates), terminal.width, kIndent, out);
  out += '\n';
}

void append_json(const Detector& detector, const Rates* rates, std::string& out) {
  JsonWriter json(out);
  json.object([&] {
    json.key("id").string(detector.id);
    json.key("type").string_or_null(detector.type ? artifact_name(*detector.type) : "");
    json.key("mqm").string(detector.mqm);
    json.key("why").string(detector.why);
    json.key("flagged").strings(detector.flagged);
    json.key("passed").strings(detector.passed);
    json.key("per_1000_words");
    if (rates == nullptr) return json.null();
    json.object([&] {
      for (const auto& [writer, rate] : *rates) json.key(writer).number(rate, kDecimals);
    });
  });
}

bool is_wanted(const Detector& detector, const DetectorsOptions& options) {
  return options.ids.empty() || std::ranges::find(options.ids, detector.id) != options.ids.end();
}

// Rates are missing where the file beside the model is.
std::string list(const DetectorsOptions& options) {
  const auto rates = read_detector_rates(shared_file("findings.json"));
  const auto rates_of = [&](const Detector& detector) -> const Rates* {
    if (!rates) return nullptr;
    const auto found = rates->find(detector.id);
    return found == rates->end() ? nullptr : &found->second;
  };
  const bool is_json = options.format == "json";
  const TerminalOptions terminal = terminal_options(options.color);
  std::string out;
  for (const Detector* detector : en::grammar().detectors()) {
    if (!is_wanted(*detector, options)) continue;
    if (!is_json) {
      append_text(*detector, rates_of(*detector), terminal, out);
      continue;
    }
    out += out.empty() ? "[\n" : ",\n";
    append_json(*detector, rates_of(*detector), out);
  }
  return is_json && !out.empty() ? out + "\n]\n" : out;
}

int run(const DetectorsOptions& options) {
  for (const std::string& id : options.ids) {
    const bool is_known =
        std::ranges::any_of(en::grammar().detectors(), [&](const Detector* detector) { return detector->id == id; });
    if (is_known) continue;
    print_message("no detector is called " + id + ": see calque detectors");
    return kUsage;
  }
  auto output = Output::open("-");
  const auto written = output->write(list(options));
  if (written) return kDone;
  print_message(written.error().message);
  return kInputOutput;
}

}  // namespace

void add_detectors(Program& program) {
  auto options = std::make_shared<DetectorsOptions>();
  Command command = program.add("detectors", "List the detectors, with examples and rates");
  command.option("ID", options->ids, "Detectors to show; default: all").value_name("");
  command.option("--format", options->format, "text: for people; json: an array with one object per detector")
      .words({"text", "json"})
      .show_default();
  command.option("--color", options->color, "auto: on a terminal, unless NO_COLOR is set")
      .words({"auto", "always", "never"})
      .show_default();
  command.footer(kFooter);
  command.on_run([options] { return run(*options); });
}

}  // namespace calque
