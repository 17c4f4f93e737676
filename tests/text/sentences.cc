#include "support/catch.h"
#include "text/segmented.h"

TEST_CASE("A sentence ends at its last mark, and the white space after it belongs to no sentence") {
  CHECK_SENTENCES("[The ferry sank.]  [Nobody was hurt!] [Was it old?] [It was] ");
  CHECK_SENTENCES("\t [The harbour reopened at noon.]\t");
  CHECK_SENTENCES("[“The ferry sank,” he said.] [“Nobody was hurt.”] [She left.]");
  CHECK_SENTENCES("[It rained (and snowed.)] [Then it stopped...] [Did it?!] [Yes.]");
}

TEST_CASE("A sentence continues before lower case, in a number and in a word with periods") {
  CHECK_SENTENCES("[Prices rose 3.5 per cent.] [Wages did not.]");
  CHECK_SENTENCES("[Some fruit, e.g. apples, cost more.]");
  CHECK_SENTENCES("[The firm calcado.example.com closed.]");
}

TEST_CASE("Unlike a period, ! and ? end a sentence before lower case too") {
  CHECK_SENTENCES("[“Stop!”] [cried the guard.]");
}

TEST_CASE("A line end inside a paragraph is a space") {
  CHECK_SENTENCES("[The minister\nresigned on\r\nFriday.]\n[His deputy\u2028stayed\u0085on\u2029too.]");
}

TEST_CASE("A sentence does not end after a title") {
  CHECK_SENTENCES("[Mr. Okafor met Dr. Lindqvist and Gen. Prof. Maier.] [They talked.]");
  CHECK_SENTENCES("[A storm hit St. Louis and Mt. Hood, and Sen. “Bud” Carter.]");
}

TEST_CASE("A sentence does not end after an initial before a name") {
  CHECK_SENTENCES("[Harold W. Pettigrew sued J. R. Holm and K.L. Brandt.]");
  CHECK_SENTENCES("[So did I.] [Holm lost.]");
}

TEST_CASE("U.S. ends a sentence only before a word that opens one") {
  CHECK_SENTENCES("[The U.S. Senate and the U.N. Security Council met.]");
  CHECK_SENTENCES("[He moved to the U.S.] [The rest stayed.]");
  CHECK_SENTENCES("[He moved to the U.S.] [It’s said that he liked it.]");
  CHECK_SENTENCES("[He moved to the U.S.] [“Why not?”]");
}

TEST_CASE("After months and No. a sentence continues only before a number") {
  CHECK_SENTENCES("[On Sept. 3 and Dec. 24 Flight No. 12 was late.]");
  CHECK_SENTENCES("[It opens in Sept.] [Tickets are dear.]");
  CHECK_SENTENCES("[She said No.] [Nobody asked again.]");
}

TEST_CASE("After a time of day a sentence continues before a number, a weekday or a time zone") {
  CHECK_SENTENCES("[The train left at 9 a.m. Monday and came at 5 p.m. GMT.] [It was full.]");
  CHECK_SENTENCES("[The train left at 9 a.m.] [Passengers slept.]");
}

TEST_CASE("An abbreviation that may end a sentence does so before a capital") {
  CHECK_SENTENCES("[He works for Brightwater Inc.] [Shares fell.]");
  CHECK_SENTENCES("[Brightwater Co. said that it would pay.]");
}

TEST_CASE("Only the last word before the period counts as an abbreviation") {
  CHECK_SENTENCES("[He met the Dr.Strange fan.] [Then he left.]");
  CHECK_SENTENCES("[They called him Mr .] [Nobody knew why.]");
}
