#include "article/html_blocks.h"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "article/html_entities.h"
#include "article/html_tokenizer.h"
#include "article/page_part.h"
#include "base/ascii.h"

namespace calque {
namespace {

// Deeper nesting is flattened: browsers stop at 512.
constexpr std::size_t kMostDepth = 512;
constexpr std::size_t kPrescanBytes = 4096;

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::ranges::find(names, name) != names.end();
}

// Elements that begin a block of their own and may hold others.
constexpr std::array<std::string_view, 29> kContainers = {
    "address", "article", "aside",  "blockquote", "body",   "center", "dd", "details", "div",     "dl",
    "dt",      "figure",  "footer", "header",     "hgroup", "html",   "li", "main",    "nav",     "ol",
    "section", "summary", "table",  "tbody",      "td",     "th",     "tr", "ul",      "template"};
// Elements that begin a block and hold none.
constexpr std::array<std::string_view, 10> kLeaves = {"p",  "h1", "h2",  "h3", "h4",
                                                      "h5", "h6", "pre", "hr", "figcaption"};
// Elements whose text nobody reads as part of an article, wherever they stand.
constexpr std::array<std::string_view, 12> kDropped = {"button",   "select", "textarea", "svg",
                                                       "template", "form",   "object",   "datalist",
                                                       "dialog",   "canvas", "math",     "noscript"};

bool is_in(const auto& names, std::string_view name) { return std::ranges::find(names, name) != names.end(); }

// An element that is open.
struct Open {
  std::string name;
  std::size_t element;  // in HtmlBlocks::elements; that of its parent when it is no container
  bool is_container;
  bool is_dropped;
};

class BlockFinder {
 public:
  BlockFinder(std::string_view html, bool without_page_parts) : tokens_(html), without_page_parts_(without_page_parts) {
    found_.elements.emplace_back();
  }

  HtmlBlocks run() {
    for (HtmlToken token; tokens_.next(token);) {
      marks_.read(token);
      if (token.kind == HtmlToken::kText) {
        add_text(token.text);
      } else if (token.kind == HtmlToken::kStart) {
        start(token);
        note_mark(token);
      } else if (token.kind == HtmlToken::kEnd) {
        end(token.name);
      }
    }
    close_down_to(0);
    end_block();
    found_.elements[0].end_block = found_.blocks.size();
    found_.marks = marks_.marks();
    return std::move(found_);
  }

 private:
  bool is_dropped() const { return !open_.empty() && open_.back().is_dropped; }
  std::size_t element() const { return open_.empty() ? 0 : open_.back().element; }

  void add_text(std::string_view text) {
    if (in_title_) {
      if (found_.title.empty()) append_decoded_entities(trim(text), EntityPlace::kText, found_.title);
      in_title_ = false;
      return;
    }
    if (is_dropped()) return;
    scratch_.clear();
    append_decoded_entities(text, EntityPlace::kText, scratch_);
    const std::size_t before = block_.text.size();
    append_collapsed(scratch_);
    if (in_link_) block_.link_bytes += block_.text.size() - before;
    if (is_marked_ || paired_marks_ >= 2) block_.marked_bytes += block_.text.size() - before;
  }

  // A no-break space is one like any other: pages use it for width.
  void append_collapsed(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
      const bool is_wide = text.substr(at, 2) == "\xC2\xA0";
      if (is_wide || std::string_view(" \t\r\n\f").find(text[at]) != std::string_view::npos) {
        has_space_ = true;
        at += is_wide ? 2 : 1;
        continue;
      }
      if (has_space_ && !block_.text.empty() && block_.text.back() != '\n') block_.text.push_back(' ');
      has_space_ = false;
      const std::size_t end = std::min(text.find_first_of(" \t\r\n\f\xC2", at + 1), text.size());
      block_.text.append(text.substr(at, end - at));
      at = end;
    }
  }

  void end_block() {
    while (!block_.text.empty() && block_.text.back() == '\n') block_.text.pop_back();
    if (!block_.text.empty()) found_.blocks.push_back(std::move(block_));
    block_ = HtmlBlock();
    block_.element = element();
    has_space_ = false;
    is_marked_ = false;
    paired_marks_ = 0;
  }

  // A mark holds up to the end of its block, one of two up to its end tag.
  void note_mark(const HtmlToken& token) {
    const std::optional<CodeMark> mark = mark_of_text(token);
    if (!mark) return;
    if (is_paired(token)) {
      ++paired_marks_;
    } else {
      is_marked_ = true;
    }
    if (!found_.text_mark) found_.text_mark = mark;
  }

  void start(const HtmlToken& token) {
    const std::string_view name = token.name;
    if (name == "title") in_title_ = !in_svg();
    if (name == "meta") read_meta(token.attributes);
    if (name == "time" && found_.date.empty()) found_.date = attribute(token.attributes, "datetime");
    if (name == "a") in_link_ = has_attribute(token.attributes, "href");
    if (name == "br") return line_break();
    if (is_in(kLeaves, name)) return start_leaf(token);
    const bool is_container = is_in(kContainers, name);
    if (!is_container && !is_in(kDropped, name)) return;
    if (is_container) close_implied(name);
    open(token, is_container);
  }

  bool in_svg() const { return !open_.empty() && open_.back().name == "svg"; }

  void line_break() {
    if (block_.text.empty() || is_dropped()) return;
    // Two in a row are a paragraph's end on old pages.
    if (block_.text.back() == '\n') return end_block();
    block_.text.push_back('\n');
    has_space_ = false;
  }

