// Traces of machine translation in a page's code.
//
// Only code that says that this page was translated counts. Code that offers translations does not: the page's own text
// is the original. Originals have widgets and scripts of GTranslate, Weglot, Linguise, ConveyThis, Google and
// Microsoft, links to translate.goog, and Transposh's <meta name="translation-stats"> with no phrases counted.
// TranslatePress and Bablic show that a page is a translation, but most of their translations are by people.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "article/html_tokenizer.h"
#include "calque/article.h"

namespace calque {

// PageMark, as views into the code.
struct CodeMark {
  std::string_view code;
  std::string_view means;
};

// The mark of a start tag on the text inside it. A <font> counts only inside another one: see is_paired.
std::optional<CodeMark> mark_of_text(const HtmlToken& tag);

// Google writes two nested <font>s around each text; old editors write one.
inline bool is_paired(const HtmlToken& tag) { return tag.name == "font"; }

// The marks on the page as a whole. Reads its tokens one by one.
class PageMarkReader {
 public:
  void read(const HtmlToken& token);
  // The marks so far, one for each meaning.
  const std::vector<CodeMark>& marks() const { return marks_; }

 private:
  void add(std::string_view code, std::string_view means);
  void read_html(const HtmlToken& token);
  void read_meta(const HtmlToken& token);
  void read_script(std::string_view script);

  std::vector<CodeMark> marks_;
  std::string language_;                // of <html lang>, without region
  std::string_view script_attributes_;  // of the last <script>
};

// The mark in a page's address: proxies that translate have their own hosts.
std::optional<CodeMark> mark_of_address(std::string_view url);

}  // namespace calque
