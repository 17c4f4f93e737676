// Runs the built command as a user would.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "support/scratch.h"

namespace calque::test {

struct Outcome {
  int exit_code = -1;
  std::string out;
  std::string err;

  std::vector<std::string> lines() const;  // of `out`
};

// A directory of its own for each test, removed at the end.
class Workplace {
 public:
  // `calque ARGUMENTS < input`, in this directory. Arguments are shell words.
  Outcome calque(const std::string& arguments, std::string_view input = "") const;
  // Any shell command, in which $CALQUE is the command.
  Outcome shell(const std::string& command, std::string_view input = "") const;

  void write(const std::string& name, std::string_view bytes) const { folder_.write(name, bytes); }
  std::string read(const std::string& name) const { return testing::read_file(folder_.path(name)); }

 private:
  testing::Scratch folder_;
};

// An article of at least `words` words, different for each `seed`.
std::string article(unsigned seed, std::size_t words);
// {"id":"ID","text":"..."} and a newline.
std::string jsonl_line(const std::string& id, std::string_view text);
// A JSONL feed of `count` articles, long and short, with ids "a0", "a1", ...
std::string feed(unsigned count);

}  // namespace calque::test
