#include "article/page_part.h"

#include <algorithm>
#include <array>
#include <string>

#include "article/html_tokenizer.h"
#include "base/ascii.h"

namespace calque {
namespace {

// Sorted. Whole words of class names, as "related" in "related-posts" and "relatedPosts".
constexpr std::array<std::string_view, 58> kFurnitureWords = {
    "ad",        "ads",       "advert",    "advertisement", "banner",     "breadcrumb", "breadcrumbs", "byline",
    "caption",   "captions",  "carousel",  "contentinfo",   "copyright",  "credit",     "dialog",      "disclaimer",
    "donate",    "footer",    "gallery",   "legal",         "login",      "masthead",   "menu",        "metadata",
    "modal",     "nav",       "navbar",    "navigation",    "newsletter", "outbrain",   "pagination",  "popular",
    "popup",     "promo",     "promotion", "rail",          "readmore",   "recirc",     "recommended", "related",
    "search",    "share",     "sharing",   "sidebar",       "signup",     "slideshow",  "social",      "sponsor",
    "sponsored", "subscribe", "taboola",   "tags",          "toolbar",    "trending",   "trendingnow", "upnext",
    "widget",    "widgets"};
static_assert(std::ranges::is_sorted(kFurnitureWords));
static_assert(kFurnitureWords.size() <= kMostPartWords);

constexpr std::array<std::string_view, 10> kForeignWords = {"comment",    "comments", "consent", "cookie",  "cookies",
                                                            "discussion", "disqus",   "gdpr",    "replies", "respond"};
static_assert(std::ranges::is_sorted(kForeignWords));

// Words of furniture that article words beside them do not outweigh: "caption-text", "story-gallery".
constexpr std::array<std::string_view, 5> kPictureWords = {"caption", "captions", "carousel", "gallery", "slideshow"};
static_assert(std::ranges::is_sorted(kPictureWords));

constexpr std::array<std::string_view, 9> kArticleWords = {"article", "articlebody", "body",  "content", "entry",
                                                           "main",    "post",        "story", "text"};
static_assert(std::ranges::is_sorted(kArticleWords));
constexpr std::size_t kMostWordBytes = 24;

// One word of an article outweighs those of furniture.
struct Seen {
  bool comments = false;         // a name of comments, whatever other words it has
  std::size_t words = 0;         // of the name being read
  bool is_last_comment = false;  // the last of them is a comment: "article__comments"
  bool is_state = false;         // "no-comments"
  bool article = false;
  bool foreign = false;
  bool picture = false;
  int furniture = -1;

  void end_name() {
    comments = comments || is_last_comment;
    words = 0;
    is_state = is_last_comment = false;
  }

  void note(std::string_view word) {
    if (word.empty()) return;
    ++words;
    is_state = is_state || (words == 1 && (word == "has" || word == "no"));
    is_last_comment = words > 1 && !is_state && (word == "comment" || word == "comments");
    article = article || std::ranges::binary_search(kArticleWords, word);
    picture = picture || std::ranges::binary_search(kPictureWords, word);
    foreign = foreign || (!is_state && std::ranges::binary_search(kForeignWords, word));
    const auto found = std::ranges::lower_bound(kFurnitureWords, word);
    if (found != kFurnitureWords.end() && *found == word) furniture = static_cast<int>(found - kFurnitureWords.begin());
  }
};

void read_words(std::string_view names, Seen& seen) {
  std::array<char, kMostWordBytes> word;
  std::size_t size = 0;
  const auto end_word = [&] {
    seen.note({word.data(), size});
    size = 0;
  };
  const auto end_name = [&] {
    end_word();
    seen.end_name();
  };
  for (std::size_t at = 0; at < names.size(); ++at) {
    const char c = names[at];
    if (is_html_space(c)) end_name();
    const bool begins = is_upper(c) && at > 0 && !is_upper(names[at - 1]);
    if (begins || !is_ascii_letter(c)) end_word();
    if (is_ascii_letter(c) && size < kMostWordBytes) word[size++] = to_lower(c);
  }
  end_name();
}

bool has_style(std::string_view attributes, std::string_view declaration) {
  if (attributes.find("display") == std::string_view::npos) return false;
  std::string style(attribute(attributes, "style"));
  std::erase(style, ' ');
  return style.find(declaration) != std::string::npos;
}

bool is_name(std::string_view given) {
  constexpr std::array<std::string_view, 4> kNames = {"class", "id", "role", "itemprop"};
  return std::ranges::any_of(kNames, [&](std::string_view name) { return equal_ignoring_case(given, name); });
}

}  // namespace

PartName part_name(std::string_view element, std::string_view attributes) {
  Seen seen;
  if (element.find('-') != std::string_view::npos) read_words(element, seen);
  while (const auto found = take_attribute(attributes)) {
    if (is_name(found->name)) read_words(found->value, seen);
  }
  PartName name;
  name.is_foreign = seen.foreign;
  if (seen.comments || (seen.foreign && !seen.article)) {
    name.kind = PartName::kForeign;
  } else if (seen.article && !seen.picture) {
    name.kind = PartName::kArticle;
  } else if (seen.furniture >= 0) {
    name.kind = PartName::kFurniture;
    name.word = static_cast<std::uint8_t>(seen.furniture);
  }
  return name;
}

bool is_hidden(std::string_view attributes) {
  const auto has = [&](std::string_view word) { return attributes.find(word) != attributes.npos; };
  if (attributes.empty()) return false;
  if (has("hidden")) {
    if (has_attribute(attributes, "hidden") || attribute(attributes, "aria-hidden") == "true") return true;
    const std::string_view classes = attribute(attributes, "class");
    if (classes.find("visually-hidden") != classes.npos || classes.find("visuallyhidden") != classes.npos) return true;
  }
  return has_style(attributes, "display:none") || has("sr-only") || has("screen-reader-text");
}

bool is_styled_as_block(std::string_view attributes) { return has_style(attributes, "display:block"); }

}  // namespace calque
