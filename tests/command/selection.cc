// --limit, --sample and --shard: a part of the input that is the same wherever and however often it is taken.
#include <algorithm>
#include <set>

#include "command/run.h"
#include "support/catch.h"

using namespace calque;

namespace {

using Lines = std::vector<std::string>;

std::string feed_of(unsigned count) {
  std::string lines;
  for (unsigned i = 0; i < count; ++i) lines += test::jsonl_line("n" + std::to_string(i), test::article(i, 20));
  return lines;
}

Lines selected(const test::Workplace& work, const std::string& options, const std::string& name = "feed.jsonl") {
  return work.calque("convert " + options + " " + name).lines();
}

std::set<std::string> as_set(const Lines& lines) { return {lines.begin(), lines.end()}; }

std::string warc_record(const std::string& type, const std::string& id, const std::string& headers,
                        const std::string& content) {
  return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Record-ID: <urn:x:" + id + ">\r\n" + headers +
         "Content-Type: application/http\r\nContent-Length: " + std::to_string(content.size()) + "\r\n\r\n" + content +
         "\r\n\r\n";
}

std::string feed_with_frame(unsigned count) {
  std::string feed = "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>News</title>";
  for (unsigned i = 0; i < count; ++i) {
    feed +=
        "<item><guid>g" + std::to_string(i) + "</guid><description>" + test::article(i, 20) + "</description></item>";
  }
  return feed + "</channel></rss>\n";
}

}  // namespace

TEST_CASE("A limit is the first articles, for every command that reads in bulk and any number of threads") {
  const test::Workplace work;
  const std::string feed = feed_of(300);
  work.write("feed.jsonl", "{\"broken\n" + feed);
  const Lines all = selected(work, "");
  REQUIRE(all.size() == 300);
  for (const std::string threads : {" --threads 1", " --threads 4"}) {
    CHECK(selected(work, "--limit 7" + threads) == Lines(all.begin(), all.begin() + 7));
    CHECK(selected(work, "--limit 299" + threads) == Lines(all.begin(), all.begin() + 299));
    CHECK(selected(work, "--limit 1000" + threads) == all);
    const auto passed = work.calque("filter --max-probability 1 --limit 70 feed.jsonl" + threads);
    CHECK(passed.lines().size() == 70);
    CHECK(feed.starts_with(passed.out));
    CHECK(work.calque("score --limit 70 feed.jsonl" + threads).lines().size() == 70);
  }
  CHECK(work.calque("score --limit 5 feed.jsonl feed.jsonl missing").exit_code == 0);
}

TEST_CASE("Shards share the records out: each is in one of them, broken ones too") {
  const test::Workplace work;
  work.write("feed.jsonl", feed_of(200) + "{\"broken\n" + test::jsonl_line("after", "A short text."));
  std::set<std::string> seen;
  std::size_t broken = 0;
  for (const std::string shard : {"1/4", "2/4", "3/4", "4/4"}) {
    const auto part = work.calque("convert feed.jsonl --shard " + shard);
    CHECK(part.lines().size() > 30);
    for (const std::string& line : part.lines()) CHECK(seen.insert(line).second);
    broken += part.err.find("feed.jsonl:201") != std::string::npos ? 1 : 0;
  }
  CHECK(seen == as_set(selected(work, "")));
  CHECK(broken == 1);
}

TEST_CASE("A sample holds its share, and is a part of every larger one") {
  const test::Workplace work;
  work.write("feed.jsonl", feed_of(2000));
  const auto all = as_set(selected(work, "--sample 1"));
  const auto half = as_set(selected(work, "--sample 50%"));
  const auto tenth = as_set(selected(work, "--sample 0.1"));
  CHECK(all.size() == 2000);
  CHECK(half.size() > 900);  // 1,000 +- 4.5 standard deviations
  CHECK(half.size() < 1100);
  CHECK(tenth.size() > 140);
  CHECK(tenth.size() < 260);
  CHECK(std::ranges::includes(half, tenth));
  const auto shard = as_set(selected(work, "--sample 50% --shard 1/2"));
  CHECK(shard.size() > 400);  // the sample does not choose the shard
  CHECK(shard.size() < 600);
}

