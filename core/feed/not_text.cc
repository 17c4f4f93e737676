#include "feed/not_text.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"

namespace calque {
namespace {

struct Magic {
  std::string_view bytes;
  std::string_view name;
  std::size_t at = 0;
};

using namespace std::string_view_literals;

// Beginnings that text never has.
constexpr std::array kMagics = {
    Magic{"PK\x03\x04"sv, "a zip archive, or a document that is one (docx, xlsx, epub)"},
    Magic{"PK\x05\x06"sv, "an empty zip archive"},
    Magic{"%PDF-"sv, "a PDF document"},
    Magic{"PAR1"sv, "a Parquet table"},
    Magic{"ARROW1\0"sv, "an Arrow table"},
    Magic{"\xFF\xFF\xFF\xFF"sv, "an Arrow stream"},
    Magic{"ORC\x0A"sv, "an ORC table"},
    Magic{"Obj\x01"sv, "an Avro file"},
    Magic{"SQLite format 3\0"sv, "an SQLite database"},
    Magic{"\x89HDF\r\n"sv, "an HDF5 file"},
    Magic{"\x93NUMPY"sv, "a NumPy array"},
    Magic{"{\\rtf"sv, "an RTF document"},
    Magic{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "a Microsoft Office document of the old kind (doc, xls)"},
    Magic{"%!PS"sv, "a PostScript document"},
    Magic{"\x89PNG\r\n"sv, "a PNG picture"},
    Magic{"\xFF\xD8\xFF"sv, "a JPEG picture"},
    Magic{"GIF87a"sv, "a GIF picture"},
    Magic{"GIF89a"sv, "a GIF picture"},
    Magic{"II*\0"sv, "a TIFF picture"},
    Magic{"MM\0*"sv, "a TIFF picture"},
    Magic{"\0\0\x01\0"sv, "an icon"},
    Magic{"ftyp"sv, "a film, a sound file or a picture (MP4, HEIC, AVIF)", 4},
    Magic{"\x1A\x45\xDF\xA3"sv, "a film"},
    Magic{"OggS"sv, "a sound file"},
    Magic{"fLaC"sv, "a sound file"},
    Magic{"\x7F"
          "ELF"sv,
          "a program"},
    Magic{"\xCA\xFE\xBA\xBE"sv, "a program"},
    Magic{"\xCF\xFA\xED\xFE"sv, "a program"},
    Magic{"\0asm"sv, "a program"},
    Magic{"!<arch>\n"sv, "a library or a Debian package"},
    Magic{"7z\xBC\xAF\x27\x1C"sv, "a 7-Zip archive"},
    Magic{"Rar!\x1A\x07"sv, "a RAR archive"},
    Magic{"\x1F\x9D"sv, "data of Unix compress"},
    Magic{"LZIP\x01"sv, "lzip data"},
    Magic{"wOFF"sv, "a font"},
    Magic{"wOF2"sv, "a font"},
    Magic{"\x1F\x8B\x08"sv, "gzip data in more than two layers, or damaged"},
    Magic{"\x28\xB5\x2F\xFD"sv, "zstd data in more than two layers"},
    Magic{"\xFD\x37zXZ\0"sv, "xz data in more than two layers"},
};

// Magic numbers that are also words: they count only before bytes that are not text.
constexpr std::array kWords = {
    Magic{"MZ"sv, "a program"},
    Magic{"BM"sv, "a picture (BMP)"},
    Magic{"RIFF"sv, "a picture, a sound file or a film (WebP, WAV, AVI)"},
    Magic{"ID3"sv, "a sound file"},
    Magic{"ustar"sv, "a tar archive", 257},
    Magic{"BZh"sv, "bzip2 data in more than two layers, or damaged"},
};

bool fits(std::string_view head, const Magic& magic) {
  return head.substr(std::min(magic.at, head.size())).starts_with(magic.bytes);
}

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 && std::string_view("\t\n\r\f\v\x1B\x1E").find(c) == std::string_view::npos;
}

}  // namespace

std::string_view binary_name(std::string_view head) {
  for (const Magic& magic : kMagics) {
    if (fits(head, magic)) return magic.name;
  }
  for (const Magic& magic : kWords) {
    if (fits(head, magic) && is_binary(head)) return magic.name;
  }
  return {};
}

bool is_binary(std::string_view head) {
  constexpr std::ptrdiff_t kBytesPerControl = 20;
  return std::ranges::count_if(head, is_control) * kBytesPerControl > std::ssize(head);
}

}  // namespace calque
