// A document that is too large or takes too long gets no verdict, with the reason.
#include "calque/analyzer.h"
#include "support/catch.h"

namespace calque {
namespace {

const std::string kPack = CALQUE_BINARY_DIR "/share/calque/en.calque";

Document document_of(std::size_t bytes) {
  Document document;
  while (document.bytes.size() < bytes)
    document.bytes += "The council voted late on Monday to keep the old pool open. ";
  document.bytes.resize(bytes);
  return document;
}

Basis basis_of(const AnalyzerOptions& options, const Document& document) {
  const auto analyzer = Analyzer::load(kPack, options);
  REQUIRE(analyzer);
  const Analysis analysis = analyzer->analyze(document);
  CHECK(analysis.verdict.probability.has_value() == (analysis.verdict.basis == Basis::kScored));
  return analysis.verdict.basis;
}

Basis basis_of(const AnalyzerOptions& options, std::size_t bytes) { return basis_of(options, document_of(bytes)); }

TEST_CASE("A moved analyzer keeps the options that it was loaded with") {
  AnalyzerOptions options;
  options.max_bytes = 3000;
  auto limited = Analyzer::load(kPack, options);
  auto analyzer = Analyzer::load(kPack);
  REQUIRE(limited);
  REQUIRE(analyzer);
  CHECK(analyzer->analyze(document_of(3001)).verdict.basis == Basis::kScored);
  *analyzer = std::move(*limited);
  CHECK(analyzer->analyze(document_of(3001)).verdict.basis == Basis::kTooLarge);
}

TEST_CASE("A document over the limit of size is not read") {
  AnalyzerOptions options;
  options.max_bytes = 3000;
  CHECK(basis_of(options, 3000) == Basis::kScored);
  CHECK(basis_of(options, 3001) == Basis::kTooLarge);
  options.max_bytes = 0;
  CHECK(basis_of(options, 30000) == Basis::kScored);
  CHECK(basis_of({}, (std::size_t{16} << 20) + 1) == Basis::kTooLarge);
}

TEST_CASE("No limit of size lets a document be larger than a record") {
  Document document;
  document.bytes.assign(kMaxRecordBytes + 1, 'a');
  AnalyzerOptions options;
  for (const std::size_t limit : {std::size_t{0}, 2 * kMaxRecordBytes}) {
    options.max_bytes = limit;
    CHECK(basis_of(options, document) == Basis::kTooLarge);
  }
}

TEST_CASE("A document over the limit of time has no verdict") {
  AnalyzerOptions options;
  options.max_seconds = 1e-9;
  CHECK(basis_of(options, 3000) == Basis::kTooSlow);
  options.max_seconds = 1e9;
  CHECK(basis_of(options, 3000) == Basis::kScored);
}

}  // namespace
}  // namespace calque
