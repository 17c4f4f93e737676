#include "article/page_part.h"

#include <algorithm>
#include <array>
#include <string>

#include "article/html_tokenizer.h"
#include "base/ascii.h"

namespace calque {
namespace {

// Sorted. Whole words of class names, as "related" in "related-posts" and "relatedPosts".
constexpr std::array<std::string_view, 59> kPartWords = {
    "ad",       "ads",        "advert",      "advertisement", "banner",    "breadcrumb", "breadcrumbs", "byline",
    "comment",  "comments",   "consent",     "contentinfo",   "cookie",    "cookies",    "copyright",   "credit",
    "dialog",   "disclaimer", "disqus",      "donate",        "footer",    "gdpr",       "legal",       "login",
    "masthead", "menu",       "metadata",    "modal",         "nav",       "navbar",     "navigation",  "newsletter",
    "outbrain", "pagination", "paywall",     "popular",       "popup",     "promo",      "promotion",   "rail",
    "readmore", "recirc",     "recommended", "related",       "respond",   "search",     "share",       "sharing",
    "sidebar",  "signup",     "social",      "sponsor",       "sponsored", "subscribe",  "taboola",     "tags",
    "toolbar",  "trending",   "widget"};
static_assert(std::ranges::is_sorted(kPartWords));

constexpr std::array<std::string_view, 8> kArticleWords = {"article", "body", "content", "entry",
                                                           "main",    "post", "story",   "text"};
constexpr std::size_t kMostWordBytes = 24;

enum class WordKind { kOther, kPart, kArticle };

WordKind kind_of(std::string_view word) {
  if (std::ranges::binary_search(kPartWords, word)) return WordKind::kPart;
  return std::ranges::binary_search(kArticleWords, word) ? WordKind::kArticle : WordKind::kOther;
}

struct Seen {
  bool part = false;
  bool article = false;
};

void note(std::string& word, Seen& seen) {
  const WordKind kind = kind_of(word);
  seen.part = seen.part || kind == WordKind::kPart;
  seen.article = seen.article || kind == WordKind::kArticle;
  word.clear();
}

void read_words(std::string_view names, Seen& seen) {
  std::string word;
  for (std::size_t at = 0; at < names.size(); ++at) {
    const char c = names[at];
    const bool begins = is_upper(c) && at > 0 && !is_upper(names[at - 1]);
    if (begins || !is_ascii_letter(c)) note(word, seen);
    if (is_ascii_letter(c) && word.size() <= kMostWordBytes) word.push_back(to_lower(c));
  }
  note(word, seen);
}

}  // namespace

bool is_page_part(std::string_view attributes) {
  if (attributes.empty()) return false;
  Seen seen;
  for (const std::string_view name : {"class", "id", "role"}) read_words(attribute(attributes, name), seen);
  return seen.part && !seen.article;
}

bool is_hidden(std::string_view attributes) {
  if (attributes.empty()) return false;
  if (has_attribute(attributes, "hidden") || attribute(attributes, "aria-hidden") == "true") return true;
  std::string style(attribute(attributes, "style"));
  std::erase(style, ' ');
  return style.find("display:none") != std::string::npos;
}

}  // namespace calque
