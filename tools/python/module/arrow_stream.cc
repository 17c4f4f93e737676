#include "arrow_stream.h"

#include <cerrno>
#include <exception>
#include <optional>
#include <stdexcept>
#include <vector>

#include "arrow_verdicts.h"
#include "map_in_order.h"

namespace nb = nanobind;

namespace calque::python {
namespace {

// Moves the struct out of a capsule of that name.
template <class Interface>
Owned<Interface> take(nb::handle capsule, const char* name) {
  auto* held = static_cast<Interface*>(PyCapsule_GetPointer(capsule.ptr(), name));
  if (!held) throw nb::python_error();
  return Owned<Interface>(*held);
}

void free_stream(ArrowArrayStream* stream) {
  if (stream->release) stream->release(stream);
  delete stream;
}

// The rest of a stream, or a single array.
class Source {
 public:
  explicit Source(nb::handle data) {
    if (nb::hasattr(data, "__arrow_c_stream__")) {
      stream_ = take<ArrowArrayStream>(data.attr("__arrow_c_stream__")(), "arrow_array_stream");
      check(stream_.get()->get_schema(stream_.get(), schema_.get()));
    } else if (nb::hasattr(data, "__arrow_c_array__")) {
      const nb::tuple pair = nb::cast<nb::tuple>(data.attr("__arrow_c_array__")());
      schema_ = take<ArrowSchema>(pair[0], "arrow_schema");
      array_ = take<ArrowArray>(pair[1], "arrow_array");
    } else {
      throw nb::type_error("score_arrow takes what has __arrow_c_stream__ or __arrow_c_array__");
    }
  }

  const ArrowSchema& schema() const { return *schema_; }

  // Empty at the end.
  Owned<ArrowArray> next() {
    Owned<ArrowArray> array = std::move(array_);
    if (!stream_) return array;
    check(stream_.get()->get_next(stream_.get(), array.get()));
    return array;
  }

 private:
  void check(int error) {
    if (error == 0) return;
    const char* message = stream_.get()->get_last_error(stream_.get());
    throw std::runtime_error(message ? message : "the Arrow stream could not be read");
  }

  Owned<ArrowArrayStream> stream_;
  Owned<ArrowSchema> schema_;
  Owned<ArrowArray> array_;
};

VerdictRow row_of(const Analysis& analysis) {
  return {analysis.verdict, static_cast<std::int32_t>(analysis.text.words),
          static_cast<std::int32_t>(analysis.text.sentences.size()),
          static_cast<std::int32_t>(analysis.findings.size())};
}

// The state of the stream that is handed out. Its consumer may call it on any thread, with or without the GIL.
class Scoring {
 public:
  Scoring(Source source, const std::string& text, std::shared_ptr<const Analyzer> analyzer, unsigned threads)
      : source_(std::move(source)), text_(source_.schema(), text), analyzer_(std::move(analyzer)), threads_(threads) {}

  void next(ArrowArray* out) {
    const Owned<ArrowArray> array = source_.next();
    if (!array) {
      *out = {};
      return;
    }
    const auto row_at = [&](std::size_t i) -> std::optional<VerdictRow> {
      const auto text = text_.at(*array, static_cast<std::int64_t>(i));
      if (!text) return std::nullopt;
      return row_of(analyze(*text));
    };
    export_verdicts(map_in_order(static_cast<std::size_t>(array->length), threads_, row_at), out);
  }

  // Runs `work`, and keeps its error for get_last_error.
  template <class Work>
  int guard(Work work) noexcept {
    try {
      work();
      return 0;
    } catch (const std::exception& error) {
      error_ = error.what();
    }
    return EIO;
  }

  const char* error() const { return error_.empty() ? nullptr : error_.c_str(); }

 private:
  Analysis analyze(std::string_view text) const {
    Document document;
    document.bytes = text;
    document.charset = "utf-8";
    return analyzer_->analyze(document);
  }

  Source source_;
  TextColumn text_;
  std::shared_ptr<const Analyzer> analyzer_;
  unsigned threads_;
  std::string error_;
};

Scoring& behind(ArrowArrayStream* stream) { return *static_cast<Scoring*>(stream->private_data); }

void release_stream(ArrowArrayStream* stream) {
  delete static_cast<Scoring*>(stream->private_data);
  stream->release = nullptr;
}

void export_stream(std::unique_ptr<Scoring> scoring, ArrowArrayStream* out) {
  out->get_schema = [](ArrowArrayStream* self, ArrowSchema* schema) {
    return behind(self).guard([&] { export_verdict_schema(schema); });
  };
  out->get_next = [](ArrowArrayStream* self, ArrowArray* array) {
    return behind(self).guard([&] { behind(self).next(array); });
  };
  out->get_last_error = [](ArrowArrayStream* self) { return behind(self).error(); };
  out->release = release_stream;
  out->private_data = scoring.release();
}

}  // namespace

VerdictStream::VerdictStream(nb::handle data, const std::string& text, std::shared_ptr<const Analyzer> analyzer,
                             unsigned threads)
    : stream_(new ArrowArrayStream{}, free_stream) {
  export_stream(std::make_unique<Scoring>(Source(data), text, std::move(analyzer), threads), stream_.get());
}

nb::capsule VerdictStream::arrow_c_stream() {
  if (!stream_) throw nb::value_error("this stream of verdicts has been read; score the texts again");
  return nb::capsule(stream_.release(), "arrow_array_stream",
                     [](void* stream) noexcept { free_stream(static_cast<ArrowArrayStream*>(stream)); });
}

}  // namespace calque::python
