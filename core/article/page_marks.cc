#include "article/page_marks.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/ascii.h"

namespace calque {
namespace {

constexpr std::string_view kGoogleBrowser =
    "Google Translate leaves it on a page that it has translated in the browser";
constexpr std::string_view kGoogleProxy = "Google Translate adds it to a page that it sends translated";
constexpr std::string_view kGoogleFonts = "Google Translate puts two of these around each text that it has translated";
constexpr std::string_view kEdge = "Microsoft Translator leaves it on each text that it has translated in the browser";
constexpr std::string_view kYandex = "Yandex Translate puts it around each text that it has translated";
constexpr std::string_view kLanguageTag = "the language tag says that a machine translated the page";
constexpr std::string_view kTransposh = "Transposh counts in it how many phrases a machine translated";

// Services that translate whole sites, by machine unless somebody edits the text. The settings in the page name the
// site's own language.
struct Service {
  std::string_view script;  // in the script's id, or in its first kScriptHeadBytes
  std::string_view key;     // of the site's own language in the settings
  std::string_view means;
};

constexpr std::array<Service, 4> kServices = {
    {{"gtranslateSettings", "default_language", "GTranslate translated the page from the language of its settings"},
     {"weglot-data", "language_from", "Weglot translated the page from the language of its settings"},
     {"linguise_configs", "default_language", "Linguise translated the page from the language of its settings"},
     {"ConveyThis_Initializer", "source_language",
      "ConveyThis translated the page from the language of its settings"}}};
constexpr std::size_t kScriptHeadBytes = 256;

constexpr std::array<std::string_view, 4> kProxies = {".translate.goog", "translate.googleusercontent.com",
                                                      ".translatoruser.net", ".microsofttranslator.com"};

// "en-GB" -> "en"
std::string primary_language(std::string_view tag) {
  std::string language(trim(tag.substr(0, tag.find_first_of("-_"))));
  std::ranges::transform(language, language.begin(), to_lower);
  return language;
}

bool has_word(std::string_view words, std::string_view word) {
  const std::size_t at = words.find(word);
  if (at == std::string_view::npos) return false;
  const std::size_t end = at + word.size();
  return (at == 0 || words[at - 1] == ' ') && (end == words.size() || words[end] == ' ');
}

// The value of `key` in a script, JSON or JavaScript: the text between the quotes, or a number; empty if there is none.
std::string_view value_of(std::string_view script, std::string_view key) {
  const std::size_t at = script.find(key);
  if (at == std::string_view::npos) return {};
  script.remove_prefix(at + key.size());
  script.remove_prefix(std::min(script.find_first_not_of("\"' :=\\"), script.size()));
  return script.substr(0, script.find_first_of("\"',;}\\ "));
}

long number_of(std::string_view text) {
  long number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

bool is_inherited(std::string_view style) {
  std::string plain(style);
  std::erase(plain, ' ');
  return plain.starts_with("vertical-align:inherit");
}

bool may_have_hash(std::string_view name) {
  return name == "p" || name == "font" || name == "title" || name == "li" || (name.size() == 2 && name[0] == 'h');
}

}  // namespace

std::optional<CodeMark> mark_of_text(const HtmlToken& tag) {
  if (tag.attributes.empty()) return std::nullopt;
  if (tag.name == "ya-tr-span") return CodeMark{tag.code, kYandex};
  if (tag.name == "font" && is_inherited(attribute(tag.attributes, "style"))) return CodeMark{tag.code, kGoogleFonts};
  const bool is_hashed = may_have_hash(tag.name) && has_attribute(tag.attributes, "_msttexthash");
  return is_hashed ? std::optional(CodeMark{tag.code, kEdge}) : std::nullopt;
}

void PageMarkReader::read(const HtmlToken& token) {
  if (token.kind == HtmlToken::kScript) return read_script(token.text);
  if (token.kind != HtmlToken::kStart || token.attributes.empty()) return;
  if (token.name == "html") {
    read_html(token);
  } else if (token.name == "meta") {
    read_meta(token);
  } else if (token.name == "script") {
    script_attributes_ = token.attributes;
  } else if (token.name == "link") {
    if (has_word(attribute(token.attributes, "rel"), "machine-translated-from")) add(token.code, kGoogleProxy);
  } else if (token.name == "span") {
    if (attribute(token.attributes, "class") == "google-src-text") add(token.code, kGoogleProxy);
  }
}

void PageMarkReader::add(std::string_view code, std::string_view means) {
  if (std::ranges::find(marks_, means, &CodeMark::means) == marks_.end()) marks_.push_back({code, means});
}

void PageMarkReader::read_html(const HtmlToken& token) {
  const std::string_view classes = attribute(token.attributes, "class");
  if (has_word(classes, "translated-ltr") || has_word(classes, "translated-rtl")) add(token.code, kGoogleBrowser);
  const std::string_view language = attribute(token.attributes, "lang");
  language_ = primary_language(language);
  // Google's own tag, and that of RFC 6497.
  const bool is_translated = language.find("-x-mtfrom-") != language.npos || language.find("-t0-") != language.npos;
  if (is_translated) add(token.code, kLanguageTag);
}

void PageMarkReader::read_meta(const HtmlToken& token) {
  const std::string_view content = attribute(token.attributes, "content");
  if (equal_ignoring_case(attribute(token.attributes, "http-equiv"), "X-Translated-By")) add(token.code, kGoogleProxy);
  if (attribute(token.attributes, "name") != "translation-stats") return;
  const long by_anyone = number_of(value_of(content, "\"translated_phrases"));
  const long by_people = number_of(value_of(content, "\"human_translated_phrases"));
  if (2 * by_people < by_anyone) add(token.code, kTransposh);
}

// The page is a translation if its language is not the site's.
void PageMarkReader::read_script(std::string_view script) {
  const std::string_view head = script.substr(0, kScriptHeadBytes);
  for (const Service& service : kServices) {
    const bool is_its = head.find(service.script) != head.npos || attribute(script_attributes_, "id") == service.script;
    if (!is_its) continue;
    const std::string_view from = value_of(script, service.key);
    const std::string current = primary_language(value_of(script, "current_language"));
    const std::string& into = current.empty() ? language_ : current;
    if (from.empty() || into.empty() || primary_language(from) == into) continue;
    const std::size_t key = script.find(service.key);
    add(script.substr(key, static_cast<std::size_t>(from.end() - script.begin()) - key), service.means);
  }
}

std::optional<CodeMark> mark_of_address(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme == url.npos) return std::nullopt;
  const std::string_view host = url.substr(scheme + 3, url.find_first_of("/?#", scheme + 3) - scheme - 3);
  const auto is_proxy = [&](std::string_view proxy) { return host.ends_with(proxy); };
  return std::ranges::any_of(kProxies, is_proxy) ? std::optional(CodeMark{host, "this host sends pages translated"})
                                                 : std::nullopt;
}

}  // namespace calque
