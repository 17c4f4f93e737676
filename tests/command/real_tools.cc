// Inputs as other people's tools write them, and damaged on the way. Each test is skipped where its tool is missing.
#include "command/run.h"
#include "support/catch.h"

using namespace calque;

namespace {

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

bool has(const test::Workplace& work, const std::string& tools) {
  for (const std::string& tool : test::Outcome{0, tools, ""}.lines()) {
    if (work.shell("command -v " + tool).exit_code == 0) continue;
    WARN("skipped: no " << tool);
    return false;
  }
  return true;
}

std::string title(unsigned number) { return "Story " + std::to_string(number) + " of the day"; }

std::string page(unsigned number) {
  return "<!DOCTYPE html><html><head><title>" + title(number) +
         "</title></head><body><nav><a href=\"/\">Home</a></nav>" + "<article><p>" + test::article(number, 150) +
         "</p><p>" + test::article(number + 50, 150) + "</p></article><a href=\"gone.html\">Older</a></body></html>\n";
}

constexpr unsigned kPages = 6;

// crawl.warc.gz and crawl.warc: what `wget --warc-file` keeps of a site of kPages pages, an index, a picture and a dead
// link, served on this machine.
void crawl(const test::Workplace& work) {
  std::string index = "<!DOCTYPE html><html><body><img src=\"picture.png\">";
  work.shell("mkdir site");
  for (unsigned i = 0; i < kPages; ++i) {
    const std::string name = std::to_string(i) + ".html";
    work.write("site/" + name, page(i));
    index += "<a href=\"" + name + "\">" + title(i) + "</a> ";
  }
  work.write("site/index.html", index + "</body></html>\n");
  work.write("site/picture.png", "\x89PNG\r\n\x1a\n");
  const auto crawled = work.shell(
      "python3 -u -m http.server --bind 127.0.0.1 --directory site 0 > log 2>&1 & server=$!\n"
      "i=0; until grep -q 'port [0-9]' log || [ $i -gt 200 ]; do sleep 0.05; i=$((i + 1)); done\n"
      "site=http://127.0.0.1:$(sed -n 's/.* port \\([0-9]*\\) .*/\\1/p' log)/\n"
      "wget -q --no-proxy -r -p -P got --warc-file=crawl $site\n"  // 8: the server answered an error, to the dead link
      "[ $? -le 8 ] && gzip -dc crawl.warc.gz > crawl.warc; code=$?; kill $server; exit $code");
  REQUIRE(crawled.exit_code == 0);
}

// The text of each article, as JSON.
std::vector<std::string> texts(const test::Outcome& converted) {
  std::vector<std::string> texts;
  for (const std::string& line : converted.lines()) texts.push_back(line.substr(line.find("\"text\":")));
  return texts;
}

// A feed of the articles in a.jsonl, by python3-feedgenerator.
constexpr std::string_view kMakeFeed = R"(import datetime, json, sys
import feedgenerator
feed = getattr(feedgenerator, sys.argv[1])(title="A & B", link="https://a.example/", description="<News>")
for number, line in enumerate(open("a.jsonl", encoding="utf-8")):
    article = json.loads(line)
    feed.add_item(title="Story %d <today>" % number, link="https://a.example/%d?a=1&b=2" % number, description=article["text"],
                  unique_id=article["id"], pubdate=datetime.datetime(2026, 3, 5, number))
feed.write(sys.stdout, "utf-8")
)";

}  // namespace

TEST_CASE("A crawl by wget holds its pages, and no more") {
  const test::Workplace work;
  if (!has(work, "python3\nwget\ngzip")) return;
  crawl(work);
  const auto articles = work.calque("convert crawl.warc.gz");
  CHECK(articles.exit_code == 0);
  CHECK(articles.lines().size() == kPages + 1);  // and the index
  for (unsigned i = 0; i < kPages; ++i) CHECK(contains(articles.out, "\"title\":\"" + title(i) + "\""));
  CHECK(contains(articles.out, "\"host\":\"127.0.0.1\""));
  CHECK(!contains(articles.out, "Older"));
  CHECK(work.calque("score --findings crawl.warc").out == work.calque("score --findings crawl.warc.gz").out);
}

TEST_CASE("filter gives a crawl by wget back byte for byte, and its shards keep visits whole") {
  const test::Workplace work;
  if (!has(work, "python3\nwget\ngzip")) return;
  crawl(work);
  const std::string whole = work.read("crawl.warc");
  CHECK((work.calque("filter --max-probability 1 crawl.warc.gz").out == whole));
  std::size_t bytes = 0;
  for (const std::string shard : {"1/2", "2/2"}) {
    work.write("part", work.calque("filter --max-probability 1 --shard " + shard + " crawl.warc.gz").out);
    bytes += work.read("part").size();
    const auto asked_elsewhere = work.shell(
        "of() { LC_ALL=C sed -n \"/^WARC-Type: $1/,/^.$/ s/^$2: //p\" part | sort; }\n"
        "of response WARC-Concurrent-To > asked; of request WARC-Record-ID > requests; comm -23 asked requests");
    CHECK(asked_elsewhere.out.empty());
    CHECK(!work.read("asked").empty());
  }
  CHECK(bytes == whole.size());
}

