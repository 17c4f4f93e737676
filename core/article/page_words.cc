#include "article/page_words.h"

#include <cstring>

#include "base/ascii.h"

namespace calque {
namespace {

bool is_letter_or_digit(char c) { return is_ascii_letter(c) || is_digit(c); }

// The letter of a word that each byte becomes; 0: it is none, or not ASCII.
constexpr std::array<char, 256> make_letters() {
  std::array<char, 256> letters{};
  for (const char c : std::string_view("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'&@+")) {
    letters[static_cast<unsigned char>(c)] = to_lower(c);
  }
  return letters;
}
constexpr std::array<char, 256> kLetters = make_letters();

char letter_of(char c) { return kLetters[static_cast<unsigned char>(c)]; }

// The bytes of the character that `lead` begins; the text is valid UTF-8.
std::size_t character_size(unsigned char lead) { return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4; }

}  // namespace

PageWords::PageWords(std::string_view block, std::size_t most_words) : most_words_(most_words) {
  for (std::size_t at = 0; at < block.size() && !cut_off_;) {
    if (letter_of(block[at]) != 0) {
      at += add_ascii_letters(block, at);
    } else {
      at += static_cast<unsigned char>(block[at]) < 0x80 ? add_ascii(block, at) : add_character(block, at);
    }
  }
}

// False when no more words are wanted.
bool PageWords::begin_word() {
  if (size_ == most_words_ || used_ + 2 > kMostBytes) {
    cut_off_ = true;
    return false;
  }
  if (size_ > 0) bytes_[used_++] = ' ';
  begins_[size_++] = static_cast<std::uint16_t>(used_);
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

void PageWords::add_mark(std::string_view mark) {
  end_word();
  add_letters(mark);
  end_word();
}

// Adds the letters from `at` on, of which there is at least one: most of a block at once. Returns their number.
std::size_t PageWords::add_ascii_letters(std::string_view block, std::size_t at) {
  if (!in_word_ && !begin_word()) return 0;
  const std::string_view rest = block.substr(at, kMostBytes - used_);
  char* const out = bytes_.data() + used_;
  std::size_t added = 0;
  while (added < rest.size() && letter_of(rest[added]) != 0) {
    out[added] = letter_of(rest[added]);
    ++added;
  }
  used_ += added;
  cut_off_ = added == 0;  // no room is left
  return added;
}

// A character that is not a letter.
std::size_t PageWords::add_ascii(std::string_view block, std::size_t at) {
  const char c = block[at];
  const char next = at + 1 < block.size() ? block[at + 1] : ' ';
  const bool joins = in_word_ && ((c == '-' && is_letter_or_digit(next)) || (c == ':' && is_digit(next)));
  if (joins) {
    add_letters({&c, 1});
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
