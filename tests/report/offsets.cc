// input[start:end] must be the finding's text, in every unit, also where normalisation changed the text before it.
#include <simdjson.h>

#include <random>

#include "report/example.h"
#include "report/input_places.h"
#include "report/json.h"
#include "support/catch.h"

using namespace calque;

namespace {

// One string for each unit, so that slicing this list slices the text in that unit.
std::vector<std::string> units_of(const std::string& text, OffsetUnit unit) {
  std::vector<std::string> units;
  for (const char byte : text) {
    const auto bits = static_cast<unsigned char>(byte);
    const bool continues = bits >= 0x80 && bits < 0xC0;
    if (unit != OffsetUnit::kBytes && continues) {
      units.back() += byte;
      continue;
    }
    if (unit == OffsetUnit::kUtf16 && bits >= 0xF0) units.emplace_back();  // a high surrogate, which gets no bytes
    units.emplace_back(1, byte);
  }
  return units;
}

std::string slice(const std::string& text, OffsetUnit unit, std::size_t begin, std::size_t end) {
  const auto units = units_of(text, unit);
  REQUIRE(end <= units.size());
  std::string out;
  for (std::size_t i = begin; i < end; ++i) out += units[i];
  return out;
}

const OffsetUnit kUnits[] = {OffsetUnit::kBytes, OffsetUnit::kCodePoints, OffsetUnit::kUtf16};

// "Cafe" and a combining acute, an emoji, then a doubled word.
Analysis normalised_analysis() {
  Analysis analysis;
  analysis.article =
      test::article_of({{"Caf", "Caf"}, {"e\u0301", "\u00e9"}, {" \U0001F600 the the end", " \U0001F600 the the end"}});
  const auto begin = static_cast<std::uint32_t>(analysis.article.text.find("the the"));
  analysis.findings.push_back(test::finding_at({begin, begin + 7}));
  return analysis;
}

}  // namespace

TEST_CASE("Places are counted in the input, in the requested unit") {
  const Analysis analysis = normalised_analysis();
  const auto begins = [&](OffsetUnit unit) { return input_places(analysis.article, analysis.findings, unit)[0].begin; };
  CHECK(begins(OffsetUnit::kBytes) == 12);
  CHECK(begins(OffsetUnit::kCodePoints) == 8);
  CHECK(begins(OffsetUnit::kUtf16) == 9);
}

TEST_CASE("The text of a finding in the record is cut from the input") {
  Analysis analysis = normalised_analysis();
  analysis.findings[0].span = {0, 5};  // the whole of the normalised word
  std::string out;
  append_record({}, analysis, "m", {true, OffsetUnit::kCodePoints}, out);
  CHECK(out.find("\"start\":0,\"end\":5,\"text\":\"Cafe\u0301\"") != std::string::npos);
}

TEST_CASE("A place that begins inside a normalised character covers whole code points") {
  Analysis analysis;
  analysis.article = test::article_of({{"\u0344", "\u0308\u0301"}, {" end", " end"}});
  analysis.findings.push_back(test::finding_at({2, 4}));
  const InputPlace place = input_places(analysis.article, analysis.findings, OffsetUnit::kCodePoints)[0];
  CHECK(place.bytes.of(analysis.article.input) == place.bytes.of("\u0344 end"));
  CHECK(place.begin <= 1);
  CHECK(place.end == 1);
}

TEST_CASE("Slicing the input gives every finding's text, also for nested findings") {
  std::mt19937 random(3);
  const std::vector<test::Stretch> pieces = {{"a", "a"},           {"e\u0301", "\u00e9"},        {"\u00df", "\u00df"},
                                             {" ", " "},           {"\U0001F600", "\U0001F600"}, {"\u2019", "\u2019"},
                                             {"\u212B", "\u00c5"}, {"\uFB01x", "\uFB01x"}};
  for (int round = 0; round < 3000; ++round) {
    std::vector<test::Stretch> stretches;
    std::vector<Span> text_and_input_ends = {{0, 0}};
    for (auto left = 1 + random() % 30; left > 0; --left) {
      stretches.push_back(pieces[random() % pieces.size()]);
      const Span last = text_and_input_ends.back();
      text_and_input_ends.push_back({last.begin + static_cast<std::uint32_t>(stretches.back().text.size()),
                                     last.end + static_cast<std::uint32_t>(stretches.back().input.size())});
    }
    Analysis analysis;
    analysis.article = test::article_of(stretches);
    std::vector<Span> expected;
    for (int i = 0; i < 5; ++i) {
      auto from = random() % stretches.size();
      auto to = random() % stretches.size();
      if (from > to) std::swap(from, to);
      analysis.findings.push_back(test::finding_at({text_and_input_ends[from].begin, text_and_input_ends[to].begin}));
      expected.push_back({text_and_input_ends[from].end, text_and_input_ends[to].end});
    }
    for (const OffsetUnit unit : kUnits) {
      const auto places = input_places(analysis.article, analysis.findings, unit);
      for (std::size_t i = 0; i < places.size(); ++i) {
        REQUIRE(places[i].bytes == expected[i]);
        REQUIRE(slice(analysis.article.input, unit, places[i].begin, places[i].end) ==
                places[i].bytes.of(analysis.article.input));
      }
    }
  }
}
