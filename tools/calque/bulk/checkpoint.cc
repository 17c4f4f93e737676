#include "bulk/checkpoint.h"

#include <fmt/format.h>
#include <simdjson.h>
#include <xxhash.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

#include "base/json_writer.h"
#include "bulk/output.h"

namespace calque {
namespace {

constexpr std::uint64_t kLayout = 1;  // of the file

using Json = simdjson::dom::element;

template <class Numbers>
void read_numbers(Json array, Numbers& numbers) {
  std::size_t i = 0;
  for (const Json number : array.get_array()) numbers.at(i++) = std::uint64_t(number);
}

std::string text_of(Json object, const char* name) { return std::string(std::string_view(object[name])); }

Checkpoint read(Json root) {
  Checkpoint checkpoint;
  checkpoint.run = {text_of(root, "version"), text_of(root, "model"), text_of(root, "options"),
                    text_of(root, "inputs")};
  const Json position = root["position"];
  checkpoint.position = {std::uint64_t(position.at(0)), std::uint64_t(position.at(1)), std::uint64_t(position.at(2)),
                         std::uint64_t(position.at(3))};
  checkpoint.sizes.resize(root["sizes"].get_array().size());
  read_numbers(root["sizes"], checkpoint.sizes);
  read_numbers(root["labels"], checkpoint.tally.labels);
  read_numbers(root["bases"], checkpoint.tally.bases);
  checkpoint.tally.rejected = std::uint64_t(root["rejected"]);
  checkpoint.tally.others = std::uint64_t(root["others"]);
  checkpoint.tally.cut = std::uint64_t(root["cut"]);
  checkpoint.tally.bytes = std::uint64_t(root["bytes"]);
  checkpoint.failed = bool(root["failed"]);
  checkpoint.done = bool(root["done"]);
  checkpoint.note = text_of(root, "note");
  return checkpoint;
}

std::string written(const Checkpoint& checkpoint) {
  std::string out;
  JsonWriter json(out);
  json.object([&] {
    json.key("layout").integer(kLayout);
    json.key("version").string(checkpoint.run.version);
    json.key("model").string(checkpoint.run.model);
    json.key("options").string(checkpoint.run.options);
    json.key("inputs").string(checkpoint.run.inputs);
    const Position& position = checkpoint.position;
    json.key("position").integers(std::array{position.file, position.records, position.articles, position.bytes});
    json.key("sizes").integers(checkpoint.sizes);
    json.key("labels").integers(checkpoint.tally.labels);
    json.key("bases").integers(checkpoint.tally.bases);
    json.key("rejected").integer(checkpoint.tally.rejected);
    json.key("others").integer(checkpoint.tally.others);
    json.key("cut").integer(checkpoint.tally.cut);
    json.key("bytes").integer(checkpoint.tally.bytes);
    json.key("failed").boolean(checkpoint.failed);
    json.key("done").boolean(checkpoint.done);
    json.key("note").string(checkpoint.note);
  });
  return out + "\n";
}

}  // namespace

Expected<std::optional<Checkpoint>> read_checkpoint(const std::string& path) {
  std::error_code error;
  if (!std::filesystem::exists(path, error)) return std::optional<Checkpoint>();
  try {
    simdjson::dom::parser parser;
    const Json root = parser.load(path);
    if (std::uint64_t(root["layout"]) == kLayout) return std::optional(read(root));
  } catch (const std::exception&) {  // simdjson's, and std::out_of_range where a list is longer than it should be
  }
  return tl::unexpected(Error{ErrorKind::kInput, path + " is damaged, or of another version; remove it to start over"});
}

Expected<void> write_checkpoint(const std::string& path, const Checkpoint& checkpoint) {
  const std::string fresh = path + ".new";
  auto file = Output::open(fresh);
  if (!file) return tl::unexpected(std::move(file.error()));
  if (const auto wrote = file->write(written(checkpoint)); !wrote) return tl::unexpected(wrote.error());
  if (auto synced = file->sync(); !synced) return synced;
  if (auto closed = file->close(); !closed) return closed;
  if (std::rename(fresh.c_str(), path.c_str()) == 0) return {};
  return tl::unexpected(Error{ErrorKind::kOutput, "cannot write " + path + ": " + std::strerror(errno)});
}

std::string inputs_identity(const std::vector<std::string>& files) {
  std::string list;
  for (const std::string& file : files) {
    std::error_code error;
    const std::uintmax_t size =
        std::filesystem::is_regular_file(file, error) ? std::filesystem::file_size(file, error) : 0;
    list += fmt::format("{}{}{}\n", file, '\0', size);
  }
  return fmt::format("{} files {:016x}", files.size(), XXH3_64bits(list.data(), list.size()));
}

}  // namespace calque
