// A block's words in the form of the boilerplate patterns.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace calque {

// The first words of a block: lower case (ASCII), apostrophes straight, without punctuation. A colon, a bar, a
// quotation mark and the copyright sign, which help to tell lines apart, are words.
class PageWords {
 public:
  static constexpr std::size_t kMostWords = 24;

  explicit PageWords(std::string_view block, std::size_t most_words = kMostWords);
  PageWords(const PageWords&) = delete;
  PageWords& operator=(const PageWords&) = delete;

  std::size_t size() const { return size_; }
  std::string_view operator[](std::size_t i) const {
    const std::size_t end = i + 1 < size_ ? begins_[i + 1] - std::size_t{1} : used_;
    return {bytes_.data() + begins_[i], end - begins_[i]};
  }
  // The words, separated by single spaces.
  std::string_view folded() const { return {bytes_.data(), used_}; }
  // The block has more words than these.
  bool cut_off() const { return cut_off_; }

 private:
  static constexpr std::size_t kMostBytes = 320;

  bool begin_word();
  void end_word() { in_word_ = false; }
  void add_letters(std::string_view letters);
  void add_mark(std::string_view mark);
  std::size_t add_ascii_letters(std::string_view block, std::size_t at);
  std::size_t add_ascii(std::string_view block, std::size_t at);
  std::size_t add_character(std::string_view block, std::size_t at);

  std::array<char, kMostBytes> bytes_;
  std::array<std::uint16_t, kMostWords> begins_;  // of the words, in bytes_
  std::size_t most_words_;
  std::size_t used_ = 0;  // of bytes_
  std::size_t size_ = 0;
  bool in_word_ = false;
  bool cut_off_ = false;
};

}  // namespace calque
