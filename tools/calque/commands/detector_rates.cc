#include "commands/detector_rates.h"

#include <simdjson.h>

#include <algorithm>

namespace calque {
namespace {

void add(Rates& rates, std::string_view writer, double rate) {
  const auto same = std::ranges::find(rates, writer, &Rates::value_type::first);
  if (same == rates.end()) {
    rates.emplace_back(writer, rate);
  } else {
    same->second += rate;
  }
}

// Lines without a detector sum up a type.
DetectorRates rates_in(const simdjson::dom::element& root) {
  DetectorRates rates;
  for (const simdjson::dom::element line : root["detectors"].get_array()) {
    std::string_view detector;
    if (line["detector"].get(detector)) continue;
    for (const auto [writer, rate] : line["per_1000_words"].get_object()) {
      add(rates[std::string(detector)], writer, double(rate));
    }
  }
  return rates;
}

}  // namespace

Expected<DetectorRates> read_detector_rates(const std::string& path) {
  try {
    simdjson::dom::parser parser;
    return rates_in(parser.load(path));
  } catch (const simdjson::simdjson_error& error) {
    return tl::unexpected(Error{
        ErrorKind::kInput, path + ": no report of calque evaluate --findings --format json (" + error.what() + ")"});
  }
}

}  // namespace calque
