// Traces of machine translation in a page's code.
//
// Only what says that this page was translated counts. What a page uses to offer translations does not: its own text is
// the original. Widgets and scripts of GTranslate, Weglot, Linguise, ConveyThis, Google and Microsoft, and links to
// translate.goog, stand on originals. So does Transposh's <meta name="translation-stats">, with no phrases counted.
// TranslatePress and Bablic show that a page is a translation, but most of theirs are people's.
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

// What a start tag says of the text that it holds. A <font> counts inside another one only: see is_paired.
std::optional<CodeMark> mark_of_text(const HtmlToken& tag);

// Google writes two <font>s around each text, and people with old editors one.
inline bool is_paired(const HtmlToken& tag) { return tag.name == "font"; }

// What the page says of itself as a whole. Reads its tokens one by one.
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

// What the address of a page says: proxies that translate have their own.
std::optional<CodeMark> mark_of_address(std::string_view url);

}  // namespace calque
