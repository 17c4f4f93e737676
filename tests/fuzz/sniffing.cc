// Files whose format is not given.
#include "fuzz/feed_target.h"
#include "fuzz/target.h"

void calque::fuzz::run(std::string_view input) { check_feed(input, FeedFormat::kAuto); }
