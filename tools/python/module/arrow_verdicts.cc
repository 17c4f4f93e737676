#include "arrow_verdicts.h"

#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace calque::python {
namespace {

using Rows = std::span<const std::optional<VerdictRow>>;

// The memory of one column. Fixed-width values are kept as bytes, so that one type holds them all.
struct Column {
  std::vector<std::uint8_t> valid;
  std::vector<std::int32_t> offsets;  // of strings
  std::vector<char> values;
  std::int64_t nulls = 0;
  std::array<const void*, 3> buffers{};
};

class ColumnBuilder {
 public:
  explicit ColumnBuilder(std::size_t rows) { column_.valid.resize((rows + 7) / 8); }

  void add(std::optional<std::string_view> text) {
    if (column_.offsets.empty()) column_.offsets.push_back(0);
    if (mark(text.has_value())) column_.values.insert(column_.values.end(), text->begin(), text->end());
    column_.offsets.push_back(static_cast<std::int32_t>(column_.values.size()));
  }
  template <class Number>
  void add_number(std::optional<Number> number) {
    mark(number.has_value());
    const Number value = number.value_or(Number{});
    const auto* bytes = reinterpret_cast<const char*>(&value);
    column_.values.insert(column_.values.end(), bytes, bytes + sizeof value);
  }
  void add(std::optional<double> number) { add_number(number); }
  void add(std::optional<std::int32_t> number) { add_number(number); }

  Column take() { return std::move(column_); }

 private:
  bool mark(bool is_valid) {
    if (is_valid) {
      column_.valid[row_ / 8] = static_cast<std::uint8_t>(column_.valid[row_ / 8] | (1U << (row_ % 8)));
    } else {
      ++column_.nulls;
    }
    ++row_;
    return is_valid;
  }

  Column column_;
  std::size_t row_ = 0;
};

using Text = std::optional<std::string_view>;
using Figure = std::optional<double>;
using Count = std::optional<std::int32_t>;

template <class Value>
Column build(Rows rows, Value (*value)(const VerdictRow&)) {
  ColumnBuilder builder(rows.size());
  for (const std::optional<VerdictRow>& row : rows) builder.add(row ? value(*row) : Value{});
  return builder.take();
}

template <double Posterior::*part>
Figure posterior(const VerdictRow& row) {
  return row.verdict.posterior ? Figure((*row.verdict.posterior).*part) : std::nullopt;
}

template <double Interval::*end>
Figure interval(const VerdictRow& row) {
  return row.verdict.quality_interval ? Figure((*row.verdict.quality_interval).*end) : std::nullopt;
}

struct Field {
  const char* name;
  const char* format;
  Column (*build)(Rows rows);
};

constexpr std::array<Field, 13> kFields = {{
    {"label", "u",
     [](Rows r) { return build<Text>(r, [](const VerdictRow& v) { return Text(label_name(v.verdict.label)); }); }},
    {"basis", "u",
     [](Rows r) { return build<Text>(r, [](const VerdictRow& v) { return Text(basis_name(v.verdict.basis)); }); }},
    {"probability", "g",
     [](Rows r) { return build<Figure>(r, [](const VerdictRow& v) { return v.verdict.probability; }); }},
    {"original", "g", [](Rows r) { return build<Figure>(r, posterior<&Posterior::original>); }},
    {"translation", "g", [](Rows r) { return build<Figure>(r, posterior<&Posterior::translation>); }},
    {"quality", "g", [](Rows r) { return build<Figure>(r, [](const VerdictRow& v) { return v.verdict.quality; }); }},
    {"quality_low", "g", [](Rows r) { return build<Figure>(r, interval<&Interval::low>); }},
    {"quality_high", "g", [](Rows r) { return build<Figure>(r, interval<&Interval::high>); }},
    {"source_language", "u",
     [](Rows r) {
       return build<Text>(r, [](const VerdictRow& v) {
         return v.verdict.source_language.empty() ? Text() : Text(v.verdict.source_language);
       });
     }},
    {"source_language_share", "g",
     [](Rows r) {
       return build<Figure>(r, [](const VerdictRow& v) {
         return v.verdict.source_language.empty() ? Figure() : Figure(v.verdict.source_language_share);
       });
     }},
    {"words", "i", [](Rows r) { return build<Count>(r, [](const VerdictRow& v) { return Count(v.words); }); }},
    {"sentences", "i", [](Rows r) { return build<Count>(r, [](const VerdictRow& v) { return Count(v.sentences); }); }},
    {"findings", "i", [](Rows r) { return build<Count>(r, [](const VerdictRow& v) { return Count(v.findings); }); }},
}};

// A parent owns its children's structs. A consumer may move a child out and release it later, so each has memory of its
// own.
template <class Interface>
struct Parent {
  std::array<Interface, kFields.size()> children{};
  std::array<Interface*, kFields.size()> pointers{};
  const void* no_validity = nullptr;  // the buffers of a struct without nulls
};

template <class Interface>
void release_parent(Interface* self) {
  auto* parent = static_cast<Parent<Interface>*>(self->private_data);
  for (Interface& child : parent->children) {
    if (child.release) child.release(&child);
  }
  delete parent;
  self->release = nullptr;
}

void release_column(ArrowArray* self) {
  delete static_cast<Column*>(self->private_data);
  self->release = nullptr;
}

// A schema's strings exist as long as the program.
void release_field(ArrowSchema* self) { self->release = nullptr; }

// The buffers of an empty column must not be null, either.
constexpr std::int32_t kNothing = 0;

void export_column(std::unique_ptr<Column> column, bool is_text, std::int64_t rows, ArrowArray* out) {
  const void* values = column->values.empty() ? static_cast<const void*>(&kNothing) : column->values.data();
  const void* offsets = column->offsets.empty() ? &kNothing : column->offsets.data();
  column->buffers = {column->nulls > 0 ? column->valid.data() : nullptr, is_text ? offsets : values, values};
  *out = {};
  out->length = rows;
  out->null_count = column->nulls;
  out->n_buffers = is_text ? 3 : 2;
  out->buffers = column->buffers.data();
  out->release = release_column;
  out->private_data = column.release();
}

}  // namespace

void export_verdict_schema(ArrowSchema* out) {
  auto parent = std::make_unique<Parent<ArrowSchema>>();
  for (std::size_t i = 0; i < kFields.size(); ++i) {
    ArrowSchema& child = parent->children[i];
    child = {};
    child.format = kFields[i].format;
    child.name = kFields[i].name;
    child.flags = ARROW_FLAG_NULLABLE;
    child.release = release_field;
    parent->pointers[i] = &child;
  }
  *out = {};
  out->format = "+s";
  out->name = "";
  out->n_children = kFields.size();
  out->children = parent->pointers.data();
  out->release = release_parent<ArrowSchema>;
  out->private_data = parent.release();
}

void export_verdicts(Rows rows, ArrowArray* out) {
  auto parent = std::make_unique<Parent<ArrowArray>>();
  const auto length = static_cast<std::int64_t>(rows.size());
  for (std::size_t i = 0; i < kFields.size(); ++i) {
    auto column = std::make_unique<Column>(kFields[i].build(rows));
    export_column(std::move(column), kFields[i].format[0] == 'u', length, &parent->children[i]);
    parent->pointers[i] = &parent->children[i];
  }
  *out = {};
  out->length = length;
  out->n_buffers = 1;
  out->buffers = &parent->no_validity;
  out->n_children = kFields.size();
  out->children = parent->pointers.data();
  out->release = release_parent<ArrowArray>;
  out->private_data = parent.release();
}

}  // namespace calque::python
