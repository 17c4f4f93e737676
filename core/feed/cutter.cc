#include "feed/cutter.h"

#include <algorithm>
#include <utility>

#include "feed/open_source.h"

namespace calque {

std::string_view Cutter::held() const {
  return back_at_ < back_.size() ? std::string_view(back_).substr(back_at_) : input_.held();
}

void Cutter::skip_held(std::size_t bytes) {
  if (back_at_ < back_.size()) {
    back_at_ += bytes;
  } else {
    input_.consume(bytes);
  }
  offset_ += bytes;
}

void Cutter::put_back(std::string bytes, Cut cut) {
  offset_ -= bytes.size();
  if (cut != Cut::kWhole) edge_ = cut;
  // Bytes that came from there are not copied: many records may be put back one by one.
  if (back_at_ >= bytes.size() && std::string_view(back_).substr(back_at_ - bytes.size(), bytes.size()) == bytes) {
    back_at_ -= bytes.size();
    return;
  }
  bytes.append(std::string_view(back_).substr(std::min(back_at_, back_.size())));
  back_ = std::move(bytes);
  back_at_ = 0;
}

std::size_t Cutter::distance_in_put_back(std::string_view mark) const {
  const std::size_t found = back_.find(mark, back_at_);
  return found == std::string::npos ? found : found - back_at_;
}

void Cutter::take_held(std::size_t bytes, std::string& out) {
  const std::size_t room = limit_ + 1 - std::min(out.size(), limit_ + 1);
  const std::string_view kept = held().substr(0, std::min(bytes, room));
  out.reserve(out.size() + kept.size() + kRecordPadding);
  out.append(kept);
  skip_held(bytes);
}

// Reads more if all held bytes are taken. kWhole: there is more to take.
Expected<Cutter::Cut> Cutter::more() {
  if (!held().empty()) return Cut::kWhole;  // after what was put back
  if (edge_ != Cut::kWhole) return edge_ == Cut::kGap ? std::exchange(edge_, Cut::kWhole) : edge_;
  const auto filled = input_.fill();
  if (!filled) return tl::unexpected(filled.error());
  if (*filled == Input::Filled::kMore) return Cut::kWhole;
  edge_ = *filled == Input::Filled::kGap ? Cut::kGap : Cut::kEnd;
  return input_.held().empty() ? more() : Cut::kWhole;
}

Expected<Cutter::Line> Cutter::take_line(std::string& line, std::string& ending) {
  for (bool any = false;;) {
    const std::string_view here = held();
    const std::size_t newline = here.find(line_end_);
    any = any || !here.empty();
    if (newline != std::string_view::npos) {
      take_held(newline, line);
      skip_held(1);
      const bool has_return = line_end_ == '\n' && !line.empty() && line.back() == '\r';
      if (has_return) line.pop_back();
      ending.assign(has_return ? 1 : 0, '\r').push_back(line_end_);
      return Line{Cut::kWhole, true};
    }
    take_held(here.size(), line);
    const auto filled = more();
    if (!filled) return tl::unexpected(filled.error());
    if (*filled != Cut::kWhole) return Line{*filled, any};
  }
}

Expected<Cutter::Cut> Cutter::take(std::uint64_t bytes, std::string& out) {
  for (;;) {
    const auto here = static_cast<std::size_t>(std::min<std::uint64_t>(bytes, held().size()));
    take_held(here, out);
    bytes -= here;
    if (bytes == 0) return Cut::kWhole;
    const auto filled = more();
    if (!filled) return tl::unexpected(filled.error());
    if (*filled != Cut::kWhole) return *filled;
  }
}

}  // namespace calque
