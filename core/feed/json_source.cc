#include <algorithm>
#include <limits>
#include <utility>

#include "feed/json_scanner.h"
#include "feed/sources.h"

namespace calque {
namespace {

using Cut = Cutter::Cut;

constexpr std::string_view kBetweenObjects = " \t\r\n,[]\x1E\xEF\xBB\xBF";  // RFC 7464 has \x1E before each
constexpr std::string_view kFaultInside = "broken JSON: a comma, colon, quote or bracket is missing, or one too many";
constexpr std::string_view kNotClosed = "broken JSON: an object is not closed";
constexpr std::string_view kNoObject = "what stands here is no JSON object";
constexpr std::string_view kNoItems = "a JSON Feed without items";

// The context before a position: the indent of its line and the last character, which tell whether a record may begin.
class Surroundings {
 public:
  void pass(std::string_view bytes) {
    for (const char c : bytes) pass(c);
  }
  // Whether an object that begins here may be a record.
  bool may_begin() const { return last_ == ',' || last_ == '}' || last_ == '\x1E' || indent_ != kNoIndent; }
  bool is_indented_like(const Surroundings& other) const { return indent_ == other.indent_; }
  bool has_indent() const { return indent_ != kNoIndent; }

 private:
  static constexpr std::size_t kNoIndent = std::numeric_limits<std::size_t>::max();

  void pass(char c) {
    if (c == '\n') {
      indent_ = 0;
    } else if (c != ' ' && c != '\t' && c != '\r') {
      indent_ = kNoIndent;
      last_ = c;
    } else if (indent_ != kNoIndent) {
      ++indent_;
    }
  }

  std::size_t indent_ = 0;  // if only blanks are before it in its line
  char last_ = '\0';        // except blanks
};

class JsonSource final : public RecordSource {
 public:
  JsonSource(Cutter cutter, std::string path, FeedFormat format)
      : cutter_(std::move(cutter)), file_(std::make_shared<const std::string>(std::move(path))), format_(format) {}

  Expected<std::optional<Record>> next() override {
    if (format_ == FeedFormat::kJsonFeed && !std::exchange(is_in_items_, true)) {
      const auto found = find_items();
      if (!found) return tl::unexpected(found.error());
      if (!*found) return std::optional<Record>(feed_without_items());
    }
    const auto cut = skip_between();
    if (!cut) return tl::unexpected(cut.error());
    if (*cut == Cut::kEnd) return end_of(cutter_);
    Record record = new_record();
    const auto taken = cutter_.held().front() == '{' ? take_object(record) : take_rubbish(record);
    if (!taken) return tl::unexpected(taken.error());
    return std::optional<Record>(std::move(record));
  }

  FeedFormat format() const override { return format_; }
  std::uint64_t bytes_read() const override { return cutter_.bytes_read(); }

 private:
  Record new_record() {
    Record record;
    record.format = format_;
    record.origin = {file_, ++number_, cutter_.offset()};
    return record;
  }

  Record feed_without_items() {
    Record record = new_record();
    record.fault = kNoItems;
    return record;
  }

  void take(std::size_t bytes, std::string& out) {
    around_.pass(cutter_.held().substr(0, bytes));
    cutter_.take_held(bytes, out);
  }

  // Skips to the array of items, one byte at a time: the text before it is short.
  Expected<bool> find_items() {
    JsonScanner scanner;
    std::string key;
    std::string before;
    for (;;) {
      const auto cut = cutter_.more();
      if (!cut) return tl::unexpected(cut.error());
      if (*cut == Cut::kGap) continue;
      if (*cut == Cut::kEnd) return false;
      const char c = cutter_.held().front();
      const bool is_before = scanner.depth() == 0 && c != '{';  // a byte order mark, blanks
      const bool was_key = scanner.depth() == 1 && scanner.is_at_key();
      if (!is_before) scanner.take(cutter_.held().substr(0, 1));
      before.clear();
      take(1, before);
      if (was_key && scanner.is_in_string()) {
        if (c == '"')
          key.clear();
        else
          key.push_back(c);
      }
      if (scanner.depth() == 2 && c == '[' && key == "items") return true;
      if (scanner.state() != JsonScanner::State::kInside) return false;
    }
  }

