// Dates as feeds write them, put together by day, week, month or year.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace calque::feeds {

enum class Period { kDay, kWeek, kMonth, kYear };

// The day that a date begins with or, in words, holds: "2026-03-05T06:07:08Z", "2026/03/05", "20260305", "Thu, 05 Mar
// 2026 06:07:08 GMT", "March 5, 2026". Time zones are not read: a day is the writer's own. Nothing where it is none of
// these, or no such day.
std::optional<std::chrono::sys_days> day_of(std::string_view date);

// The first day of the period that `day` lies in; weeks begin on Monday.
std::chrono::sys_days first_day(std::chrono::sys_days day, Period period);
std::chrono::sys_days next_period(std::chrono::sys_days first, Period period);

// "2026-03-05", of a month "2026-03", of a year "2026"; a week is named for its Monday.
std::string period_name(std::chrono::sys_days first, Period period);

}  // namespace calque::feeds
