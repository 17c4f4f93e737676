#include "article/html_main.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>

#include "base/ascii.h"

namespace calque {
namespace {

constexpr std::size_t kProseWords = 12;    // a block with fewer is a caption, a headline or a button
constexpr std::size_t kSentenceWords = 5;  // and a full stop: a line without one is a date or a name
constexpr double kMostLinkShareOfProse = 0.3;
constexpr double kMostLinkShare = 0.5;        // of other blocks inside the article
constexpr double kMostLinkShareOfItem = 0.8;  // of a list item with a sentence beside the link
constexpr std::size_t kLeastWordsBesideLink = 4;
constexpr std::size_t kLeastArticleParagraphs = 3;  // of an <article>: a card has fewer
constexpr std::size_t kLeastArticleWords = 50;
constexpr std::size_t kLeastParagraphsBeside = 3;  // of an <article>: a note on the author has fewer
constexpr std::size_t kMostWordsOfTeaser = 60;
constexpr std::size_t kMostLeadParagraphs = 3;
constexpr std::size_t kClimb = 3;  // an element with so many times the prose is the article instead

using Sizes = std::vector<std::size_t>;

// Elements of one kind with the same parent.
struct Group {
  std::vector<std::size_t> members;  // that have prose
  std::size_t words = 0;
  std::size_t largest = 0;
  std::size_t teasers = 0;
};
using Groups = std::map<std::pair<std::size_t, std::uint64_t>, Group>;  // by parent and kind

class Chooser {
 public:
  explicit Chooser(const HtmlBlocks& page) : page_(page), prose_(words_of(page)), is_out_(page.elements.size()) {
    before_ = sums([&](std::size_t i) { return prose_[i]; });
    headings_ = sums([&](std::size_t i) { return std::size_t{page.blocks[i].is_main_heading}; });
    teasers_ = sums([&](std::size_t i) {
      return std::size_t{page.blocks[i].kind == HtmlBlock::kHeading && link_share(page.blocks[i]) > kMostLinkShare};
    });
    take_out_foreign();
    take_out_furniture();
    take_out_teasers();
    net_ = net_words();
    paragraphs_ = sums([&](std::size_t i) { return std::size_t{prose_[i] > 0 && !is_out(page.blocks[i])}; });
  }

  std::vector<std::size_t> article() const;

 private:
  static Sizes words_of(const HtmlBlocks& page);
  // For each block, the sum of a figure over all blocks before it.
  template <class Figure>
  Sizes sums(Figure figure) const {
    Sizes sums(prose_.size() + 1);
    for (std::size_t i = 0; i < prose_.size(); ++i) sums[i + 1] = sums[i] + figure(i);
    return sums;
  }
  const HtmlElement& element(std::size_t i) const { return page_.elements[i]; }
  std::size_t prose_in(std::size_t e) const { return before_[element(e).end_block] - before_[element(e).first_block]; }
  bool is_out(const HtmlBlock& block) const { return is_out_[block.element]; }
  bool has_main_heading(const HtmlElement& element) const {
    return headings_[element.end_block] > headings_[element.first_block];
  }
  bool asks_for_scripts(const HtmlElement& element) const;
  void take_out_foreign();
  void take_out_furniture();
  void take_out_teasers();
  std::size_t words_left() const;
  Sizes net_words() const;
  bool contains(std::size_t outer, std::size_t inner) const {
    return inner >= outer && inner < element(outer).end_element;
  }
  std::size_t paragraphs_in(std::size_t e) const {
    return paragraphs_[element(e).end_block] - paragraphs_[element(e).first_block];
  }
  bool is_full(std::size_t e) const;
  std::size_t around_heading() const;
  std::size_t root() const;
  Sizes scores(std::size_t root) const;
  void add_joined(std::size_t root, Sizes& scores) const;
  // Teasers: headlines that link to other pages, with a few words each.
  bool is_teaser(std::size_t e) const {
    const std::size_t headlines = teasers_[element(e).end_block] - teasers_[element(e).first_block];
    return headlines > 0 && prose_in(e) <= kMostWordsOfTeaser * headlines;
  }
  Groups groups(std::size_t root, const Sizes& words) const;
  std::size_t climb(std::size_t best, std::size_t root) const;
  std::size_t begin_of_lead(std::size_t best) const;
  std::size_t first_prose(const HtmlElement& element) const;
  bool belongs(const HtmlBlock& block) const;