  // Skips to where a record begins, or something else where one should.
  Expected<Cut> skip_between() {
    for (;;) {
      auto cut = cutter_.more();
      if (!cut || *cut == Cut::kEnd) return cut;
      if (*cut == Cut::kGap) continue;
      const std::string_view held = cutter_.held();
      const std::size_t end = std::min(held.find_first_not_of(kBetweenObjects), held.size());
      const bool is_over = format_ == FeedFormat::kJsonFeed && held.substr(0, end).find(']') != std::string_view::npos;
      around_.pass(held.substr(0, end));
      cutter_.skip_held(is_over ? held.size() : end);
      if (is_over) return skip_rest();
      if (end < held.size()) return Cut::kWhole;
    }
  }

  Expected<Cut> skip_rest() {
    for (;;) {
      auto cut = cutter_.more();
      if (!cut || *cut == Cut::kEnd) return cut;
      cutter_.skip_held(cutter_.held().size());
    }
  }

  Expected<void> take_object(Record& record) {
    const Surroundings begin = around_;
    JsonScanner scanner;
    for (;;) {
      const auto cut = cutter_.more();
      if (!cut) return tl::unexpected(cut.error());
      if (*cut != Cut::kWhole) {
        record.fault = *cut == Cut::kGap ? kDamagedHere : kNotClosed;
        return {};
      }
      take(scanner.take(cutter_.held()), record.bytes);
      if (scanner.state() == JsonScanner::State::kEnd) return {};
      if (scanner.state() == JsonScanner::State::kInside) continue;
      record.fault = kFaultInside;
      if (give_back_next(record) || cutter_.held().front() == '{') return {};
      const bool has_lines = cutter_.held().front() == '\n' || record.bytes.find('\n') != std::string::npos;
      return take_to_next(record, has_lines && begin.has_indent() ? &begin : nullptr);
    }
  }

  Expected<void> take_rubbish(Record& record) {
    record.fault = kNoObject;
    return take_to_next(record, nullptr);
  }

  // An unclosed string ends at the next quote, the opening quote of the next object's first key: "abc},{".
  bool give_back_next(Record& record) {
    const std::string_view bytes = record.bytes;
    const std::size_t quote = bytes.find_last_not_of(" \t\r\n");
    if (quote == 0 || quote == std::string_view::npos || bytes[quote] != '"' || bytes.size() > cutter_.limit())
      return false;
    const std::size_t brace = bytes.find_last_not_of(" \t\r\n", quote - 1);
    if (brace == std::string_view::npos || brace == 0 || bytes[brace] != '{') return false;
    const std::size_t before = bytes.find_last_not_of(" \t\r\n", brace - 1);
    if (before == std::string_view::npos || (bytes[before] != ',' && bytes[before] != '}')) return false;
    cutter_.put_back(record.bytes.substr(brace), Cut::kWhole);
    record.bytes.resize(brace);
    return true;
  }

  // Takes bytes up to where the next object may begin. If the broken object has several lines, that is only a new line
  // with the indent of its first line, `begin`, because objects inside it are separated like records.
  Expected<void> take_to_next(Record& record, const Surroundings* begin) {
    for (;;) {
      const auto cut = cutter_.more();
      if (!cut) return tl::unexpected(cut.error());
      if (*cut != Cut::kWhole) return {};
      const std::string_view held = cutter_.held();
      std::size_t at = 0;
      Surroundings here = around_;
      for (; at < held.size(); ++at) {
        if (held[at] == '{' && (begin != nullptr ? here.is_indented_like(*begin) : here.may_begin())) break;
        here.pass(held.substr(at, 1));
      }
      take(at, record.bytes);
      if (at < held.size()) return {};
    }
  }

  Cutter cutter_;
  std::shared_ptr<const std::string> file_;
  FeedFormat format_;
  std::uint64_t number_ = 0;
  Surroundings around_;
  bool is_in_items_ = false;
};

}  // namespace

std::unique_ptr<RecordSource> make_json_source(Cutter cutter, std::string path, FeedFormat format) {
  return std::make_unique<JsonSource>(std::move(cutter), std::move(path), format);
}

}  // namespace calque
