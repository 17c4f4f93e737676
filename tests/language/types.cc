// The types of findings of English detectors that once had the wrong type.
#include "support/catch.h"
#include "support/passages.h"

namespace calque {
namespace {

TEST_CASE("an inflected verb after an auxiliary is a fault of agreement") {
  const std::vector<Finding> findings = findings_in("The council must has a plan by June.");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].detector == "verb-form");
  CHECK(findings[0].type == ArtifactType::kAgreement);
}

}  // namespace
}  // namespace calque
