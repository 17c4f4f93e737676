// Articles with a known writer, one per line of JSON:
//
//   {"id","year","pair","system","kind","engine","doc","sentences":[...]}
//
// kind is original (written in English), translation (by a person) or machine; engine is rbmt, smt, nmt or empty. Texts
// of one year, pair and doc are translations of one article. A round trip (tools/lab/round_trip.py) also has
// "original":[...], of which sentence i was rendered as sentences[i]. Other fields are not looked at.
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
  std::int64_t year = 0;  // 0 where the data does not say
  std::string pair;       // "de-en"; "en-en" for originals
  std::string system;
  ArticleKind kind = ArticleKind::kOriginal;
  std::string engine;
  std::string doc;
  std::vector<std::string> sentences;  // or paragraphs, or the whole as one
  std::vector<std::string> original;   // of a round trip; else empty

  // Sentences as paragraphs, since nothing says which of them stood together.
  std::string text() const;
};

// Sentences as paragraphs.
std::string text_of(const std::vector<std::string>& sentences);

// Holds buffers, so each thread has its own.
class LabelledParser {
 public:
  LabelledParser();
  LabelledParser(LabelledParser&&) noexcept;
  ~LabelledParser();

  // The article, or why the line holds none.
  tl::expected<LabelledArticle, std::string> parse(std::string_view line);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace calque
