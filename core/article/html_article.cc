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

void append_paragraph(std::string_view text, std::string& out) {
  if (!out.empty()) out.append("\n\n");
  out.append(text);
}

std::string text_of_main(const HtmlBlocks& page, const HtmlElement& main, std::string_view title) {
  std::string text;
  for (std::size_t i = main.first_block; i < main.end_block; ++i) {
    const HtmlBlock& block = page.blocks[i];
    if (!belongs(block, title)) continue;
    // A heading that no text follows heads something that was left out.
    const bool is_last = i + 1 == main.end_block || !belongs(page.blocks[i + 1], title);
    if (block.kind == HtmlBlock::kHeading && is_last) continue;
    append_paragraph(block.text, text);
  }
  return text;
}

// Without blocks of links where it is a page: a list of headlines is no article.
std::string text_of_all(const HtmlBlocks& page, bool is_page) {
  std::string text;
  for (const HtmlBlock& block : page.blocks) {
    if (!is_page || link_share(block) < kMostLinkShare) append_paragraph(block.text, text);
  }
  return text;
}

}  // namespace

HtmlArticle read_html(std::string_view html, Markup markup) {
  const bool is_page = markup == Markup::kPage;
  HtmlBlocks page = find_html_blocks(html, is_page);
  HtmlArticle article{choose_title(page), page.date, {}};
  const HtmlElement* main = is_page ? find_main_element(page) : nullptr;
  if (main != nullptr) {
    article.text = text_of_main(page, *main, article.title);
    return article;
  }
  if (is_page) page = find_html_blocks(html, false);
  article.text = text_of_all(page, is_page);
  return article;
}

}  // namespace calque
