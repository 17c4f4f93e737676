// Labelled articles, whose writer is known, one per line of JSON:
//
//   {"id","year","pair","system","kind","engine","doc","sentences":[...]}
//
// kind is original (written in English), translation (by a person) or machine; engine is rbmt, smt, nmt or empty. Texts
// of one year, pair and doc are translations of one article. A round trip (tools/lab/round_trip.py) also has
// "original":[...], whose sentence i was translated as sentences[i]. Other fields are ignored.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace calque {

enum class ArticleKind : std::uint8_t { kOriginal, kTranslation, kMachine };

// "original", "translation", "machine"
std::string_view kind_name(ArticleKind kind);

struct LabelledArticle {
  std::string id;
  std::int64_t year = 0;  // 0 if unknown
  std::string pair;       // "de-en"; "en-en" for originals
  std::string system;
  ArticleKind kind = ArticleKind::kOriginal;
  std::string engine;
  std::string doc;
  std::vector<std::string> sentences;  // or paragraphs, or the whole as one
  std::vector<std::string> original;   // of round trips only

  // Each sentence as a paragraph, since the data does not say where paragraphs end.
  std::string text() const;
};

// Each sentence as a paragraph.
std::string text_of(const std::vector<std::string>& sentences);

// Has buffers, so each thread needs its own.
class LabelledParser {
 public:
  LabelledParser();
  LabelledParser(LabelledParser&&) noexcept;
  ~LabelledParser();

  // The article, or why the line has none.
  tl::expected<LabelledArticle, std::string> parse(std::string_view line);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace calque
