#include "report/html.h"

#include "report/assets/colors.css.h"
#include "report/assets/page.css.h"
#include "report/assets/page.html.h"
#include "report/screen.h"

namespace calque {
namespace {

// Cuts the frame at its places for content, "{title}", "{style}" and "{content}". Its policy forbids scripts and
// loading even if escaping failed.
constexpr std::string_view frame_between(std::string_view after, std::string_view before) {
  const std::string_view frame = assets::kPageHtml;
  const std::size_t begin = after.empty() ? 0 : frame.find(after) + after.size();
  return frame.substr(begin, before.empty() ? frame.npos : frame.find(before) - begin);
}

}  // namespace

std::string_view entity_of(char character) {
  switch (character) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    default:
      return {};
  }
}

void append_html(std::string_view text, std::string& out) {
  for (std::size_t at = 0; at < text.size();) {
    const Glyph glyph = read_glyph(text, at);
    at += glyph.size;
    const std::string_view entity = glyph.shown == "'"        ? "&#39;"
                                    : glyph.shown.size() == 1 ? entity_of(glyph.shown[0])
                                                              : std::string_view();
    out += entity.empty() ? glyph.shown : entity;
  }
}

std::string_view colors_css() { return assets::kColorsCss; }

std::string html_begin(std::string_view title, std::string_view style) {
  std::string out(frame_between("", "{title}"));
  append_html(title, out);
  out.append(frame_between("{title}", "{style}"));
  out.append(assets::kColorsCss).append(assets::kPageCss).append(style);
  return out.append(frame_between("{style}", "{content}"));
}

std::string_view html_end() { return frame_between("{content}", ""); }

}  // namespace calque
