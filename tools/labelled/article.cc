#include "labelled/article.h"

#include <simdjson.h>

#include <optional>

namespace calque {
namespace {

std::optional<ArticleKind> kind_of(std::string_view name) {
  for (const ArticleKind kind : {ArticleKind::kOriginal, ArticleKind::kTranslation, ArticleKind::kMachine}) {
    if (name == kind_name(kind)) return kind;
  }
  return std::nullopt;
}

std::string_view text_field(simdjson::dom::object object, const char* field) {
  std::string_view value;
  return object[field].get(value) ? std::string_view() : value;  // absent or null where the data does not say
}

bool read_sentences(simdjson::dom::object object, const char* field, std::vector<std::string>& sentences) {
  simdjson::dom::array array;
  if (object[field].get(array)) return false;
  for (const simdjson::dom::element element : array) {
    std::string_view sentence;
    if (element.get(sentence)) return false;
    sentences.emplace_back(sentence);
  }
  return !sentences.empty();
}

}  // namespace

std::string_view kind_name(ArticleKind kind) {
  if (kind == ArticleKind::kOriginal) return "original";
  return kind == ArticleKind::kTranslation ? "translation" : "machine";
}

std::string LabelledArticle::text() const { return text_of(sentences); }

std::string text_of(const std::vector<std::string>& sentences) {
  std::string text;
  for (const std::string& sentence : sentences) {
    if (!text.empty()) text += "\n\n";
    text += sentence;
  }
  return text;
}

struct LabelledParser::State {
  simdjson::dom::parser parser;
};

LabelledParser::LabelledParser() : state_(std::make_unique<State>()) {}
LabelledParser::LabelledParser(LabelledParser&&) noexcept = default;
LabelledParser::~LabelledParser() = default;

tl::expected<LabelledArticle, std::string> LabelledParser::parse(std::string_view line) {
  simdjson::dom::object object;
  if (const auto error = state_->parser.parse(line.data(), line.size()).get(object)) {
    return tl::unexpected(std::string("not an object of JSON: ") + simdjson::error_message(error));
  }
  const auto kind = kind_of(text_field(object, "kind"));
  if (!kind) return tl::unexpected(std::string("\"kind\" is not original, translation or machine"));
  LabelledArticle article;
  if (!read_sentences(object, "sentences", article.sentences)) {
    return tl::unexpected(std::string("\"sentences\" is not a list of strings"));
  }
  article.kind = *kind;
  if (!read_sentences(object, "original", article.original)) article.original.clear();  // no round trip
  if (object["year"].get(article.year)) article.year = 0;
  article.id = text_field(object, "id");
  article.pair = text_field(object, "pair");
  article.system = text_field(object, "system");
  article.engine = text_field(object, "engine");
  article.doc = text_field(object, "doc");
  if (article.pair.empty()) return tl::unexpected(std::string("no \"pair\""));
  if (article.doc.empty()) article.doc = article.id;
  if (article.doc.empty()) return tl::unexpected(std::string("neither \"doc\" nor \"id\""));
  return article;
}

}  // namespace calque
