#include "article/html_blocks.h"

#include <algorithm>
#include <array>
#include <functional>
#include <initializer_list>

#include "article/html_entities.h"
#include "article/html_tokenizer.h"
#include "article/page_part.h"
#include "base/ascii.h"

namespace calque {
namespace {

// Deeper nesting is flattened: browsers stop at 512.
constexpr std::size_t kMostDepth = 512;
constexpr std::size_t kPrescanBytes = 64 << 10;

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::ranges::find(names, name) != names.end();
}

// Elements that begin a block of their own and may hold others.
constexpr std::array<std::string_view, 31> kContainers = {
    "address", "article", "aside", "blockquote", "body",     "center",  "dd",      "details",
    "div",     "dl",      "dt",    "figure",     "footer",   "header",  "hgroup",  "html",
    "li",      "main",    "nav",   "ol",         "section",  "summary", "table",   "tbody",
    "td",      "th",      "tr",    "ul",         "template", "form",    "noscript"};
// Elements that begin a block and contain no others.
constexpr std::array<std::string_view, 10> kLeaves = {"p",  "h1", "h2",  "h3", "h4",
                                                      "h5", "h6", "pre", "hr", "figcaption"};
// Elements whose text is never part of an article.
constexpr std::array<std::string_view, 9> kDropped = {"button",   "select", "textarea", "svg", "object",
                                                      "datalist", "dialog", "canvas",   "math"};
// Elements that are seldom part of an article.
constexpr std::array<std::string_view, 5> kFurniture = {"nav", "aside", "footer", "figcaption", "form"};

bool is_in(const auto& names, std::string_view name) { return std::ranges::find(names, name) != names.end(); }

// An element that is open.
struct Open {
  std::string name;
  std::size_t element;  // in HtmlBlocks::elements; its parent's if it is no container
  bool is_container;
  bool is_dropped;
  bool is_in_part;  // in an element that may not be part of the article
};

class BlockFinder {
 public:
  explicit BlockFinder(std::string_view html) : tokens_(html) { found_.elements.emplace_back(); }

  HtmlBlocks run() {
    for (HtmlToken token; tokens_.next(token);) {
      marks_.read(token);
      metadata_.read(token, !open_.empty() && open_.back().is_in_part);
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
    close(found_.elements[0]);
    found_.marks = marks_.marks();
    std::string title = std::move(found_.metadata.title);
    found_.metadata = metadata_.take();
    found_.metadata.title = std::move(title);
    return std::move(found_);
  }

 private:
  bool is_dropped() const { return !open_.empty() && open_.back().is_dropped; }
  std::size_t element() const { return open_.empty() ? 0 : open_.back().element; }

  void add_text(std::string_view text) {
    if (in_title_) {
      if (found_.metadata.title.empty()) append_decoded_entities(trim(text), EntityPlace::kText, found_.metadata.title);
      in_title_ = false;
      return;
    }
    if (is_dropped() || unseen_depth_ > 0) return;
    scratch_.clear();
    append_decoded_entities(text, EntityPlace::kText, scratch_);
    const std::size_t before = block_.text.size();
    append_collapsed(scratch_);
    if (in_link_ || in_time_) block_.link_bytes += block_.text.size() - before;
    if (is_marked_ || paired_marks_ >= 2) block_.marked_bytes += block_.text.size() - before;
  }

  // A no-break space counts as a space: pages use it for width.
  void append_collapsed(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
      const bool is_wide = text.substr(at, 2) == "\xC2\xA0";
      if (is_wide || is_html_space(text[at])) {
        has_space_ = true;
        at += is_wide ? 2 : 1;
        continue;
      }
      if (has_space_ && !block_.text.empty() && block_.text.back() != '\n') block_.text.push_back(' ');
      has_space_ = false;
      std::size_t end = at + 1;
      while (end < text.size() && !is_html_space(text[end]) && text[end] != '\xC2') ++end;
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
    unseen_depth_ = 0;
    in_time_ = false;
  }

  // A mark is valid up to the end of its block; one of a pair, up to its end tag.
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
    if (name == "a") in_link_ = has_attribute(token.attributes, "href");
    if (name == "time") in_time_ = true;
    if (name == "br") return line_break();
    if (name == "span") return start_span(token);
    if (is_in(kLeaves, name)) return start_leaf(token);
    const bool is_container = is_in(kContainers, name) || is_custom_block(name);
    if (drops(name)) return open(token, false);
    if (!is_container) return;
    close_implied(name);
    open(token, true);
  }

  bool in_leaf() const { return !open_.empty() && is_in(kLeaves, open_.back().name); }

  // A <noscript> in a paragraph has an image.
  bool drops(std::string_view name) const { return is_in(kDropped, name) || (name == "noscript" && in_leaf()); }

  // Whether a site's own element is a block. Browsers treat it as inline; here it is inline only within text.
  bool is_custom_block(std::string_view name) const {
    if (name.find('-') == name.npos || name == "ya-tr-span") return false;
    return !in_leaf() && block_.text.empty();
  }

  // Counts spans inside an unseen span, to find its end tag.
  void start_span(const HtmlToken& token) {
    if (unseen_depth_ > 0) {
      ++unseen_depth_;
    } else if (is_unseen(token)) {
      unseen_depth_ = 1;
    } else if (is_styled_as_block(token.attributes) && block_.kind != HtmlBlock::kHeading) {
      end_block();
    }
  }

