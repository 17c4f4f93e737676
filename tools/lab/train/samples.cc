#include "lab/train/samples.h"

#include <algorithm>
#include <array>

#include "article/read_article.h"
#include "artifacts/find_artifacts.h"
#include "labelled/language.h"
#include "plausibility/unusual_pairs.h"

namespace calque::train {
namespace {

std::size_t count_sentences(const std::string& text) {
  // Some files hold paragraphs or whole articles as one "sentence": full stops before a space will do to count them.
  std::size_t count = 1;
  for (std::size_t i = 0; i + 2 < text.size(); ++i) count += text[i] == '.' && text[i + 1] == ' ';
  return count;
}

std::uint32_t count_words(const std::string& text) {
  return static_cast<std::uint32_t>(1 + std::ranges::count(text, ' '));
}

}  // namespace

std::vector<Sample> cut(const std::vector<TrainingArticle>& corpus, std::uint32_t min_words) {
  constexpr std::array<std::size_t, 5> kSentences = {5, 10, 15, 30, 100000};
  std::vector<Sample> samples;
  for (const TrainingArticle& article : corpus) {
    std::size_t turn = stable_hash(article.id) % kSentences.size();
    std::string text;
    std::size_t sentences = 0;
    const auto close = [&] {
      if (count_words(text) >= min_words) samples.push_back({&article, text});
      text.clear();
      sentences = 0;
      turn = (turn + 1) % kSentences.size();
    };
    for (const std::string& sentence : article.sentences) {
      text += sentence + "\n\n";
      sentences += count_sentences(sentence);
      if (sentences >= kSentences[turn]) close();
    }
    close();
  }
  return samples;
}

Staged run_stages(const std::string& text, const Lexicons& lexicons) {
  Document document;
  document.bytes = text;
  document.charset = "utf-8";
  Staged staged;
  staged.article = read_article(document, labelled_language().furniture);
  staged.text = labelled_segmenter().segment(staged.article);
  const ContextText context(lexicons.evidence.counts(), staged.article.text, staged.text, labelled_language());
  staged.findings = find_artifacts({staged.article, staged.text, lexicons, context}, *labelled_language().grammar);
  staged.unusual_pairs = unusual_pair_share(staged.text, context);
  staged.doubts = doubts_of(staged.article.text, staged.text, context, lexicons.evidence.words(), labelled_language());
  return staged;
}

}  // namespace calque::train