  const HtmlBlocks& page_;
  Sizes prose_;               // words of each block that is prose
  Sizes before_;              // sums of it
  Sizes headings_;            // sums of main headings
  Sizes teasers_;             // sums of headings that are links
  std::vector<char> is_out_;  // of each element: no part of the article
  Sizes paragraphs_;          // sums of prose that is not out
  Sizes net_;                 // words of prose in each element, without what is out
};

Sizes Chooser::words_of(const HtmlBlocks& page) {
  Sizes all;
  all.reserve(page.blocks.size());
  for (const HtmlBlock& block : page.blocks) {
    const bool may_be = block.kind != HtmlBlock::kHeading && link_share(block) <= kMostLinkShareOfProse;
    const std::size_t words = may_be ? count_words(block.text) : 0;
    all.push_back(words >= kProseWords ? words : 0);
  }
  return all;
}

// No language translates "JavaScript".
bool Chooser::asks_for_scripts(const HtmlElement& element) const {
  for (std::size_t i = element.first_block; i < element.end_block; ++i) {
    const std::string& text = page_.blocks[i].text;
    if (text.find("avaScript") != text.npos || text.find("avascript") != text.npos) return true;
  }
  return false;
}

void Chooser::take_out_foreign() {
  for (std::size_t e = 1; e < page_.elements.size(); ++e) {
    const HtmlElement& here = element(e);
    is_out_[e] = is_out_[here.parent] || (here.part == HtmlElement::kForeign && !has_main_heading(here)) ||
                 (here.part == HtmlElement::kNoScript && element(here.parent).part != HtmlElement::kNoScript &&
                  asks_for_scripts(here));
  }
}

// An element, or all elements of one name, with more than half of the rest are no furniture.
void Chooser::take_out_furniture() {
  const std::size_t all = words_left();
  const auto is_most = [&](std::size_t words) { return 2 * words > all; };
  const auto may_go = [&](std::size_t e) {
    const bool is_part = element(e).part == HtmlElement::kFurniture || element(e).part == HtmlElement::kHidden;
    return is_part && !is_most(prose_in(e));
  };
  const auto is_named = [&](std::size_t e) { return element(e).name.kind == PartName::kFurniture; };
  std::array<std::size_t, kMostPartWords> by_word{};
  std::size_t end = 0;  // of the outermost element so far
  for (std::size_t e = 1; e < page_.elements.size(); ++e) {
    if (is_out_[e] || !may_go(e) || !is_named(e) || element(e).first_block < end) continue;
    by_word[element(e).name.word] += prose_in(e);
    end = element(e).end_block;
  }
  for (std::size_t e = 1; e < page_.elements.size(); ++e) {
    const bool is_common = is_named(e) && is_most(by_word[element(e).name.word]);
    is_out_[e] = is_out_[e] || is_out_[element(e).parent] || (may_go(e) && !is_common);
  }
}

// Takes out teasers, unless they have most of the prose: then the article is a list of them.
void Chooser::take_out_teasers() {
  const std::size_t all = words_left();
  Groups teasers = groups(0, net_words());
  std::erase_if(teasers, [&](const auto& entry) {
    const Group& group = entry.second;
    const bool are_teasers = group.members.size() >= 2 && 2 * group.teasers >= group.members.size();
    return !are_teasers || 2 * group.words > all;
  });
  for (std::size_t e = 1; e < page_.elements.size(); ++e) {
    const bool is_one = teasers.contains({element(e).parent, element(e).kind});
    is_out_[e] = is_out_[e] || is_out_[element(e).parent] || is_one;
  }
}

std::size_t Chooser::words_left() const {
  std::size_t words = 0;
  for (std::size_t i = 0; i < prose_.size(); ++i) words += is_out(page_.blocks[i]) ? 0 : prose_[i];
  return words;
}

Groups Chooser::groups(std::size_t root, const Sizes& words) const {
  Groups groups;
  for (std::size_t e = root + 1; e < element(root).end_element; ++e) {
    if (words[e] == 0 || is_out_[e]) continue;
    Group& group = groups[{element(e).parent, element(e).kind}];
    group.members.push_back(e);
    group.words += words[e];
    group.largest = std::max(group.largest, words[e]);
    group.teasers += is_teaser(e);
  }
  return groups;
}

Sizes Chooser::net_words() const {
  Sizes net(page_.elements.size());
  for (std::size_t i = 0; i < prose_.size(); ++i) {
    if (!is_out(page_.blocks[i])) net[page_.blocks[i].element] += prose_[i];
  }
  for (std::size_t e = net.size() - 1; e > 0; --e) net[element(e).parent] += net[e];
  return net;
}

// Whether the element has more than a card.
bool Chooser::is_full(std::size_t e) const {
  return !is_out_[e] && net_[e] >= kLeastArticleWords && paragraphs_in(e) >= kLeastArticleParagraphs;
}

// The smallest element around the page's heading that has more than a card. Comments are often outside it.
std::size_t Chooser::around_heading() const {
  const auto is_heading = [&](const HtmlBlock& block) { return block.is_main_heading && !is_out(block); };
  const auto heading = std::ranges::find_if(page_.blocks, is_heading);
  if (heading == page_.blocks.end()) return 0;
  std::size_t e = heading->element;
  while (e != 0 && !is_full(e)) e = element(e).parent;
  return e;
}

// The element to search for the article: the first <article>, else one around the heading. In a live blog it is the
// whole page, since each entry may be an <article>.
std::size_t Chooser::root() const {
  if (page_.metadata.is_live) return 0;
  for (std::size_t e = 1; e < page_.elements.size(); ++e) {
    if ((element(e).is_article || element(e).is_body) && is_full(e)) return e;
  }
  return around_heading();
}

// The scores, in half words.
Sizes Chooser::scores(std::size_t root) const {
  Sizes scores(page_.elements.size());
  for (std::size_t i = 0; i < prose_.size(); ++i) {
    const std::size_t e = page_.blocks[i].element;
    if (is_out_[e] || !contains(root, e)) continue;
    scores[e] += 2 * prose_[i];
    if (e != root) scores[element(e).parent] += prose_[i];
  }
  add_joined(root, scores);
  return scores;
}

// Elements of one kind with the same parent are sections of one body, unless one of them has nearly all of it, or they
// are teasers or articles.
void Chooser::add_joined(std::size_t root, Sizes& scores) const {
  for (const auto& [key, group] : groups(root, net_)) {
    const std::size_t members = group.members.size();
    const bool is_even = 4 * group.largest <= 3 * group.words;
    const bool are_articles = element(group.members[0]).is_article && !page_.metadata.is_live;
    if (members < 2 || !is_even || are_articles || 2 * group.teasers >= members) continue;
    scores[key.first] = std::max(scores[key.first], 2 * group.words);
  }
}

std::size_t Chooser::climb(std::size_t best, std::size_t root) const {
  for (std::size_t up = best; up > root;) {
    up = element(up).parent;
    const bool is_around = up != 0 && (element(up).is_article || up == root) && 2 * net_[up] >= 3 * net_[best];
    const bool is_split = element(up).is_article && paragraphs_in(up) >= paragraphs_in(best) + kLeastParagraphsBeside;
    const bool is_whole = is_around || is_split;
    if (net_[up] >= kClimb * net_[best] || is_whole) best = up;
  }
  return best;
}

// The first block of the lead: the prose before the article's body, from the page's heading or from the beginning of an
// element whose name says article.
std::size_t Chooser::begin_of_lead(std::size_t best) const {
  const std::size_t body = element(best).first_block;
  std::optional<std::size_t> begin;
  for (std::size_t i = body; i-- > 0 && !begin;) {
    if (page_.blocks[i].is_main_heading && !is_out(page_.blocks[i])) begin = i;
  }
  const std::size_t up = element(best).parent;
  const bool is_in_article = element(up).is_article || element(up).name.kind == PartName::kArticle;
  if (!begin && best != 0 && is_in_article) begin = element(up).first_block;
  if (!begin) return body;
  return paragraphs_[body] - paragraphs_[*begin] <= kMostLeadParagraphs ? *begin : body;
}

// The first block of prose in the element; its last block if it has none.
std::size_t Chooser::first_prose(const HtmlElement& element) const {
  std::size_t i = element.first_block;
  while (i + 1 < element.end_block && (prose_[i] == 0 || is_out(page_.blocks[i]))) ++i;
  return i;
}

bool ends_sentence(std::string_view text) {
  return !text.empty() && std::string_view(".!?\"').").find(text.back()) != std::string_view::npos;
}

bool is_sentence(std::string_view text) { return ends_sentence(text) && count_words(text) >= kSentenceWords; }

bool Chooser::belongs(const HtmlBlock& block) const {
  if (block.is_main_heading || is_out(block)) return false;
  const double share = link_share(block);
  if (share <= kMostLinkShareOfProse) return true;
  if (block.kind == HtmlBlock::kParagraph) return share < kMostLinkShare;
  const auto beside = static_cast<std::size_t>(static_cast<double>(count_words(block.text)) * (1 - share));
  return block.kind == HtmlBlock::kListItem && share < kMostLinkShareOfItem && beside >= kLeastWordsBesideLink &&
         ends_sentence(block.text);
}

std::vector<std::size_t> Chooser::article() const {
  std::vector<std::size_t> chosen;
  const std::size_t top = root();
  const Sizes points = scores(top);
  const auto most = std::ranges::max_element(points);
  if (*most == 0) return chosen;
  const std::size_t best = climb(static_cast<std::size_t>(most - points.begin()), top);
  const HtmlElement& main = element(best);
  const std::size_t first = first_prose(main);
  for (std::size_t i = begin_of_lead(best); i < main.end_block; ++i) {
    const HtmlBlock& block = page_.blocks[i];
    if (!belongs(block)) continue;
    // The date and the author often come before the text, in another element.
    const bool is_before = i < main.first_block;
    const bool is_apart = is_before || (i < first && block.element != page_.blocks[first].element);
    const bool is_text = prose_[i] > 0 || is_sentence(block.text);
    if (block.kind == HtmlBlock::kHeading ? is_before : is_apart && !is_text) continue;
    // A heading without text after it belongs to a part that was left out.
    const bool is_last = i + 1 == main.end_block || !belongs(page_.blocks[i + 1]);
    if (block.kind == HtmlBlock::kHeading && is_last) continue;
    chosen.push_back(i);
  }
  return chosen;
}

}  // namespace

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

std::vector<std::size_t> choose_article(const HtmlBlocks& page) { return Chooser(page).article(); }

std::vector<std::size_t> choose_visible(const HtmlBlocks& page, Markup markup) {
  std::vector<char> is_out(page.elements.size());
  for (std::size_t e = 1; e < page.elements.size(); ++e) {
    const HtmlElement& here = page.elements[e];
    const bool is_of_page = here.is_form || here.part == HtmlElement::kForeign || here.part == HtmlElement::kNoScript;
    is_out[e] = is_out[here.parent] || here.part == HtmlElement::kHidden || (markup == Markup::kPage && is_of_page);
  }
  std::vector<std::size_t> chosen;
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    const bool is_list = markup == Markup::kPage && link_share(page.blocks[i]) >= kMostLinkShare;
    if (!is_out[page.blocks[i].element] && !is_list) chosen.push_back(i);
  }
  return chosen;
}

}  // namespace calque
