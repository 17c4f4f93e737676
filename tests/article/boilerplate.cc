// Remains of the page in the text must not be judged; the author's text must be.
#include "article/boilerplate.h"

#include "article/blocks.h"
#include "article/reading.h"

namespace calque {
namespace {

const std::string kProse = "The council met on Tuesday to discuss the new bridge over the river.";

// The blocks marked as boilerplate when `lines` make up a text.
std::vector<std::string> marked(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n\n";
  std::vector<Block> blocks = find_blocks(text);
  mark_boilerplate(text, english().furniture, blocks);
  std::vector<std::string> found;
  for (const Block& block : blocks) {
    if (block.kind == BlockKind::kBoilerplate) found.emplace_back(block.span.of(text));
  }
  return found;
}

bool is_marked_between_paragraphs(const std::string& line) { return !marked({kProse, line, kProse}).empty(); }
bool is_marked_at_the_end(const std::string& line) { return !marked({kProse, line}).empty(); }

TEST_CASE("Lines that only pages have are marked anywhere") {
  for (const char* line :
       {"Advertisement",
        "ADVERTISEMENT",
        "Story continues below advertisement",
        "Sponsored Content",
        "Loading\u2026",
        "Loading...",
        "We use cookies to give you the best experience on our site. By clicking Accept, you agree to their use.",
        "This website uses cookies.",
        "Click here to read the full report.",
        "CLICK HERE",
        "Read more: Bridge stays closed",
        "READ ALSO: Mayor promises an answer",
        "Also read | Shops close in the old town",
        "Related: Flood warning for the coast",
        "Watch: River breaks its banks",
        "(Photo by Jane Roe/Getty Images)",
        "Photo: Jane Roe",
        "PHOTO CREDIT: Jane Roe",
        "File photo",
        "AP Photo/Jane Roe",
        "Image source, Getty Images",
        "Enlarge this image",
        "Follow Jane Roe on Twitter.",
        "Follow us on Facebook and Instagram",
        "\u25B6 Follow us",
        "Like us on Facebook!",
        "Share on WhatsApp",
        "Share this:",
        "Share this article",
        "Copy link",
        "Click to share on Twitter (Opens in new window)",
        "Sign up for our newsletter",
        "Sign up for our free weekly newsletter and never miss a story.",
        "Subscribe to our newsletter!",
        "Subscribe now",
        "Enter your email address",
        "Your email address will not be published.",
        "Already a subscriber? Sign in",
        "5 min read",
        "Please enable JavaScript to view the comments.",
        "Read More About: Local News",
        "Follow The Daily Bridge on",
        "More From Category",
        "More Stories Today",
        "Related Articles",
        "You may also like",
        "Most Read",
        "Trending Now",
        "Editor\u2019s Picks",
        "Recommended for you",
        "Leave a Reply",
        "Leave a Reply Cancel reply",
        "Post a Comment",
        "View Comments (12)",
        "12 Comments",
        "No comments yet",
        "Be the first to comment.",
        "Tags: bridge, river, flood",
        "Filed under: Local",
        "All rights reserved.",
        "\u00A9 2022 The Daily Bridge. All rights reserved.",
        "\u00A92022 The Daily Bridge",
        "Copyright \u00A9 2022 Daily Bridge",
        "Copyright 2022 The Daily Bridge. All rights reserved. This material may not be published or rewritten.",
        "The Daily Bridge. All Rights Reserved",
        "Privacy Policy",
        "Terms of Use",
        "Back to top",
        "Next article",
        "Previous post: Flood warning"}) {
    CAPTURE(line);
    CHECK(is_marked_between_paragraphs(line));
  }
}

TEST_CASE("Headings and sentences of the author stay, though they use the same words") {
  for (const char* line : {"Grateful to lead the unit",
                           "coup attempt",
                           "\u201CColor revolutions\u201D",
                           "Comments",
                           "Share",
                           "Search",
                           "More",
                           "Copyright law is changing",
                           "Advertisement tax rises to 12 per cent",
                           "Related offences",
                           "A reply",
                           "Subscribe",
                           "Most popular with children",
                           "More from the minister came later.",
                           "More stories of survival",
                           "Follow the money",
                           "Follow the leader",
                           "Share this burden with us.",
                           "\u201CShare this burden with us\u201D",
                           "Print",
                           "Home",
                           "News",
                           "Read more books, says the minister.",
                           "Photo of the accused",
                           "Photo shows a burning mill",
                           "Click of a button",
                           "Loading docks closed",
                           "Watch and wait",
                           "Tags on the animals",
                           "Tagged animals return",
                           "Terms of the deal",
                           "Privacy at risk",
                           "Leave a light on",
                           "Post a guard",
                           "No comments from the palace",
                           "Save the bridge",
                           "\u201CClick here to win,\u201D the message said.",
                           "Sign up for the army, they were told.",
                           "Topics of the day",
                           "Cookies were handed out to the children.",
                           "We use the old bridge every day, and so do our children.",
                           "He asked his readers to follow him on his journey.",
                           "12 comments were removed by the police on Monday night.",
                           "Facebook said on Monday that it would close the page.",
                           "X marks the spot",
                           "Read the letter in full"}) {
    CAPTURE(line);
    CHECK_FALSE(is_marked_between_paragraphs(line));
  }
}

TEST_CASE("Bare words are marked only before the first paragraph and after the last") {
  for (const char* line : {"Share", "Tweet", "Comments", "Print", "Subscribe", "Newsletter", "Menu", "Skip to content",
                           "Search", "Top Stories", "More from Politics", "Facebook", "Facebook Twitter"}) {
    CAPTURE(line);
    CHECK(is_marked_at_the_end(line));
    CHECK(marked({line, kProse}) == std::vector<std::string>{line});
    CHECK_FALSE(is_marked_between_paragraphs(line));
  }
}

TEST_CASE("At the foot of a page the headings after the first marked line are marked too") {
  CHECK(marked({"Bridge stays closed", kProse, "What the mayor says", kProse, "Related Articles",
                "Flood warning for the coast", "Old mill burns down in the night", "Jane Roe"}) ==
        std::vector<std::string>{"Related Articles", "Flood warning for the coast", "Old mill burns down in the night",
                                 "Jane Roe"});
}

TEST_CASE("A paragraph of prose is never part of the foot") {
  const std::string bio = "Jane Roe has written about bridges and rivers for more than twenty years.";
  CHECK(marked({kProse, "Related Articles", "Flood warning for the coast", bio, "Leave a Reply"}) ==
        std::vector<std::string>{"Related Articles", "Leave a Reply"});
}

TEST_CASE("A note within the article does not make a foot of its last headings") {
  CHECK(marked({kProse, "Advertisement", "Results of the vote", "Yes: 52 per cent", "No: 48 per cent"}) ==
        std::vector<std::string>{"Advertisement"});
}

TEST_CASE("Short lines at the end stay when nothing says that the page's foot has begun") {
  CHECK(marked({kProse, "The writer is a retired engineer", "Jane Roe"}).empty());
}

TEST_CASE("Menus are marked, single words of theirs are not") {
  CHECK(marked({"Home", "News", "Sport", "Bridge stays closed", kProse}) ==
        std::vector<std::string>{"Home", "News", "Sport"});
  CHECK(marked({"Home | News | Sport | Weather", kProse}) == std::vector<std::string>{"Home | News | Sport | Weather"});
  CHECK(marked({"Home \u203A News \u203A Old Town", kProse}).size() == 1);
  CHECK(marked({"Politics", "Bridge stays closed", kProse}).empty());
  CHECK(marked({kProse, "Health", "Education", "Transport", kProse}).empty());
}

TEST_CASE("Where there are only headings, single words are left alone") {
  CHECK(marked({"Search", "Old mill burns down", "Comments"}).empty());
}

}  // namespace
}  // namespace calque
