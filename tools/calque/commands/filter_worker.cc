#include "commands/filter_worker.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>

#include "report/json.h"

namespace calque {
namespace {

bool is_undecided(const Verdict& verdict, const FilterCriteria& criteria) {
  return verdict.basis != Basis::kScored || (criteria.by_label && verdict.label == Label::kUndecided);
}

bool is_whole_file(const Record& record) {
  const bool is_file = record.format == FeedFormat::kText || record.format == FeedFormat::kHtml;
  return is_file && *record.origin.file != "-";
}

// An object from an array as a line of JSONL. Line ends occur only between JSON tokens, so a space can replace them.
void append_as_line(const Record& record, std::string& out) {
  const auto begin = out.insert(out.end(), record.bytes.begin(), record.bytes.end());
  std::replace_if(
      begin, out.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
  out.push_back('\n');
}

// A record of lines as it stood, with a line end in any case; the name of a file that is one article.
void append_original(const Record& record, std::string& out) {
  if (is_whole_file(record)) {
    out.append(*record.origin.file).append("\n");
    return;
  }
  if (record.format == FeedFormat::kJson || record.format == FeedFormat::kJsonFeed) return append_as_line(record, out);
  out.append(record.bytes).append(record.ending);
  const bool is_lines = record.format == FeedFormat::kJsonl || record.format == FeedFormat::kLines ||
                        record.format == FeedFormat::kCsv || record.format == FeedFormat::kTsv;
  if (is_lines && record.ending.empty()) out.push_back('\n');
}

void write_place(const Record& record, std::string_view reason, JsonWriter& out) {
  out.key("at").string(name_of(record.origin));
  out.key("offset").integer(record.origin.offset);
  out.key("reason").string(reason);
}

void append_reason(const Record& record, const Document& document, const Verdict& verdict, std::string_view reason,
                   std::string& out) {
  JsonWriter json(out);
  json.object([&] {
    write_id(document, json);
    json.key("url").string_or_null(document.url);
    write_place(record, reason, json);
    json.key("label").string(label_name(verdict.label));
    json.key("basis").string(basis_name(verdict.basis));
    json.key("probability").number(verdict.probability);
    json.key("quality").number(verdict.quality, 1);
  });
  out += '\n';
}

void append_broken(const Record& record, const Rejected& rejected, std::string& out) {
  JsonWriter json(out);
  json.object([&] {
    json.key("id").null();
    json.key("url").null();
    write_place(record, rejected.reason, json);
    for (const std::string_view unknown : {"label", "basis", "probability", "quality"}) json.key(unknown).null();
  });
  out += '\n';
}

// Records of another format, rows under another header and items of another feed cannot share an output file.
void describe(const Record& record, FilteredBatch& filtered) {
  std::string_view whole;
  if (record.format == FeedFormat::kCsv || record.format == FeedFormat::kTsv) {
    filtered.header = record.header;
    whole = record.header->row;
  } else if (record.format == FeedFormat::kRss) {
    whole = *record.origin.file;
  }
  const FeedFormat written = record.format == FeedFormat::kJson ? FeedFormat::kJsonl : record.format;
  filtered.kind = fmt::format("{} {:016x}", static_cast<int>(written), XXH3_64bits(whole.data(), whole.size()));
}

}  // namespace

std::string why_rejected(const Verdict& verdict, const FilterCriteria& criteria) {
  if (criteria.max_probability && verdict.probability && *verdict.probability > *criteria.max_probability) {
    return fmt::format("probability {:.4f} over {:g}", *verdict.probability, *criteria.max_probability);
  }
  if (criteria.min_quality && verdict.quality && *verdict.quality < *criteria.min_quality) {
    return fmt::format("quality {:.1f} under {:.1f}", *verdict.quality, *criteria.min_quality);
  }
  if (criteria.by_label && verdict.label == Label::kMachine) return "machine";
  if (criteria.keep_undecided || !is_undecided(verdict, criteria)) return {};
  return verdict.basis == Basis::kScored ? "undecided" : std::string(basis_name(verdict.basis));
}

void FilterWorker::filter_document(const Record& record, const Document& document, FilteredBatch& filtered) const {
  const Verdict verdict = analyzer_->analyze(document).verdict;
  filtered.report.tally.count(verdict);
  const std::string reason = why_rejected(verdict, criteria_);
  if (reason.empty()) return append_original(record, filtered.kept);
  append_original(record, filtered.rejected);
  append_reason(record, document, verdict, reason, filtered.reasons);
}

FilteredBatch FilterWorker::operator()(Batch&& batch) {
  FilteredBatch filtered{BatchReport(batch), {}, {}, {}, {}, {}};
  for (std::size_t i = 0; i < batch.records.size(); ++i) {
    Record& record = batch.records[i];
    if (const auto document = take_document(batch, i, parser_)) {
      filtered.report.accept(*document, record);
      filter_document(record, *document, filtered);
    } else if (!document.error().is_broken) {
      append_original(record, criteria_.keep_others ? filtered.kept : filtered.rejected);
      filtered.report.reject(Rejected(document.error()), record);
    } else {
      append_original(record, filtered.rejected);
      append_broken(record, document.error(), filtered.reasons);
      filtered.report.reject(Rejected(document.error()), record);
    }
  }
  if (!batch.records.empty()) describe(batch.records.front(), filtered);
  return filtered;
}

}  // namespace calque