TEST_CASE("What is selected hangs on the id alone, not on order, file or neighbours") {
  const test::Workplace work;
  const std::string feed = feed_of(300);
  work.write("feed.jsonl", feed);
  Lines lines = test::Outcome{0, feed, ""}.lines();
  std::ranges::reverse(lines);
  std::string reversed;
  for (const std::string& line : lines)
    reversed += line + "\n" + (line.size() % 3 == 0 ? "{\"id\":\"other\",\"text\":\"x\"}\n" : "");
  work.write("reversed.jsonl", reversed);
  for (const std::string options : {"--shard 2/3", "--sample 0.3"}) {
    auto there = as_set(selected(work, options, "reversed.jsonl"));
    std::erase_if(there, [](const std::string& line) { return line.find("\"other\"") != std::string::npos; });
    CHECK(there == as_set(selected(work, options)));
  }
}

TEST_CASE("A part of an RSS feed is a feed") {
  const test::Workplace work;
  const std::string feed = feed_with_frame(100);
  work.write("feed.xml", feed);
  const auto first = work.calque("filter --max-probability 1 --limit 3 feed.xml");
  CHECK(first.out == feed_with_frame(3));
  const auto shard = work.calque("filter --max-probability 1 --shard 1/3 feed.xml");
  CHECK(shard.out.starts_with(feed.substr(0, feed.find("<item>"))));
  CHECK(shard.out.ends_with("</channel></rss>\n"));
  CHECK(shard.out.size() < feed.size() / 2);
}

TEST_CASE("What a crawler kept of a visit stays together, and no record of a crawl is lost") {
  const test::Workplace work;
  // As wget and Common Crawl order them: the request first, named by its response; the metadata names that in turn.
  std::string crawl = warc_record("warcinfo", "i", "", "software: own");
  const unsigned visits = 60;
  for (unsigned i = 0; i < visits; ++i) {
    const std::string n = std::to_string(i);
    const std::string address = "WARC-Target-URI: <https://a.example/" + n + ">\r\n";
    crawl += warc_record("request", "q" + n, address, "GET /" + n + " HTTP/1.1\r\n\r\n");
    crawl += warc_record("response", "r" + n, address + "WARC-Concurrent-To: <urn:x:q" + n + ">\r\n",
                         "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n" + test::article(i, 40));
    crawl += warc_record("metadata", "m" + n, address + "WARC-Concurrent-To: <urn:x:r" + n + ">\r\n", "fetchTime: 1");
  }
  work.write("crawl.warc", crawl);
  std::size_t bytes = 0;
  for (const std::string shard : {"1/3", "2/3", "3/3"}) {
    const std::string part = work.calque("filter --max-probability 1 crawl.warc --shard " + shard).out;
    bytes += part.size();
    std::size_t here = 0;
    for (unsigned i = 0; i < visits; ++i) {
      const auto has = [&](char kind) {
        return part.find("ID: <urn:x:" + (kind + std::to_string(i)) + ">") != part.npos;
      };
      CHECK(has('q') == has('r'));
      CHECK(has('m') == has('r'));
      here += has('r') ? 1 : 0;
    }
    CHECK(here > 5);
  }
  CHECK(bytes == crawl.size());
}

TEST_CASE("filter --keep-top measures what was selected, and passes a share of that") {
  const test::Workplace work;
  work.write("feed.jsonl", test::feed(300));
  const std::string options = "filter --quiet --undecided reject --sample 0.5 feed.jsonl";
  const std::size_t all = work.calque(options + " --max-probability 1").lines().size();
  const std::size_t half = work.calque(options + " --keep-top 50%").lines().size();
  CHECK(half * 2 >= all);
  CHECK(half < all);
}

TEST_CASE("Selections that make no sense are usage errors") {
  const test::Workplace work;
  for (const std::string options :
       {"--limit 0", "--limit -1", "--limit x", "--sample 0", "--sample 1.1", "--sample 120%", "--shard 0/4",
        "--shard 5/4", "--shard 1", "--shard 1/", "--shard 1/0", "--shard a/b"}) {
    INFO(options);
    CHECK(work.calque("score " + options, "").exit_code == 2);
  }
}
