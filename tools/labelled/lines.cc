#include "labelled/lines.h"

#include <stdexcept>
#include <utility>

namespace calque {
namespace {

template <class T>
T value_or_throw(Expected<T>&& expected) {
  if (!expected) throw std::runtime_error(expected.error().message);
  return *std::move(expected);
}

}  // namespace

Lines::Lines(const std::string& path) : source_(value_or_throw(open_feed(path, FeedFormat::kLines))) {}

std::optional<Record> Lines::next() {
  auto record = value_or_throw(source_->next());
  if (record && !record->fault.empty()) throw std::runtime_error(name_of(record->origin) + ": " + record->fault);
  return record;
}

}  // namespace calque