TEST_CASE("A crawl by wget that lost its end, or has a wrong length, gives its other pages") {
  const test::Workplace work;
  if (!has(work, "python3\nwget\ngzip")) return;
  crawl(work);
  const std::size_t all = work.calque("convert crawl.warc").lines().size();
  work.shell("head -c $(($(stat -c %s crawl.warc.gz) / 2)) crawl.warc.gz > half.warc.gz");
  const auto half = work.calque("convert half.warc.gz");
  CHECK(half.exit_code == 3);
  CHECK(contains(half.err, "half.warc.gz is damaged or cut short"));
  CHECK(half.lines().size() > 1);
  CHECK(work.calque("convert crawl.warc").out.starts_with(half.out));
  for (const std::string wrong : {"1", "99999999"}) {
    const std::string script =
        "'/^WARC-Type: / { type = $2 } /^WARC-Target-URI: .*3[.]html/ && type ~ /response/ { here = 1 } "
        "here && /^Content-Length:/ { here = 0; $0 = \"Content-Length: " +
        wrong + "\\r\" } { print }'";
    work.shell("awk " + script + " crawl.warc > wrong.warc");
    const auto outcome = work.calque("convert wrong.warc");
    CHECK(outcome.exit_code == 0);
    CHECK(outcome.lines().size() == all - 1);
    CHECK(contains(outcome.err, "Content-Length does not lead to the end of the WARC record"));
  }
}

TEST_CASE("What gzip, pigz and zstd write, in whatever form, is read like the plain file") {
  const test::Workplace work;
  work.write("feed.jsonl", test::feed(2000));  // several blocks of pigz
  const std::string plain = work.calque("score feed.jsonl").out;
  REQUIRE(!plain.empty());
  for (const std::string tool : {"gzip -1", "gzip -9n", "pigz -p 4 -b 128", "pigz -i -p 4", "zstd -q -1",
                                 "zstd -q -19 --long=27", "zstd -q -T2 --no-check"}) {
    if (!has(work, tool.substr(0, tool.find(' ')))) continue;
    CAPTURE(tool);
    const auto outcome = work.shell(tool + " < feed.jsonl | \"$CALQUE\" score");
    CHECK((outcome.out == plain));
  }
}

TEST_CASE("Feeds by a feed generator are read item by item, and one that is not closed costs itself only") {
  const test::Workplace work;
  work.write("make.py", kMakeFeed);
  work.write("a.jsonl", test::feed(20));
  const std::string find =
      "for python in python3 /usr/bin/python3; do $python -c 'import feedgenerator' && break; done";
  if (work.shell(find).exit_code != 0) {
    WARN("skipped: no python3-feedgenerator");
    return;
  }
  const std::vector<std::string> expected = texts(work.calque("convert a.jsonl"));
  for (const std::string kind : {"Rss201rev2Feed", "RssUserland091Feed", "Atom1Feed"}) {
    CAPTURE(kind);
    REQUIRE(work.shell(find + "; $python make.py " + kind + " > feed.xml").exit_code == 0);
    const auto converted = work.calque("convert feed.xml");
    CHECK(texts(converted) == expected);
    CHECK(contains(converted.out, "\"title\":\"Story 3 <today>\""));
    CHECK(contains(converted.out, "\"url\":\"https://a.example/3?a=1&b=2\""));
    CHECK(work.calque("filter --max-probability 1 feed.xml").out.starts_with(work.read("feed.xml")));
    CHECK(work.shell("sed 's/Story 3 /Story 3 < /' feed.xml | \"$CALQUE\" convert").lines().size() == 20);
    const auto broken = work.shell("sed -E '0,/<.(item|entry)>/s///' feed.xml | \"$CALQUE\" convert");
    CHECK(broken.exit_code == 0);
    CHECK(broken.lines().size() == 19);
    CHECK(contains(broken.err, "-:2: an item that is not closed"));  // behind the head
  }
}

TEST_CASE("A line of a gigabyte costs itself only") {
  const test::Workplace work;
  work.write("a.jsonl", test::feed(3));
  const auto outcome = work.shell(
      "{ cat a.jsonl; printf '{\"text\":\"'; head -c 1G /dev/zero | tr '\\0' a; printf '\"}\\n'; cat a.jsonl; } | "
      "\"$CALQUE\" score");
  CHECK(outcome.exit_code == 0);
  CHECK(outcome.lines().size() == 6);
  CHECK(contains(outcome.err, "-:4: longer than 512 MiB, which no article is"));
}
