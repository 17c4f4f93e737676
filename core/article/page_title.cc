#include "article/page_title.h"

#include <algorithm>
#include <array>

#include "article/html_main.h"
#include "base/ascii.h"

namespace calque {
namespace {

constexpr std::size_t kLeastTitleWords = 2;  // of a title without the site's name
constexpr double kMostLinkShare = 0.5;

// Marks between a title and the site's name.
constexpr std::array<std::string_view, 8> kBetween = {" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • "};

// The last part of a title and the text before it.
struct Parts {
  std::string_view title;
  std::string_view last;
};

Parts split(std::string_view title) {
  Parts parts{title, {}};
  std::size_t begin = 0;  // of the last part
  for (const std::string_view mark : kBetween) {
    const std::size_t at = title.rfind(mark);
    if (at == title.npos || at + mark.size() <= begin) continue;
    begin = at + mark.size();
    parts = {title.substr(0, at), title.substr(at + mark.size())};
  }
  return parts;
}

// Letters and digits only: "The Post" and "the-post" are one name.
std::string plain(std::string_view name) {
  std::string letters;
  for (const char c : name) {
    if (is_ascii_letter(c) || is_digit(c) || (c & 0x80) != 0) letters.push_back(to_lower(c));
  }
  return letters;
}

// "https://www.harbour-post.example/x" -> "harbourpostexample"
std::string host_letters(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme == url.npos) return {};
  return plain(url.substr(scheme + 3, url.find('/', scheme + 3) - scheme - 3));
}

bool is_site(std::string_view name, const PageMetadata& page) {
  const std::string letters = plain(name);
  return !letters.empty() &&
         (letters == plain(page.site_name) || host_letters(page.url).find(letters) != std::string::npos);
}

// The title without the site's name, if that is known.
std::string without_known_site(const std::string& title, const PageMetadata& page) {
  const Parts parts = split(title);
  const bool is_known = !parts.last.empty() && is_site(parts.last, page);
  return std::string(is_known && !trim(parts.title).empty() ? trim(parts.title) : title);
}

// Without the last part, whatever it is: <title> has the site's name there.
std::string without_last_part(const std::string& title) {
  const Parts parts = split(title);
  return std::string(!parts.last.empty() && count_words(parts.title) >= kLeastTitleWords ? parts.title : title);
}

// One of the two has all letters of the other. Any heading is the title of a page without one.
bool is_heading_of_page(const HtmlBlock& block, const std::string& title) {
  if (!block.is_main_heading || link_share(block) >= kMostLinkShare) return false;
  const std::string heading = plain(block.text);
  const std::string letters = plain(title);
  if (heading.empty() || letters.empty()) return !heading.empty();
  const bool is_longer = count_words(title) >= kLeastTitleWords && heading.find(letters) != std::string::npos;
  return is_longer || letters.find(heading) != std::string::npos;
}

}  // namespace

std::string choose_title(const HtmlBlocks& page) {
  const PageMetadata& said = page.metadata;
  if (!said.share_title.empty()) return without_known_site(said.share_title, said);
  const std::string title = without_last_part(said.title);
  const auto heading =
      std::ranges::find_if(page.blocks, [&](const HtmlBlock& block) { return is_heading_of_page(block, title); });
  if (heading != page.blocks.end()) return heading->text;
  const auto any =
      std::ranges::find_if(page.blocks, [](const HtmlBlock& block) { return is_heading_of_page(block, ""); });
  // A heading that is not in <title> is the site's name, and so is a <title> of one word.
  const bool is_of_site = count_words(title) < kLeastTitleWords;
  return any != page.blocks.end() && is_of_site ? any->text : title;
}

}  // namespace calque
