// A pack is read as it was written, or refused with a reason.
#include "model/pack.h"

#include <filesystem>
#include <random>

#include "support/catch.h"
#include "support/scratch.h"

namespace calque {
namespace {

const PackSections kSections = {{"a.json", "{\"x\":1}"}, {"empty", ""}, {"b.bin", std::string(1000, '\7')}};

TEST_CASE("A pack has the sections that were written") {
  const testing::Scratch scratch;
  REQUIRE(write_pack(scratch.path("p"), kSections));
  const auto pack = Pack::open(scratch.path("p"));
  REQUIRE(pack);
  for (const auto& [name, bytes] : kSections) {
    CHECK(pack->text(name) == bytes);
    CHECK(reinterpret_cast<std::uintptr_t>(pack->section(name).data()) % 64 == 0);
  }
  CHECK(pack->names() == std::vector<std::string>{"a.json", "empty", "b.bin"});
  CHECK(pack->section("no such section").empty());
}

TEST_CASE("Sections outlive their pack as long as a copy of it exists") {
  const testing::Scratch scratch;
  REQUIRE(write_pack(scratch.path("p"), kSections));
  auto pack = Pack::open(scratch.path("p"));
  REQUIRE(pack);
  const Pack copy = *pack;
  const std::string_view text = pack->text("b.bin");
  pack = tl::unexpected(Error{ErrorKind::kModel, ""});
  CHECK(text == kSections[2].second);
}

TEST_CASE("Readers of a pack keep it when another is written in its place") {
  const testing::Scratch scratch;
  REQUIRE(write_pack(scratch.path("p"), kSections));
  const auto old = Pack::open(scratch.path("p"));
  REQUIRE(write_pack(scratch.path("p"), {{"b.bin", std::string(1000, '\1')}}));
  CHECK(old->text("b.bin") == kSections[2].second);
  CHECK(Pack::open(scratch.path("p"))->names() == std::vector<std::string>{"b.bin"});
}

TEST_CASE("A failed write of a pack leaves no file behind and keeps the existing pack") {
  const testing::Scratch scratch;
  const auto refused = write_pack(scratch.path("no such folder/p"), kSections);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().kind == ErrorKind::kOutput);
  std::filesystem::create_directory(scratch.path("folder"));
  CHECK_FALSE(write_pack(scratch.path("folder"), kSections));
  CHECK_FALSE(std::filesystem::exists(scratch.path("folder.new")));
  REQUIRE(write_pack(scratch.path("p"), kSections));
  REQUIRE_FALSE(write_pack(scratch.path("p"), {{std::string(40, 'n'), ""}}));
  CHECK(Pack::open(scratch.path("p"))->names().size() == kSections.size());
}

TEST_CASE("The same sections give the same bytes") {
  const testing::Scratch scratch;
  REQUIRE(write_pack(scratch.path("p"), kSections));
  REQUIRE(write_pack(scratch.path("q"), kSections));
  CHECK(testing::read_file(scratch.path("p")) == testing::read_file(scratch.path("q")));
}

TEST_CASE("A pack with one changed byte, anywhere, is refused with the file's name") {
  const testing::Scratch scratch;
  REQUIRE(write_pack(scratch.path("p"), kSections));
  const std::string good = testing::read_file(scratch.path("p"));
  for (std::size_t at = 0; at < good.size(); ++at) {
    std::string bad = good;
    bad[at] = static_cast<char>(bad[at] ^ 0x10);
    const auto pack = Pack::open(scratch.write("bad", bad));
    INFO("byte " << at);
    REQUIRE_FALSE(pack);
    REQUIRE(pack.error().kind == ErrorKind::kModel);
    REQUIRE(pack.error().message.starts_with(scratch.path("bad")));
  }
}

TEST_CASE("A pack that is cut short, at any length, is refused") {
  const testing::Scratch scratch;
  REQUIRE(write_pack(scratch.path("p"), kSections));
  const std::string good = testing::read_file(scratch.path("p"));
  for (std::size_t size = 0; size < good.size(); ++size) {
    REQUIRE_FALSE(Pack::open(scratch.write("bad", good.substr(0, size))));
  }
}

TEST_CASE("Random bytes behind a pack's magic are refused") {
  const testing::Scratch scratch;
  std::mt19937 random(7);
  for (int i = 0; i < 300; ++i) {
    std::string bytes = "CALQPACK";
    for (auto left = random() % 200; left > 0; --left) bytes += static_cast<char>(random());
    REQUIRE_FALSE(Pack::open(scratch.write("bad", bytes)));
  }
}

TEST_CASE("A folder and a missing file are refused") {
  const testing::Scratch scratch;
  CHECK(Pack::open(scratch.path("")).error().message.find("not a regular file") != std::string::npos);
  CHECK(Pack::open(scratch.path("none")).error().message.find("No such file") != std::string::npos);
}

}  // namespace
}  // namespace calque
