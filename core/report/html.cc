#include "report/html.h"

#include "report/screen.h"

namespace calque {
namespace {

// The policy forbids scripts and loading even if escaping failed.
constexpr std::string_view kHead = R"(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="generator" content="calque">
<title>)";

// Colours of text have a contrast of at least 4.5 to 1 with their ground (WCAG 2.2, AA).
constexpr std::string_view kStyle = R"(</title>
<style>
:root{color-scheme:light dark;--ground:#fff;--ink:#1f2328;--muted:#59636e;--rule:#d1d9e0;--soft:#f3f5f7;--machine:#b84300;
--human:#0b62c4;--minor:#8a6100}
@media screen and (prefers-color-scheme:dark){:root{--ground:#0d1117;--ink:#e6edf3;--muted:#9ea7b1;--rule:#30363d;
--soft:#171c23;--machine:#f5913e;--human:#62aeff;--minor:#d9b13b}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:75rem;padding:1.5rem 1.25rem 3rem;background:var(--ground);color:var(--ink);
font:1rem/1.55 system-ui,-apple-system,"Segoe UI","Helvetica Neue","DejaVu Sans",sans-serif;overflow-wrap:anywhere}
h1{font-size:1.6rem;line-height:1.25;margin:0 0 .4rem}
h2{font-size:1.15rem;margin:2.2rem 0 .6rem}
p{margin:.4rem 0;max-width:48rem}
header{margin-bottom:1.6rem}
.muted,footer{color:var(--muted);font-size:.875rem}
footer{margin-top:2.5rem;border-top:1px solid var(--rule);padding-top:.8rem}
svg{display:block;width:100%}
svg *{vector-effect:non-scaling-stroke}
:focus-visible{outline:2px solid var(--human);outline-offset:2px}
@media (max-width:40rem){body{padding:1rem .9rem 2rem}h1{font-size:1.3rem}}
@media print{body{max-width:none;padding:0;font-size:10pt}}
)";

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

std::string html_begin(std::string_view title, std::string_view style) {
  std::string out(kHead);
  append_html(title, out);
  out.append(kStyle).append(style).append("</style>\n</head>\n<body>\n");
  return out;
}

std::string_view html_end() { return "</body>\n</html>\n"; }

}  // namespace calque
