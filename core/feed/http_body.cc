#include "feed/http_body.h"

#include <memory>
#include <utility>
#include <vector>

#include "calque/feed.h"
#include "feed/codecs.h"
#include "feed/not_text.h"
#include "feed/warc.h"

namespace calque {
namespace {

constexpr std::string_view kTooLong = "its body unpacks to more than 64 MiB";
constexpr std::string_view kUnknown = "its body cannot be unpacked";

// The decompressors to try for a coding. The first bytes count more than the named coding.
std::vector<std::unique_ptr<Decompressor>> decompressors_for(const std::string& coding, std::string_view body) {
  std::vector<std::unique_ptr<Decompressor>> result;
  const Compression compression = compression_of(body.substr(0, kMagicBytes));
  if (compression != Compression::kNone) {
    result.push_back(make_decompressor(compression, kUsualWindow));
  } else if (coding == "br") {
    result.push_back(make_brotli());
  } else if (coding == "deflate") {  // zlib, or raw as Microsoft's servers once sent it
    result.push_back(make_inflater(Inflate::kZlib));
    result.push_back(make_inflater(Inflate::kRaw));
  }
  return result;
}

void unpack(const std::string& coding, std::size_t limit, Body& body) {
  if (body.bytes.starts_with('<')) return;
  auto decompressors = decompressors_for(coding, body.bytes);
  Unpacked best;
  for (const auto& decompressor : decompressors) {
    Unpacked unpacked = unpack_all(*decompressor, body.bytes, limit);
    if (unpacked.is_too_long) {
      body.fault = kTooLong;
      return;
    }
    if (unpacked.is_whole || unpacked.bytes.size() > best.bytes.size()) best = std::move(unpacked);
    if (best.is_whole) break;
  }
  const bool is_decoded = decompressors.empty() || (!best.is_whole && best.bytes.empty());
  if (!is_decoded) {
    body.is_cut = body.is_cut || !best.is_whole;
    body.bytes = std::move(best.bytes);
  } else if (is_binary(body.bytes)) {
    body.fault = kUnknown;
  }
}

}  // namespace

Body decode_body(std::string_view head, std::string_view bytes, std::size_t limit) {
  std::vector<std::string> codings = codings_of(header_value(head, "Content-Encoding"));
  for (std::string& coding : codings_of(header_value(head, "Transfer-Encoding"))) codings.push_back(std::move(coding));
  Body body{std::string(bytes)};
  for (; !codings.empty() && body.fault.empty(); codings.pop_back()) {
    if (codings.back() == "chunked") {
      body.bytes = without_chunks(body.bytes);
    } else {
      unpack(codings.back(), limit, body);
    }
  }
  if (body.fault.empty() && body.bytes.size() > limit) body.fault = kTooLong;
  return body;
}

}  // namespace calque
