// Files of which nobody says what they hold.
#include "fuzz/feed_target.h"
#include "fuzz/target.h"

void calque::fuzz::run(std::string_view input) { check_feed(input, FeedFormat::kAuto); }