  // Browsers show the original of Google's translation only under the pointer, and a caption only with its picture.
  static bool is_unseen(const HtmlToken& token) {
    const bool is_caption = token.attributes.find("aption") != token.attributes.npos &&
                            part_name({}, token.attributes).kind == PartName::kFurniture;
    return is_caption || is_hidden(token.attributes) || attribute(token.attributes, "class") == "google-src-text";
  }

  bool in_svg() const { return !open_.empty() && open_.back().name == "svg"; }

  void line_break() {
    if (block_.text.empty() || is_dropped()) return;
    // On old pages, two line breaks in a row end a paragraph.
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
    // A leaf that may be left out is its own element.
    open(token, part_of(token, part_name({}, token.attributes)) != HtmlElement::kNone);
  }

  void open(const HtmlToken& token, bool is_container) {
    if (open_.size() >= kMostDepth) return;
    std::size_t here = element();
    const HtmlBlock::Kind kind = block_.kind;
    const bool is_main_heading = block_.is_main_heading;
    bool is_in_part = !open_.empty() && open_.back().is_in_part;
    if (is_container) {
      end_block();
      const std::size_t column = is_cell(token.name) ? ++found_.elements[here].cells : 0;
      found_.elements.push_back(element_of(token, is_cell(token.name) ? found_.elements[here].parent : here));
      found_.elements.back().kind += column;
      here = found_.elements.size() - 1;
      is_in_part = is_in_part || found_.elements.back().part != HtmlElement::kNone;
    }
    open_.push_back({std::string(token.name), here, is_container, is_dropped() || drops(token.name), is_in_part});
    block_.element = here;
    block_.kind = token.name == "li" ? HtmlBlock::kListItem : kind;
    block_.is_main_heading = is_main_heading;
  }

  // A cell belongs to its table: cells of a column belong together, cells of a row do not.
  bool is_cell(std::string_view name) const {
    return is_one_of(name, {"td", "th"}) && !open_.empty() && open_.back().name == "tr";
  }

  HtmlElement element_of(const HtmlToken& token, std::size_t parent) const {
    HtmlElement element;
    element.parent = parent;
    element.first_block = found_.blocks.size();
    element.name = part_name(token.name, token.attributes);
    element.part = part_of(token, element.name);
    element.is_article = token.name == "article" && !element.name.is_foreign;
    element.is_form = token.name == "form";
    element.is_body = attribute(token.attributes, "itemprop") == "articleBody";
    const std::hash<std::string_view> hash;
    element.kind = hash(token.name) * 31 + hash(attribute(token.attributes, "class"));
    return element;
  }

  static HtmlElement::Part part_of(const HtmlToken& token, const PartName& name) {
    if (is_hidden(token.attributes)) return HtmlElement::kHidden;
    // A browser shows a template only if it is its parent's shadow root.
    if (token.name == "template" && !has_attribute(token.attributes, "shadowrootmode")) return HtmlElement::kHidden;
    if (token.name == "noscript") return HtmlElement::kNoScript;
    if (is_in(kFurniture, token.name)) return HtmlElement::kFurniture;
    if (is_one_of(token.name, {"html", "body", "main", "article"})) return HtmlElement::kNone;
    if (name.kind == PartName::kForeign) return HtmlElement::kForeign;
    return name.kind == PartName::kFurniture ? HtmlElement::kFurniture : HtmlElement::kNone;
  }

  void end(std::string_view name) {
    if (name == "a") in_link_ = false;
    if (name == "time") in_time_ = false;
    if (name == "font" && paired_marks_ > 0) --paired_marks_;
    if (name == "span" && unseen_depth_ > 0) --unseen_depth_;
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
      if (closed.is_container) close(found_.elements[closed.element]);
      open_.pop_back();
      block_.element = element();
    }
  }

  void close(HtmlElement& element) const {
    element.end_block = found_.blocks.size();
    element.end_element = found_.elements.size();
  }

  void close_leaf() {
    if (in_leaf()) close_down_to(open_.size() - 1);
  }

  // Closes what a start tag ends: a paragraph, and an item or cell of the same list or table.
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

  HtmlTokenizer tokens_;
  HtmlBlocks found_;
  std::vector<Open> open_;
  HtmlBlock block_;  // the one being read
  std::string scratch_;
  bool has_space_ = false;  // before the next text
  bool in_link_ = false;
  bool in_time_ = false;
  bool in_title_ = false;
  std::size_t unseen_depth_ = 0;  // of nested spans from the unseen one on
  PageMarkReader marks_;
  MetadataReader metadata_;
  bool is_marked_ = false;
  std::size_t paired_marks_ = 0;  // open ones
};

}  // namespace

HtmlBlocks find_html_blocks(std::string_view html) { return BlockFinder(html).run(); }

std::string meta_charset(std::string_view html) {
  HtmlTokenizer tokens(html.substr(0, kPrescanBytes));
  for (HtmlToken token; tokens.next(token);) {
    if (token.kind != HtmlToken::kStart) continue;
    if (token.name == "body") break;
    if (token.name != "meta") continue;
    if (const std::string_view charset = attribute(token.attributes, "charset"); !charset.empty()) {
      return std::string(charset);
    }
    if (!equal_ignoring_case(attribute(token.attributes, "http-equiv"), "Content-Type")) continue;
    std::string content(attribute(token.attributes, "content"));
    std::ranges::transform(content, content.begin(), to_lower);
    const std::size_t at = content.find("charset=");
    if (at != std::string::npos) return content.substr(at + 8, content.find_first_of("; ", at + 8) - at - 8);
  }
  return {};
}

}  // namespace calque
