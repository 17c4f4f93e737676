// People's ratings of the systems' sentences (direct assessment).
#pragma once

#include <string>
#include <unordered_map>

#include "labelled/article.h"

namespace calque::evaluate {

// The part of an article's sentences that must be rated for the article to count as rated.
inline constexpr double kRatedShare = 0.5;

class Ratings {
 public:
  // Adds a file of tab-separated lines with the header "year pair system segment z ratings text"; `text` is the
  // translated sentence. Throws std::runtime_error with FILE:LINE.
  void read(const std::string& path);

  bool empty() const { return z_.empty(); }
  // Sentences rated; one that a system wrote twice counts once, with its mean.
  std::size_t size() const { return z_.size(); }
  // The mean z of the article's sentences that are found word for word with its year, pair and system. kNone if the
  // share of such sentences is under kRatedShare.
  double of(const LabelledArticle& article) const;

 private:
  struct Mean {
    double sum = 0;
    std::size_t count = 0;
  };
  std::unordered_map<std::string, Mean> z_;
};

}  // namespace calque::evaluate
