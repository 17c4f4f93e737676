// When the system fails, calque says so or is not affected: no crash, no wrong result, no record lost or doubled.
#include <cstdlib>
#include <sstream>

#include "command/run.h"
#include "feed/compressing.h"
#include "support/catch.h"

namespace calque::test {
namespace {

// One of every kind, the way through each reader.
void write_feeds(const Workplace& work) {
  const std::string text = article(3, 120);
  const std::string odd =
      "caf\xC3\xA9 cafe\xCC\x81 sl\xE2\x80\x8B"
      "ap \xE6\x96\xB0\xE8\x81\x9E: " +
      article(4, 90);
  const std::string page =
      "<html><head><title>Pool</title></head><body><article><p>" + text + "</p></article></body></html>";
  work.write("a.jsonl",
             feed(6) + jsonl_line("odd", odd) + "{\"broken\n" + jsonl_line("invalid", article(5, 80) + "\xFF"));
  work.write("b.jsonl.gz", gzip(feed(4)));
  work.write("c.jsonl.zst", zstd(feed(4)));
  work.write("d.csv", "id,text\n1,\"" + text + "\"\n2,short\n");
  work.write("e.html", page);
  work.write("f.xml", "<?xml version=\"1.0\"?><rss><channel><item><guid>g</guid><description>" + text +
                          "</description></item></channel></rss>");
  work.write("g.warc",
             "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\nContent-Type: application/http\r\n"
             "Content-Length: " +
                 std::to_string(page.size() + 44) + "\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" +
                 page + "\r\n\r\n");
  work.write("settings", "");              // a short name: CLI11 asks for longer ones where it must not throw
  work.write("h.txt", "caf\xE9 " + text);  // windows-1252
}

constexpr const char* kInputs = " a.jsonl b.jsonl.gz c.jsonl.zst d.csv e.html f.xml g.warc h.txt";

struct Scoring {
  Workplace work;
  std::string options;
  std::string expected;

  explicit Scoring(const std::string& threads = "1") : options("--findings --threads " + threads) {
    write_feeds(work);
    const Outcome sound = work.calque("score --quiet " + options + kInputs);
    REQUIRE(sound.exit_code == 0);
    expected = sound.out;
    REQUIRE(sound.lines().size() == 22);
  }

  Outcome with(const std::string& fault) const { return with(fault, options); }
  Outcome with(const std::string& fault, const std::string& others) const {
    return work.shell("CALQUE_FAULT=" + fault +
                      " CALQUE_FAULT_COUNTS=counts LD_PRELOAD='" CALQUE_FAULTY "' \"$CALQUE\" score " + others +
                      kInputs);
  }

  // How often something happens when nothing fails.
  long count(const std::string& name) const {
    with("count");
    std::istringstream counts(work.read("counts"));
    std::string what;
    for (long number = 0; counts >> what >> number;) {
      if (what == name) return number;
    }
    FAIL("no count of " << name);
    return 0;
  }

  // The same result; or an error, and what was written till then is right and made of whole lines.
  bool check(const std::string& fault) const {
    const Outcome outcome = with(fault);
    CAPTURE(fault, outcome.exit_code, outcome.err);
    if (outcome.exit_code == 0) {
      CHECK(outcome.out == expected);
      return true;
    }
    CHECK((outcome.exit_code == 3 || outcome.exit_code == 4));
    CHECK(outcome.err.find("calque: ") != std::string::npos);
    CHECK(is_part(outcome.out));
    return false;
  }

  // Whether each line is one of the right ones, in their order, none twice.
  bool is_part(const std::string& out) const {
    std::istringstream lines(out);
    std::istringstream all(expected);
    std::string known;
    for (std::string line; std::getline(lines, line);) {
      do {
        if (!std::getline(all, known)) return false;
      } while (known != line);
    }
    return out.empty() || out.back() == '\n';
  }
};

TEST_CASE("Short and interrupted reads and writes change nothing") {
  const Scoring scoring;
  for (const char* fault : {"read:short", "read:EINTR", "write:short", "write:EINTR"}) CHECK(scoring.check(fault));
}

TEST_CASE("A read or write that fails, whichever it is, is reported, and what was written before is right") {
  const Scoring scoring;
  for (const std::string call : {"read", "write"}) {
    const long calls = scoring.count(call);
    REQUIRE(calls > 0);
    for (long number = 1; number <= calls; ++number) {
      CHECK_FALSE(scoring.check(call + (call == "read" ? ":EIO:" : ":ENOSPC:") + std::to_string(number)));
    }
  }
}

TEST_CASE("A model that cannot be mapped is an error of the model") {
  const Scoring scoring;
  const Outcome outcome = scoring.with("map:ENOMEM:1");
  CHECK(outcome.exit_code == 4);
  CHECK(outcome.err.find("en.calque") != std::string::npos);
}

TEST_CASE("No memory at any place that asks for it, once, is an error or changes nothing") {
  for (const char* threads : {"1", "3"}) {
    const Scoring scoring(threads);
    const long sites = scoring.count("site");
    REQUIRE(sites > 100);
    // All of them take minutes: CALQUE_ALL_FAULTS=1.
    const long step = std::getenv("CALQUE_ALL_FAULTS") != nullptr ? 1 : 1 + sites / 40;
    for (long site = 1; site <= sites; site += step) scoring.check("memory:site:" + std::to_string(site));
  }
}

TEST_CASE("When memory is gone for good at any time, there is an error and no crash") {
  const Scoring scoring;
  const long allocations = scoring.count("allocation");
  const int steps = std::getenv("CALQUE_ALL_FAULTS") != nullptr ? 400 : 25;
  for (int i = 0; i < steps; ++i) scoring.check("memory:from:" + std::to_string(1 + allocations * i / steps));
}

TEST_CASE("A run with --resume whose writes, syncs or renames fail goes on to the right end") {
  for (const std::string call : {"write", "sync", "close", "rename"}) {
    const Scoring scoring;
    const std::string resumed = scoring.options + " --resume -o out";
    for (int number = 1; number <= 6; ++number) {
      const Outcome outcome = scoring.with(call + ":EIO:" + std::to_string(number), resumed);
      CAPTURE(call, number, outcome.err);
      CHECK((outcome.exit_code == 3 || outcome.exit_code == 0));
    }
    const Outcome rest = scoring.work.calque("score --quiet " + resumed + kInputs);
    CAPTURE(call, rest.err);
    CHECK(rest.exit_code == 0);
    CHECK(scoring.work.read("out") == scoring.expected);
  }
}

}  // namespace
}  // namespace calque::test
