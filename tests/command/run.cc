#include "command/run.h"

#include <sys/wait.h>

#include <cstdio>
#include <random>
#include <sstream>
#include <stdexcept>

namespace calque::test {
namespace {

std::string read_all(std::FILE* file) {
  std::string out;
  char buffer[65536];
  for (std::size_t size; (size = std::fread(buffer, 1, sizeof buffer, file)) > 0;) out.append(buffer, size);
  return out;
}

}  // namespace

std::vector<std::string> Outcome::lines() const {
  std::istringstream stream(out);
  std::vector<std::string> lines;
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

Outcome Workplace::calque(const std::string& arguments, std::string_view input) const {
  return shell("\"$CALQUE\" " + arguments, input);
}

Outcome Workplace::shell(const std::string& command, std::string_view input) const {
  write(".stdin", input);
  const std::string line = "cd '" + folder_.path("") +
                           "' && export XDG_CONFIG_HOME=/nowhere && CALQUE='" CALQUE_BINARY_DIR "/bin/calque' && { " +
                           command + " ; } < .stdin 2> .stderr";
  std::FILE* pipe = popen(line.c_str(), "r");
  if (pipe == nullptr) throw std::runtime_error("cannot run " + line);
  Outcome outcome;
  outcome.out = read_all(pipe);
  const int status = pclose(pipe);
  if (WIFEXITED(status)) outcome.exit_code = WEXITSTATUS(status);
  outcome.err = read(".stderr");
  return outcome;
}

std::string article(unsigned seed, std::size_t words) {
  static const std::vector<std::string> kSentences = {
      "The council voted late on Monday to keep the old swimming pool open for another year.",
      "Residents of the upper valley had asked for the bridge to be repaired before the winter.",
      "\u201cWe have waited long enough,\u201d said one of them, who runs the bakery on the corner.",
      "The work will cost about 1,200 pounds a week, according to the borough's engineer.",
      "Nobody was hurt, but the the road to the harbour stayed closed until the evening.",
      "A spokeswoman for the railway declined to say when the next train would leave.",
  };
  std::mt19937 random(seed);
  std::string text;
  for (std::size_t count = 0; count < words; count += 14) {
    if (!text.empty()) text += ' ';
    text += kSentences[random() % kSentences.size()];
  }
  return text;
}

std::string jsonl_line(const std::string& id, std::string_view text) {
  std::string line = "{\"id\":\"" + id + "\",\"text\":\"";
  for (const char character : text) {
    if (character == '"' || character == '\\') line += '\\';
    line += character;
  }
  return line + "\"}\n";
}

std::string feed(unsigned count) {
  std::string lines;
  for (unsigned i = 0; i < count; ++i) {
    lines += jsonl_line("a" + std::to_string(i), article(i, i % 7 == 0 ? 10 : 100 + i % 400));
  }
  return lines;
}

}  // namespace calque::test
