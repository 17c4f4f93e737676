// Lines in compressed data, valid or damaged.
#include "fuzz/feed_target.h"
#include "fuzz/target.h"

void calque::fuzz::run(std::string_view input) { check_feed(input, FeedFormat::kLines); }
