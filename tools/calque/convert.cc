#include "convert.h"

#include <CLI/CLI.hpp>
#include <memory>

#include "article/read_article.h"
#include "base/json_text.h"
#include "bulk_run.h"

namespace calque {
namespace {

constexpr const char* kFooter = R"(
Examples:
  calque convert page.html | jq -r .text         # the article, without what stands around it
  calque convert crawl.warc.gz > articles.jsonl
  calque convert --from csv --text-field body articles.csv | calque score

One JSON object per article: id, url, host, date, title, charset and text, as score, filter and explain see it; places
in their reports are counted in this text. What the record does not have is null.

Exit codes: 0 done; 2 usage; 3 input or output.)";

void append_field(std::string_view name, std::string_view value, std::string& out) {
  out.append(",\"").append(name).append("\":");
  append_json_string_or_null(value, out);
}

void append_article(const Document& document, std::string& out) {
  const Article article = read_article(document);
  out += "{\"id\":";
  if (document.id_is_integer) {
    out += document.id;
  } else {
    append_json_string(document.id, out);
  }
  append_field("url", document.url.empty() ? article.url : document.url, out);
  append_field("host", document.host.empty() ? article.host : document.host, out);
  append_field("date", article.date, out);
  append_field("title", article.title, out);
  append_field("charset", article.charset, out);
  out += ",\"text\":";
  append_json_string(article.input_text(), out);
  out += "}\n";
}

Scored convert_batch(RecordParser& parser, Batch&& batch) {
  Scored scored;
  for (std::size_t i = 0; i < batch.records.size(); ++i) {
    auto document = take_document(batch, i, parser);
    if (document) {
      append_article(*document, scored.output);
    } else {
      scored.reject(std::move(document.error()), std::move(batch.records[i].bytes));
    }
  }
  return scored;
}

int run(const BulkOptions& options) {
  BulkRun bulk(options);
  if (!bulk.open()) return bulk.exit_code();
  bulk.run(
      [&] {
        auto parser = std::make_shared<RecordParser>(options.feed.fields);
        return [parser](Batch&& batch) { return convert_batch(*parser, std::move(batch)); };
      },
      [&](Scored&& scored) { return bulk.write(scored.output) && bulk.account(scored); });
  return bulk.finish_without_summary();
}

}  // namespace

void add_convert(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<BulkOptions>();
  CLI::App& command = *app.add_subcommand("convert", "Show articles as the other commands read them, as JSONL");
  add_bulk_options(command, *options, "Write to FILE; - is standard output");
  command.footer(kFooter);
  command.callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace calque
