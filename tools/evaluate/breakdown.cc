#include "evaluate/breakdown.h"

#include <fmt/format.h>

#include <set>
#include <utility>

#include "evaluate/compare.h"

namespace calque::evaluate {
namespace {

// The order and the name of a row's group. A row with an empty name is in no group.
using Group = std::pair<std::int64_t, std::string>;

struct Grouping {
  const char* name;
  Group (*of)(const Row&);
  bool splits_negatives;  // if not, every group is compared with all negatives
};

Group engine_of(const Row& row) {
  if (row.kind != ArticleKind::kMachine) return {};
  return {0, row.engine.empty() ? "not known" : row.engine};
}

Group pair_of(const Row& row) { return row.kind == ArticleKind::kOriginal ? Group{} : Group{0, row.pair}; }

Group year_of(const Row& row) {
  return row.kind == ArticleKind::kOriginal ? Group{} : Group{row.year, fmt::format("{}", row.year)};
}

// The same name means different systems in different years.
Group system_of(const Row& row) {
  if (row.kind != ArticleKind::kMachine) return {};
  return {row.year, fmt::format("{} {}", row.year, row.system.empty() ? "not known" : row.system)};
}

Group length_of(const Row& row) {
  constexpr std::uint32_t kBounds[] = {60, 120, 250, 500, 1000};
  std::uint32_t from = 0;
  for (const std::uint32_t bound : kBounds) {
    if (row.words < bound) return {from, fmt::format("{}-{} words", from, bound - 1)};
    from = bound;
  }
  return {from, fmt::format("{}+ words", from)};
}

constexpr Grouping kGroupings[] = {{"engine", engine_of, false},
                                   {"pair", pair_of, false},
                                   {"year", year_of, false},
                                   {"system", system_of, false},
                                   {"length", length_of, true}};

std::set<Group> groups_of(const std::vector<Case>& cases, const Grouping& grouping) {
  std::set<Group> groups;
  for (const Case& one : cases) {
    if (Group group = grouping.of(*one.row); !group.second.empty()) groups.insert(std::move(group));
  }
  return groups;
}

Sample sample_of(const std::vector<Case>& cases, Contrast contrast, const Grouping& grouping, const Group& group) {
  const auto in_group = [&](const Row& row) { return grouping.of(row) == group; };
  return select(cases, contrast, in_group,
                [&](const Row& row) { return !grouping.splits_negatives || grouping.of(row) == group; });
}

}  // namespace

std::vector<std::function<void()>> plan_breakdowns(const std::vector<Case>& cases, const ContrastScore& score,
                                                   std::size_t resamples, std::vector<Breakdown>& breakdowns) {
  std::vector<std::function<void()>> jobs;
  for (const Grouping& grouping : kGroupings) {
    const std::set<Group> groups = groups_of(cases, grouping);
    breakdowns.push_back({grouping.name, std::vector<GroupReport>(groups.size())});
    std::size_t at = 0;
    for (const Group& group : groups) {
      const std::size_t breakdown = breakdowns.size() - 1, place = at++;
      breakdowns[breakdown].groups[place].name = group.second;
      for (const Contrast contrast : kContrasts) {
        jobs.emplace_back([&cases, &score, &breakdowns, &grouping, group, contrast, resamples, breakdown, place] {
          const Sample sample = sample_of(cases, contrast, grouping, group);
          if (!sample.is_usable()) return;
          breakdowns[breakdown].groups[place].contrasts[static_cast<std::size_t>(contrast)] = compare(
              sample, [&](const Row& row) { return score(row, contrast); }, resamples);
        });
      }
    }
  }
  return jobs;
}

}  // namespace calque::evaluate
