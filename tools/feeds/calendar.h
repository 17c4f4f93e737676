// Parses dates as feeds write them, and groups them by day, week, month or year.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace calque::feeds {

enum class Period { kDay, kWeek, kMonth, kYear };

// The day at the beginning of a date or, if the month is a word, anywhere in it: "2026-03-05T06:07:08Z", "2026/03/05",
// "20260305", "Thu, 05 Mar 2026 06:07:08 GMT", "March 5, 2026". Time zones are ignored, so it is the writer's day.
// Nothing for other forms and for days that do not exist.
std::optional<std::chrono::sys_days> day_of(std::string_view date);

// The first day of the period that contains `day`; weeks begin on Monday.
std::chrono::sys_days first_day(std::chrono::sys_days day, Period period);
std::chrono::sys_days next_period(std::chrono::sys_days first, Period period);

// "2026-03-05" for a day, "2026-03" for a month, "2026" for a year; a week has the name of its Monday.
std::string period_name(std::chrono::sys_days first, Period period);

}  // namespace calque::feeds
