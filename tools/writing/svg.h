// Drawing SVG. Colours are classes, so that one style sheet can turn them for a dark screen.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace calque::writing {

struct Point {
  double x = 0;
  double y = 0;
};

// Where a text stands from its point.
enum class Anchor { kStart, kMiddle, kEnd };

// The classes of `style`: "ink", "muted", "grid", "axis"; "c0" to "c2" for what is told apart; "b0" to "b3" for what
// stands beside it.
class Svg {
 public:
  Svg(double width, double height, std::string_view title, std::string_view description);

  void line(Point from, Point to, std::string_view style);
  void polyline(std::span<const Point> points, std::string_view style);
  void bar(Point corner, double width, double height, std::string_view style);
  // A disc, a square or a diamond, so that colour is not all that tells series apart.
  void mark(Point at, std::size_t series);
  void disc(Point at, double radius, std::string_view style);
  // `style` may add "strong", "small" or "head". Sizes are in the style sheet: text is 13 units, small 11, head 17.
  void text(Point at, std::string_view text, Anchor anchor, std::string_view style = "ink");
  void upright_text(Point at, std::string_view text, std::string_view style);  // reads upwards, centred

  std::string take();

 private:
  std::string out_;
};

// A line between values and places.
struct Scale {
  double from = 0, to = 1;    // values
  double begin = 0, end = 1;  // places
  double operator()(double value) const { return begin + (value - from) / (to - from) * (end - begin); }
};

// `text` cut to at most `most` characters, with an ellipsis; counts code points.
std::string shortened(std::string_view text, std::size_t most);

}  // namespace calque::writing
