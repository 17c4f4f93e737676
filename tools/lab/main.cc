// calque-lab: makes models. Users of a model do not need it, and the calque command does not link it.
#include <cstdio>
#include <exception>
#include <string>

#include "calque/analyzer.h"
#include "cli/command.h"
#include "cli/exit_code.h"
#include "lab/commands.h"

namespace {

constexpr const char* kFooter = R"(
A model is made in this order:
  tools/lab/round_trip.py    translates originals to another language and back
  calque-lab mine            learns from that which words translations confuse: the evidence
  calque-lab train           learns from all articles how translations read: the weights
  calque-pack                puts weights, evidence and lexicons into one model; the build runs it
  calque evaluate            measures the model on articles that it has not seen
tools/lab/README.md shows the commands.

Exit codes: 0 done; 2 usage; 3 a file could not be read or written, or holds something else.)";

int run(int argc, char** argv) {
  calque::Program program(
      "calque-lab", "Makes the models that calque judges with, from articles of which it is known who wrote them.",
      "calque-lab " + std::string(calque::version()), kFooter);
  calque::lab::add_train(program);
  calque::lab::add_mine(program);
  return program.run(argc, argv);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "calque-lab: %s\n", error.what());
    return calque::kInputOutput;
  }
}
