// calque-lab: makes models. Users of a model do not need it, and the calque command does not link it.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>

#include "lab/commands.h"

namespace {

constexpr int kFault = 3;

constexpr const char* kFooter = R"(
A model is made in this order:
  tools/lab/round_trip.py    translates originals to another language and back
  calque-lab mine            learns from that which words translations confuse: the evidence
  calque-lab train           learns from all articles how translations read: the weights
  calque-pack                puts weights, evidence and lexicons into one model; the build runs it
  calque evaluate            measures the model on articles that it has not seen
tools/lab/README.md shows the commands.

Exit codes: 0 done; 3 a file could not be read or written, or holds something else; over 100 usage.)";

int run(int argc, char** argv) {
  CLI::App app("Makes the models that calque judges with, from articles of which it is known who wrote them.",
               "calque-lab");
  app.require_subcommand(1);
  app.footer(kFooter);
  calque::lab::add_train(app);
  calque::lab::add_mine(app);
  CLI11_PARSE(app, argc, argv);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "calque-lab: %s\n", error.what());
    return kFault;
  }
}
