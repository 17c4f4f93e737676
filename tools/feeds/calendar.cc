#include "feeds/calendar.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "base/ascii.h"

namespace calque::feeds {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month_day;

constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                      "jul", "aug", "sep", "oct", "nov", "dec"};
constexpr std::size_t kYearDigits = 4;
constexpr std::size_t kDayDigits = 8;      // of "20260305"
constexpr std::size_t kSecondDigits = 14;  // of "20260305060708"
constexpr std::size_t kMarkedDate = 10;    // characters of "2026-03-05"
constexpr std::size_t kMostPieces = 8;     // of a date in words

bool are_digits(std::string_view text) { return !text.empty() && std::ranges::all_of(text, is_digit); }

// A number of at most four digits.
int number_in(std::string_view digits) {
  int number = 0;
  for (const char digit : digits) number = number * 10 + (digit - '0');
  return number;
}

std::optional<sys_days> day_from(std::string_view years, unsigned months, std::string_view days) {
  const year_month_day date{year(number_in(years)), month(months), day(static_cast<unsigned>(number_in(days)))};
  if (!date.ok()) return std::nullopt;
  return sys_days(date);
}

// A date that begins like "2026-03-05", also with another mark in place of the hyphen, or is "20260305" or
// "20260305060708".
std::optional<sys_days> numeric_day(std::string_view date) {
  const std::size_t digits = std::min(date.find_first_not_of("0123456789"), date.size());
  if (digits == kDayDigits || digits == kSecondDigits) {
    return day_from(date.substr(0, 4), static_cast<unsigned>(number_in(date.substr(4, 2))), date.substr(6, 2));
  }
  if (digits != kYearDigits || date.size() < kMarkedDate || date[4] != date[7]) return std::nullopt;
  const std::string_view months = date.substr(5, 2);
  const std::string_view days = date.substr(8, 2);
  if (!are_digits(months) || !are_digits(days)) return std::nullopt;
  return day_from(date.substr(0, 4), static_cast<unsigned>(number_in(months)), days);
}

// The first runs of digits and of letters.
std::vector<std::string_view> pieces_of(std::string_view date) {
  std::vector<std::string_view> pieces;
  for (std::size_t at = 0; at < date.size() && pieces.size() < kMostPieces;) {
    const auto same = is_digit(date[at]) ? is_digit : is_ascii_letter;
    std::size_t end = at;
    while (end < date.size() && same(date[end])) ++end;
    if (end > at) pieces.push_back(date.substr(at, end - at));
    at = std::max(end, at + 1);
  }
  return pieces;
}

unsigned month_named(std::string_view word) {
  if (word.size() < 3) return 0;
  for (unsigned i = 0; i < kMonths.size(); ++i) {
    const bool same = std::ranges::equal(word.substr(0, 3), kMonths[i], {}, [](char c) { return c | 0x20; });
    if (same) return i + 1;
  }
  return 0;
}

// A date like "05 Mar 2026" or "March 5, 2026" anywhere in the text.
std::optional<sys_days> worded_day(std::string_view date) {
  const std::vector<std::string_view> pieces = pieces_of(date);
  const auto is_day = [&](std::size_t i) {
    return i < pieces.size() && pieces[i].size() <= 2 && are_digits(pieces[i]);
  };
  const auto is_year = [&](std::size_t i) {
    return i < pieces.size() && pieces[i].size() == kYearDigits && are_digits(pieces[i]);
  };
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const unsigned month = month_named(pieces[i]);
    if (month == 0) continue;
    if (i > 0 && is_day(i - 1) && is_year(i + 1)) return day_from(pieces[i + 1], month, pieces[i - 1]);
    if (is_day(i + 1) && is_year(i + 2)) return day_from(pieces[i + 2], month, pieces[i + 1]);
  }
  return std::nullopt;
}

}  // namespace

std::optional<sys_days> day_of(std::string_view date) {
  date.remove_prefix(std::min(date.find_first_not_of(" \t\r\n"), date.size()));
  if (const auto day = numeric_day(date)) return day;
  return worded_day(date);
}

sys_days first_day(sys_days day, Period period) {
  const year_month_day date(day);
  switch (period) {
    case Period::kDay:
      return day;
    case Period::kWeek:
      return day - (std::chrono::weekday(day) - std::chrono::Monday);
    case Period::kMonth:
      return sys_days(date.year() / date.month() / 1);
    case Period::kYear:
      break;
  }
  return sys_days(date.year() / std::chrono::January / 1);
}

sys_days next_period(sys_days first, Period period) {
  constexpr std::array<int, 4> kSomeDayOfTheNext = {1, 7, 31, 366};
  return first_day(first + std::chrono::days(kSomeDayOfTheNext[static_cast<std::size_t>(period)]), period);
}

std::string period_name(sys_days first, Period period) {
  const year_month_day date(first);
  const int years = static_cast<int>(date.year());
  const auto months = static_cast<unsigned>(date.month());
  if (period == Period::kYear) return fmt::format("{:04}", years);
  if (period == Period::kMonth) return fmt::format("{:04}-{:02}", years, months);
  return fmt::format("{:04}-{:02}-{:02}", years, months, static_cast<unsigned>(date.day()));
}

}  // namespace calque::feeds
