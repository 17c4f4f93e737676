#include "commands/convert.h"

#include <memory>

#include "article/read_article.h"
#include "base/json_writer.h"
#include "cli/bulk_run.h"
#include "cli/command.h"
#include "report/json.h"

namespace calque {
namespace {

constexpr const char* kFooter = R"(
Examples:
  calque convert page.html | jq -r .text         # the article, without the rest of the page
  calque convert crawl.warc.gz > articles.jsonl
  calque convert --from csv --text-field body articles.csv | calque score

Writes one JSON object per article: id, url, host, date, title, language, charset and text, as score, filter and explain
see it. Places in their reports are offsets into this text. Missing values are null.

Exit codes: 0 done; 2 usage; 3 input or output.)";

void append_article(const Document& document, std::string& out) {
  const Article article = read_article(document, PageFurniture());  // what is the page's is not marked here
  JsonWriter json(out);
  json.object([&] {
    write_id(document, json);
    json.key("url").string_or_null(document.url.empty() ? article.url : document.url);
    json.key("host").string_or_null(document.host.empty() ? article.host : document.host);
    json.key("date").string_or_null(article.date);
    json.key("title").string_or_null(article.title);
    json.key("language").string_or_null(article.language);
    json.key("charset").string_or_null(article.charset);
    json.key("text").string(article.input_text());
  });
  out += '\n';
}

struct ConvertedBatch {
  BatchReport report;
  std::string lines;
};

ConvertedBatch convert(Batch&& batch, RecordParser& parser) {
  ConvertedBatch converted{BatchReport(batch), {}};
  for_each_document(batch, parser, converted.report,
                    [&](const Document& document, const Record&) { append_article(document, converted.lines); });
  return converted;
}

int run(const BulkOptions& options) {
  BulkRun bulk(options);
  if (!bulk.open()) return bulk.exit_code();
  bulk.run(
      [&] {
        return [parser = RecordParser(options.feed.fields)](Batch&& batch) mutable {
          return convert(std::move(batch), parser);
        };
      },
      [&](const ConvertedBatch& converted) { return bulk.write(converted.lines); });
  return bulk.finish_without_summary();
}

}  // namespace

void add_convert(Program& program) {
  auto options = std::make_shared<BulkOptions>();
  Command command = program.add("convert", "Show articles as the other commands read them, as JSONL");
  add_bulk_options(command, *options, "Write to FILE; - is standard output");
  command.footer(kFooter);
  command.on_run([options] { return run(*options); });
}

}  // namespace calque
