// A page's metadata.
#pragma once

#include <string>
#include <string_view>

#include "article/html_tokenizer.h"

namespace calque {

// As in the page, with entities decoded; empty if missing.
struct PageMetadata {
  std::string title;        // <title>
  std::string share_title;  // og:title, twitter:title, or JSON-LD's headline
  std::string site_name;
  std::string date;  // of publication, from the best source that has one; from the address as 2026-03-05
  std::string url;   // <link rel="canonical">, else og:url
  std::string language;
  std::string body;      // JSON-LD's articleBody
  bool is_live = false;  // JSON-LD's LiveBlogPosting
};

class MetadataReader {
 public:
  // `is_in_part`: the token is in a part of the page that is probably not part of the article.
  void read(const HtmlToken& token, bool is_in_part);
  PageMetadata take();

 private:
  // The lowest source that has a value wins.
  struct Candidate {
    std::string value;
    int rank = 99;

    void offer(std::string_view text, int text_rank);
  };

  void read_meta(std::string_view attributes);
  void read_link(std::string_view attributes);
  void read_time(std::string_view attributes, bool is_in_part);
  void read_json_ld(std::string_view json);

  PageMetadata found_;
  Candidate share_title_;
  Candidate date_;
  Candidate url_;
  bool in_json_ld_ = false;
};

}  // namespace calque
