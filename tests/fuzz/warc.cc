// WARC records, the HTTP messages in them, chunks and encodings of bodies.
#include "fuzz/feed_target.h"
#include "fuzz/target.h"

void calque::fuzz::run(std::string_view input) { check_feed(input, FeedFormat::kWarc); }
