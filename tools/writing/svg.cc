#include "writing/svg.h"

#include <fmt/format.h>

#include <array>
#include <iterator>

#include "report/html.h"

namespace calque::writing {
namespace {

// Not every viewer knows custom properties, so each colour stands where it is used. The series keep apart for the
// colour-blind (after Okabe and Ito) and have a contrast of at least 3 to 1 with their ground.
constexpr std::string_view kStyle = R"(<style>
text{font-family:system-ui,-apple-system,"Segoe UI","Helvetica Neue","DejaVu Sans",sans-serif;font-size:13px}
.head{font-size:17px;font-weight:600}.strong{font-weight:600}.small{font-size:11px}
line,polyline{fill:none;stroke-width:1}
polyline{stroke-width:1.4;stroke-linejoin:round}.thick{stroke-width:2.6}.dash{stroke-dasharray:5 4}
polyline.b0{stroke-dasharray:6 3}polyline.b1{stroke-dasharray:2 3}line.b0{stroke-dasharray:6 3}line.b1{stroke-dasharray:2 3}
.ground{fill:#fff}text.ink{fill:#1f2328}text.muted{fill:#59636e}
line.ink,polyline.ink{stroke:#1f2328}line.muted{stroke:#59636e}line.grid{stroke:#e2e6ea}line.axis{stroke:#8c959f}
.c0{fill:#0b62c4;stroke:#0b62c4}.c1{fill:#c24e00;stroke:#c24e00}.c2{fill:#0a7d57;stroke:#0a7d57}
.b0,.b1,.b2{fill:#6e7781;stroke:#6e7781}.b3{fill:#8250df;stroke:#8250df}
text.c0,text.c1,text.c2{stroke:none}polyline.c0,polyline.c1,polyline.c2,polyline.b0,polyline.b1,polyline.b2,polyline.b3{fill:none}
rect.c0,rect.c1,rect.c2{stroke:none}
@media (prefers-color-scheme:dark){
.ground{fill:#0d1117}text.ink{fill:#e6edf3}text.muted{fill:#9ea7b1}
line.ink,polyline.ink{stroke:#e6edf3}line.muted{stroke:#9ea7b1}line.grid{stroke:#272e37}line.axis{stroke:#6e7681}
.c0{fill:#62aeff;stroke:#62aeff}.c1{fill:#f5913e;stroke:#f5913e}.c2{fill:#45c795;stroke:#45c795}
.b0,.b1,.b2{fill:#8b949e;stroke:#8b949e}.b3{fill:#bc9cff;stroke:#bc9cff}}
</style>
)";

constexpr double kMarkRadius = 4.5;

std::string escaped(std::string_view text) {
  std::string out;
  for (const char character : text) {
    const std::string_view entity = entity_of(character);
    out += entity;
    const bool is_control = static_cast<unsigned char>(character) < ' ';  // XML has no place for these
    if (entity.empty() && !is_control) out += character;
  }
  return out;
}

std::string_view anchor_name(Anchor anchor) {
  if (anchor == Anchor::kStart) return "start";
  return anchor == Anchor::kMiddle ? "middle" : "end";
}

}  // namespace

Svg::Svg(double width, double height, std::string_view title, std::string_view description) {
  out_ = fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0:.0f} {1:.0f}\" width=\"{0:.0f}\" height=\"{1:.0f}\" "
      "role=\"img\" aria-labelledby=\"title description\">\n<title id=\"title\">{2}</title>\n"
      "<desc id=\"description\">{3}</desc>\n{4}<rect class=\"ground\" width=\"100%\" height=\"100%\"/>\n",
      width, height, escaped(title), escaped(description), kStyle);
}

void Svg::line(Point from, Point to, std::string_view style) {
  out_ += fmt::format("<line x1=\"{:.1f}\" y1=\"{:.1f}\" x2=\"{:.1f}\" y2=\"{:.1f}\" class=\"{}\"/>\n", from.x, from.y,
                      to.x, to.y, style);
}

void Svg::polyline(std::span<const Point> points, std::string_view style) {
  out_ += fmt::format("<polyline class=\"{}\" points=\"", style);
  for (const Point& point : points) fmt::format_to(std::back_inserter(out_), "{:.1f},{:.1f} ", point.x, point.y);
  out_ += "\"/>\n";
}

void Svg::bar(Point corner, double width, double height, std::string_view style) {
  out_ += fmt::format("<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\" class=\"{}\"/>\n", corner.x,
                      corner.y, width, height, style);
}

void Svg::disc(Point at, double radius, std::string_view style) {
  out_ += fmt::format("<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"{:.1f}\" class=\"{}\"/>\n", at.x, at.y, radius, style);
}

void Svg::mark(Point at, std::size_t series) {
  const std::string style = fmt::format("c{}", series);
  if (series == 0) return disc(at, kMarkRadius, style);
  const double half = kMarkRadius * 0.9;  // about the area of the disc
  const std::string turn = series == 2 ? fmt::format(" transform=\"rotate(45 {:.1f} {:.1f})\"", at.x, at.y) : "";
  out_ += fmt::format("<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\" class=\"{}\"{}/>\n",
                      at.x - half, at.y - half, 2 * half, 2 * half, style, turn);
}

void Svg::text(Point at, std::string_view text, Anchor anchor, std::string_view style) {
  out_ += fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"{}\" class=\"{}\">{}</text>\n", at.x, at.y,
                      anchor_name(anchor), style, escaped(text));
}

void Svg::upright_text(Point at, std::string_view text, std::string_view style) {
  out_ += fmt::format(
      "<text x=\"{0:.1f}\" y=\"{1:.1f}\" text-anchor=\"middle\" transform=\"rotate(-90 {0:.1f} {1:.1f})\" "
      "class=\"{2}\">{3}</text>\n",
      at.x, at.y, style, escaped(text));
}

std::string Svg::take() { return std::move(out_) + "</svg>\n"; }

std::string shortened(std::string_view text, std::size_t most) {
  std::size_t characters = 0, at = 0, cut = 0;
  for (; at < text.size(); ++at) {
    if ((static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) continue;  // inside a code point
    if (++characters == most) cut = at;
  }
  return characters <= most ? std::string(text) : std::string(text.substr(0, cut)) + "\u2026";
}

}  // namespace calque::writing
