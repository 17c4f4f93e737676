#include "article/html_article.h"

#include <algorithm>
#include <vector>

#include "article/html_blocks.h"
#include "base/ascii.h"

namespace calque {
namespace {

constexpr std::size_t kProseWords = 12;  // fewer are a caption, a headline, a button
constexpr double kMostLinkShareOfProse = 0.3;
constexpr double kMostLinkShare = 0.5;       // of other blocks inside the article
constexpr std::size_t kLeastTitleWords = 2;  // of a <title> without the site's name
constexpr std::size_t kMostCodeBytes = 120;  // of a mark

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  bool in_word = false;
  for (const char c : text) {
    const bool is_space = c == ' ' || c == '\n';
    words += !is_space && !in_word;
    in_word = !is_space;
  }
  return words;
}

double link_share(const HtmlBlock& block) {
  return static_cast<double>(block.link_bytes) / static_cast<double>(block.text.size());
}

bool is_prose(const HtmlBlock& block, std::size_t words) {
  return block.kind != HtmlBlock::kHeading && words >= kProseWords && link_share(block) <= kMostLinkShareOfProse;
}

// The element that holds the article; nothing where no prose is.
const HtmlElement* find_main_element(const HtmlBlocks& page) {
  std::vector<std::size_t> scores(page.elements.size());  // in half words
  for (const HtmlBlock& block : page.blocks) {
    const std::size_t words = count_words(block.text);
    if (!is_prose(block, words)) continue;
    scores[block.element] += 2 * words;
    if (block.element != 0) scores[page.elements[block.element].parent] += words;
  }
  const auto best = std::ranges::max_element(scores);
  return *best == 0 ? nullptr : &page.elements[static_cast<std::size_t>(best - scores.begin())];
}

// "Rain floods the market | Harbour Post" -> "Rain floods the market"
std::string without_site_name(const std::string& title) {
  for (const std::string_view mark : {" | ", " - ", " – ", " — ", " :: ", " » "}) {
    const std::size_t at = title.rfind(mark);
    if (at != std::string::npos && count_words(std::string_view(title).substr(0, at)) >= kLeastTitleWords) {
      return title.substr(0, at);
    }
  }
  return title;
}

std::string choose_title(const HtmlBlocks& page) {
  if (!page.meta_title.empty()) return page.meta_title;
  const auto heading = std::ranges::find_if(page.blocks, &HtmlBlock::is_main_heading);
  if (heading != page.blocks.end() && link_share(*heading) < kMostLinkShare) return heading->text;
  return without_site_name(page.title);
}

bool belongs(const HtmlBlock& block, std::string_view title) {
  if (block.is_main_heading || block.text == title) return false;
  if (block.kind == HtmlBlock::kParagraph && link_share(block) < kMostLinkShare) return true;
  return link_share(block) <= kMostLinkShareOfProse;
}

// The text of an article while it is put together.
struct Chosen {
  std::string text;
  std::size_t marked_bytes = 0;  // HtmlBlock::marked_bytes

  void add(const HtmlBlock& block) {
    if (!text.empty()) text.append("\n\n");
    text.append(block.text);
    marked_bytes += block.marked_bytes;
  }
};

Chosen text_of_main(const HtmlBlocks& page, const HtmlElement& main, std::string_view title) {
  Chosen chosen;
  for (std::size_t i = main.first_block; i < main.end_block; ++i) {
    const HtmlBlock& block = page.blocks[i];
    if (!belongs(block, title)) continue;
    // A heading that no text follows heads something that was left out.
    const bool is_last = i + 1 == main.end_block || !belongs(page.blocks[i + 1], title);
    if (block.kind == HtmlBlock::kHeading && is_last) continue;
    chosen.add(block);
  }
  return chosen;
}

// Without blocks of links where it is a page: a list of headlines is no article.
Chosen text_of_all(const HtmlBlocks& page, bool is_page) {
  Chosen chosen;
  for (const HtmlBlock& block : page.blocks) {
    if (!is_page || link_share(block) < kMostLinkShare) chosen.add(block);
  }
  return chosen;
}

PageMark owned(const CodeMark& mark) {
  if (mark.code.size() <= kMostCodeBytes) return {std::string(mark.code), mark.means};
  std::size_t end = kMostCodeBytes;
  while ((static_cast<unsigned char>(mark.code[end]) & 0xC0) == 0x80) --end;
  return {std::string(mark.code.substr(0, end)) + "...", mark.means};
}

// Those of the page as a whole, and the one that is on most of the article's text.
std::vector<PageMark> marks_of(const HtmlBlocks& page, const Chosen& chosen) {
  std::vector<PageMark> marks;
  for (const CodeMark& mark : page.marks) marks.push_back(owned(mark));
  const bool is_mostly_marked = 2 * chosen.marked_bytes > chosen.text.size();
  if (page.text_mark && is_mostly_marked) marks.push_back(owned(*page.text_mark));
  return marks;
}

}  // namespace

HtmlArticle read_html(std::string_view html, Markup markup) {
  const bool is_page = markup == Markup::kPage;
  HtmlBlocks page = find_html_blocks(html, is_page);
  HtmlArticle article{choose_title(page), page.date, {}, {}};
  const HtmlElement* main = is_page ? find_main_element(page) : nullptr;
  if (main == nullptr && is_page) page = find_html_blocks(html, false);
  Chosen chosen = main != nullptr ? text_of_main(page, *main, article.title) : text_of_all(page, is_page);
  article.marks = marks_of(page, chosen);
  article.text = std::move(chosen.text);
  return article;
}

}  // namespace calque
