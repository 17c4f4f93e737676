// A block's words in the form of the boilerplate patterns.
#pragma once

#include <array>
#include <cstddef>
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
  std::string_view operator[](std::size_t i) const { return words_[i]; }
  // The words, separated by single spaces.
  std::string_view folded() const { return {bytes_.data(), used_}; }
  // The block has more words than these.
  bool cut_off() const { return cut_off_; }

 private:
  static constexpr std::size_t kMostBytes = 320;

  void add_letter(char letter);
  void add_letters(std::string_view letters);
  void add_mark(std::string_view mark);
  void end_word();
  bool begin_word();
  std::size_t add_ascii(std::string_view block, std::size_t at);
  std::size_t add_character(std::string_view block, std::size_t at);

  std::array<char, kMostBytes> bytes_;
  std::array<std::string_view, kMostWords> words_;
  std::size_t most_words_;
  std::size_t used_ = 0;        // of bytes_
  std::size_t word_begin_ = 0;  // in bytes_
  std::size_t size_ = 0;
  bool in_word_ = false;
  bool cut_off_ = false;
};

}  // namespace calque