  void start_leaf(const HtmlToken& token) {
    const std::string_view name = token.name;
    close_leaf();
    end_block();
    if (name == "hr") return;
    block_.is_main_heading = name == "h1";
    if (name.size() == 2 && name[0] == 'h') block_.kind = HtmlBlock::kHeading;
    open(token, false);
  }

  void open(const HtmlToken& token, bool is_container) {
    if (open_.size() >= kMostDepth) return;
    std::size_t here = element();
    const HtmlBlock::Kind kind = block_.kind;
    const bool is_main_heading = block_.is_main_heading;
    if (is_container) {
      end_block();
      found_.elements.push_back({parent_for(token.name, here), found_.blocks.size(), 0});
      here = found_.elements.size() - 1;
    }
    open_.push_back({std::string(token.name), here, is_container, is_dropped() || drops(token)});
    block_.element = here;
    block_.kind = token.name == "li" ? HtmlBlock::kListItem : kind;
    block_.is_main_heading = is_main_heading;
  }

  // A cell stands in its table: its row says nothing of what belongs together.
  std::size_t parent_for(std::string_view name, std::size_t here) const {
    const bool is_cell = is_one_of(name, {"td", "th"}) && !open_.empty() && open_.back().name == "tr";
    return is_cell ? found_.elements[here].parent : here;
  }

  bool drops(const HtmlToken& token) const {
    const std::string_view name = token.name;
    if (is_in(kDropped, name)) return !is_one_of(name, {"form", "noscript"}) || without_page_parts_;
    if (is_hidden(token.attributes)) return true;
    if (!without_page_parts_) return false;
    if (is_one_of(name, {"nav", "aside", "footer", "figcaption"})) return true;
    return !is_one_of(name, {"html", "body", "main", "article"}) && is_page_part(token.attributes);
  }

  void end(std::string_view name) {
    if (name == "a") in_link_ = false;
    if (name == "font" && paired_marks_ > 0) --paired_marks_;
    const auto is_named = [&](const Open& open) { return open.name == name; };
    const auto found = std::ranges::find_if(open_.rbegin(), open_.rend(), is_named);
    if (found == open_.rend()) {
      if (name == "p") end_block();
      return;
    }
    close_down_to(static_cast<std::size_t>(open_.rend() - found) - 1);
  }

  void close_down_to(std::size_t depth) {
    while (open_.size() > depth) {
      const Open& closed = open_.back();
      if (closed.is_container || is_in(kLeaves, closed.name)) end_block();
      if (closed.is_container) found_.elements[closed.element].end_block = found_.blocks.size();
      open_.pop_back();
      block_.element = element();
    }
  }

  void close_leaf() {
    if (!open_.empty() && is_in(kLeaves, open_.back().name)) close_down_to(open_.size() - 1);
  }

  // What a start tag closes: a paragraph, and an item or cell of the same list or table.
  void close_implied(std::string_view name) {
    close_leaf();
    if (open_.empty()) return;
    const std::string& last = open_.back().name;
    const bool same = last == name && is_one_of(name, {"li", "tr", "td", "th", "dt", "dd", "tbody"});
    const bool pair = (last == "dt" && name == "dd") || (last == "dd" && name == "dt") ||
                      (last == "td" && name == "th") || (last == "th" && name == "td");
    if (same || pair) close_down_to(open_.size() - 1);
    if (name == "tr" && !open_.empty() && is_one_of(open_.back().name, {"td", "th"})) {
      close_down_to(open_.size() - 1);
      if (!open_.empty() && open_.back().name == "tr") close_down_to(open_.size() - 1);
    }
  }

  void read_meta(std::string_view attributes) {
    std::string_view name = attribute(attributes, "property");
    if (name.empty()) name = attribute(attributes, "name");
    if (name.empty()) name = attribute(attributes, "itemprop");
    const std::string_view content = attribute(attributes, "content");
    if (equal_ignoring_case(name, "og:title") && found_.meta_title.empty()) {
      append_decoded_entities(trim(content), EntityPlace::kAttribute, found_.meta_title);
    }
    const bool is_date =
        equal_ignoring_case(name, "article:published_time") || equal_ignoring_case(name, "datePublished");
    if (is_date && found_.date.empty()) append_decoded_entities(trim(content), EntityPlace::kAttribute, found_.date);
  }

  HtmlTokenizer tokens_;
  bool without_page_parts_;
  HtmlBlocks found_;
  std::vector<Open> open_;
  HtmlBlock block_;  // being read
  std::string scratch_;
  bool has_space_ = false;  // before what comes next
  bool in_link_ = false;
  bool in_title_ = false;
  PageMarkReader marks_;
  bool is_marked_ = false;
  std::size_t paired_marks_ = 0;  // open ones
};

}  // namespace

HtmlBlocks find_html_blocks(std::string_view html, bool without_page_parts) {
  return BlockFinder(html, without_page_parts).run();
}

std::string meta_charset(std::string_view html) {
  HtmlTokenizer tokens(html.substr(0, kPrescanBytes));
  for (HtmlToken token; tokens.next(token);) {
    if (token.kind != HtmlToken::kStart || token.name != "meta") continue;
    if (const std::string_view charset = attribute(token.attributes, "charset"); !charset.empty()) {
      return std::string(charset);
    }
    std::string content(attribute(token.attributes, "content"));
    std::ranges::transform(content, content.begin(), to_lower);
    const std::size_t at = content.find("charset=");
    if (at != std::string::npos) return content.substr(at + 8, content.find_first_of("; ", at + 8) - at - 8);
  }
  return {};
}

}  // namespace calque
