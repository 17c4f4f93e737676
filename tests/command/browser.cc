// Pages with scripts in every field are opened in a browser, because string comparison cannot show that none runs.
#include <array>

#include "command/run.h"
#include "support/catch.h"

namespace calque::test {
namespace {

// If any of them ran, or became an element, the page that the browser gives back would say "OWNED".
constexpr std::array<const char*, 6> kInjections = {
    "<script>document.title='OW'+'NED'</script>",
    "<img src=x onerror=document.body.append('OW'+'NED')>",
    "'\\\"><svg onload=document.body.append('OW'+'NED')>",
    "</title></style></textarea></script><script>document.body.append('OW'+'NED')</script>",
    "javascript:document.body.append('OW'+'NED')",
    "&lt;script&gt;document.body.append('OW'+'NED')&lt;/script&gt;"};

bool has_browser(const Workplace& work) { return work.shell("command -v chromium").exit_code == 0; }

void check_page(const Workplace& work, const std::string& page) {
  const Outcome dom = work.shell(
      "chromium --headless --no-sandbox --disable-gpu --user-data-dir=profile --virtual-time-budget=2000 --dump-dom "
      "\"file://"
      "$PWD/" +
      page + "\" 2>/dev/null");
  REQUIRE(dom.out.find("</html>") != std::string::npos);
  CHECK(dom.out.find("OWNED") == std::string::npos);
  for (const char* element : {"<script", "<img", "<svg onload"}) {
    INFO(element);
    CHECK(dom.out.find(element) == std::string::npos);
  }
}

TEST_CASE("Scripts in any field of a record do nothing in the pages of explain and feeds") {
  const Workplace work;
  if (!has_browser(work)) {
    WARN("skipped: no chromium");
    return;
  }
  std::string feed;
  for (const std::string injection : kInjections) {
    const std::string text = injection + " the the main slap " + injection + ". " + article(1, 80);
    feed += "{\"id\":\"" + injection + "\",\"url\":\"https://" + injection + "/" + injection + "\",\"title\":\"" +
            injection + "\",\"date\":\"" + injection + "\",\"section\":\"" + injection + "\",\"text\":\"" + text +
            "\"}\n";
  }
  work.write("feed.jsonl", feed);
  for (const std::string injection : kInjections) {
    work.write("record.jsonl", feed.substr(0, feed.find('\n') + 1));
    feed.erase(0, feed.find('\n') + 1);
    REQUIRE(work.calque("explain --html -o page.html record.jsonl").exit_code == 0);
    check_page(work, "page.html");
  }
  for (const std::string by : {"host", "section", "file"}) {
    REQUIRE(work.calque("feeds --quiet --by " + by + " --format html -o feeds.html feed.jsonl").exit_code == 0);
    check_page(work, "feeds.html");
  }
}

}  // namespace
}  // namespace calque::test
