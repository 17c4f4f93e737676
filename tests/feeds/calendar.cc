// Dates as feeds write them.
#include "feeds/calendar.h"

#include <random>

#include "support/catch.h"

using namespace calque::feeds;

namespace {

std::string named(std::string_view date, Period period = Period::kDay) {
  const auto day = day_of(date);
  return day ? period_name(first_day(*day, period), period) : "none";
}

}  // namespace

TEST_CASE("Dates are read as ISO 8601, RFC 822 and English words write them") {
  for (const std::string date : {"2026-03-05T06:07:08Z", "2026-03-05", "2026/03/05 06:07", "20260305060708",
                                 " 2026-03-05T23:59:59+09:00", "Thu, 05 Mar 2026 06:07:08 GMT", "Thu, 5 Mar 2026",
                                 "5 March 2026", "March 5, 2026", "Thursday, MARCH 05 2026 6:07 am"}) {
    INFO(date);
    CHECK(named(date) == "2026-03-05");
  }
}

TEST_CASE("Other text and days that do not exist are no dates") {
  for (const std::string date :
       {"", "yesterday", "2026", "2026-03", "2026-13-01", "2026-02-30", "2026-03/05", "20260399", "31 Feb 2026",
        "March 2026", "Mar 5", "5 Marx", "2026-3-5", "1772690828"}) {
    INFO(date);
    CHECK(named(date) == "none");
  }
}

TEST_CASE("Any bytes give a day or nothing") {
  std::mt19937 random(4);
  const std::string letters = "0123456789-/ ,TZMarFeb\xC3\n";
  for (int round = 0; round < 20000; ++round) {
    std::string date;
    for (auto left = random() % 24; left > 0; --left) date += letters[random() % letters.size()];
    const auto day = day_of(date);
    if (day) REQUIRE(day_of(period_name(*day, Period::kDay)) == day);
  }
}

TEST_CASE("Days belong to weeks from Monday, months and years, and periods follow each other") {
  CHECK(named("2026-03-05", Period::kWeek) == "2026-03-02");
  CHECK(named("2026-03-02", Period::kWeek) == "2026-03-02");
  CHECK(named("2026-03-01", Period::kWeek) == "2026-02-23");
  CHECK(named("2026-03-05", Period::kMonth) == "2026-03");
  CHECK(named("2026-03-05", Period::kYear) == "2026");
  for (const Period period : {Period::kDay, Period::kWeek, Period::kMonth, Period::kYear}) {
    auto first = first_day(*day_of("2023-12-31"), period);
    for (int i = 0; i < 500; ++i) {
      const auto next = next_period(first, period);
      REQUIRE(next > first);
      REQUIRE(first_day(next, period) == next);
      REQUIRE(first_day(next - std::chrono::days(1), period) == first);
      first = next;
    }
  }
}
