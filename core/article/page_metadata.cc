#include "article/page_metadata.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "article/html_entities.h"
#include "base/ascii.h"
#include "base/utf8.h"

namespace calque {
namespace {

constexpr std::size_t kMostJsonDepth = 64;
constexpr std::size_t kMostObjects = 64;  // of JSON-LD that are looked at

enum DateRank : int { kJsonLd, kArticleMeta, kNamedMeta, kTimeOfPage, kTime, kAddress, kTimeElsewhere };
enum TitleRank : int { kOpenGraph, kTwitter, kHeadline };
enum UrlRank : int { kCanonical, kOgUrl };

// Names of <meta> for the date of publication, the most reliable first.
constexpr std::array<std::string_view, 20> kDateNames = {
    "article:published_time", "article:published", "og:published_time", "og:article:published_time",
    "datepublished",          "parsely-pub-date",  "sailthru.date",     "article.published",
    "published_at",           "publish-date",      "publish_date",      "publishdate",
    "publication_date",       "pubdate",           "dc.date.issued",    "dcterms.issued",
    "dcterms.created",        "dc.date.created",   "dc.date",           "date"};

std::string decoded(std::string_view text) {
  std::string out;
  append_decoded_entities(trim(text), EntityPlace::kAttribute, out);
  return out;
}

std::string_view string_of(const simdjson::dom::element& object, const char* key) {
  std::string_view value;
  return object[key].get(value) == simdjson::SUCCESS ? trim(value) : std::string_view();
}

bool ends_with_any(std::string_view type, std::initializer_list<std::string_view> ends) {
  return std::ranges::any_of(ends, [&](std::string_view end) { return type.ends_with(end); });
}

// "@type" is a string or an array of them.
std::string_view type_of(const simdjson::dom::element& object) {
  std::string_view type;
  if (object["@type"].get(type) == simdjson::SUCCESS) return type;
  simdjson::dom::array types;
  if (object["@type"].get(types) != simdjson::SUCCESS) return {};
  for (const simdjson::dom::element one : types) {
    if (one.get(type) == simdjson::SUCCESS && ends_with_any(type, {"Article", "Posting"})) return type;
  }
  return type;
}

// The objects at the top, in an array there, and in "@graph" and "mainEntity".
void collect_objects(const simdjson::dom::element& json, std::size_t depth, std::vector<simdjson::dom::element>& out) {
  simdjson::dom::array array;
  if (depth > 3 || out.size() >= kMostObjects) return;
  if (json.get(array) == simdjson::SUCCESS) {
    for (const simdjson::dom::element one : array) collect_objects(one, depth + 1, out);
  } else if (json.is_object()) {
    out.push_back(json);
    for (const char* key : {"@graph", "mainEntity"}) {
      simdjson::dom::element inner;
      if (json[key].get(inner) == simdjson::SUCCESS) collect_objects(inner, depth + 1, out);
    }
  }
}

// "/2026/03/05/", "/2026-03-05" or "/2026/03-05" -> "2026-03-05"
std::string date_in_address(std::string_view url) {
  constexpr std::string_view kShape = "/0000-00-00";
  for (std::size_t at = url.find("/20"); at != url.npos; at = url.find("/20", at + 1)) {
    std::string date(url.substr(at, kShape.size()));
    if (date.size() < kShape.size()) return {};
    const auto fits = [&](std::size_t i) {
      return kShape[i] == '0' ? is_digit(date[i]) : i == 0 || date[i] == '/' || date[i] == '-';
    };
    bool is_date = at + kShape.size() == url.size() || !is_digit(url[at + kShape.size()]);
    for (std::size_t i = 0; i < kShape.size(); ++i) is_date = is_date && fits(i);
    const int month = (date[6] - '0') * 10 + date[7] - '0';
    if (is_date && month >= 1 && month <= 12) return date.substr(1, 4) + '-' + date.substr(6, 2) + '-' + date.substr(9);
  }
  return {};
}

}  // namespace

void MetadataReader::Candidate::offer(std::string_view text, int text_rank) {
  if (text_rank >= rank || trim(text).empty()) return;
  value = decoded(text);
  rank = text_rank;
}

void MetadataReader::read(const HtmlToken& token, bool is_in_part) {
  if (token.kind == HtmlToken::kScript && in_json_ld_) return read_json_ld(token.text);
  if (token.kind != HtmlToken::kStart) return;
  if (token.name == "script") {
    const std::string_view type = attribute(token.attributes, "type");
    in_json_ld_ = equal_ignoring_case(type.substr(0, 19), "application/ld+json");
  } else if (token.name == "meta") {
    read_meta(token.attributes);
  } else if (token.name == "link") {
    read_link(token.attributes);
  } else if (token.name == "time") {
    read_time(token.attributes, is_in_part);
  } else if (token.name == "html") {
    found_.language = decoded(attribute(token.attributes, "lang"));
  }
}

void MetadataReader::read_meta(std::string_view attributes) {
  std::string_view given = attribute(attributes, "property");
  if (given.empty()) given = attribute(attributes, "name");
  if (given.empty()) given = attribute(attributes, "itemprop");
  if (given.empty()) return;
  std::string name(given);
  std::ranges::transform(name, name.begin(), to_lower);
  const std::string_view content = attribute(attributes, "content");
  if (name == "og:title") share_title_.offer(content, kOpenGraph);
  if (name == "twitter:title") share_title_.offer(content, kTwitter);
  if (name == "og:site_name" && found_.site_name.empty()) found_.site_name = decoded(content);
  if (name == "og:url") url_.offer(content, kOgUrl);
  const auto date = std::ranges::find(kDateNames, name);
  if (date == kDateNames.end()) return;
  const auto place = static_cast<int>(date - kDateNames.begin());
  date_.offer(content, place < 4 ? kArticleMeta : kNamedMeta);
}

void MetadataReader::read_link(std::string_view attributes) {
  if (equal_ignoring_case(attribute(attributes, "rel"), "canonical")) {
    url_.offer(attribute(attributes, "href"), kCanonical);
  }
}

void MetadataReader::read_time(std::string_view attributes, bool is_in_part) {
  const bool is_of_page = has_attribute(attributes, "pubdate") ||
                          attribute(attributes, "itemprop") == "datePublished" ||
                          attribute(attributes, "class").find("published") != std::string_view::npos;
  date_.offer(attribute(attributes, "datetime"), is_in_part ? kTimeElsewhere : is_of_page ? kTimeOfPage : kTime);
}

void MetadataReader::read_json_ld(std::string_view json) {
  in_json_ld_ = false;
  simdjson::dom::parser parser;
  if (parser.allocate(json.size(), kMostJsonDepth) != simdjson::SUCCESS) return;
  simdjson::dom::element top;
  if (parser.parse(json.data(), json.size(), true).get(top) != simdjson::SUCCESS) return;
  std::vector<simdjson::dom::element> objects;
  collect_objects(top, 0, objects);
  for (const simdjson::dom::element& object : objects) {
    const std::string_view type = type_of(object);
    if (!ends_with_any(type, {"Article", "Posting", "WebPage"})) continue;
    date_.offer(string_of(object, "datePublished"), kJsonLd);
    if (type.ends_with("WebPage")) continue;
    share_title_.offer(string_of(object, "headline"), kHeadline);
    found_.is_live = found_.is_live || type.ends_with("LiveBlogPosting");
    const std::string_view body = string_of(object, "articleBody");
    if (body.size() > found_.body.size() && is_valid_utf8(body)) found_.body = body;
  }
}

PageMetadata MetadataReader::take() {
  date_.offer(date_in_address(url_.value), kAddress);
  found_.share_title = std::move(share_title_.value);
  found_.date = std::move(date_.value);
  found_.url = std::move(url_.value);
  return std::move(found_);
}

}  // namespace calque
