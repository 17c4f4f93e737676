#include "article/html_article.h"

#include <algorithm>
#include <span>
#include <utility>

#include "article/html_blocks.h"
#include "article/html_main.h"
#include "article/page_title.h"
#include "base/ascii.h"

namespace calque {
namespace {

constexpr std::size_t kMostCodeBytes = 120;  // of a mark
constexpr std::size_t kLeastBodyWords = 40;  // of JSON-LD's articleBody

// The text of an article while it is put together.
struct Chosen {
  std::string text;
  std::size_t marked_bytes = 0;  // HtmlBlock::marked_bytes

  void add(std::string_view paragraph) {
    if (!text.empty()) text.append("\n\n");
    text.append(paragraph);
  }
};

Chosen text_of(const HtmlBlocks& page, std::span<const std::size_t> blocks, std::string_view title) {
  Chosen chosen;
  for (const std::size_t i : blocks) {
    const HtmlBlock& block = page.blocks[i];
    if (!title.empty() && block.text == title) continue;
    chosen.add(block.text);
    chosen.marked_bytes += block.marked_bytes;
  }
  return chosen;
}

// JSON-LD's body: text with line ends, or markup.
Chosen text_of_body(const std::string& body) {
  if (body.find("</") != body.npos) {
    const HtmlBlocks blocks = find_html_blocks(body);
    return text_of(blocks, choose_visible(blocks, Markup::kFragment), "");
  }
  Chosen chosen;
  for (std::string_view rest = body; !rest.empty();) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = trim(rest.substr(0, end));
    if (!line.empty()) chosen.add(line);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return chosen;
}

// If the markup has less than two thirds of JSON-LD's body, a script probably adds the rest.
bool is_much_more(const std::string& body, const Chosen& chosen) {
  const std::size_t words = count_words(body);
  return words >= kLeastBodyWords && 3 * count_words(chosen.text) < 2 * words;
}

PageMark owned(const CodeMark& mark) {
  if (mark.code.size() <= kMostCodeBytes) return {std::string(mark.code), mark.means};
  std::size_t end = kMostCodeBytes;
  while ((static_cast<unsigned char>(mark.code[end]) & 0xC0) == 0x80) --end;
  return {std::string(mark.code.substr(0, end)) + "...", mark.means};
}

// The marks on the whole page, and the one on most of the article's text.
std::vector<PageMark> marks_of(const HtmlBlocks& page, const Chosen& chosen) {
  std::vector<PageMark> marks;
  for (const CodeMark& mark : page.marks) marks.push_back(owned(mark));
  const bool is_mostly_marked = 2 * chosen.marked_bytes > chosen.text.size();
  if (page.text_mark && is_mostly_marked) marks.push_back(owned(*page.text_mark));
  return marks;
}

}  // namespace

HtmlArticle read_html(std::string_view html, Markup markup) {
  HtmlBlocks page = find_html_blocks(html);
  HtmlArticle article{choose_title(page),
                      std::move(page.metadata.date),
                      std::move(page.metadata.url),
                      std::move(page.metadata.language),
                      {},
                      {}};
  std::vector<std::size_t> blocks;
  if (markup == Markup::kPage) blocks = choose_article(page);
  Chosen chosen =
      blocks.empty() ? text_of(page, choose_visible(page, markup), "") : text_of(page, blocks, article.title);
  if (is_much_more(page.metadata.body, chosen)) chosen = text_of_body(page.metadata.body);
  article.marks = marks_of(page, chosen);
  article.text = std::move(chosen.text);
  return article;
}

}  // namespace calque
