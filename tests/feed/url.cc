// One host has one name, however its address is written.
#include "feed/url.h"

#include "support/catch.h"

namespace calque {
namespace {

TEST_CASE("The host of an address is its own name") {
  for (const char* url :
       {"http://a.example/1", "HTTP://WWW.A.Example:8080/1", "https://user:pw@a.example/1", "http://a.example./1",
        "//a.example/1", "https://a.example\\1", " https://a.example/1 ", "https://a.example?x=http://b.example/"}) {
    CAPTURE(url);
    CHECK(host_of(url) == "a.example");
  }
  CHECK(host_of("http://[2001:db8::1]:80/a") == "[2001:db8::1]");
  CHECK(host_of("https://caf\u00e9.example/") == "xn--caf-dma.example");
  CHECK(host_of("https://CAF\u00c9.example/") == "xn--caf-dma.example");
  CHECK(host_of("https://xn--caf-dma.example/") == "xn--caf-dma.example");
}

TEST_CASE("What is no address has no host") {
  for (const char* url : {"", "about:blank", "urn:isbn:1", "not a url", "https:///a", "mailto:a@b.example"}) {
    CAPTURE(url);
    CHECK(host_of(url).empty());
  }
}

}  // namespace
}  // namespace calque
