#include "article/page_words.h"

#include <cstring>

#include "base/ascii.h"

namespace calque {
namespace {

bool is_letter_or_digit(char c) { return is_ascii_letter(c) || is_digit(c); }

// The bytes of the character that `lead` begins; the text is valid UTF-8.
std::size_t character_size(unsigned char lead) { return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4; }

}  // namespace

PageWords::PageWords(std::string_view block, std::size_t most_words) : most_words_(most_words) {
  for (std::size_t at = 0; at < block.size() && !cut_off_;) {
    at += static_cast<unsigned char>(block[at]) < 0x80 ? add_ascii(block, at) : add_character(block, at);
  }
  end_word();
}

void PageWords::end_word() {
  if (!in_word_) return;
  words_[size_++] = std::string_view(bytes_.data() + word_begin_, used_ - word_begin_);
  in_word_ = false;
}

// False when no more words are wanted.
bool PageWords::begin_word() {
  if (size_ == most_words_ || used_ + 2 > kMostBytes) {
    cut_off_ = true;
    return false;
  }
  if (size_ > 0) bytes_[used_++] = ' ';
  word_begin_ = used_;
  in_word_ = true;
  return true;
}

void PageWords::add_letters(std::string_view letters) {
  if (!in_word_ && !begin_word()) return;
  if (used_ + letters.size() > kMostBytes) {
    cut_off_ = true;
    return;
  }
  std::memcpy(bytes_.data() + used_, letters.data(), letters.size());
  used_ += letters.size();
}

// Most words are added letter by letter.
void PageWords::add_letter(char letter) {
  if (!in_word_ && !begin_word()) return;
  if (used_ == kMostBytes) {
    cut_off_ = true;
    return;
  }
  bytes_[used_++] = letter;
}

void PageWords::add_mark(std::string_view mark) {
  end_word();
  add_letters(mark);
  end_word();
}

std::size_t PageWords::add_ascii(std::string_view block, std::size_t at) {
  const char c = block[at];
  const char next = at + 1 < block.size() ? block[at + 1] : ' ';
  const bool joins = in_word_ && ((c == '-' && is_letter_or_digit(next)) || (c == ':' && is_digit(next)));
  if (is_upper(c)) {
    add_letter(to_lower(c));
  } else if (joins || is_letter_or_digit(c) || c == '\'' || c == '&' || c == '@' || c == '+') {
    add_letter(c);
  } else if (c == ':' || c == '|' || c == '"') {
    add_mark({&c, 1});
  } else {
    end_word();
  }
  return 1;
}

std::size_t PageWords::add_character(std::string_view block, std::size_t at) {
  const std::string_view character = block.substr(at, character_size(static_cast<unsigned char>(block[at])));
  if (character == "\u2018" || character == "\u2019") {
    add_letters("'");
  } else if (character == "\u201C" || character == "\u201D") {
    add_mark("\"");
  } else if (character == "\u00A9") {
    add_mark(character);
  } else if (character == "\u00A0" || character == "\u00B7" || character == "\u00AB" || character == "\u00BB" ||
             character[0] == '\xE2' || character[0] == '\xF0') {
    end_word();  // spaces, bullets, dashes, arrows, emoji
  } else {
    add_letters(character);
  }
  return character.size();
}

}  // namespace calque
