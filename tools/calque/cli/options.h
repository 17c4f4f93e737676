// Options that several subcommands share.
#pragma once

#include <string>

#include "calque/analyzer.h"
#include "calque/feed.h"

namespace calque {

class Command;

struct FeedOptions {
  std::string from = "auto";
  FieldNames fields;
  std::size_t window = kUsualWindow;

  FeedFormat format() const;
};

struct ModelOptions {
  std::string pack;  // empty: the default, see model_path.h
  AnalyzerOptions analyzer;
};

void add_feed_options(Command& command, FeedOptions& options);
void add_model_options(Command& command, ModelOptions& options);
void add_threads_option(Command& command, unsigned& threads);

}  // namespace calque
